"""Words that people hang on a row to find it again, with a comma between them."""

import re

from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField


def tags_in(text):
    """The separate tags of what somebody typed: small letters, each once, in the order of the alphabet."""
    return sorted({re.sub(" +", " ", tag).strip(" ").lower() for tag in text.split(",")} - {""})


def as_text(tags):
    return ", ".join(sorted(tags))


class TagsField(LineField):
    """Kept in one way, however they were typed, brought in or added: planning, sloop."""

    def __init__(self, *args, max_length=300, **kwargs):
        kwargs |= {"blank": True, "help_text": _("Words with a comma between them, such as: sloop, planning.")}
        super().__init__(*args, max_length=max_length, **kwargs)

    def to_python(self, value):
        return as_text(tags_in(super().to_python(value) or ""))


class Tagged:
    """A set of rows with tags."""

    def tagged(self, tag):
        """Those with exactly this tag, whatever its capitals and the spaces around it."""
        return self.filter(tags__iregex=rf"(^|,)\s*{re.escape(tag.strip())}\s*(,|$)")
