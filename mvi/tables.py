"""How a migration makes many tables in one step."""

from django.db import migrations


class CreateTables(migrations.SeparateDatabaseAndState):
    """The models of an app together: one by one, Django draws up all that are related again for each of them."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn up anew when somebody asks, which is after the last model
        super().state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.database_operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.database_operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)
