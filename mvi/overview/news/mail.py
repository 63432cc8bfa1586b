"""News for the daily mail."""

from mvi.models import NewsChoice, User
from mvi.overview.news.reading import in_words, unread
from strategy.reminders import News

NAMED = 10  # the others are one number, with the page that has them all


def for_mail(person: User) -> News | None:
    """What this person neither read nor was mailed before; None when there is nothing."""
    choice = NewsChoice.for_person(person)
    fresh = unread(person, choice).filter(at__gt=choice.mailed_until).order_by("-at", "-pk")
    lines = in_words(fresh[:NAMED])
    if not lines:
        return None
    return News([(line.text, line.url) for line in lines], fresh.count(), lines[0].event.at)
