"""What pages of the rows of a session share: the session in their address or on their row."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from workshops.models import Session


class OfSession:
    """The page of a row that belongs to the session in the address."""

    @cached_property
    def session(self):
        return get_object_or_404(Session.objects.select_related("series"), pk=self.kwargs["session"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"session": self.session}


class AddToSession(OfSession):
    """A form that makes a row of the session."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.model(session=self.session)}


class KnowsSession(OfSession):
    """The page of a row that knows its session itself."""

    @cached_property
    def session(self):
        return self.object.session
