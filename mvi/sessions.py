"""Where it is kept who is logged in: in the database, as Django does."""

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

KEPT = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Read in SQL, as every page asks: to write it from a queryset takes longer than to answer it."""

    def load(self):
        with connection.cursor() as cursor:
            cursor.execute(KEPT, [self.session_key, timezone.now()])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found[0])
