"""Who did the knowledge quiz of a session; the score is for that person alone."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.models import known_choice

from .session import MOMENTS_IN_THE_ROOM, Moment, Session


# No history, no sheet, no administration: nobody but the person themselves ever sees a score.
class QuizScore(models.Model):
    """One person, before or after one session; doing it again replaces it."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="quiz_scores", verbose_name=_("session"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    moment = models.CharField(_("moment"), max_length=10, choices=Moment)
    score = models.PositiveSmallIntegerField(_("score"))
    out_of = models.PositiveSmallIntegerField(_("out of"))
    done_at = models.DateTimeField(_("done at"), default=timezone.now)

    class Meta:
        verbose_name = _("score of a quiz")
        verbose_name_plural = _("scores of a quiz")
        default_permissions = ()
        ordering = ["session", "pk"]
        constraints = [
            known_choice("moment", Moment),
            models.CheckConstraint(name="quiz_before_or_after", condition=Q(moment__in=MOMENTS_IN_THE_ROOM)),
            models.CheckConstraint(name="quiz_score_fits", condition=Q(score__lte=F("out_of"))),
            models.UniqueConstraint(fields=["session", "user", "moment"], name="quiz_once_per_person_and_moment"),
        ]

    def __str__(self):
        """Not the score, nor whose it is."""
        return f"{self._meta.verbose_name} {self.pk}"
