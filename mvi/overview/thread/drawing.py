"""The thread as a drawing: where each knot and each tie stands. Colours and fonts are for the stylesheet."""

import dataclasses
import textwrap

from mvi.overview.thread.graph import Knot, Thread

WIDTH, GAP_X, GAP_Y, TOP = 160, 32, 10, 30  # of a knot, between columns, between knots, above the first
LINE, PADDING = 16, 8  # a line of text, and the room around it
LETTERS, LINES = 18, 3  # of a label, before it is cut; the list and the title have it whole


@dataclasses.dataclass
class Box:
    """A knot with its place."""

    knot: Knot
    x: int
    y: int
    height: int
    lines: list[tuple[int, str, str]]  # baseline, text, kind: label, note or gap

    @property
    def middle(self):
        return self.y + self.height // 2


@dataclasses.dataclass
class Drawing:
    width: int
    height: int
    headings: list[tuple[int, str]]
    boxes: list[Box]
    ties: list[tuple[str, int]]  # the path, the colour of the theme


def draw(thread: Thread) -> Drawing:
    """Columns from left to right, each from the top down, as near as can be to what leads to it."""
    boxes, headings, height = {}, [], 0
    for number, (column, knots) in enumerate(thread.columns().items()):
        x, y = number * (WIDTH + GAP_X), TOP
        headings.append((x, column.label))
        for knot in knots:
            before = [boxes[key].middle for key in thread.before[knot.key] if key in boxes]
            boxes[knot.key] = box(knot, x, y, sum(before) // len(before) if before else 0)
            y = boxes[knot.key].y + boxes[knot.key].height + GAP_Y
        height = max(height, y)
    ties = [tie(boxes[first], boxes[second]) for first, seconds in thread.after.items() for second in seconds]
    return Drawing(len(headings) * (WIDTH + GAP_X) - GAP_X, height, headings, list(boxes.values()), ties)


def box(knot, x, top, wanted):
    """A box below `top`, with its middle as near as can be to where it is wanted."""
    label = textwrap.wrap(knot.label, LETTERS, max_lines=LINES, placeholder="…")
    note = textwrap.wrap(str(knot.note), LETTERS + 4, max_lines=2, placeholder="…")
    gap = textwrap.wrap(str(knot.gap), LETTERS + 3, max_lines=2, placeholder="…")
    kinds = ["label"] * len(label) + ["note"] * len(note) + ["gap"] * len(gap)
    height = LINE * len(kinds) + 2 * PADDING
    y = max(top, wanted - height // 2)
    lines = [
        (y + PADDING + LINE * number + LINE - 4, text, kind)
        for number, (text, kind) in enumerate(zip([*label, *note, *gap], kinds, strict=True))
    ]
    return Box(knot, x, y, height, lines)


def tie(first, second):
    """A calm curve from the right side of one to the left side of the other."""
    x1, y1, x2, y2 = first.x + WIDTH, first.middle, second.x, second.middle
    bend = (x1 + x2) // 2 if x2 - x1 < 2 * GAP_X else x1 + GAP_X
    path = f"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"
    return path, second.knot.colour or first.knot.colour
