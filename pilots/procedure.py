"""Which procedure fits: the rule that decides, in words, for a type, an amount, a code and a day."""

import dataclasses
import datetime as dt
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mvi.templatetags.formats import euro
from pilots.models import LIGHT_REGIME, ContractType, Lot, Procedure, ProcedureRule, Threshold

# Small lots may be left out of a European procedure when each is below this amount and together they are at most a
# fifth of the whole (Directive 2014/24/EU, article 5 paragraph 10).
SMALL_LOT = {
    ContractType.SUPPLIES: Decimal(80_000),
    ContractType.SERVICES: Decimal(80_000),
    ContractType.WORKS: Decimal(1_000_000),
}


@dataclasses.dataclass(frozen=True)
class Advice:
    """What the tables say; `procedure` is empty when they do not know."""

    contract_type: ContractType  # as which it counts: a service in the light regime counts as a social one
    procedures: tuple[Procedure, ...]  # the usual one first
    is_european: bool
    rule: str
    threshold: Threshold | None = None
    own_rule: ProcedureRule | None = None
    notes: tuple[str, ...] = ()

    def allows(self, procedure):
        """A heavier procedure than needed is allowed too; a lighter one is not."""
        return not self.procedures or not procedure or WEIGHT[procedure] >= WEIGHT[self.procedures[0]]


WEIGHT = {
    Procedure.SINGLE: 1,
    Procedure.MULTIPLE: 2,
    Procedure.NATIONAL_OPEN: 3,
    Procedure.NATIONAL_RESTRICTED: 3,
    Procedure.LIGHT: 4,
    Procedure.OPEN: 5,
    Procedure.RESTRICTED: 5,
    Procedure.DIALOGUE: 5,
    Procedure.NEGOTIATED: 5,
    Procedure.NEGOTIATED_WITHOUT_CALL: 5,
    Procedure.INNOVATION: 5,
}


def counts_as(contract_type: str, cpv: str) -> ContractType:
    """A service with a code of the light regime is a social or other specific service."""
    kind = ContractType(contract_type)
    return ContractType.SOCIAL if kind == ContractType.SERVICES and cpv[:8] in LIGHT_REGIME else kind


def advise(*, contract_type: str, amount: Decimal, on: dt.date, cpv: str = "", lots: list[Decimal] = ()) -> Advice:
    """The procedure for an amount without VAT, with all options and extensions, announced on a day."""
    kind = counts_as(contract_type, cpv)
    threshold = Threshold.valid(contract_type=kind, on=on)
    notes = []
    if kind != contract_type:
        notes.append(_("CPV %(cpv)s is in the light regime for social and other specific services.") % {"cpv": cpv})
    elif kind == ContractType.SOCIAL and cpv and cpv[:8] not in LIGHT_REGIME:
        notes.append(
            _("CPV %(cpv)s is not in the light regime: check whether this is a social or other specific service.")
            % {"cpv": cpv}
        )
    if threshold is None:
        return Advice(
            contract_type=kind,
            procedures=(),
            is_european=False,
            rule=_("No European threshold is known for %(day)s. Ask the administrator to add it.")
            % {"day": date_format(on)},
            notes=tuple(notes),
        )
    words = {
        "amount": euro(amount),
        "threshold": euro(threshold.amount),
        "type": kind.label,
        "years": f"{threshold.starts_on:%Y}–{threshold.ends_on:%Y}",
    }
    if threshold.is_reached_by(amount):
        notes += small_lots(kind, amount, lots)
        return Advice(
            contract_type=kind,
            procedures=european(kind),
            is_european=True,
            rule=_("%(amount)s is at or above the European threshold of %(threshold)s for %(type)s in %(years)s.")
            % words,
            threshold=threshold,
            notes=tuple(notes),
        )
    below = _("%(amount)s is below the European threshold of %(threshold)s for %(type)s in %(years)s.") % words
    own = ProcedureRule.objects.deciding(contract_type=kind, amount=amount, on=on)
    if own is None:
        rule = _("The municipality has no rule of its own for this amount.")
    else:
        rule = _("The municipality's rule from %(day)s: from %(from_amount)s %(procedure)s.") % {
            "day": date_format(own.starts_on),
            "from_amount": euro(own.from_amount),
            "procedure": own.get_procedure_display(),
        }
    return Advice(
        contract_type=kind,
        procedures=(Procedure(own.procedure),) if own else (),
        is_european=False,
        rule=f"{below} {rule}",
        threshold=threshold,
        own_rule=own,
        notes=tuple(notes),
    )


def european(kind):
    if kind == ContractType.SOCIAL:
        return (Procedure.LIGHT,)
    if kind == ContractType.CONCESSION:
        return (Procedure.OPEN, Procedure.RESTRICTED, Procedure.NEGOTIATED)
    return (Procedure.OPEN, Procedure.RESTRICTED, Procedure.DIALOGUE, Procedure.NEGOTIATED, Procedure.INNOVATION)


def small_lots(kind, amount, lots):
    """Which lots may be left out of the European procedure, if any."""
    limit = SMALL_LOT.get(kind)
    small = [lot for lot in lots if limit and lot < limit]
    if small and len(lots) > 1:
        yield _("Lots below %(limit)s may be left out, as long as they are together at most %(fifth)s (20%%).") % {
            "limit": euro(limit),
            "fifth": euro((amount / 5).quantize(Decimal("0.01"))),
        }


def advice_for(pilot, *, today: dt.date) -> Advice | None:
    """For a pilot, on the day of its announcement; None while its type or amount is not known."""
    lots, amount = amounts_of(pilot)
    if not pilot.contract_type or amount is None:
        return None
    return advise(
        contract_type=pilot.contract_type, amount=amount, on=pilot.announce_on or today, cpv=pilot.cpv, lots=lots
    )


def threshold_for(pilot, *, today: dt.date) -> tuple[Threshold | None, bool]:
    """What decides in that advice whether Europe's rules apply, and whether they do; for who needs no more of it."""
    _lots, amount = amounts_of(pilot)
    if not pilot.contract_type or amount is None:
        return None, False
    kind = counts_as(pilot.contract_type, pilot.cpv)
    threshold = Threshold.valid(contract_type=kind, on=pilot.announce_on or today)
    return threshold, threshold is not None and threshold.is_reached_by(amount)


def amounts_of(pilot):
    """What each lot is worth, and the whole: the lots together, else the estimate; None while that is not known."""
    lots = [lot.total for lot in Lot.of(pilot)]
    return lots, sum(lots) if lots else pilot.estimate
