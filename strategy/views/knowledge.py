"""Knowledge cards, to read; the administration edits them."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import DetailView, ListView

from mvi.views import Exported
from strategy.models import KnowledgeCard
from strategy.resources import KnowledgeCardResource


class KnowledgeCards(Exported, ListView):
    resource_class = KnowledgeCardResource
    permission_required = "strategy.view_knowledgecard"
    model = KnowledgeCard


class KnowledgeCardPage(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_knowledgecard"
    model = KnowledgeCard
    slug_field = "keyword"
