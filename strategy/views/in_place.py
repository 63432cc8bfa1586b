"""Blocks of the reading view, changed where they stand.

With htmx the small form of a block comes in its place; without JavaScript the same address is a plain page.
"""

from django.http import HttpResponse
from django.utils.functional import cached_property
from django_htmx.http import HttpResponseClientRefresh

from strategy.templatetags.in_place import link_to

PART, BACK = "deel", "terug"  # in the address: which block it is, and that it need not be changed after all


class ChangesBlock:
    """First base of a ChangePage whose row has blocks in the reading view: the word in the address → the form."""

    blocks = {}

    @cached_property
    def block(self):
        return self.request.GET.get(PART, "")

    def get(self, request, *args, **kwargs):
        if not (request.htmx and self.block in self.blocks and BACK in request.GET):
            return super().get(request, *args, **kwargs)
        about = self.blocks[self.block].about or self.get_object()
        return HttpResponse(link_to(request.path, self.block, about, swapped=True))

    def get_form_class(self):
        return self.blocks.get(self.block) or super().get_form_class()

    def get_form_kwargs(self):
        """More than one block can be open on the page."""
        kwargs = super().get_form_kwargs()
        return kwargs | {"auto_id": f"id_{self.block}_{self.object.pk}_%s"} if self.request.htmx else kwargs

    def get_template_names(self):
        return ["strategy/_block_form.html"] if self.request.htmx else super().get_template_names()

    def get_context_data(self, **kwargs):
        back = {"cancel_url": self.get_success_url()} if self.block in self.blocks else {}
        return super().get_context_data(**kwargs) | {"part": self.block} | back

    def get_success_url(self):
        if self.block not in self.blocks:
            return super().get_success_url()
        paragraph = self.blocks[self.block].paragraph
        return self.object.address_in_text(*([paragraph] if paragraph else []))

    def render_to_response(self, context, **kwargs):
        """htmx swaps only what came back well, and the second of two editors must see the answer too."""
        return super().render_to_response(context, **kwargs | ({"status": 200} if self.request.htmx else {}))

    def form_valid(self, form):
        """The whole page again: contents, banner and charts may have changed with the block."""
        response = super().form_valid(form)
        return HttpResponseClientRefresh() if self.request.htmx and response.status_code == 302 else response
