"""The columns of the organisation and its people in spreadsheets."""

from mvi.models import Organisation, User
from mvi.sheets.resources import SheetResource


class OrganisationResource(SheetResource):
    """One row, so no column is needed to know it by."""

    class Meta(SheetResource.Meta):
        model = Organisation
        fields = [
            "name",
            "tooi_uri",
            "house_style",
            "logo",
            "accessibility_status",
            "accessibility_on",
            "accessibility_report",
            "accessibility_gaps",
            "accessibility_contact",
            "privacy_contact",
            "data_protection_officer",
            "privacy_text",
            "is_example",
        ]
        import_id_fields = []

    def new_row(self, instance, by):
        instance.pk = 1


class UserResource(SheetResource):
    """People, so that others can name them. Who comes in this way has no password and no role yet."""

    class Meta(SheetResource.Meta):
        model = User
        fields = ["email", "name", "department", "function", "is_active"]
        import_id_fields = ["email"]
        governed = ["is_active"]

    def new_row(self, instance, by):
        instance.set_unusable_password()
