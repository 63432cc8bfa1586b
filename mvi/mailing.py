"""Many mails over one connection: to greet a slow mail server for each takes longer than the mails themselves."""

import logging

from django.core.mail import get_connection

from mvi.jobs.running import counted, unseen

log = logging.getLogger(__name__)


def send_each(rows: list, send, progress=unseen) -> tuple[int, int]:
    """Do `send(row, connection)` for each row, which says whether a mail went; how many went, and how many failed.

    Each on its own, so that one that fails keeps no other back; after a failure the server is greeted anew.
    """
    connection = get_connection()
    sent = failed = 0
    try:
        for row in counted(rows, len(rows), progress):
            try:
                connection.open()  # unless it is
                sent += send(row, connection)
            except OSError:  # of the mail server
                log.exception("A mail could not be sent.")
                failed += 1
                connection.close()
    finally:
        connection.close()
    return sent, failed
