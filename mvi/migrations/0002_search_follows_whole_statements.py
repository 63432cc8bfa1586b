from django.db import migrations

# A hundred thousand rows that come in at once cost one INSERT … SELECT on the columns themselves. A migration that wants
# its table searched says: SELECT mvi_search_watch('pilots_document', 'name', '{text}'). An import is tried first in a
# transaction that is rolled back (mvi.sheets.trial); to gather its words is for nothing.
FUNCTIONS = """
CREATE FUNCTION mvi_search_sql(source text, kind text, title_column text, body_columns text[], hidden text)
RETURNS text LANGUAGE sql AS $$
    SELECT format(
        'INSERT INTO mvi_searchitem AS item (kind, object_id, title, body, is_hidden)
        SELECT %L, id, %s, concat_ws(E''\\n'', %s), %s FROM %I
        ON CONFLICT ON CONSTRAINT search_each_row_once DO UPDATE
            SET title = excluded.title, body = excluded.body, is_hidden = excluded.is_hidden
            WHERE (item.title, item.body, item.is_hidden)
                IS DISTINCT FROM (excluded.title, excluded.body, excluded.is_hidden)',
        kind,
        CASE title_column WHEN '' THEN quote_literal('') ELSE format('coalesce(%I, '''')', title_column) END,
        coalesce(
            (SELECT string_agg(format('nullif(%I, '''')', name), ', ') FROM unnest(body_columns) AS name),
            quote_literal('')
        ),
        hidden,
        source
    )
$$;
CREATE FUNCTION mvi_search_follow_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('mvi.trial', true) = 'on' THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        DELETE FROM mvi_searchitem WHERE kind = TG_ARGV[0] AND object_id IN (SELECT id FROM changed);
    ELSE
        EXECUTE mvi_search_sql('changed', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]::text[], TG_ARGV[3]);
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION mvi_search_watch(watched text, title_column text, body_columns text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    kind text = overlay(watched PLACING '.' FROM position('_' IN watched) FOR 1);
    hidden text;
    moment record;
BEGIN
    SELECT string_agg(CASE attname WHEN 'archived_at' THEN 'archived_at IS NOT NULL' ELSE 'is_hidden' END, ' OR ')
    INTO hidden FROM pg_attribute
    WHERE attrelid = watched::regclass AND attname IN ('archived_at', 'is_hidden') AND NOT attisdropped;
    hidden = coalesce(hidden, 'false');
    FOR moment IN SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS m(happens, rows)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION mvi_search_follow_statement(%L, %L, %L, %L)',
            'mvi_search_' || lower(moment.happens), moment.happens, watched, moment.rows,
            kind, title_column, body_columns, hidden
        );
    END LOOP;
    EXECUTE mvi_search_sql(watched, kind, title_column, body_columns, hidden);
END
$$;
CREATE FUNCTION mvi_search_unwatch(watched text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('DROP TRIGGER mvi_search_insert ON %I', watched);
    EXECUTE format('DROP TRIGGER mvi_search_update ON %I', watched);
    EXECUTE format('DROP TRIGGER mvi_search_delete ON %I', watched);
END
$$;
"""
NO_FUNCTIONS = """
DROP FUNCTION mvi_search_unwatch(text);
DROP FUNCTION mvi_search_watch(text, text, text[]);
DROP FUNCTION mvi_search_follow_statement();
DROP FUNCTION mvi_search_sql(text, text, text, text[], text);
"""


class Migration(migrations.Migration):
    replaces = [
        ("mvi", "0007_search_follows_every_row"),
        ("mvi", "0008_search_follows_whole_statements"),
        ("mvi", "0014_no_search_in_a_trial"),
    ]

    dependencies = [("mvi", "0001_tables")]

    operations = [migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS)]
