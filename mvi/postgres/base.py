"""Django's database backend “mvi.postgres”: PostgreSQL as Django knows it, on the embedded server of this checkout."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base, client

from mvi.postgres.server import PORT, USER, Server

REFUSAL = "The embedded database is only for trying out: set DATABASE_URL to a PostgreSQL 15 or newer."


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` on the embedded server."""

    def runshell(self, parameters):
        self.connection.use_server()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that has the embedded server running before it connects."""

    client_class = DatabaseClient

    def get_connection_params(self):
        self.use_server()
        return super().get_connection_params()

    def use_server(self):
        if not (settings.DEBUG or settings.DEMO or settings.TESTING):
            raise ImproperlyConfigured(
                "The embedded database is only for trying out: set DATABASE_URL to a PostgreSQL."
            )
        server = Server(settings.BASE_DIR / "var" / "postgres")
        server.use()
        self.settings_dict |= {
            "HOST": str(server.socket_directory),
            "PORT": PORT,
            "USER": USER,
            "PASSWORD": server.password,
        }
