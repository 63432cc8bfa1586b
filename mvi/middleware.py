"""What happens to every request before a view sees it."""

import ipaddress

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils import translation

from mvi import audit
from mvi.fields import CONTROL_CHARACTERS


class RefuseControlCharacters:
    """PostgreSQL cannot store NUL and nobody types control characters into an address: a bad request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if CONTROL_CHARACTERS.search(request.path) or any(
            CONTROL_CHARACTERS.search(text) for name, values in request.GET.lists() for text in (name, *values)
        ):
            raise BadRequest("Control character in the address.")


class ChosenLanguage:
    """Dutch, unless the reader chose otherwise with the switch; what their browser prefers does not count."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class Origin:
    """Find out once which address asks, for the audit trail and for every limit per address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.META["REMOTE_ADDR"] = address = sender(request)
        token = audit.origin.set(address)
        try:
            return self.get_response(request)
        finally:
            audit.origin.reset(token)


def sender(request):
    """A proxy of ours writes whom it heard at the end of X-Forwarded-For; all before it can be typed by anybody."""
    if settings.BEHIND_PROXY:
        last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        try:
            return str(ipaddress.ip_address(last))
        except ValueError:
            pass  # the proxy itself asks, for example for its health check
    return request.META.get("REMOTE_ADDR", "")
