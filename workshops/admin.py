"""Workshops in the Django admin; what happens in a session itself is read-only here."""

from django.contrib import admin

from mvi.noun_admin import NounAdmin, SettledAdmin

from . import resources
from .models import (
    Cluster,
    Contribution,
    Harvest,
    Outcome,
    Participant,
    Pulse,
    Series,
    Session,
    SessionDecision,
    Step,
    Vote,
)


@admin.register(Series)
class SeriesAdmin(NounAdmin):
    resource_classes = [resources.SeriesResource]
    list_display = ["title", "strategy", "archived_at"]
    list_filter = ["strategy", "is_example", ("archived_at", admin.EmptyFieldListFilter)]
    list_select_related = ["strategy"]
    search_fields = ["title", "aim"]
    readonly_fields = ["archived_at", "archived_by"]
    fields = ["title", "aim", "strategy", "months_names_are_kept", "is_example", "archived_at", "archived_by"]


@admin.register(Pulse)
class PulseAdmin(NounAdmin):
    resource_classes = [resources.PulseResource]
    list_display = ["series", "moment", "mailed_on", "closed_at"]
    list_filter = ["moment", "is_example"]
    list_select_related = ["series"]
    search_fields = ["series__title"]
    fields = ["series", "moment", "mailed_on", "reminded_on", "closed_at", "closed_by", "is_example"]


@admin.register(Session)
class SessionAdmin(NounAdmin):
    resource_classes = [resources.SessionResource]
    list_display = ["title", "series", "number", "starts_at", "place", "facilitator", "status"]
    list_filter = ["status", "series", "is_example", ("archived_at", admin.EmptyFieldListFilter)]
    list_select_related = ["series", "facilitator"]
    search_fields = ["title", "aim", "place", "series__title"]
    readonly_fields = ["join_code", "archived_at", "archived_by"]
    fields = [
        "series",
        "number",
        "title",
        "aim",
        "starts_at",
        "ends_at",
        "place",
        "facilitator",
        "dots",
        "join_code",
        *resources.LIVE,
        "is_example",
        "archived_at",
        "archived_by",
    ]


class SessionRowAdmin(NounAdmin):
    """Something of one session."""

    parents = ["session"]
    list_select_related = ["session"]


@admin.register(Step)
class StepAdmin(SessionRowAdmin):
    resource_classes = [resources.StepResource]
    list_display = ["title", "session", "position", "kind", "minutes", "is_current"]
    list_filter = ["kind", "is_example"]
    search_fields = ["title", "instructions", "session__title"]
    fields = [
        "session",
        "position",
        "kind",
        "moment",
        "title",
        "question",
        "minutes",
        "instructions",
        "is_current",
        "started_at",
        "is_example",
    ]


@admin.register(SessionDecision)
class SessionDecisionAdmin(SessionRowAdmin):
    resource_classes = [resources.SessionDecisionResource]
    list_display = ["text", "session", "position", "owner", "due_on"]
    list_filter = ["session", "is_example"]
    list_select_related = ["session", "owner"]
    search_fields = ["text", "session__title"]
    fields = ["session", "position", "text", "owner", "due_on", "is_example"]


@admin.register(Participant)
class ParticipantAdmin(SessionRowAdmin):
    resource_classes = [resources.ParticipantResource]
    list_display = ["name", "session", "function", "department", "joined_at"]
    list_filter = ["session", "is_example"]
    search_fields = ["name", "function", "department"]
    fields = ["session", "name", "function", "department", "user", "joined_at", "is_example"]


@admin.register(Contribution)
class ContributionAdmin(SessionRowAdmin):
    resource_classes = [resources.ContributionResource]
    list_display = ["__str__", "session", "kind", "function", "is_hidden", "told_at"]
    list_filter = ["kind", "is_hidden", "session", "is_example"]
    search_fields = ["text", "function"]
    parents = ["session", "step"]
    fields = ["session", "step", "participant", "kind", "text", "function", "is_hidden", "told_at", "is_example"]


@admin.register(Cluster)
class ClusterAdmin(SessionRowAdmin):
    resource_classes = [resources.ClusterResource]
    list_display = ["name", "session", "position"]
    list_filter = ["session", "is_example"]
    search_fields = ["name", "session__title"]
    fields = ["session", "name", "position", "is_example"]


@admin.register(Harvest)
class HarvestAdmin(NounAdmin):
    resource_classes = [resources.HarvestResource]
    parents = ["cluster", "contribution"]
    list_display = ["cluster", "contribution", "fragment"]
    list_filter = ["cluster__session", "is_example"]
    list_select_related = ["cluster", "contribution"]
    search_fields = ["cluster__name", "contribution__text", "fragment"]
    fields = ["cluster", "contribution", "fragment", "is_example"]


@admin.register(Vote)
class VoteAdmin(SettledAdmin):
    resource_classes = [resources.VoteResource]
    list_display = ["cluster", "participant", "dot"]
    list_filter = ["cluster__session", "is_example"]
    list_select_related = ["cluster", "participant"]
    search_fields = ["cluster__name", "participant__name"]
    fields = ["participant", "dot", "cluster", "is_example"]


@admin.register(Outcome)
class OutcomeAdmin(SettledAdmin):
    resource_classes = [resources.OutcomeResource]
    list_display = ["cluster", "core_value", "theme", "goal", "pilot", "canvas_field", "settled_at", "settled_by"]
    list_filter = ["canvas_field", "settled_at", "is_example"]
    list_select_related = ["cluster", "core_value", "theme", "goal", "pilot", "settled_by"]
    search_fields = ["cluster__name", "core_value__name", "theme__name", "goal__statement", "pilot__name"]
    fields = [
        "cluster",
        "core_value",
        "theme",
        "goal",
        "pilot",
        "canvas_field",
        "settled_at",
        "settled_by",
        "is_example",
    ]
