"""The whole text of a strategy as plain data: as it is now, as it was on a date, and what differs between two texts.

A snapshot is what an edition keeps. It is made from rows, or from what history kept of those rows, in one query for
each kind of row.
"""

import dataclasses
import datetime as dt
import difflib
import re
from collections import defaultdict

from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from mvi.models import User
from mvi.rich_text import RichTextField, words
from mvi.templatetags.formats import day_in_words, plain, plain_number
from strategy.models import Action, CoreValue, Goal, Indicator, InterimTarget, Strategy, Theme

# The parts of the text, and what each says; `owner` is kept but no change of text: people come and go between editions.
PARTS = {
    "core_values": (CoreValue, ["name", "meaning", "behaviour"]),
    "themes": (Theme, ["name", "level", "ambition"]),
    "goals": (Goal, ["statement", "level", "year", "explanation"]),
    "indicators": (
        Indicator,
        ["name", "unit", "direction", "method", "baseline", "baseline_on", "target", "target_on"],
    ),
    "interim_targets": (InterimTarget, ["on", "value"]),
    "actions": (Action, ["title", "description", "starts_on", "ends_on", "hours", "budget"]),
}
STRATEGY_FIELDS = ["title", "starts_on", "ends_on", "introduction", "vision"]


def snapshot(strategy: Strategy) -> dict:
    """The text as it is now."""
    rows = {
        "core_values": CoreValue.objects.in_use().filter(strategy=strategy),
        "themes": Theme.objects.in_use().filter(strategy=strategy),
        "goals": Goal.objects.in_use().filter(theme__strategy=strategy),
        "indicators": Indicator.objects.filter(goal__theme__strategy=strategy),
        "interim_targets": InterimTarget.objects.filter(indicator__goal__theme__strategy=strategy),
        "actions": Action.objects.filter(theme__strategy=strategy),
    }
    return assembled(strategy, rows)


def snapshot_on(strategy: Strategy, day: dt.date) -> dict | None:
    """The text as it was at the end of a day, from history; None when there was none yet."""
    end = timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=1), dt.time()))

    def then(model, **where):
        events = model._meta.get_field("events").related_model.objects.filter(pgh_created_at__lt=end)
        # What a row belongs to may have changed since, so the last event of every row decides, not the filter.
        latest = events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
        kept = [event for event in latest if event.pgh_label != "delete" and not getattr(event, "archived_at", None)]
        return [event for event in kept if all(getattr(event, name) in values for name, values in where.items())]

    texts = then(Strategy, id={strategy.pk})
    if not texts:
        return None
    themes = then(Theme, strategy_id={strategy.pk})
    goals = then(Goal, theme_id={theme.id for theme in themes})
    indicators = then(Indicator, goal_id={goal.id for goal in goals})
    rows = {
        "core_values": then(CoreValue, strategy_id={strategy.pk}),
        "themes": themes,
        "goals": goals,
        "indicators": indicators,
        "interim_targets": then(InterimTarget, indicator_id={indicator.id for indicator in indicators}),
        "actions": then(Action, theme_id={theme.id for theme in themes}),
    }
    return assembled(texts[0], rows)


def assembled(strategy, rows) -> dict:
    """Rows, or what history kept of them, put together as the document has them."""
    rows = {name: list(found) for name, found in rows.items()}
    owners = {row.owner_id for name in ("themes", "goals", "actions") for row in rows[name]}
    people = {user.pk: str(user) for user in User.objects.filter(pk__in=owners - {None})}
    parts = {name: [said(name, row, people) for row in found] for name, found in rows.items()}
    hang(parts["indicators"], "interim_targets", rows, parts, key="indicator_id", order=lambda row: row.on)
    hang(parts["goals"], "indicators", rows, parts, key="goal_id", order=lambda row: row.name)
    hang(parts["themes"], "goals", rows, parts, key="theme_id", order=lambda row: (row.position, row.statement))
    hang(
        parts["themes"], "actions", rows, parts, key="theme_id", order=lambda row: (str(row.ends_on or "z"), row.title)
    )
    text = {name: written(getattr(strategy, name)) for name in STRATEGY_FIELDS}
    for name in ("core_values", "themes"):
        order = sorted(range(len(rows[name])), key=lambda at, name=name: (rows[name][at].position, rows[name][at].name))
        text[name] = [parts[name][at] for at in order]
    return text


def said(name, row, people):
    facts = {field: written(getattr(row, field)) for field in ("id", *PARTS[name][1])}
    if hasattr(row, "owner_id"):
        facts["owner"] = people.get(row.owner_id, "")
    return facts


def hang(parents, name, rows, parts, *, key, order):
    """Put each part under the part that it belongs to."""
    below = defaultdict(list)
    for row, part in sorted(zip(rows[name], parts[name], strict=True), key=lambda pair: order(pair[0])):
        below[getattr(row, key)].append(part)
    for parent in parents:
        parent[name] = below[parent["id"]]


def written(value):
    """A value as JSON keeps it, the same whichever way it came."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else f"{plain(value):f}"


@dataclasses.dataclass
class Difference:
    """What happened to one block of the text."""

    kind: str  # added, removed or changed
    part: str
    name: str
    fields: list  # (label, pieces), each piece (how, words) with how one of same, added, removed


def differences(old: dict, new: dict) -> list[Difference]:
    """What was added, removed and changed, per block and word by word, in the order of the new text."""
    if old == new:  # as most texts that are compared are
        return []
    before, after = dict(blocks(old)), dict(blocks(new))
    found = []
    for key, (model, name, facts) in after.items():
        if key not in before:
            found.append(difference("added", model, name, {}, facts))
        # What is the same letter by letter, as nearly all of it is, need not be put into words first.
        elif before[key][2] != facts and (changed := difference("changed", model, name, before[key][2], facts)).fields:
            found.append(changed)
    for key, (model, name, facts) in before.items():
        if key not in after:
            found.append(difference("removed", model, name, facts, {}))
    return found


def blocks(text):
    """Each block of the text: its key, and its model, name and fields."""
    yield ("strategy", 0), (Strategy, text["title"], {name: text.get(name, "") for name in STRATEGY_FIELDS})
    yield from blocks_of("core_values", text["core_values"])
    for theme in text["themes"]:
        yield from blocks_of("themes", [theme])
        for goal in theme["goals"]:
            yield from blocks_of("goals", [goal])
            for indicator in goal["indicators"]:
                yield from blocks_of("indicators", [indicator])
                yield from blocks_of("interim_targets", indicator["interim_targets"])
        yield from blocks_of("actions", theme["actions"])


def blocks_of(part, rows):
    model, names = PARTS[part]
    for row in rows:
        yield (part, row["id"]), (model, row[names[0]], {name: row.get(name, "") for name in names})


def difference(kind, model, name, old, new):
    fields = []
    for field in new or old:
        before, after = in_words(model, field, old), in_words(model, field, new)
        if before != after:
            label = capfirst(model._meta.get_field(field).verbose_name)
            fields.append((label, words_apart(before, after)))
    return Difference(kind, capfirst(model._meta.verbose_name), name, fields)


def in_words(model, field, facts):
    """What the snapshot keeps of a field, as a reader says it: of rich text its words, not its marks."""
    value, field = facts.get(field, ""), model._meta.get_field(field)
    if isinstance(field, RichTextField):
        return words(value)
    if isinstance(field, models.DecimalField):
        return plain_number(value)
    if isinstance(field, models.DateField):
        return day_in_words(dt.date.fromisoformat(value)) if value else ""
    choices = dict(field.flatchoices or [])
    return str(choices.get(value, value))


def words_apart(old: str, new: str) -> list[tuple[str, str]]:
    """The two texts as pieces that stayed, went and came, cut at words."""
    before, after = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    pieces, gone, come = [], "", ""

    def apart():
        return [(how, text) for how, text in (("removed", gone), ("added", come)) if text]

    for what, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = "".join(before[i:j])
        # A space between two changed words parts nothing: one mark reads better than one for each word.
        if what == "equal" and not same.isspace():
            pieces += [*apart(), ("same", same)]
            gone = come = ""
        else:
            gone, come = gone + same, come + "".join(after[k:m])
    return pieces + apart()
