"""The columns of pilots, and of what hangs on them, in spreadsheets."""

from django.utils.functional import cached_property

from mvi.sheets.resources import ARCHIVE, SheetResource
from strategy.models import Theme

from .actions import free_slug
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


class PilotResource(SheetResource):
    """Buyers bring their own list of pilots in with this one."""

    class Meta(SheetResource.Meta):
        model = Pilot
        fields = [
            "name",
            "summary",
            "tags",
            "without_buying",
            "need",
            "ambition",
            "question",
            "question_kind",
            "collaboration",
            "themes",
            "core_values",
            "goals",
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
            "launching_customer",
            "biobased",
            "phase",
            "standing",
            "revisit_on",
            *ARCHIVE,
            "is_example",
        ]
        import_id_fields = ["name"]
        governed = ["phase", "standing", "revisit_on", *ARCHIVE]

    @cached_property
    def levels(self):
        return dict(Theme.objects.values_list("pk", "level"))

    @cached_property
    def slugs(self):
        return set(Pilot.objects.order_by().values_list("slug", flat=True))

    def new_row(self, instance, by):
        """Its address, and its buyer: who registers a pilot and says nothing else, is."""
        instance.slug = free_slug(instance.name, self.slugs)
        self.slugs.add(instance.slug)
        if instance.buyer_id is None and by and not by.has_perm("pilots.change_every_pilot"):
            instance.buyer = by

    def new_link(self, link):
        """A theme comes in at the level that the strategy asks; another level is chosen on the pilot's page."""
        if isinstance(link, PilotTheme):
            link.level = self.levels[link.theme_id]

    def may_change(self, instance, by):
        return by is None or instance.can_be_changed_by(by)


class PilotRowResource(SheetResource):
    """A row of a pilot is brought in by who may change that pilot."""

    def pilot_of(self, instance):
        return instance.pilot_id

    def may_change(self, instance, by):
        return by is None or self.pilot_of(instance) in self.changeable_by(by)

    may_add = may_change

    def changeable_by(self, by):
        if not hasattr(self, "changeable"):
            self.changeable = set(Pilot.objects.changeable_by(by).values_list("pk", flat=True))
        return self.changeable


class PilotThemeResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = PilotTheme
        fields = ["pilot", "theme", "level", "reason", "is_example"]
        import_id_fields = ["pilot", "theme"]


class PilotCoreValueResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = PilotCoreValue
        fields = ["pilot", "core_value", "how", "is_example"]
        import_id_fields = ["pilot", "core_value"]


class PilotGoalResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = PilotGoal
        fields = ["pilot", "goal", "is_example"]
        import_id_fields = ["pilot", "goal"]


class PartyResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Party
        fields = ["pilot", "name", "kind", "role", "commitment", "is_example"]
        import_id_fields = ["pilot", "name"]


class MilestoneResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Milestone
        fields = ["pilot", "name", "phase", "owner", "due_on", "done_on", "is_example"]
        import_id_fields = ["pilot", "name"]


class CriterionResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Criterion
        fields = [
            "pilot",
            "title",
            "kind",
            "theme",
            "level",
            "text",
            "mvi_number",
            "mvi_version_on",
            "weight",
            "verification",
            "proportionality",
            "is_example",
        ]
        import_id_fields = ["pilot", "title"]


class KpiResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Kpi
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
        import_id_fields = ["pilot", "name"]


class ResultResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Result
        fields = ["kpi", "on", "value", "note", "evidence", "is_example"]
        import_id_fields = ["kpi", "on"]

    @cached_property
    def pilots(self):
        return dict(Kpi.objects.values_list("pk", "pilot_id"))

    def pilot_of(self, instance):
        return self.pilots[instance.kpi_id]


class LessonResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Lesson
        fields = ["pilot", "title", "text", "learned_on", "theme", "tags", "is_example"]
        import_id_fields = ["pilot", "title"]


class StandardResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Standard
        fields = ["lesson", "change", "explanation", "owner", "due_on", "done_on", "is_example"]
        import_id_fields = ["lesson", "change"]

    @cached_property
    def pilots(self):
        return dict(Lesson.objects.values_list("pk", "pilot_id"))

    def pilot_of(self, instance):
        return self.pilots[instance.lesson_id]


class DocumentResource(PilotRowResource):
    """The list of documents; a file itself is sent on the page of its pilot."""

    class Meta(SheetResource.Meta):
        model = Document
        fields = ["pilot", "title", "kind", "description", "link", "is_example"]
        import_id_fields = ["pilot", "title"]


class ConsultationResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Consultation
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
        import_id_fields = ["pilot", "on", "subject"]


class DecisionResource(PilotRowResource):
    """What an action governs in full: decisions come in with new pilots, and are never changed."""

    class Meta(SheetResource.Meta):
        model = Decision
        fields = ["pilot", "made_at", "kind", "from_phase", "to_phase", "reason", "made_by", "is_example"]
        import_id_fields = ["pilot", "made_at", "kind"]
        governed = fields
        repeatable = True


class LotResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = Lot
        fields = ["pilot", "name", "amount", "options", "extensions", "is_example"]
        import_id_fields = ["pilot", "name"]


class CostOptionResource(PilotRowResource):
    class Meta(SheetResource.Meta):
        model = CostOption
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
        import_id_fields = ["pilot", "name"]


class ThresholdResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = Threshold
        fields = ["contract_type", "starts_on", "ends_on", "amount", "source", "is_example"]
        import_id_fields = ["contract_type", "starts_on"]


class ProcedureRuleResource(SheetResource):
    class Meta(SheetResource.Meta):
        model = ProcedureRule
        fields = ["contract_type", "starts_on", "from_amount", "procedure", "source", "is_example"]
        import_id_fields = ["contract_type", "starts_on", "from_amount"]
