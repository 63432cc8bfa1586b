"""The columns of the organisation in a spreadsheet."""

from mvi.models import Organisation
from mvi.sheets.resources import SheetResource


class OrganisationResource(SheetResource):
    """One row, so no column is needed to know it by."""

    class Meta(SheetResource.Meta):
        model = Organisation
        fields = ["name", "tooi_uri", "house_style", "logo", "is_example"]
        import_id_fields = []

    def new_row(self, instance, by):
        instance.pk = 1
