"""The blocks of a canvas: read, changed in place, and each with its own history.

With htmx a block swaps with its form; without JavaScript the same addresses are plain pages.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.views.generic import DetailView
from pghistory.models import Events

from mvi.history import in_words
from mvi.views import ChangePage
from pilots.canvas import BLOCKS
from pilots.forms.canvas import form_of
from pilots.models import Pilot

from .access import ChangesPilot, HistoryOfPilot, OfPilot, pilot_or_404


class OfBlock:
    """A page of one block; `block` stands in the address."""

    @cached_property
    def block(self):
        try:
            return BLOCKS[self.kwargs["block"]]
        except KeyError as error:
            raise Http404 from error

    def get_object(self, queryset=None):
        return self.pilot

    def get_context_data(self, **kwargs):
        """Under two names, for within {% block %} the template language has a `block` of its own."""
        return super().get_context_data(**kwargs) | {"block": self.block, "canvas_block": self.block}


class CanvasBlock(OfBlock, OfPilot, DetailView):
    """One block as it stands on the canvas: what comes back when somebody cancels, with its link in focus."""

    model = Pilot
    template_name = "pilots/canvas/_swapped.html"
    extra_context = {"swapped": True}

    def get(self, request, *args, **kwargs):
        if request.htmx:
            return super().get(request, *args, **kwargs)
        return redirect(f"{self.pilot.get_absolute_url()}#{self.block.name}")


class CanvasChange(OfBlock, ChangesPilot, ChangePage):
    model = Pilot

    def get_form_class(self):
        return form_of(self.block)

    def get_template_names(self):
        return ["pilots/canvas/_block_form.html" if self.request.htmx else "pilots/canvas/block_page.html"]

    def get_success_url(self):
        return f"{self.object.get_absolute_url()}#{self.block.name}"

    def render_to_response(self, context, **kwargs):
        """htmx swaps only what came back well, and the second of two editors must see the answer too."""
        return super().render_to_response(context, **kwargs | ({"status": 200} if self.request.htmx else {}))

    def form_valid(self, form):
        response = super().form_valid(form)
        if not self.request.htmx or response.status_code != 302:
            return response
        said = [str(message) for message in messages.get_messages(self.request)]
        pilot = pilot_or_404(self.pilot.slug)
        context = {"pilot": pilot, "block": self.block, "may_change": pilot.can_be_changed_by(self.request.user)}
        return render(self.request, "pilots/canvas/_swapped.html", context | {"said": said, "swapped": True})


class CanvasHistory(OfBlock, HistoryOfPilot):
    """Who changed what in this block and when, and nothing else."""

    template_name = "pilots/canvas/block_history.html"

    def get_queryset(self):
        changed = Events.objects.tracks(self.row).filter(pgh_diff__has_any_keys=list(self.block.fields))
        return changed.order_by("-pgh_created_at", "-pgh_id")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        events = list(context["object_list"])
        for event in events:
            event.pgh_diff = {name: both for name, both in event.pgh_diff.items() if name in self.block.fields}
        return context | {"entries": in_words(events)}
