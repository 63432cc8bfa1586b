"""KPIs that the field already agreed on, to choose from: with the unit and how it is measured."""

import dataclasses

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pilots.models import KpiKind
from strategy.models import Direction


@dataclasses.dataclass(frozen=True)
class LibraryKpi:
    kind: KpiKind
    unit: str
    direction: Direction
    method: Promise

    @property
    def initial(self):
        """What the form starts with."""
        return {"kind": self.kind, "name": self.kind.label, "unit": self.unit, "direction": self.direction}


LIBRARY = [
    LibraryKpi(
        KpiKind.MKI,
        "€ MKI",
        Direction.DOWN,
        _("Life-cycle analysis as one shadow price (Bepalingsmethode Milieuprestatie Bouwwerken). Name the modules."),
    ),
    LibraryKpi(
        KpiKind.CO2,
        "ton CO₂-eq",
        Direction.DOWN,
        _("Emission over the contract period against the reference; name what is counted along."),
    ),
    LibraryKpi(
        KpiKind.SECONDARY,
        "%",
        Direction.UP,
        _("Share of the mass that is re-used or recycled (CB’23 Meten van circulariteit)."),
    ),
    LibraryKpi(
        KpiKind.BIOBASED, "%", Direction.UP, _("Share of the mass that is renewable (CB’23 Meten van circulariteit).")
    ),
    LibraryKpi(
        KpiKind.DETACHABLE, "%", Direction.UP, _("How well parts can be taken out again (losmaakbaarheid, DGBC v2.0).")
    ),
    LibraryKpi(
        KpiKind.SOCIAL_RETURN,
        "%",
        Direction.UP,
        _("Effort for people at a distance from work; always with its base: wage sum or contract sum."),
    ),
    LibraryKpi(
        KpiKind.TCO,
        "€",
        Direction.DOWN,
        _("Purchase, use, maintenance and disposal less the residual value, over the whole life."),
    ),
]
BY_KIND = {entry.kind.value: entry for entry in LIBRARY}
