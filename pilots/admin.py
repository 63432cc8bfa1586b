"""Pilots, and what hangs on them, in the Django admin."""

from django.contrib import admin
from django.contrib.admin import EmptyFieldListFilter

from mvi.noun_admin import NounAdmin, SettledAdmin

from . import resources
from .models import (
    Consultation,
    CostOption,
    Criterion,
    Decision,
    Document,
    Kpi,
    Lesson,
    Lot,
    Milestone,
    Party,
    Pilot,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    ProcedureRule,
    Result,
    Standard,
    Threshold,
)


@admin.register(Pilot)
class PilotAdmin(NounAdmin):
    resource_classes = [resources.PilotResource]
    list_display = ["name", "buyer", "project_leader", "phase", "standing", "starts_on", "ends_on", "archived_at"]
    list_filter = ["phase", "standing", "procedure", "themes", "is_example", ("archived_at", EmptyFieldListFilter)]
    list_select_related = ["buyer", "project_leader"]
    search_fields = ["name", "summary", "tags", "ambition", "question", "cpv"]
    readonly_fields = ["slug", "r_ladder_version", "archived_at", "archived_by"]
    fields = [
        "name",
        "slug",
        "summary",
        "tags",
        "without_buying",
        "need",
        "ambition",
        "question",
        "question_kind",
        "collaboration",
        "buyer",
        "project_leader",
        "client",
        "budget_holder",
        "contract_type",
        "procedure",
        "cpv",
        "estimate",
        "announce_on",
        "starts_on",
        "ends_on",
        "r_strategy",
        "r_ladder_version",
        "launching_customer",
        "biobased",
        "phase",
        "standing",
        "revisit_on",
        "is_example",
        "archived_at",
        "archived_by",
    ]

    def save_model(self, request, obj, form, change):
        if not change:
            self.resource().new_row(obj, request.user)
        super().save_model(request, obj, form, change)


class PilotRowAdmin(NounAdmin):
    """A row of a pilot is for who may change that pilot."""

    parents = ["pilot"]
    list_select_related = ["pilot"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "pilot":
            kwargs["queryset"] = Pilot.objects.changeable_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(PilotTheme)
class PilotThemeAdmin(PilotRowAdmin):
    resource_classes = [resources.PilotThemeResource]
    list_display = ["pilot", "theme", "level", "reason"]
    list_filter = ["theme", "level", "is_example"]
    list_select_related = ["pilot", "theme"]
    search_fields = ["pilot__name", "theme__name", "reason"]
    fields = ["pilot", "theme", "level", "reason", "is_example"]


@admin.register(PilotCoreValue)
class PilotCoreValueAdmin(PilotRowAdmin):
    resource_classes = [resources.PilotCoreValueResource]
    list_display = ["pilot", "core_value", "how"]
    list_filter = ["core_value", "is_example"]
    list_select_related = ["pilot", "core_value"]
    search_fields = ["pilot__name", "core_value__name", "how"]
    fields = ["pilot", "core_value", "how", "is_example"]


@admin.register(PilotGoal)
class PilotGoalAdmin(PilotRowAdmin):
    resource_classes = [resources.PilotGoalResource]
    list_display = ["pilot", "goal"]
    list_filter = ["goal", "is_example"]
    list_select_related = ["pilot", "goal"]
    search_fields = ["pilot__name", "goal__statement"]
    fields = ["pilot", "goal", "is_example"]


@admin.register(Party)
class PartyAdmin(PilotRowAdmin):
    resource_classes = [resources.PartyResource]
    list_display = ["name", "pilot", "kind", "role", "commitment"]
    list_filter = ["kind", "commitment", "is_example"]
    search_fields = ["name", "role", "pilot__name"]
    fields = ["pilot", "name", "kind", "role", "commitment", "is_example"]


@admin.register(Milestone)
class MilestoneAdmin(PilotRowAdmin):
    resource_classes = [resources.MilestoneResource]
    list_display = ["name", "pilot", "phase", "owner", "due_on", "done_on"]
    list_filter = ["phase", "due_on", ("done_on", EmptyFieldListFilter), "is_example"]
    list_select_related = ["pilot", "owner"]
    search_fields = ["name", "pilot__name"]
    fields = ["pilot", "name", "phase", "owner", "due_on", "done_on", "is_example"]


@admin.register(Criterion)
class CriterionAdmin(PilotRowAdmin):
    resource_classes = [resources.CriterionResource]
    list_display = ["title", "pilot", "kind", "theme", "level", "weight"]
    list_filter = ["kind", "theme", "level", "is_example"]
    list_select_related = ["pilot", "theme"]
    search_fields = ["title", "text", "mvi_number", "pilot__name"]
    fields = [
        "pilot",
        "kind",
        "theme",
        "level",
        "title",
        "text",
        "mvi_number",
        "mvi_version_on",
        "weight",
        "verification",
        "proportionality",
        "is_example",
    ]


@admin.register(Kpi)
class KpiAdmin(PilotRowAdmin):
    resource_classes = [resources.KpiResource]
    list_display = ["name", "pilot", "unit", "reference", "asked", "offered", "contracted", "attributable"]
    list_filter = ["direction", "attributable", "is_example"]
    search_fields = ["name", "unit", "pilot__name"]
    fields = [
        "pilot",
        "name",
        "kind",
        "unit",
        "base",
        "social_return_base",
        "base_amount",
        "base_share",
        "direction",
        "reference",
        "reference_on",
        "asked",
        "asked_on",
        "offered",
        "offered_on",
        "contracted",
        "contracted_on",
        "attributable",
        "indicator",
        "is_example",
    ]


@admin.register(Result)
class ResultAdmin(PilotRowAdmin):
    resource_classes = [resources.ResultResource]
    parents = ["kpi"]
    list_display = ["kpi", "on", "value", "evidence"]
    list_filter = ["on", "is_example"]
    list_select_related = ["kpi"]
    search_fields = ["kpi__name", "kpi__pilot__name", "note", "evidence"]
    fields = ["kpi", "on", "value", "note", "evidence", "is_example"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = Kpi.objects.filter(pilot__in=Pilot.objects.changeable_by(request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Lesson)
class LessonAdmin(PilotRowAdmin):
    resource_classes = [resources.LessonResource]
    list_display = ["title", "pilot", "theme", "tags", "learned_on"]
    list_filter = ["theme", "learned_on", "is_example"]
    list_select_related = ["pilot", "theme"]
    search_fields = ["title", "text", "tags", "pilot__name"]
    fields = ["pilot", "title", "text", "learned_on", "theme", "tags", "is_example"]


@admin.register(Standard)
class StandardAdmin(NounAdmin):
    resource_classes = [resources.StandardResource]
    list_display = ["change", "lesson", "owner", "due_on", "done_on"]
    list_filter = ["due_on", ("done_on", EmptyFieldListFilter), "is_example"]
    list_select_related = ["lesson", "owner"]
    search_fields = ["change", "explanation", "lesson__title"]
    fields = ["lesson", "change", "explanation", "owner", "due_on", "done_on", "is_example"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "lesson":
            kwargs["queryset"] = Lesson.objects.filter(pilot__in=Pilot.objects.changeable_by(request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Consultation)
class ConsultationAdmin(PilotRowAdmin):
    resource_classes = [resources.ConsultationResource]
    list_display = ["subject", "pilot", "on", "kind", "parties", "shared_on"]
    list_filter = ["kind", "on", ("shared_on", EmptyFieldListFilter), "is_example"]
    search_fields = ["subject", "parties", "questions", "answers", "pilot__name"]
    fields = [
        "pilot",
        "on",
        "kind",
        "subject",
        "parties",
        "tenderned_number",
        "questions",
        "answers",
        "effect",
        "shared_on",
        "is_example",
    ]


@admin.register(Document)
class DocumentAdmin(PilotRowAdmin):
    """Links are kept here too; a file is sent on the page of its pilot."""

    resource_classes = [resources.DocumentResource]
    list_display = ["title", "pilot", "kind", "link", "file_name", "added_at", "added_by"]
    list_filter = ["kind", "added_at", "is_example"]
    list_select_related = ["pilot", "added_by"]
    search_fields = ["title", "description", "file_name", "pilot__name"]
    readonly_fields = ["file_name", "size", "added_at", "added_by"]
    fields = [
        "pilot",
        "title",
        "kind",
        "description",
        "link",
        "file_name",
        "size",
        "added_at",
        "added_by",
        "is_example",
    ]


@admin.register(Decision)
class DecisionAdmin(SettledAdmin):
    resource_classes = [resources.DecisionResource]
    list_display = ["pilot", "kind", "from_phase", "to_phase", "made_at", "made_by"]
    list_filter = ["kind", "made_at", "is_example"]
    list_select_related = ["pilot", "made_by"]
    search_fields = ["pilot__name", "reason", "made_by__name"]
    fields = ["pilot", "kind", "from_phase", "to_phase", "reason", "made_at", "made_by", "is_example"]


@admin.register(Lot)
class LotAdmin(PilotRowAdmin):
    resource_classes = [resources.LotResource]
    list_display = ["name", "pilot", "amount", "options", "extensions"]
    list_filter = ["is_example"]
    search_fields = ["name", "pilot__name"]
    fields = ["pilot", "name", "amount", "options", "extensions", "is_example"]


@admin.register(CostOption)
class CostOptionAdmin(PilotRowAdmin):
    resource_classes = [resources.CostOptionResource]
    list_display = ["name", "pilot", "years", "purchase", "residual"]
    list_filter = ["is_example"]
    search_fields = ["name", "pilot__name"]
    fields = [
        "pilot",
        "name",
        "years",
        "purchase",
        "use",
        "maintenance",
        "disposal",
        "residual",
        "is_example",
    ]


@admin.register(Threshold)
class ThresholdAdmin(NounAdmin):
    resource_classes = [resources.ThresholdResource]
    list_display = ["contract_type", "amount", "starts_on", "ends_on", "source"]
    list_filter = ["contract_type", "is_example"]
    search_fields = ["source"]
    fields = ["contract_type", "amount", "starts_on", "ends_on", "source", "is_example"]


@admin.register(ProcedureRule)
class ProcedureRuleAdmin(NounAdmin):
    resource_classes = [resources.ProcedureRuleResource]
    list_display = ["contract_type", "starts_on", "from_amount", "procedure", "source"]
    list_filter = ["contract_type", "procedure", "is_example"]
    search_fields = ["source"]
    fields = ["contract_type", "starts_on", "from_amount", "procedure", "source", "is_example"]
