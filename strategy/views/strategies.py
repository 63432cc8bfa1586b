"""Pages of the strategy as a whole."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy
from django.views.generic import ListView

from mvi.views import AddPage, ChangePage, ConfirmPage, Exported, HistoryPage, RemovePage
from strategy.actions import make_current
from strategy.adoption import banner
from strategy.block_forms import IntroductionForm, VisionForm
from strategy.forms import StrategyForm
from strategy.models import Strategy
from strategy.reading import Reader, chapters, documents, drawn_chapters, text_of
from strategy.resources import StrategyResource
from strategy.views import action_plan, consultations, quality

from .in_place import ChangesBlock

EDITED = ["strategy", "corevalue", "theme", "goal"]  # in their own place


@permission_required("strategy.view_strategy", raise_exception=True)
def strategy(request):
    """The strategy that counts now, as a document to read."""
    return read(request, documents().filter(is_current=True).first())


@permission_required("strategy.view_strategy", raise_exception=True)
def strategy_detail(request, pk):
    """Another strategy: of an earlier period, or one in the making."""
    return read(request, get_object_or_404(documents(), pk=pk))


def read(request, strategy):
    context = {"strategy": strategy}
    if strategy:
        context |= {"banner": banner(strategy, text_of), "chapters": chapters(strategy)}
        remark_on = takes_remarks(context["banner"].consultation, request.user)
        may_edit = {kind: request.user.has_perm(f"strategy.change_{kind}") for kind in EDITED}
        context |= {
            "drawn": drawn_chapters(context["chapters"], Reader(may_edit["theme"], may_edit["goal"], remark_on)),
            "remark_on": remark_on,
            "may_edit": may_edit,
            "may_read_remarks": request.user.has_perms(consultations.READER),
            "may_check": request.user.has_perms(quality.READER),
            "may_plan": request.user.has_perms(action_plan.READER),
        }
    return render(request, "strategy/strategy.html", context)


def takes_remarks(consultation, person):
    """The consultation in which this person can say something of a block, if there is one."""
    return consultation if consultation and consultation.takes_remarks_of(person) else None


class StrategyList(Exported, ListView):
    resource_class = StrategyResource
    permission_required = "strategy.view_strategy"
    model = Strategy
    paginate_by = 25


class StrategyAdd(AddPage):
    permission_required = "strategy.add_strategy"
    model = Strategy
    form_class = StrategyForm

    def save(self, form):
        """The first one counts at once."""
        form.instance.is_current = not Strategy.objects.filter(is_current=True).exists()
        return super().save(form)


class StrategyChange(ChangesBlock, ChangePage):
    permission_required = "strategy.change_strategy"
    model = Strategy
    form_class = StrategyForm
    blocks = {"inleiding": IntroductionForm, "visie": VisionForm}


class StrategyRemove(RemovePage):
    permission_required = "strategy.delete_strategy"
    model = Strategy
    success_url = reverse_lazy("strategy:strategy-list")


class StrategyMakeCurrent(ConfirmPage):
    permission_required = "strategy.change_strategy"
    model = Strategy
    template_name = "strategy/strategy_make_current.html"
    success_message = gettext_lazy("“%(row)s” counts from now on.")

    def perform(self, row):
        make_current(strategy=row, by=self.request.user)


class StrategyHistory(HistoryPage):
    permission_required = "strategy.view_strategy"
    rows = Strategy.objects.all()
