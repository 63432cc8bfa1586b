"""How the database counts what changes in a session, so that a screen can ask “anything new?” for next to nothing."""

import pgtrigger


def counted(session, *, on_phones=False):
    """A trigger that counts each change of a row in the room of its session.

    `session` is SQL for the number of the session, with {row} for the row. Phones show the step and what can be voted
    for, not every story, so they count apart: 300 phones need not fetch their page again for each story.
    """
    columns = ["revision", "phone_revision"] if on_phones else ["revision"]
    return pgtrigger.Trigger(
        name="count_in_room",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "RECORD")],
        func=f"""
            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;
            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;
            UPDATE workshops_room SET {", ".join(f"{column} = {column} + 1" for column in columns)}
            WHERE session_id = {session.format(row="touched")};
            RETURN NULL;
        """,  # noqa: S608 -- words of ours only, nobody's input
    )


OWN = "{row}.session_id"
OF_CLUSTER = "(SELECT session_id FROM workshops_cluster WHERE id = {row}.cluster_id)"
