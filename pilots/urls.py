"""The addresses below /pilots/, in the order in which a user meets the pages."""

from django.urls import path

from mvi.sheets.views import ImportLook, ImportStart, ImportTemplate

from .resources import PilotResource
from .views import (
    bulk,
    canvas,
    consultations,
    criteria,
    documents,
    intake,
    lessons,
    pilot,
    planning,
    purchase,
    rows,
    saved_filters,
    tabs,
    verbs,
)

app_name = "pilots"
IMPORT = {
    "resource_class": PilotResource,
    "start_page": "pilots:pilot-import",
    "look_page": "pilots:pilot-import-look",
    "template_page": "pilots:pilot-import-template",
    "list_page": "pilots:pilot-list",
}


def row_pages(word, name, model, form):
    """The three pages of a kind of row."""
    names = {"model": model, "form_class": form}
    return [
        path(f"<slug:slug>/{word}/nieuw/", rows.RowAdd.as_view(**names), name=f"{name}-add"),
        path(f"<slug:slug>/{word}/<int:pk>/wijzigen/", rows.RowChange.as_view(**names), name=f"{name}-change"),
        path(f"<slug:slug>/{word}/<int:pk>/verwijderen/", rows.RowRemove.as_view(model=model), name=f"{name}-remove"),
    ]


urlpatterns = [
    path("", pilot.PilotList.as_view(), name="pilot-list"),
    path("nieuw/", intake.PilotAdd.as_view(), name="pilot-add"),
    path("importeren/", ImportStart.as_view(**IMPORT), name="pilot-import"),
    path("importeren/leeg/", ImportTemplate.as_view(**IMPORT), name="pilot-import-template"),
    path("importeren/<uuid:sent>/", ImportLook.as_view(**IMPORT), name="pilot-import-look"),
    path("tegelijk/", bulk.pilot_bulk, name="pilot-bulk"),
    path("filters/", saved_filters.SavedFilterList.as_view(), name="saved-filters"),
    path("filters/nieuw/", saved_filters.FilterKeep.as_view(), name="filter-keep"),
    path("filters/<int:pk>/hernoemen/", saved_filters.FilterRename.as_view(), name="filter-rename"),
    path("filters/<int:pk>/verwijderen/", saved_filters.FilterRemove.as_view(), name="filter-remove"),
    path("r-ladder/", pilot.PilotLadder.as_view(), name="pilot-ladder"),
    path("bord/", pilot.PilotBoard.as_view(), name="pilot-board"),
    path("afwijkingen/", pilot.DeviationList.as_view(), name="deviation-list"),
    path("lessen/", lessons.LessonList.as_view(), name="lesson-list"),
    path("standaarden/", lessons.StandardList.as_view(), name="standard-list"),
    path("planning/", planning.PilotTimeline.as_view(), name="pilot-timeline"),
    path("agenda/", planning.PilotCalendar.as_view(), name="pilot-calendar"),
    path("agenda/<str:token>.ics", planning.calendar_feed, name="calendar-feed"),
    path("procedurehulp/", purchase.procedure_helper, name="procedure-helper"),
    path("social-return/", purchase.social_return_helper, name="social-return"),
    path("cpv/", purchase.CpvList.as_view(), name="cpv-list"),
    path("drempels/", purchase.ThresholdList.as_view(), name="threshold-list"),
    path("drempels/regel/nieuw/", purchase.RuleAdd.as_view(), name="rule-add"),
    path("drempels/regel/<int:pk>/wijzigen/", purchase.RuleChange.as_view(), name="rule-change"),
    path("drempels/regel/<int:pk>/verwijderen/", purchase.RuleRemove.as_view(), name="rule-remove"),
    path("<slug:slug>/", tabs.PilotDetail.as_view(), name="pilot-detail"),
    path("<slug:slug>/canvas/<slug:block>/", canvas.CanvasBlock.as_view(), name="canvas-block"),
    path("<slug:slug>/canvas/<slug:block>/wijzigen/", canvas.CanvasChange.as_view(), name="canvas-change"),
    path("<slug:slug>/canvas/<slug:block>/geschiedenis/", canvas.CanvasHistory.as_view(), name="canvas-history"),
    path("<slug:slug>/intake/", intake.Intake.as_view(), name="intake"),
    path("<slug:slug>/intake/<slug:part>/", intake.IntakeChange.as_view(), name="intake-change"),
    path("<slug:slug>/kopieren/", intake.PilotCopy.as_view(), name="copy-add"),
    path("<slug:slug>/wijzigen/", pilot.PilotChange.as_view(), name="pilot-change"),
    path("<slug:slug>/archiveren/", pilot.PilotArchive.as_view(), name="pilot-archive"),
    path("<slug:slug>/verwijderen/", pilot.PilotRemove.as_view(), name="pilot-remove"),
    path("<slug:slug>/planning/", tabs.PilotPlanning.as_view(), name="pilot-planning"),
    path("<slug:slug>/agenda/", planning.calendar_link, name="pilot-calendar-link"),
    path("<slug:slug>/criteria/", tabs.PilotCriteria.as_view(), name="pilot-criteria"),
    path("<slug:slug>/criteria/inlezen/", criteria.CriteriaImport.as_view(), name="criteria-import"),
    path("<slug:slug>/criteria/tekstblok/", criteria.text_block, name="criteria-text"),
    path("<slug:slug>/inkoop/", tabs.PilotPurchase.as_view(), name="pilot-procedure"),
    path("<slug:slug>/resultaten/", tabs.PilotResults.as_view(), name="pilot-results"),
    path("<slug:slug>/kosten/", tabs.PilotCosts.as_view(), name="pilot-costs"),
    path("<slug:slug>/samenwerking/", tabs.PilotCollaboration.as_view(), name="pilot-collaboration"),
    path("<slug:slug>/markt/", consultations.PilotConsultations.as_view(), name="pilot-consultations"),
    path("<slug:slug>/markt/document/", consultations.consultation_record, name="consultation-record"),
    path("<slug:slug>/documenten/", documents.PilotDocuments.as_view(), name="pilot-documents"),
    path("<slug:slug>/document/<int:pk>/bestand/", documents.DocumentDownload.as_view(), name="document-file"),
    path("<slug:slug>/lessen/", tabs.PilotLessons.as_view(), name="pilot-lessons"),
    path("<slug:slug>/geschiedenis/", tabs.PilotHistory.as_view(), name="pilot-history"),
    # verbs
    path("<slug:slug>/verplaatsen/", verbs.pilot_move, name="pilot-move"),
    path("<slug:slug>/volgende-fase/", verbs.pilot_forward, name="pilot-forward"),
    path("<slug:slug>/terug/", verbs.pilot_back, name="pilot-back"),
    path("<slug:slug>/parkeren/", verbs.pilot_park, name="pilot-park"),
    path("<slug:slug>/stoppen/", verbs.pilot_stop, name="pilot-stop"),
    path("<slug:slug>/afronden/", verbs.pilot_complete, name="pilot-complete"),
    path("<slug:slug>/hervatten/", verbs.pilot_resume, name="pilot-resume"),
    # what hangs on a pilot
    path("<slug:slug>/kpi/nieuw/", rows.KpiAdd.as_view(), name="kpi-add"),
    *(page for row in rows.ROWS for page in row_pages(*row)),
    path("<slug:slug>/kpi/<int:pk>/resultaat/nieuw/", rows.ResultAdd.as_view(), name="result-add"),
    *row_pages("resultaat", "result", rows.Result, rows.forms.ResultForm)[1:],
    path("<slug:slug>/document/nieuw/", documents.DocumentAdd.as_view(), name="document-add"),
    *row_pages("document", "document", documents.Document, documents.DocumentForm)[1:],
    path("<slug:slug>/les/<int:pk>/standaard/nieuw/", lessons.StandardAdd.as_view(), name="standard-add"),
    *row_pages("standaard", "standard", lessons.Standard, lessons.forms.StandardForm)[1:],
]
