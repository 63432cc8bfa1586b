"""Knowledge cards: one idea of circular or social procurement each, in plain words, with a question to test oneself."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet


class KnowledgeCardQuerySet(DomainQuerySet):
    def with_question(self):
        return self.exclude(question="")


@pghistory.track()
class KnowledgeCard(DomainModel):
    """One idea, explained; forms lead to it from the field where it helps."""

    keyword = models.SlugField(_("word in the address"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title = LineField(_("title"))
    summary = LineField(_("in one sentence"), max_length=300)
    text = ProseField(_("explanation"))
    question = LineField(_("question of the quiz"), blank=True)
    right_answer = LineField(_("right answer"), blank=True)
    wrong_answer = LineField(_("wrong answer"), blank=True)
    other_wrong_answer = LineField(_("another wrong answer"), blank=True)

    objects = KnowledgeCardQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("knowledge card")
        verbose_name_plural = _("knowledge cards")
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="knowledge_question_with_all_its_answers",
                condition=Q(question="", right_answer="", wrong_answer="", other_wrong_answer="")
                | ~(Q(question="") | Q(right_answer="") | Q(wrong_answer="") | Q(other_wrong_answer="")),
                violation_error_message=_("A question has one right and two wrong answers."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("knowledge:card", args=[self.keyword])

    @property
    def answers(self):
        """In the order of the alphabet, so that the place gives nothing away."""
        return sorted([self.right_answer, self.wrong_answer, self.other_wrong_answer])
