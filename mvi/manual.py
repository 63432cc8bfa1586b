"""The user manual: one page per task, in Dutch, read by the site and in the repository from docs/handleiding.

Words in bold are words on the screen. The pictures are taken by the test suite, see tests/journeys/test_pictures.py.
"""

import functools
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from mvi.roles import BY_KEY

FOLDER = settings.BASE_DIR / "docs" / "handleiding"
PICTURES = "../../static/images/"  # as a page of the repository finds them
WIDTH, HEIGHT = 1000, 640  # of every picture, so that a page does not jump when one comes in
TASKS = {  # the key of a role, or nothing for what everybody does → its tasks
    "": ["inloggen", "overzicht-lezen", "zoeken-en-rode-draad", "volgen-en-meldingen", "eigenaar-worden", "reageren"],
    "policy_advisor": [
        "strategie-schrijven",
        "doel-meetbaar-maken",
        "consultatie-houden",
        "vaststellen",
        "verslag-doen",
    ],
    "buyer": ["pilot-registreren", "procedure-bepalen", "criteria-kiezen", "gevraagd-en-geleverd", "lijst-inlezen"],
    "project_leader": ["planning-bijhouden", "fase-verder", "les-delen"],
    "facilitator": ["werksessie-voorbereiden", "regie-voeren", "oogsten"],
    "executive": ["stand-van-zaken"],
    "administrator": ["mensen-en-rollen", "beheer-in-en-uit", "organisatie-instellen"],
}


@dataclass(frozen=True)
class Task:
    """One page of the manual, as it is read."""

    slug: str
    title: str
    html: str


class Renderer(MarkdownIt):
    """Plain Markdown without HTML in it; pictures come from the static files."""

    def __init__(self):
        super().__init__("commonmark", {"html": False})
        self.add_render_rule("image", picture)


def picture(_renderer, tokens, index, _options, _env):
    """A picture that does not move the text when it comes in."""
    token = tokens[index]
    token.attrs |= {
        "src": static("images/" + str(token.attrs["src"]).removeprefix(PICTURES)),
        "alt": token.content,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return f"<img{_renderer.renderAttrs(token)}>"


@functools.cache
def task(slug):
    """The page with this name; its first line is its title."""
    title, _line, text = (FOLDER / f"{slug}.md").read_text().partition("\n")
    return Task(slug, title.removeprefix("# "), mark_safe(Renderer().render(text)))  # noqa: S308 -- written by us


def chapters(user):
    """The tasks by role, those of this person first."""
    theirs = set(user.groups.values_list("name", flat=True)) if user.is_authenticated else set()
    keys = sorted(TASKS, key=lambda key: (key not in theirs, key != ""))
    return [
        {
            "key": key or "everybody",
            "title": BY_KEY[key].name if key else _("everybody"),
            "is_theirs": key in theirs,
            "tasks": [task(slug) for slug in TASKS[key]],
        }
        for key in keys
    ]


@require_safe
@login_not_required
def contents(request):
    """Open to whoever still has to log in: how to do that is in it."""
    return render(request, "manual/contents.html", {"chapters": chapters(request.user)})


@require_safe
@login_not_required
def page(request, topic):
    key = next((key for key, slugs in TASKS.items() if topic in slugs), None)
    if key is None:
        raise Http404
    others = [task(other) for other in TASKS[key] if other != topic]
    context = {"task": task(topic), "others": others, "role": BY_KEY[key].name if key else _("everybody")}
    return render(request, "manual/task.html", context)
