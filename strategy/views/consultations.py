"""Consultation: asking what people think of the strategy, saying it of one block, and answering each remark."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, ListView

from mvi.views import AddPage, ChangePage, ConfirmPage, Exported, HistoryPage
from strategy.actions import answer_remark, close_consultation, make_remark, open_consultation
from strategy.forms import AnswerRemarkForm, ConsultationForm, OpenConsultationForm, RemarkForm
from strategy.models import ConsultationRound, CoreValue, Goal, Paragraph, Remark, Strategy, Theme
from strategy.resources import ConsultationRoundResource

READER = ["strategy.view_consultationround", "strategy.view_remark"]
TEXT = ["strategy.view_strategy", "strategy.view_corevalue", "strategy.view_theme", "strategy.view_goal"]
PARAGRAPHS = {"inleiding": Paragraph.INTRODUCTION, "visie": Paragraph.VISION}
BLOCKS = {  # the beginning of an address → the column of a remark, and what can stand in it
    "kernwaarde": ("core_value", lambda strategy: CoreValue.objects.in_use().filter(strategy=strategy)),
    "thema": ("theme", lambda strategy: Theme.objects.in_use().filter(strategy=strategy)),
    "doel": ("goal", lambda strategy: Goal.objects.in_use().filter(theme__strategy=strategy)),
}


class ConsultationList(Exported, ListView):
    resource_class = ConsultationRoundResource
    permission_required = READER
    queryset = ConsultationRound.objects.for_list()
    paginate_by = 25
    template_name = "strategy/consultation_list.html"
    context_object_name = "consultations"


class ConsultationDetail(PermissionRequiredMixin, DetailView):
    """What was said and what was answered, in the order of the text."""

    permission_required = READER
    queryset = ConsultationRound.objects.for_list().prefetch_related("people")
    template_name = "strategy/consultation_detail.html"
    context_object_name = "consultation"

    def get_context_data(self, **kwargs):
        remarks = sorted(self.object.remarks.for_list(), key=lambda remark: remark.place)
        return super().get_context_data(**kwargs) | {
            "open_remarks": [remark for remark in remarks if not remark.outcome],
            "answered_remarks": [remark for remark in remarks if remark.outcome],
            "may_answer": self.request.user.has_perm("strategy.change_remark") and not self.object.is_closed,
            "may_read_answers": self.request.user.has_perms([*READER, *TEXT]),
            "takes_remarks": self.object.takes_remarks_of(self.request.user),
        }


class ConsultationAdd(AddPage):
    permission_required = "strategy.add_consultationround"
    model = ConsultationRound
    form_class = OpenConsultationForm
    template_name = "strategy/consultation_form.html"
    audit_action = "open_consultation"

    def get_initial(self):
        return {"strategy": Strategy.objects.current()}

    def save(self, form):
        people = form.cleaned_data["people"]
        return open_consultation(consultation=form.save(commit=False), people=people, by=self.request.user)


class ConsultationChange(ChangePage):
    permission_required = "strategy.change_consultationround"
    model = ConsultationRound
    queryset = ConsultationRound.objects.unclosed().select_related("strategy")
    form_class = ConsultationForm
    template_name = "strategy/consultation_form.html"


class ConsultationClose(ConfirmPage):
    permission_required = "strategy.change_consultationround"
    queryset = ConsultationRound.objects.unclosed().select_related("strategy")
    template_name = "strategy/consultation_close.html"
    success_message = gettext_lazy("“%(row)s” was closed.")

    def perform(self, row):
        close_consultation(consultation=row, by=self.request.user)


class ConsultationHistory(HistoryPage):
    permission_required = READER
    rows = ConsultationRound.objects.select_related("strategy")


class RemarkAdd(AddPage):
    """The small form behind a block of the reading view."""

    permission_required = "strategy.add_remark"
    model = Remark
    form_class = RemarkForm
    template_name = "strategy/remark_form.html"
    audit_action = "remark"
    success_message = gettext_lazy("Thank you. “%(row)s” will be answered.")

    @cached_property
    def consultation(self):
        rounds = ConsultationRound.objects.select_related("strategy")
        return get_object_or_404(rounds if self.request.method == "POST" else rounds.unclosed(), pk=self.kwargs["pk"])

    @cached_property
    def block(self):
        """Column and value of what the address is about."""
        subject = self.kwargs["subject"]
        if subject in PARAGRAPHS:
            return {"paragraph": PARAGRAPHS[subject]}
        kind, _, number = subject.partition("-")
        if kind not in BLOCKS or not (number.isascii() and number.isdigit() and len(number) < 19):
            raise Http404
        column, rows = BLOCKS[kind]
        return {column: get_object_or_404(rows(self.consultation.strategy), pk=number)}

    def dispatch(self, request, *args, **kwargs):
        """Only whoever is asked; the permission is looked at first.

        Who began in time and sends it too late keeps what was typed: the action says why it is not taken.
        """
        late = request.method == "POST" and self.consultation.phase in ("answering", "closed")
        if self.has_permission() and not late and not self.consultation.takes_remarks_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Remark(consultation=self.consultation, **self.block)}

    def get_context_data(self, **kwargs):
        remark = Remark(consultation=self.consultation, **self.block)
        return super().get_context_data(**kwargs) | {"remark": remark, "consultation": self.consultation}

    def save(self, form):
        return make_remark(remark=form.save(commit=False), by=self.request.user)

    def get_success_url(self):
        return self.object.address_of_block


class RemarkAnswer(ChangePage):
    permission_required = "strategy.change_remark"
    model = Remark
    queryset = Remark.objects.filter(consultation__closed_at=None).for_list()
    form_class = AnswerRemarkForm
    template_name = "strategy/remark_answer.html"
    audit_action = "answer_remark"
    success_message = gettext_lazy("“%(row)s” was answered.")

    def save(self, form):
        return answer_remark(remark=self.object, by=self.request.user, **form.cleaned_data)
