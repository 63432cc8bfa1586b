"""The columns of the strategy's nouns in spreadsheets."""

from mvi.sheets.resources import ARCHIVE, SheetResource

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

ANSWER = ["outcome", "answer", "answered_at", "answered_by"]  # of a remark
OWNED = ["owner", "owner_status", "answered_at", "decline_reason"]  # a name is an offer; the answer is the owner's own


class StrategyResource(SheetResource):
    """The strategy of now. Its editions are in no sheet: a whole text fits in no cell, and what comes in by a file was
    never adopted by anybody. They go out as a page, PDF or Word document."""

    class Meta(SheetResource.Meta):
        model = Strategy
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
        import_id_fields = ["title"]
        governed = ["status", "decided_on", "decided_by_body", "decision_reference", "is_current"]


class CoreValueResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = CoreValue
        fields = ["strategy", "name", "meaning", "behaviour", "position", *ARCHIVE, "is_example"]
        import_id_fields = ["strategy", "name"]
        governed = ARCHIVE


class ThemeResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Theme
        fields = [
            "strategy",
            "name",
            "colour",
            "ambition",
            "level",
            *OWNED,
            "position",
            "framework_themes",
            *ARCHIVE,
            "is_example",
        ]
        import_id_fields = ["strategy", "name"]
        governed = [*OWNED[1:], *ARCHIVE]


class FrameworkResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Framework
        fields = ["name", "kind", "starts_on", "ends_on", "source", "is_example"]
        import_id_fields = ["name"]


class KnowledgeCardResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = KnowledgeCard
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
        import_id_fields = ["keyword"]


class FrameworkThemeResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = FrameworkTheme
        fields = ["framework", "code", "name", "position", "is_example"]
        import_id_fields = ["framework", "code"]


class ThemeMappingResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = ThemeMapping
        fields = ["theme", "framework_theme", "is_example"]
        import_id_fields = ["theme", "framework_theme"]


class GoalResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Goal
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
            *ARCHIVE,
            "is_example",
        ]
        import_id_fields = ["theme", "statement"]
        governed = [*OWNED[1:], "status_override", "status_reason", *ARCHIVE]


class IndicatorResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Indicator
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
        import_id_fields = ["goal", "name"]


class InterimTargetResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = InterimTarget
        fields = ["indicator", "on", "value", "is_example"]
        import_id_fields = ["indicator", "on"]


class MeasurementResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Measurement
        fields = ["indicator", "on", "value", "note", "evidence", "measured_by", "is_example"]
        import_id_fields = ["indicator", "on"]


class ActionResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Action
        fields = [
            "theme",
            "title",
            "goal",
            "description",
            *OWNED,
            "starts_on",
            "ends_on",
            "hours",
            "budget",
            "status",
            "is_example",
        ]
        import_id_fields = ["theme", "title"]
        governed = OWNED[1:]
        repeatable = True


class ProgressReportResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = ProgressReport
        fields = ["strategy", "title", "starts_on", "ends_on", "summary", "decisions", "is_example"]
        import_id_fields = ["strategy", "title"]

    def may_change(self, instance, by):
        """What was made final stays as it is."""
        return not instance.is_final


class ThemeNarrativeResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = ThemeNarrative
        fields = ["report", "theme", "text", "is_example"]
        import_id_fields = ["report", "theme"]

    def may_change(self, instance, by):
        return not instance.report.is_final

    may_add = may_change


class ConsultationRoundResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = ConsultationRound
        fields = ["strategy", "starts_on", "ends_on", "question", "people", "closed_at", "closed_by", "is_example"]
        import_id_fields = ["strategy", "starts_on"]
        governed = ["closed_at", "closed_by"]

    def may_change(self, instance, by):
        return not instance.is_closed


class InvitationResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Invitation
        fields = ["consultation", "person", "is_example"]
        import_id_fields = ["consultation", "person"]


class RemarkResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Remark
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
        import_id_fields = ["consultation", "number"]
        governed = ANSWER

    def may_change(self, instance, by):
        """An answer is to what was said: after it nobody words that anew."""
        return not instance.outcome
