"""What the frame of every page needs: whose site it is and where this person may go."""

import functools

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from mvi.models import Organisation

MAIN_MENU = [  # label, page, permission
    (_("Overview"), "overview:dashboard", None),
    (_("Strategy"), "strategy:strategy", "strategy.view_strategy"),
    (_("Workshops"), "workshops:series-list", "workshops.view_series"),
    (_("Pilots"), "pilots:pilot-list", "pilots.view_pilot"),
    (_("Reports"), "reports:list", "strategy.view_strategy"),
]
ACCOUNT_MENU = [
    (_("Calendar"), "overview:calendar"),
    (_("My background jobs"), "jobs:list"),
    (_("Change password"), "account_change_password"),
    (_("Two-step login"), "mfa_index"),
    (_("Help"), "manual:contents"),
    (_("Style guide"), "styleguide"),
]
FOOTER = [
    (_("Help"), "manual:contents", None),
    (_("Knowledge cards"), "knowledge:list", "strategy.view_knowledgecard"),
    (_("Accessibility"), "accessibility", None),
    (_("Privacy"), "privacy", None),
]


def frame(request):
    """Worked out only when a template asks, so that an answer without a page costs nothing."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def frame_of(request):
    user = getattr(request, "user", AnonymousUser())
    organisation = Organisation.current("name", "house_style", "logo", "is_demo")
    navigation = main_menu(user, request.resolver_match) if user.is_authenticated else []
    account = account_menu(user) if user.is_authenticated else []
    footer = links(permitted(FOOTER, user))
    logo = static_or_nothing(organisation.logo)
    demo = settings.DEMO or organisation.is_demo
    return {
        "demo": demo,
        "organisation": organisation.name,
        "house_style": static_or_nothing(organisation.house_style),
        "logo": logo,
        "navigation": navigation,
        "account": account,
        "facts": facts(demo, organisation.name, logo, user, navigation, account + footer),
        "footer": footer,
        "search": address("overview:search") if may_search(user) else "",
        "suggestions": address("overview:suggestions"),
        "news": address("news:list"),
        "news_number": address("news:number"),
    }


def facts(demo, organisation, logo, user, navigation, others):
    """All that the header and the footer show, by which they are remembered."""
    person = (user.name, user.email) if user.is_authenticated else ()
    pages = [(item["page"], item["current"]) for item in navigation], [item["page"] for item in others]
    return demo, organisation, logo, person, pages


def may_search(user):
    """Whoever may read one of the parts; the page itself looks at each kind."""
    return any(user.has_perm(permission) for _label, _page, permission in MAIN_MENU if permission)


def main_menu(user, here):
    """The parts of the site that this user may read; the part in which the page lies is marked."""
    menu = links(permitted(MAIN_MENU, user))
    for item in menu:
        item["current"] = "" if here is None else current(item["page"], here)
    return menu


def permitted(menu, user):
    """What this user may read."""
    return [(label, page) for label, page, permission in menu if not permission or user.has_perm(permission)]


def current(page, here):
    """The value of aria-current: this very page, or a page of its part of the site."""
    if here.view_name == page:
        return "page"
    return "true" if here.app_name == page.split(":")[0] else ""


def account_menu(user):
    items = links(ACCOUNT_MENU)
    if user.is_staff:
        items += links([(_("Administration"), "admin:index")])
    return items


def links(menu):
    return [{"label": label, "page": page, "url": address(page)} for label, page in menu]


@functools.cache
def address(page):
    """Where a page stands; every page asks it of twenty others, and it never changes."""
    return reverse(page)


def static_or_nothing(path):
    """A file that is not there must not take every page down."""
    try:
        return static(path) if path else ""
    except ValueError:
        return ""
