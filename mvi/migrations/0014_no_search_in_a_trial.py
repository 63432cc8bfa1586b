from django.db import migrations

# An import is tried first in a transaction that is rolled back (mvi.sheets.trial); to gather its words is for nothing.
FOLLOW = """
CREATE OR REPLACE FUNCTION mvi_search_follow_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {trial}IF TG_OP = 'DELETE' THEN
        DELETE FROM mvi_searchitem WHERE kind = TG_ARGV[0] AND object_id IN (SELECT id FROM changed);
    ELSE
        EXECUTE mvi_search_sql('changed', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]::text[], TG_ARGV[3]);
    END IF;
    RETURN NULL;
END
$$;
"""
TRIAL = """IF current_setting('mvi.trial', true) = 'on' THEN
        RETURN NULL;
    END IF;
    """


class Migration(migrations.Migration):
    dependencies = [
        ("mvi", "0013_tour"),
    ]

    operations = [
        migrations.RunSQL(FOLLOW.format(trial=TRIAL), FOLLOW.format(trial="")),
    ]
