from django.db import migrations

# What can be found: table, column of the title, other columns. All that a trigger needs to know.
SEARCHED = [
    ("strategy_strategy", "title", ["introduction", "vision"]),
    ("strategy_corevalue", "name", ["meaning", "behaviour"]),
    ("strategy_theme", "name", ["ambition"]),
    ("strategy_goal", "statement", ["explanation"]),
    ("strategy_indicator", "name", ["unit", "method"]),
    ("strategy_action", "title", ["description"]),
    ("pilots_pilot", "name", ["summary", "need", "ambition", "question", "collaboration", "client", "cpv"]),
    ("pilots_criterion", "title", ["text", "verification"]),
    ("pilots_lesson", "title", ["text"]),
    ("workshops_session", "title", ["aim", "place"]),
    ("workshops_cluster", "name", []),
    ("workshops_contribution", "", ["text"]),
]

FUNCTIONS = """
CREATE FUNCTION mvi_search_put(kind text, data jsonb, title_column text, body_columns text[]) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO mvi_searchitem AS item (kind, object_id, title, body, is_hidden)
    SELECT
        $1,
        (data ->> 'id')::bigint,
        coalesce(data ->> title_column, ''),
        coalesce((SELECT string_agg(nullif(data ->> name, ''), E'\\n') FROM unnest(body_columns) AS name), ''),
        data ->> 'archived_at' IS NOT NULL OR coalesce((data ->> 'is_hidden')::boolean, false)
    ON CONFLICT ON CONSTRAINT search_each_row_once DO UPDATE
        SET title = excluded.title, body = excluded.body, is_hidden = excluded.is_hidden
        WHERE (item.title, item.body, item.is_hidden)
            IS DISTINCT FROM (excluded.title, excluded.body, excluded.is_hidden)
$$;
CREATE FUNCTION mvi_search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM mvi_searchitem WHERE kind = TG_ARGV[0] AND object_id = OLD.id;
    ELSE
        PERFORM mvi_search_put(TG_ARGV[0], to_jsonb(NEW), TG_ARGV[1], string_to_array(TG_ARGV[2], ','));
    END IF;
    RETURN NULL;
END
$$;
"""
NO_FUNCTIONS = "DROP FUNCTION mvi_search_follow(); DROP FUNCTION mvi_search_put(text, jsonb, text, text[]);"


def follow(table, title, body):
    """A trigger that keeps the words of a table, and a first reading of the rows that are there."""
    kind, columns = table.replace("_", ".", 1), ",".join(body)
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER mvi_search AFTER INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION mvi_search_follow('{kind}', '{title}', '{columns}');
        SELECT mvi_search_put('{kind}', to_jsonb(t), '{title}', string_to_array('{columns}', ',')) FROM {table} AS t;
        """,  # noqa: S608 -- our own constants
        f"DROP TRIGGER mvi_search ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("mvi", "0006_search"),
        ("strategy", "0001_initial"),
        ("pilots", "0002_rows_of_a_pilot"),
        ("workshops", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
        *(follow(table, title, body) for table, title, body in SEARCHED),
    ]
