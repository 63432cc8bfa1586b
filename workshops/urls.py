"""In the order in which a facilitator meets the pages."""

from django.urls import path

from workshops.views import board, participants, programme, series, sessions

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
    path("<int:session>/clusters/nieuw/", board.ClusterAdd.as_view(), name="cluster-add"),
    path("clusters/<int:pk>/wijzigen/", board.ClusterChange.as_view(), name="cluster-change"),
    path("clusters/<int:pk>/verwijderen/", board.ClusterRemove.as_view(), name="cluster-remove"),
    path("clusters/<int:pk>/vaststellen/<slug:kind>/", board.settle, name="cluster-settle"),
    path("uitkomsten/<int:pk>/verwijderen/", board.OutcomeRemove.as_view(), name="outcome-remove"),
]

urlpatterns = [*series_pages, *session_pages, *programme_pages, *participant_pages, *board_pages]
