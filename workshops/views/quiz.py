"""The knowledge quiz before and after a session; the score is shown to nobody else."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from strategy.models import KnowledgeCard
from workshops.actions import do_quiz
from workshops.forms import QuizForm
from workshops.models import Session


@permission_required("workshops.view_session", raise_exception=True)
@never_cache
@require_http_methods(["GET", "POST"])
def quiz(request, session):
    session = get_object_or_404(Session.objects.select_related("series"), pk=session)
    cards = list(KnowledgeCard.objects.with_question())
    form = QuizForm(request.POST if request.method == "POST" else None, cards=cards)
    done = bool(cards) and form.is_valid()
    if done:
        do_quiz(session=session, score=len(cards) - len(form.wrong), out_of=len(cards), by=request.user)
    scores = session.quiz_scores.filter(user=request.user).order_by("-moment")  # before, then after
    context = {"session": session, "form": form, "cards": cards, "done": done, "scores": scores}
    return render(request, "workshops/quiz.html", context)
