"""Charts as plain SVG: measured here, drawn by the templates, with a table beside each."""

import dataclasses

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS = {
    "reference": _("Reference"),
    "asked": _("Asked"),
    "offered": _("Offered"),
    "contracted": _("Contract"),
    "realised": _("Realised"),
}
LEFT, WIDTH, BAR, STEP = 110, 360, 18, 28  # of the labels, of the longest bar, of one bar, from bar to bar


@dataclasses.dataclass(frozen=True)
class Bar:
    name: str
    label: Promise
    value: object
    x: int
    y: int
    width: int
    text_y: int
    text_x: int


@dataclasses.dataclass(frozen=True)
class Chain:
    """The bars of one KPI, on one scale from nought."""

    bars: list[Bar]
    height: int


def chain_of(kpi) -> Chain | None:
    """The steps that are known; None when there is nothing to compare."""
    known = [(name, value) for name, value, _day in kpi.chain if value is not None]
    if len(known) < 2:
        return None
    low, high = min(0, *(value for _name, value in known)), max(0, *(value for _name, value in known))
    scale = WIDTH / float(high - low) if high > low else 0
    bars = []
    for number, (name, value) in enumerate(known):
        start, end = sorted((float(0 - low) * scale, float(value - low) * scale))
        y = number * STEP
        bars.append(
            Bar(
                name=name,
                label=LABELS[name],
                value=value,
                x=LEFT + round(start),
                y=y,
                width=max(round(end - start), 1),
                text_y=y + 14,
                text_x=LEFT + round(end) + 6,
            )
        )
    return Chain(bars=bars, height=len(bars) * STEP)
