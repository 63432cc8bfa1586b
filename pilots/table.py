"""The pages of the table of pilots."""

from decimal import Decimal
from typing import NamedTuple

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from mvi.sql import answers


class Row(NamedTuple):
    """What the table shows of a pilot: by exactly this, what was drawn of it is remembered."""

    pk: int
    slug: str
    name: str
    tags: str
    is_example: bool
    is_archived: bool
    phase: str
    standing: str
    estimate: Decimal | None
    buyer: str
    themes: str  # as JSON: name, colour and level of each
    milestone: str | None  # as JSON: name and day of the first that is not done


ROWS = """
    SELECT pilot.id, pilot.slug, pilot.name, pilot.tags, pilot.is_example, pilot.archived_at IS NOT NULL,
        pilot.phase, pilot.standing, pilot.estimate, COALESCE(NULLIF(buyer.name, ''), buyer.email, ''),
        to_jsonb(ARRAY(
            SELECT jsonb_build_array(theme.name, theme.colour, link.level)
            FROM pilots_pilottheme AS link
            JOIN strategy_theme AS theme ON theme.id = link.theme_id
            WHERE link.pilot_id = pilot.id
            ORDER BY theme.position, theme.name
        ))::text,
        (
            SELECT jsonb_build_array(name, due_on)
            FROM pilots_milestone
            WHERE pilot_id = pilot.id AND done_on IS NULL
            ORDER BY due_on, name
            LIMIT 1
        )::text
    FROM unnest(%s::bigint[]) WITH ORDINALITY AS page (id, place)
    JOIN pilots_pilot AS pilot USING (id)
    LEFT JOIN mvi_user AS buyer ON buyer.id = pilot.buyer_id
    ORDER BY page.place
"""


MANY_ROWS = 100  # on a page, for who asks for them


class PilotPaginator(Paginator):
    """Finds the keys of a page first and reads only those rows: a page far down costs no more than the first."""

    def page(self, number):
        start = 0 if number == 1 else (self.validate_number(number) - 1) * self.per_page
        sql, values = self.object_list.sql_of_keys
        keys = [key for (key,) in answers(f"{sql} LIMIT {MANY_ROWS + 1} OFFSET {start}", values)]
        if number == 1 and len(keys) <= MANY_ROWS:
            self.count = len(keys)  # as many as were found: counting a few takes as long as finding them
        return self._get_page(rows_of(keys[: self.per_page]), self.validate_number(number), self)

    @cached_property
    def count(self):
        ((number,),) = answers(*self.object_list.sql_of_count)
        return number


def rows_of(keys: list[int]) -> list[Row]:
    """The rows of these pilots, in this order; no objects, for to make those takes longer than to read them."""
    return [Row(*row) for row in answers(ROWS, [keys])]
