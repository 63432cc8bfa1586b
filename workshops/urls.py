"""In the order in which a facilitator meets the pages."""

from django.urls import path

from workshops.views import (
    board,
    console,
    decisions,
    invitations,
    matrix,
    participants,
    programme,
    pulse,
    quiz,
    series,
    sessions,
)

app_name = "workshops"

series_pages = [
    path("", series.SeriesList.as_view(), name="series-list"),
    path("nieuw/", series.SeriesAdd.as_view(), name="series-add"),
    path("reeksen/<int:pk>/", series.SeriesDetail.as_view(), name="series-detail"),
    path("reeksen/<int:pk>/wijzigen/", series.SeriesChange.as_view(), name="series-change"),
    path("reeksen/<int:pk>/verwijderen/", series.SeriesRemove.as_view(), name="series-remove"),
    path("reeksen/<int:pk>/archiveren/", series.SeriesArchive.as_view(), name="series-archive"),
    path("reeksen/<int:pk>/geschiedenis/", series.SeriesHistory.as_view(), name="series-history"),
]
pulse_pages = [
    path("reeksen/<int:pk>/puls/", pulse.SeriesPulse.as_view(), name="series-pulse"),
    path("reeksen/<int:pk>/puls/adressen/", pulse.addresses, name="pulse-addresses"),
    path("puls/<int:pk>/sluiten/", pulse.PulseClose.as_view(), name="pulse-close"),
    path("puls/<int:pk>/herinneren/", pulse.remind, name="pulse-remind"),
]
session_pages = [
    path("sessies/", sessions.SessionList.as_view(), name="session-list"),
    path("reeksen/<int:series>/nieuw/", sessions.SessionAdd.as_view(), name="session-add"),
    path("<int:pk>/", sessions.SessionDetail.as_view(), name="session-detail"),
    path("<int:pk>/wijzigen/", sessions.SessionChange.as_view(), name="session-change"),
    path("<int:pk>/verwijderen/", sessions.SessionRemove.as_view(), name="session-remove"),
    path("<int:pk>/archiveren/", sessions.SessionArchive.as_view(), name="session-archive"),
    path("<int:pk>/geschiedenis/", sessions.SessionHistory.as_view(), name="session-history"),
]
programme_pages = [
    path("<int:session>/stappen/nieuw/", programme.StepAdd.as_view(), name="step-add"),
    path("stappen/<int:pk>/wijzigen/", programme.StepChange.as_view(), name="step-change"),
    path("stappen/<int:pk>/verwijderen/", programme.StepRemove.as_view(), name="step-remove"),
    path("stappen/<int:pk>/verplaatsen/", programme.step_move, name="step-move"),
]
decision_pages = [
    path("<int:session>/besluiten/nieuw/", decisions.DecisionAdd.as_view(), name="decision-add"),
    path("besluiten/<int:pk>/wijzigen/", decisions.DecisionChange.as_view(), name="decision-change"),
    path("besluiten/<int:pk>/verwijderen/", decisions.DecisionRemove.as_view(), name="decision-remove"),
    path("besluiten/<int:pk>/verplaatsen/", decisions.decision_move, name="decision-move"),
]
invitation_pages = [
    path("<int:session>/quiz/", quiz.quiz, name="quiz"),
    path("<int:session>/quiz/herinneren/", invitations.quiz_reminder, name="quiz-remind"),
    path("<int:session>/uitnodigingen/", invitations.InvitationList.as_view(), name="invitation-list"),
    path("<int:session>/uitnodigingen/nieuw/", invitations.add, name="invite"),
    path("<int:session>/uitnodigingen/mailen/", invitations.tell, name="invitation-tell"),
    path("uitnodigingen/<int:pk>/opnieuw/", invitations.again, name="invitation-again"),
    path("uitnodigingen/<int:pk>/aanwezig/", invitations.attendance, name="invitation-attendance"),
    path("uitnodigingen/<int:pk>/verwijderen/", invitations.remove, name="invitation-remove"),
]
participant_pages = [
    path("<int:session>/deelnemers/", participants.ParticipantList.as_view(), name="participant-list"),
    path("<int:session>/deelnemers/nieuw/", participants.ParticipantAdd.as_view(), name="participant-add"),
    path("deelnemers/<int:pk>/wijzigen/", participants.ParticipantChange.as_view(), name="participant-change"),
    path("deelnemers/<int:pk>/verwijderen/", participants.participant_remove, name="participant-remove"),
]
board_pages = [
    path("<int:session>/bijdragen/", board.ContributionList.as_view(), name="contribution-list"),
    path("<int:session>/bijdragen/nieuw/", board.ContributionAdd.as_view(), name="contribution-add"),
    path("bijdragen/<int:pk>/wijzigen/", board.ContributionChange.as_view(), name="contribution-change"),
    path("bijdragen/<int:pk>/verbergen/", board.contribution_hide, name="contribution-hide"),
    path("bijdragen/<int:pk>/oogsten/", board.HarvestAdd.as_view(), name="harvest-add"),
    path("oogst/<int:pk>/verwijderen/", board.HarvestRemove.as_view(), name="harvest-remove"),
    path("<int:pk>/matrix/", matrix.Matrix.as_view(), name="matrix"),
    path("<int:session>/clusters/nieuw/", board.ClusterAdd.as_view(), name="cluster-add"),
    path("clusters/<int:pk>/wijzigen/", board.ClusterChange.as_view(), name="cluster-change"),
    path("clusters/<int:pk>/verwijderen/", board.ClusterRemove.as_view(), name="cluster-remove"),
    path("clusters/<int:pk>/vaststellen/<slug:kind>/", board.settle, name="cluster-settle"),
    path("uitkomsten/<int:pk>/verwijderen/", board.OutcomeRemove.as_view(), name="outcome-remove"),
]
live_pages = [
    path("<int:pk>/regie/", console.console, name="console"),
    path("<int:pk>/scherm/", console.screen, name="screen"),
    path("<int:pk>/deelnamecode.svg", console.join_picture, name="join-picture"),
    path("<int:pk>/regie/openen/", console.begin, name="open"),
    path("<int:pk>/regie/sluiten/", console.close, name="close"),
    path("<int:pk>/regie/stap/", console.go_to, name="go-to-step"),
    path("<int:pk>/regie/stemmen-tonen/", console.show_votes, name="show-votes"),
    path("<int:pk>/regie/plaatsen/", console.place, name="place"),
    path("<int:pk>/regie/cluster/", console.add_cluster, name="console-cluster"),
    path("<int:pk>/regie/hernoemen/", console.rename, name="rename"),
    path("<int:pk>/regie/samenvoegen/", console.merge, name="merge"),
    path("<int:pk>/regie/splitsen/", console.split, name="split"),
    path("<int:pk>/regie/verbergen/", console.hide, name="console-hide"),
    path("<int:pk>/regie/ongedaan/", console.undo, name="undo"),
]

urlpatterns = [
    *series_pages,
    *pulse_pages,
    *session_pages,
    *programme_pages,
    *decision_pages,
    *invitation_pages,
    *participant_pages,
    *board_pages,
    *live_pages,
]
