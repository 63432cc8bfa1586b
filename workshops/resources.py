"""The columns of the workshops' nouns in spreadsheets; join codes and tokens of participants are not among them."""

from mvi.sheets.resources import ARCHIVE, SheetResource

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

LIVE = ["status", "opened_at", "opened_by", "closed_at", "closed_by", "votes_are_shown"]  # the console moves these


class SeriesResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Series
        fields = ["title", "aim", "strategy", "months_names_are_kept", *ARCHIVE, "is_example"]
        import_id_fields = ["title"]
        governed = ARCHIVE


class PulseResource(SheetResource):
    """When was asked; what was answered never leaves the database by itself (support.py)."""

    class Meta(SheetResource.Meta):
        model = Pulse
        fields = ["series", "moment", "mailed_on", "reminded_on", "closed_at", "closed_by", "is_example"]
        import_id_fields = ["series", "moment"]
        governed = ["mailed_on", "reminded_on", "closed_at", "closed_by"]


class SessionResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Session
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
            *LIVE,
            *ARCHIVE,
            "is_example",
        ]
        import_id_fields = ["series", "number"]
        governed = [*LIVE, *ARCHIVE]


class StepResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Step
        fields = [
            "session",
            "position",
            "kind",
            "moment",
            "title",
            "question",
            "minutes",
            "instructions",
            "materials",
            "is_current",
            "started_at",
            "is_example",
        ]
        import_id_fields = ["session", "position"]
        governed = ["is_current", "started_at"]


class SessionDecisionResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = SessionDecision
        fields = ["session", "position", "text", "owner", "due_on", "is_example"]
        import_id_fields = ["session", "position"]


class ParticipantResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Participant
        fields = ["session", "name", "function", "department", "user", "joined_at", "is_example"]
        import_id_fields = ["session", "name"]
        governed = ["user", "joined_at"]
        repeatable = True


class ContributionResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Contribution
        fields = ["session", "text", "step", "participant", "kind", "function", "is_hidden", "told_at", "is_example"]
        import_id_fields = ["session", "text"]
        governed = ["participant", "told_at"]
        repeatable = True


class ClusterResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Cluster
        fields = ["session", "name", "position", "is_example"]
        import_id_fields = ["session", "name"]


class HarvestResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Harvest
        fields = ["cluster", "contribution", "fragment", "is_example"]
        import_id_fields = ["cluster", "contribution", "fragment"]


class VoteResource(SheetResource):
    """What an action governs in full: votes can come in with a new database, and are never changed."""

    class Meta(SheetResource.Meta):
        model = Vote
        fields = ["participant", "dot", "cluster", "is_example"]
        import_id_fields = ["participant", "dot"]
        governed = ["participant", "dot", "cluster", "is_example"]


class OutcomeResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Outcome
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
        import_id_fields = ["cluster"]
        governed = fields
