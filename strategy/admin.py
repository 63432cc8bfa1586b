"""The strategy in the Django admin."""

from django.contrib import admin

from mvi.noun_admin import NounAdmin

from . import resources
from .models import (
    Action,
    ConsultationRound,
    CoreValue,
    Framework,
    FrameworkTheme,
    Goal,
    Indicator,
    InterimTarget,
    Invitation,
    KnowledgeCard,
    Measurement,
    ProgressReport,
    Remark,
    Strategy,
    Theme,
    ThemeMapping,
    ThemeNarrative,
)
from .resources import ANSWER, OWNED


@admin.register(Strategy)
class StrategyAdmin(NounAdmin):
    resource_classes = [resources.StrategyResource]
    list_display = ["title", "starts_on", "ends_on", "status", "is_current"]
    list_filter = ["status", "is_example"]
    search_fields = ["title", "introduction", "vision"]
    fields = [
        "title",
        "starts_on",
        "ends_on",
        "introduction",
        "vision",
        "status",
        "decided_on",
        "decided_by_body",
        "decision_reference",
        "is_current",
        "is_example",
    ]


@admin.register(CoreValue)
class CoreValueAdmin(NounAdmin):
    resource_classes = [resources.CoreValueResource]
    list_display = ["name", "strategy", "position", "archived_at"]
    list_filter = ["strategy", "is_example", ("archived_at", admin.EmptyFieldListFilter)]
    list_select_related = ["strategy"]
    search_fields = ["name", "meaning", "behaviour"]
    fields = ["strategy", "name", "meaning", "behaviour", "position", "is_example", "archived_at", "archived_by"]
    readonly_fields = ["archived_at", "archived_by"]


@admin.register(Theme)
class ThemeAdmin(NounAdmin):
    resource_classes = [resources.ThemeResource]
    list_display = ["name", "strategy", "level", "owner", "position", "archived_at"]
    list_filter = ["strategy", "level", "is_example", ("archived_at", admin.EmptyFieldListFilter)]
    list_select_related = ["strategy", "owner"]
    search_fields = ["name", "ambition"]
    fields = [
        "strategy",
        "name",
        "colour",
        "ambition",
        "level",
        *OWNED,
        "position",
        "is_example",
        "archived_at",
        "archived_by",
    ]
    readonly_fields = ["archived_at", "archived_by"]


@admin.register(Framework)
class FrameworkAdmin(NounAdmin):
    resource_classes = [resources.FrameworkResource]
    list_display = ["name", "kind", "starts_on", "ends_on"]
    list_filter = ["kind", "is_example"]
    search_fields = ["name", "source"]
    fields = ["name", "kind", "starts_on", "ends_on", "source", "is_example"]


@admin.register(KnowledgeCard)
class KnowledgeCardAdmin(NounAdmin):
    resource_classes = [resources.KnowledgeCardResource]
    list_display = ["title", "position", "summary"]
    list_filter = ["is_example"]
    search_fields = ["title", "summary", "text"]
    fields = [
        "keyword",
        "position",
        "title",
        "summary",
        "text",
        "question",
        "right_answer",
        "wrong_answer",
        "other_wrong_answer",
        "is_example",
    ]


@admin.register(FrameworkTheme)
class FrameworkThemeAdmin(NounAdmin):
    resource_classes = [resources.FrameworkThemeResource]
    list_display = ["name", "code", "framework", "position"]
    list_filter = ["framework", "is_example"]
    list_select_related = ["framework"]
    search_fields = ["name", "code"]
    fields = ["framework", "code", "name", "position", "is_example"]


@admin.register(ThemeMapping)
class ThemeMappingAdmin(NounAdmin):
    resource_classes = [resources.ThemeMappingResource]
    list_display = ["theme", "framework_theme"]
    list_filter = ["framework_theme__framework", "is_example"]
    list_select_related = ["theme", "framework_theme"]
    search_fields = ["theme__name", "framework_theme__name", "framework_theme__code"]
    fields = ["theme", "framework_theme", "is_example"]


@admin.register(Goal)
class GoalAdmin(NounAdmin):
    resource_classes = [resources.GoalResource]
    list_display = ["statement", "theme", "level", "owner", "year", "archived_at"]
    list_filter = ["theme", "level", "year", "is_example", ("archived_at", admin.EmptyFieldListFilter)]
    list_select_related = ["theme", "owner"]
    search_fields = ["statement", "explanation"]
    fields = [
        "theme",
        "statement",
        "explanation",
        "level",
        *OWNED,
        "year",
        "status_override",
        "status_reason",
        "position",
        "is_example",
        "archived_at",
        "archived_by",
    ]
    readonly_fields = ["archived_at", "archived_by"]


@admin.register(Indicator)
class IndicatorAdmin(NounAdmin):
    resource_classes = [resources.IndicatorResource]
    list_display = ["name", "goal", "unit", "direction", "rollup", "target", "target_on"]
    list_filter = ["rollup", "direction", "is_example"]
    list_select_related = ["goal"]
    search_fields = ["name", "method", "goal__statement"]
    fields = [
        "goal",
        "name",
        "unit",
        "direction",
        "method",
        "rollup",
        "may_exceed_100",
        "interval_months",
        "baseline",
        "baseline_on",
        "target",
        "target_on",
        "is_example",
    ]


@admin.register(InterimTarget)
class InterimTargetAdmin(NounAdmin):
    resource_classes = [resources.InterimTargetResource]
    parents = ["indicator"]
    list_display = ["indicator", "on", "value"]
    list_filter = ["on", "is_example"]
    list_select_related = ["indicator"]
    search_fields = ["indicator__name"]
    fields = ["indicator", "on", "value", "is_example"]


@admin.register(Measurement)
class MeasurementAdmin(NounAdmin):
    resource_classes = [resources.MeasurementResource]
    list_display = ["indicator", "on", "value", "measured_by"]
    list_filter = ["on", "is_example"]
    list_select_related = ["indicator", "measured_by"]
    search_fields = ["indicator__name", "note", "evidence"]
    fields = ["indicator", "on", "value", "note", "evidence", "measured_by", "is_example"]


@admin.register(Action)
class ActionAdmin(NounAdmin):
    resource_classes = [resources.ActionResource]
    list_display = ["title", "theme", "owner", "owner_status", "ends_on", "status"]
    list_filter = ["status", "owner_status", "theme", "is_example"]
    list_select_related = ["theme", "owner"]
    search_fields = ["title", "description"]
    fields = [
        "theme",
        "goal",
        "title",
        "description",
        *OWNED,
        "starts_on",
        "ends_on",
        "hours",
        "budget",
        "status",
        "is_example",
    ]


@admin.register(ProgressReport)
class ProgressReportAdmin(NounAdmin):
    resource_classes = [resources.ProgressReportResource]
    list_display = ["title", "strategy", "starts_on", "ends_on", "finalised_at"]
    list_filter = ["strategy", "is_example", ("finalised_at", admin.EmptyFieldListFilter)]
    list_select_related = ["strategy"]
    search_fields = ["title", "summary", "decisions"]
    fields = ["strategy", "title", "starts_on", "ends_on", "summary", "decisions", "is_example"]


@admin.register(ThemeNarrative)
class ThemeNarrativeAdmin(NounAdmin):
    resource_classes = [resources.ThemeNarrativeResource]
    parents = ("report",)
    list_display = ["report", "theme"]
    list_filter = ["theme", "is_example"]
    list_select_related = ["report", "theme"]
    search_fields = ["report__title", "theme__name", "text"]
    fields = ["report", "theme", "text", "is_example"]


@admin.register(ConsultationRound)
class ConsultationRoundAdmin(NounAdmin):
    resource_classes = [resources.ConsultationRoundResource]
    parents = ("strategy",)
    list_display = ["strategy", "starts_on", "ends_on", "closed_at"]
    list_filter = ["strategy", "is_example", ("closed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["strategy"]
    search_fields = ["strategy__title", "question"]
    fields = ["strategy", "starts_on", "ends_on", "question", "closed_at", "closed_by", "is_example"]

    def has_delete_permission(self, request, obj=None):
        """It is closed, so that everybody sees what was asked and answered."""
        return False


@admin.register(Invitation)
class InvitationAdmin(NounAdmin):
    resource_classes = [resources.InvitationResource]
    parents = ("consultation",)
    list_display = ["consultation", "person"]
    list_filter = ["consultation__strategy", "is_example"]
    list_select_related = ["consultation__strategy", "person"]
    search_fields = ["person__name", "person__email", "consultation__strategy__title"]
    fields = ["consultation", "person", "is_example"]


@admin.register(Remark)
class RemarkAdmin(NounAdmin):
    resource_classes = [resources.RemarkResource]
    parents = ("consultation", "said_by")
    list_display = ["number", "consultation", "paragraph", "core_value", "theme", "goal", "outcome"]
    list_filter = ["consultation__strategy", "outcome", "is_example"]
    list_select_related = ["consultation__strategy", "core_value", "theme", "goal"]
    search_fields = ["text", "answer"]
    fields = [
        "consultation",
        "number",
        "paragraph",
        "core_value",
        "theme",
        "goal",
        "text",
        "said_by",
        "said_at",
        *ANSWER,
        "is_example",
    ]
