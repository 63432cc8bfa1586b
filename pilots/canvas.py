"""The blocks of a canvas: which fields stand together, are changed together and have one history."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Block:
    """A part of the canvas that is read and changed in place."""

    address: str
    name: str  # of its main field, which an outcome of a session can have filled
    title: Promise
    fields: tuple[str, ...]

    @property
    def template(self):
        return f"pilots/canvas/_{self.name}.html"


BLOCKS = {
    block.address: block
    for block in (
        Block("behoefte", "need", _("Need behind the question"), ("without_buying", "need")),
        Block("ambitie", "ambition", _("Ambition"), ("ambition",)),
        Block(
            "vraagstelling",
            "question",
            _("Question to the market"),
            ("question", "question_kind", "r_strategy", "launching_customer", "biobased"),
        ),
        Block("samenwerking", "collaboration", _("Collaboration"), ("collaboration", "client", "budget_holder")),
    )
}
