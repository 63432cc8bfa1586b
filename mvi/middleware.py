"""What happens to every request before a view sees it."""

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
    """Remember the address that asks, for the audit trail."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = audit.origin.set(request.META.get("REMOTE_ADDR", ""))
        try:
            return self.get_response(request)
        finally:
            audit.origin.reset(token)
