"""Verbs of the strategy."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mvi import audit
from mvi.models import User
from strategy.adoption import blockers
from strategy.models import (
    ConsultationRound,
    CoreValue,
    Edition,
    FrameworkTheme,
    Goal,
    GoalStatus,
    Indicator,
    MailedLink,
    Measurement,
    OwnedModel,
    OwnerStatus,
    QualityScore,
    Remark,
    RemarkOutcome,
    Rollup,
    Strategy,
    StrategyStatus,
    Theme,
)
from strategy.quality import quality
from strategy.snapshot import differences, snapshot


@transaction.atomic
def make_current(*, strategy: Strategy, by: User) -> Strategy:
    """Let this strategy count from now on, and no other."""
    # All rows, always in the same order: two people who each choose another one wait for each other.
    rows = {row.pk: row for row in Strategy.objects.select_for_update().order_by("pk")}
    Strategy.objects.filter(is_current=True).exclude(pk=strategy.pk).update(is_current=False)
    strategy = rows[strategy.pk]
    strategy.is_current = True
    strategy.save(update_fields=["is_current"])
    audit.record("make_current", strategy, by=by)
    return strategy


@transaction.atomic
def adopt(*, strategy: Strategy, decided_on: dt.date, body: str, reference: str, by: User) -> Edition:
    """Make this text policy: an edition keeps it for good, and it counts from now on."""
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    if strategy.status == StrategyStatus.SUPERSEDED:
        raise ValidationError(_("This strategy was superseded."))
    if found := blockers(strategy):
        raise ValidationError([f"{blocker.row}: {blocker.text}" for blocker in found])
    if decided_on > timezone.localdate():
        raise ValidationError({"decided_on": _("A decision cannot be of a day that is still to come.")})
    last, text = strategy.editions.first(), snapshot(strategy)
    if last and decided_on < last.decided_on:
        said = _("The last edition was adopted on %(day)s: this decision cannot be older.")
        raise ValidationError({"decided_on": said % {"day": date_format(last.decided_on)}})
    if last and not differences(last.content, text):
        raise ValidationError(_("Nothing was changed since the last edition."))
    decision = {"decided_on": decided_on, "decided_by_body": body, "decision_reference": reference}
    replaced = Strategy.objects.filter(is_current=True).exclude(pk=strategy.pk)
    replaced.filter(status=StrategyStatus.ADOPTED).update(status=StrategyStatus.SUPERSEDED)
    replaced.update(is_current=False)
    for name, value in {"status": StrategyStatus.ADOPTED, "is_current": True, **decision}.items():
        setattr(strategy, name, value)
    strategy.save()
    number = last.number + 1 if last else 1
    edition = Edition.objects.create(strategy=strategy, number=number, content=text, made_by=by, **decision)
    audit.record("adopt", strategy, by=by, edition=number)
    record_quality(strategy=strategy)
    return edition


@transaction.atomic
def record_quality(*, strategy: Strategy, today: dt.date | None = None) -> QualityScore:
    """Keep how sound a strategy is today, each day and whenever it is adopted; later that day it is brought up to date.

    A figure worked out from rows whose changes are all on record, so it has no line in the audit trail of its own.
    """
    today = today or timezone.localdate()
    found = quality(strategy, today)
    figures = {"score": found.score, "looked_at": found.looked_at, "found": found.found}
    score, _is_new = QualityScore.objects.update_or_create(strategy=strategy, on=today, defaults=figures)
    return score


@transaction.atomic
def map_theme(*, theme: Theme, add: Iterable[FrameworkTheme], drop: Iterable[FrameworkTheme], by: User) -> Theme:
    """Say which themes of the frameworks this theme belongs to, and which no longer."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    there = {mapping.framework_theme_id: mapping for mapping in theme.theme_mappings.all()}
    added, dropped = [row for row in add if row.pk not in there], [row for row in drop if row.pk in there]
    for row in added:
        theme.theme_mappings.create(framework_theme=row)
    for row in dropped:
        there[row.pk].delete()
    if added or dropped:
        codes = {"added": sorted(row.code for row in added), "dropped": sorted(row.code for row in dropped)}
        audit.record("map_theme", theme, by=by, **codes)
    return theme


@transaction.atomic
def set_status(*, goal: Goal, status: GoalStatus | str, reason: str, by: User) -> Goal:
    """Say by hand where a goal stands, and why the figures do not; no status leaves it to the figures again."""
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    if status and not reason.strip():
        raise ValidationError({"reason": _("Say why the figures do not tell where this goal stands.")})
    goal.status_override, goal.status_reason = status, reason.strip() if status else ""
    goal.save(update_fields=["status_override", "status_reason"])
    audit.record("set_status", goal, by=by, status=status)
    return goal


@transaction.atomic
def accept(*, row: OwnedModel, by: User) -> OwnedModel:
    """Say yes to an action, theme or goal that was offered."""
    row = offered_to(row, by, OwnerStatus.OFFERED)
    row.owner_status, row.answered_at = OwnerStatus.ACCEPTED, timezone.now()
    row.save(update_fields=["owner_status", "answered_at"])
    audit.record("accept", row, by=by)
    return row


@transaction.atomic
def decline(*, row: OwnedModel, reason: str, by: User) -> OwnedModel:
    """Say no to what was offered, or give back what was accepted; everybody reads why."""
    row = offered_to(row, by, OwnerStatus.OFFERED, OwnerStatus.ACCEPTED)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that somebody else can be asked.")})
    row.owner_status, row.answered_at, row.decline_reason = OwnerStatus.DECLINED, timezone.now(), reason.strip()
    row.save(update_fields=["owner_status", "answered_at", "decline_reason"])
    audit.record("decline", row, by=by)
    return row


@transaction.atomic
def hand_over(*, row: OwnedModel, to: User | None, by: User) -> OwnedModel:
    """Offer to somebody else what is yours or was offered to you."""
    row = offered_to(row, by, OwnerStatus.OFFERED, OwnerStatus.ACCEPTED)
    if to is None or to == by:
        raise ValidationError({"person": _("Choose somebody else.")})
    row.owner, row.owner_status, row.answered_at, row.decline_reason = to, OwnerStatus.OFFERED, None, ""
    row.save(update_fields=["owner", "owner_status", "answered_at", "decline_reason"])
    audit.record("hand_over", row, by=by, to=to.pk)
    return row


@transaction.atomic
def repeat_measurement(*, indicator: Indicator, by: User) -> Measurement:
    """Say that nothing changed: today's value is the last one."""
    indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    last = indicator.measurements.order_by("-on").first()
    if last is None or indicator.rollup != Rollup.OWN:
        raise ValidationError(_("There is no measurement of your own to repeat."))
    if last.on >= timezone.localdate():
        raise ValidationError(_("This was measured today already."))
    measurement = Measurement.objects.create(
        indicator=indicator, value=last.value, note=_("No change."), measured_by=by, is_example=last.is_example
    )
    audit.record("repeat_measurement", measurement, by=by)
    return measurement


@transaction.atomic
def answer_link(*, link: MailedLink, answer: str = "", reason: str = "") -> OwnedModel | Measurement:
    """Do what the person answered to a mailed question; the link works once."""
    link = MailedLink.objects.select_for_update().get(pk=link.pk)
    if link.used_at:
        raise ValidationError(_("This link was used already."))
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    if link.indicator:
        offered_to(link.indicator.goal, link.to, OwnerStatus.ACCEPTED)
        return repeat_measurement(indicator=link.indicator, by=link.to)
    if answer == "accept":
        return accept(row=link.target, by=link.to)
    return decline(row=link.target, reason=reason, by=link.to)


def offered_to(row, person, *statuses):
    """The row, locked, if this person can still answer."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    if row.owner_id != person.pk or row.owner_status not in statuses:
        raise ValidationError(_("This is not yours to answer any more. Look who the owner is now."))
    return row


@transaction.atomic
def open_consultation(*, consultation: ConsultationRound, people: Iterable[User] = (), by: User) -> ConsultationRound:
    """Ask what people think of a strategy; a draft says from now on that it is in consultation."""
    consultation.save()
    consultation.people.set(people)
    return consultation


@transaction.atomic
def close_consultation(*, consultation: ConsultationRound, by: User) -> ConsultationRound:
    """Nobody says anything more and every remark has its answer; the text is a draft again until it is adopted."""
    consultation = ConsultationRound.objects.select_for_update().get(pk=consultation.pk)
    if consultation.is_closed:
        raise ValidationError(_("This consultation was closed already."))
    if number := consultation.remarks.unanswered().count():
        raise ValidationError(
            ngettext(
                "One remark has no answer yet.", "%(number)s remarks have no answer yet.", number
            ) % {"number": number}
        )  # fmt: skip
    consultation.closed_at, consultation.closed_by = timezone.now(), by
    consultation.save(update_fields=["closed_at", "closed_by"])
    audit.record("close_consultation", consultation, by=by)
    return consultation


@transaction.atomic
def make_remark(*, remark: Remark, by: User) -> Remark:
    """Say something of one block, under the next number of its consultation."""
    consultation = ConsultationRound.objects.select_for_update().get(pk=remark.consultation_id)
    if consultation.is_closed:
        raise ValidationError(_("This consultation was closed already."))
    if not consultation.takes_remarks_of(by):
        raise ValidationError(_("This consultation takes no remarks of you today."))
    last = consultation.remarks.order_by("-number").first()
    remark.number, remark.said_by = last.number + 1 if last else 1, by
    remark.save()
    return remark


@transaction.atomic
def answer_remark(*, remark: Remark, outcome: RemarkOutcome | str, answer: str, by: User) -> Remark:
    """Say whether the text changes because of a remark, and why; until the consultation is closed."""
    consultation = ConsultationRound.objects.select_for_update().get(pk=remark.consultation_id)
    if consultation.is_closed:
        raise ValidationError(_("This consultation was closed already."))
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    remark.outcome, remark.answer, remark.answered_at, remark.answered_by = outcome, answer, timezone.now(), by
    remark.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
    return remark


PARENT = {CoreValue: "strategy", Theme: "strategy", Goal: "theme"}  # of what their order is


@transaction.atomic
def move(*, row: CoreValue | Theme | Goal, places: int, by: User) -> bool:
    """Let a row stand that many places further down, or up when less than zero; whether there was room for it."""
    rows = in_order(row)
    here = rows.index(row)
    there = here + places
    if not 0 <= there < len(rows):
        return False
    rows.insert(there, rows.pop(here))
    for position, one in enumerate(rows, start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    audit.record("move", row, by=by, places=places)
    return True


@transaction.atomic
def take_place(*, row: CoreValue | Theme | Goal, place_of: int, seen: list[int], by: User) -> bool:
    """Let a row stand where another one stands, which makes room; whether anything moved.

    `seen` are the rows in the order that was read on the page, all or some of them: who looks at an order that is
    no longer true does not know what the new place would be.
    """
    rows = in_order(row)
    numbers = [one.pk for one in rows]
    if not {row.pk, place_of} <= set(seen) or [number for number in numbers if number in seen] != seen:
        raise ValidationError(_("Somebody changed this list while you looked at it. Look at it and move it again."))
    return move(row=row, places=numbers.index(place_of) - numbers.index(row.pk), by=by)


def in_order(row):
    """The rows of the strategy or theme of this row, in order and locked: two who move at once wait for each other."""
    parent = PARENT[type(row)]
    type(getattr(row, parent)).objects.select_for_update(no_key=True).get(pk=getattr(row, f"{parent}_id"))
    return list(type(row).objects.in_use().filter(**{parent: getattr(row, parent)}))
