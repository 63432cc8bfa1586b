"""Diverging bars of a pulse: who disagrees stands left of the middle, who agrees right, made on the server as SVG."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from workshops.models import Agreement

WIDTH, HEIGHT = 200, 18  # a hundred percent on each side of the middle
MIDDLE = WIDTH / 2


def bar(percent: dict[int, float]) -> SafeString:
    """The bar of one statement; the neutral answers stand half on each side."""
    place = MIDDLE - percent[1] - percent[2] - percent[3] / 2
    parts = []
    for score in Agreement.values:
        if percent[score]:
            parts.append((f"{place:.1f}", f"{percent[score]:.1f}", HEIGHT, score))
        place += percent[score]
    return format_html(
        '<svg class="pulse-bar" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">{}'
        '<line class="pulse-bar__middle" x1="{}" x2="{}" y1="0" y2="{}"/></svg>',
        WIDTH,
        HEIGHT,
        in_words(percent),
        format_html_join("", '<rect x="{}" y="0" width="{}" height="{}" class="pulse-bar__{}"/>', parts),
        MIDDLE,
        MIDDLE,
        HEIGHT,
    )


def in_words(percent):
    """What the bar shows, for who does not see it."""
    return ", ".join(f"{score.label} {percent[score]:.0f}%" for score in Agreement)
