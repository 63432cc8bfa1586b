"""Django's database backend “mvi.postgres”: PostgreSQL as Django knows it, on the embedded server of this checkout."""

from django.conf import settings
from django.db.backends.postgresql import base, client

from mvi.postgres.programs import newest
from mvi.postgres.server import PORT, USER, Server


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` on the embedded server, with the psql that came with it."""

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict, parameters):
        arguments, environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [str(newest().directory / arguments[0]), *arguments[1:]], environment

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
        server = Server(settings.VAR_DIR / "postgres")
        server.use()
        self.settings_dict |= {
            "HOST": str(server.socket_directory),
            "PORT": PORT,
            "USER": USER,
            "PASSWORD": server.password,
        }

    def leave_server(self):
        """Stop using it before this process ends, and see it stop when nobody else uses it."""
        Server(settings.VAR_DIR / "postgres").leave()
