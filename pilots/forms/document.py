"""Sending a document, or saying where it is kept."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from mvi.forms import fields_helper
from mvi.uploads import ACCEPTED, EXTENSIONS, kind_of
from pilots.models import Document
from pilots.models.document import FILE_OR_LINK

from .rows import RowForm


class DocumentForm(RowForm):
    """A new one has a file or a link; later only its words change, and the link."""

    beside = {"document_once_per_pilot": "title"}

    file = forms.FileField(
        label=_("file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": EXTENSIONS}),
        help_text=format_lazy(
            _("One of these kinds: {kinds}; at most {size} MB."),
            kinds=ACCEPTED,
            size=settings.LARGEST_DOCUMENT // 1024**2,
        ),
    )

    class Meta:
        model = Document
        fields = ["title", "kind", "description", "link"]
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}

    field_order = ["title", "kind", "file", "link", "description"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            del self.fields["file"]
        if self.instance.file_name:
            del self.fields["link"]

    @property
    def helper(self):
        return fields_helper()

    def clean_file(self):
        """Its name as it can be shown, and its kind as its content proves."""
        file = self.cleaned_data["file"]
        if file is not None:
            self.instance.file_name = "".join(letter for letter in file.name if letter.isprintable())[-200:]
            self.instance.content_type = kind_of(file).content_type
            self.instance.size = file.size
        return file

    def clean(self):
        if "link" in self.fields and not self.instance.file_name and not self.cleaned_data.get("link", "bad"):
            self.add_error("link", FILE_OR_LINK)
