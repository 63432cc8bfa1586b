"""The parties of a pilot as a map around it, as plain SVG; the table on the page says the same."""

import dataclasses
import math

from pilots.models import PartyKind

WIDTH, HEIGHT = 860, 440
ACROSS, DOWN = 290, 165  # from the middle to the parties


@dataclasses.dataclass(frozen=True)
class Spot:
    party: object
    x: int
    y: int
    name_y: int
    kind_y: int


@dataclasses.dataclass(frozen=True)
class PartyMap:
    spots: list[Spot]
    width: int = WIDTH
    height: int = HEIGHT
    x: int = WIDTH // 2
    y: int = HEIGHT // 2


def map_of(parties) -> PartyMap | None:
    """Parties of one kind side by side, clockwise from the top; None without parties."""
    if not parties:
        return None
    order = list(PartyKind.values)
    spots = []
    around = sorted(parties, key=lambda party: (order.index(party.kind), party.name.lower()))
    for number, party in enumerate(around):
        turn = 2 * math.pi * number / len(around) - math.pi / 2
        x, y = WIDTH // 2 + round(ACROSS * math.cos(turn)), HEIGHT // 2 + round(DOWN * math.sin(turn))
        name_y, kind_y = (y - 34, y - 18) if y < HEIGHT // 2 else (y + 30, y + 46)  # away from its line
        spots.append(Spot(party=party, x=x, y=y, name_y=name_y, kind_y=kind_y))
    return PartyMap(spots=spots)
