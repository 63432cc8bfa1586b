"""The milestones of many pilots on one line of time, as plain SVG."""

import dataclasses
import datetime as dt

LABELS, WIDTH, ROW, TOP = 256, 860, 34, 30  # of the names, of the whole, of one pilot, of the months


@dataclasses.dataclass(frozen=True)
class Timeline:
    months: list  # x and first day
    rows: list  # y, pilot and its marks: x, milestone, state
    today_x: int | None
    height: int


def timeline_of(pilots, *, today: dt.date) -> Timeline | None:
    """From the first month to the last in which one of these pilots has a milestone; None without milestones."""
    days = [milestone.due_on for pilot in pilots for milestone in pilot.milestones.all()]
    if not days:
        return None
    first = min(days).replace(day=1)
    last = following(max(days))
    scale = (WIDTH - LABELS - 20) / (last - first).days

    def x(day):
        return LABELS + round((day - first).days * scale)

    months, month = [], first
    while month < last:
        months.append(month)
        month = following(month)
    # At most eight labels, more run into each other; in steps that a reader counts in: quarters, half years, years.
    step = next(step for step in (1, 2, 3, 6, *range(12, len(months) + 12, 12)) if step * 8 >= len(months))
    rows = []
    for number, pilot in enumerate(pilots):
        y = TOP + number * ROW + ROW // 2
        marks = [(x(milestone.due_on), milestone, state(milestone)) for milestone in pilot.milestones.all()]
        rows.append((y, pilot, marks))
    return Timeline(
        months=[(x(month), month) for month in months[::step] if x(month) < WIDTH - 60],
        rows=rows,
        today_x=x(today) if first <= today < last else None,
        height=TOP + len(rows) * ROW,
    )


def following(day):
    """The first day of the next month."""
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def state(milestone):
    if milestone.done_on:
        return "done"
    return "late" if milestone.is_overdue else "open"
