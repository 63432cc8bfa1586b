"""Walk through the site as a person with a mouse: from the first page along every kind of link that is offered."""

import re
from collections import Counter, deque
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qs, urljoin, urlsplit

from django.urls import Resolver404, resolve

LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
OF_EACH_KIND = 2  # pages of one kind that are visited: the first ones offered
# What Django puts in an address of its administration: which list one came from, what kind of picker, sorting, pages.
OF_THE_ADMINISTRATION = {"_changelist_filters", "_facets", "_to_field", "all", "o", "p"}


class Visit(NamedTuple):
    """A page that was offered, what came back, and on which page the link stands."""

    address: str
    kind: str
    response: object
    found_on: str


def links(page):
    """The addresses that a page offers; HTMLParser finds the same in a hundred times as long."""
    return [unescape(address) for address in LINK.findall(page) if address]


def crawl(client, start="/"):
    """Visit two pages of each kind that `client` is offered; links to other sites and files are left alone.

    Of the administration one, and of what a query asks: those pages are made alike, and there are hundreds of them.
    """
    seen, kinds, queue = {start}, Counter(), deque([(start, "")])
    while queue:
        address, found_on = queue.popleft()
        kind = kind_of(address)
        kinds[kind] += 1
        if kinds[kind] > (1 if kind.startswith("admin:") or "?" in kind else OF_EACH_KIND):
            continue
        response = client.get(address)
        yield Visit(address, kind, response, found_on)
        if response.status_code in {301, 302}:
            found = [response.headers["Location"]]
        elif "text/html" in response.headers["Content-Type"]:
            found = links(response.content.decode())
        else:
            found = []
        for link in found:
            target = urlsplit(urljoin(address, link))
            path = target.path + (f"?{target.query}" if target.query else "")
            if target.scheme in {"", "http"} and target.netloc in {"", "testserver"} and path not in seen:
                seen.add(path)
                queue.append((path, address))


def kind_of(address):
    """The name of the page and what its query asks; an address without a page is a kind of its own.

    A filter of the administration is one kind, whatever list it stands at.
    """
    parts = urlsplit(address)
    try:
        page = resolve(parts.path).view_name
    except Resolver404:
        return address
    asked = sorted(parse_qs(parts.query, keep_blank_values=True).keys() - OF_THE_ADMINISTRATION)
    if page.startswith("admin:") and asked:
        page = "admin:"
    return "?".join([page, *(asked if len(asked) == 1 else ["more than one thing"] * bool(asked))])
