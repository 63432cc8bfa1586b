"""Tell PostgreSQL to keep statistics of the words of pilots, which the list of pilots is searched for.

Without them it takes every word for a rare one, and sorts thousands of pilots to show the first page of them. What is
measured is the text of `mvi.filters.WordsFilter` in `pilots.filters.PilotFilter`.
"""

from django.db import migrations

CREATE = """
    CREATE STATISTICS pilot_words ON (
        upper(concat_ws(' ', name, summary, tags, without_buying, need, ambition, question, collaboration))
    ) FROM pilots_pilot
"""


class Migration(migrations.Migration):
    dependencies = [("pilots", "0005_pilots_in_use_by_name")]

    operations = [migrations.RunSQL(CREATE, "DROP STATISTICS pilot_words")]
