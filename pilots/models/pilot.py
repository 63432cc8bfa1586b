"""The pilot and its canvas."""

import functools

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import ArchivableModel, ArchivableQuerySet, SortKey, known_choice, track_many
from strategy.models import CoreValue, Goal, Theme

from .cpv import CODE, CpvCode
from .r_ladder import R_LADDER_VERSION, RStrategy
from .readiness import missing
from .tags import Tagged, TagsField


class Phase(models.TextChoices):
    """Where the purchase is; PIANOo's phases with the idea before and the evaluation after."""

    IDEA = "idea", _("idea")
    EXPLORATION = "exploration", _("exploration")
    PREPARATION = "preparation", _("preparation")
    TENDER = "tender", _("tender")
    EXECUTION = "execution", _("execution")
    EVALUATION = "evaluation", _("evaluation")


class Standing(models.TextChoices):
    """Whether it runs; a pilot that does not run leaves a lesson."""

    ACTIVE = "active", _("active")
    PARKED = "parked", _("parked")
    STOPPED = "stopped", _("stopped")
    COMPLETED = "completed", _("completed")


class QuestionKind(models.TextChoices):
    """How much room the market gets (PIANOo: voorschrijven, aanmoedigen, uitnodigen)."""

    PRESCRIBE = "prescribe", _("prescribe")
    ENCOURAGE = "encourage", _("encourage")
    INVITE = "invite", _("invite")


class ContractType(models.TextChoices):
    SUPPLIES = "supplies", _("supplies")
    SERVICES = "services", _("services")
    WORKS = "works", _("works")
    SOCIAL = "social", _("social and other specific services")
    CONCESSION = "concession", _("concession")


class Procedure(models.TextChoices):
    """Below the European threshold the Gids Proportionaliteit's names, above it those of eForms BT-105."""

    SINGLE = "single", _("single quotation")
    MULTIPLE = "multiple", _("several quotations")
    NATIONAL_OPEN = "national-open", _("national open")
    NATIONAL_RESTRICTED = "national-restricted", _("national restricted")
    OPEN = "open", _("European open")
    RESTRICTED = "restricted", _("European restricted")
    DIALOGUE = "dialogue", _("competitive dialogue")
    NEGOTIATED = "negotiated", _("negotiated with prior call")
    NEGOTIATED_WITHOUT_CALL = "negotiated-without-call", _("negotiated without prior call")
    INNOVATION = "innovation", _("innovation partnership")
    LIGHT = "light", _("social and other specific services")


class PilotQuerySet(Tagged, ArchivableQuerySet):
    """Named sets of pilots; every list, report and export starts from one of these."""

    def running(self):
        return self.in_use().filter(standing=Standing.ACTIVE)

    def of(self, user):
        """Those of which the user is buyer or project leader."""
        return self.filter(Q(buyer=user) | Q(project_leader=user))

    def changeable_by(self, user):
        """Those that the user may change: own ones, or all with that right."""
        if user.has_perm("pilots.change_every_pilot"):
            return self
        return self.of(user) if user.has_perm("pilots.change_pilot") else self.none()

    def counts_of_circularity(self):
        """How many there are, on each rung of the R-ladder, as launching customer and biobased; in one query."""
        rungs = {rung: Count("pk", filter=Q(r_strategy=rung)) for rung in RStrategy.values}
        counts = self.aggregate(
            total=Count("pk"),
            none=Count("pk", filter=Q(r_strategy="")),
            launching_customer=Count("pk", filter=Q(launching_customer=True)),
            biobased=Count("pk", filter=Q(biobased=True)),
            **rungs,
        )
        return counts | {"rungs": {rung: counts[rung] for rung in rungs}}

    def for_list(self):
        """All that a row of the list shows, in a fixed number of queries."""
        return self.select_related("buyer", "project_leader").prefetch_related("pilot_themes__theme")

    def for_table(self):
        """The columns that a row of the table shows, and no text of the canvas; a page may have a hundred rows."""
        shown = ["name", "slug", "tags", "is_example", "archived_at", "phase", "standing", "revisit_on", "estimate"]
        return self.select_related("buyer").only(*shown, "buyer__name", "buyer__email").annotate(**beside_a_row())

    def for_detail(self):
        """All that the head of every page of one pilot shows."""
        links = self.model._meta.get_field("pilot_themes").related_model.objects.select_related("theme")
        return self.select_related("buyer", "project_leader", "archived_by").prefetch_related(
            Prefetch("pilot_themes", links)
        )


@functools.cache  # thinking it up costs more than asking it
def beside_a_row():
    """What a row of the table shows of others: a badge for each theme, and the first milestone that is not done."""
    links, milestones = (Pilot._meta.get_field(name).related_model.objects for name in ("pilot_themes", "milestones"))
    badge = JSONObject(name="theme__name", colour="theme__colour", level="level")
    coming = JSONObject(name="name", due_on="due_on")
    return {
        "badges": ArraySubquery(links.filter(pilot=OuterRef("pk")).values_list(badge)),
        "coming": Subquery(milestones.open().filter(pilot=OuterRef("pk")).values_list(coming)[:1]),
    }


@track_many()
class Pilot(ArchivableModel):
    """A real purchase in which the municipality tries out its themes."""

    name = LineField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=140, unique=True, editable=False)
    summary = LineField(_("in one sentence"), max_length=300, blank=True)
    tags = TagsField(_("tags"))

    without_buying = ProseField(
        _("could we do without buying (R0)?"),
        blank=True,
        help_text=_("The first question: less, share, repair, or not at all. Say why it must still be bought."),
    )
    need = ProseField(
        _("need behind the question"), blank=True, help_text=_("What is it really for, whatever is bought for it?")
    )
    ambition = ProseField(_("ambition"), blank=True)
    question = ProseField(
        _("question to the market"), blank=True, help_text=_("Ask for what it must do, not how it is made.")
    )
    question_kind = models.CharField(_("kind of question"), max_length=10, choices=QuestionKind, blank=True)
    collaboration = ProseField(_("collaboration"), blank=True)

    themes = models.ManyToManyField(
        Theme, through="PilotTheme", related_name="pilots", blank=True, verbose_name=_("themes")
    )
    core_values = models.ManyToManyField(
        CoreValue, through="PilotCoreValue", related_name="pilots", blank=True, verbose_name=_("core values")
    )
    goals = models.ManyToManyField(
        Goal, through="PilotGoal", related_name="pilots", blank=True, verbose_name=_("goals")
    )

    buyer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pilots_as_buyer",
        verbose_name=_("buyer"),
    )
    project_leader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pilots_as_project_leader",
        verbose_name=_("project leader"),
    )
    client = LineField(_("client"), blank=True, help_text=_("Who gives the assignment inside the organisation."))
    budget_holder = LineField(_("budget holder"), blank=True)

    contract_type = models.CharField(_("contract type"), max_length=12, choices=ContractType, blank=True)
    procedure = models.CharField(_("procedure"), max_length=24, choices=Procedure, blank=True)
    cpv = models.CharField(
        _("CPV code"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(CODE, _("A CPV code has eight digits, for example 45111300-1."))],
    )
    estimate = models.DecimalField(
        _("estimate (€)"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Without VAT, with all options and extensions."),
    )
    announce_on = models.DateField(
        _("announced on"), null=True, blank=True, help_text=_("The day that decides which thresholds count.")
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    r_strategy = models.CharField(_("R-ladder"), max_length=2, choices=RStrategy, blank=True)
    r_ladder_version = LineField(_("version of the R-ladder"), max_length=40, default=R_LADDER_VERSION, editable=False)
    launching_customer = models.BooleanField(_("launching customer"), default=False)
    biobased = models.BooleanField(_("biobased"), default=False)

    phase = models.CharField(_("phase"), max_length=12, choices=Phase, default=Phase.IDEA)
    standing = models.CharField(_("standing"), max_length=10, choices=Standing, default=Standing.ACTIVE)
    revisit_on = models.DateField(_("look again on"), null=True, blank=True)

    objects = PilotQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")
        ordering = [SortKey("name"), "pk"]
        permissions = [("change_every_pilot", _("Can change every pilot"))]
        indexes = [
            # With the name in it, a page far down the list and the number of pilots come from the index alone.
            models.Index(
                SortKey("name"),
                "id",
                name="pilot_in_use_by_name",
                include=["name"],
                condition=Q(archived_at__isnull=True),
            ),
            models.Index(fields=["phase"], name="pilot_by_phase"),
            models.Index(fields=["standing"], name="pilot_by_standing"),
        ]
        constraints = [
            *ArchivableModel.Meta.constraints,
            known_choice("phase", Phase),
            known_choice("standing", Standing),
            models.CheckConstraint(
                name="pilot_ends_on_or_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("A pilot cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="pilot_estimate_not_negative",
                condition=Q(estimate__isnull=True) | Q(estimate__gte=0),
                violation_error_message=_("An estimate cannot be negative."),
            ),
            models.CheckConstraint(
                name="pilot_revisited_exactly_when_parked",
                condition=Q(standing=Standing.PARKED, revisit_on__isnull=False)
                | ~Q(standing=Standing.PARKED) & Q(revisit_on__isnull=True),
                violation_error_message=_("A parked pilot needs a date to look again; other pilots have none."),
            ),
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="pilot_name_once",
                violation_error_message=_("There is already a pilot with this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilots:pilot-detail", args=[self.slug])

    def can_be_changed_by(self, user):
        """Its own buyer and project leader, or somebody who may change every pilot."""
        own = user.pk is not None and user.pk in {self.buyer_id, self.project_leader_id}
        return user.has_perm("pilots.change_every_pilot") or (own and user.has_perm("pilots.change_pilot"))

    def clean_fields(self, exclude=None):
        """The code against the official list, where it is what somebody fills in."""
        super().clean_fields(exclude)
        if "cpv" not in (exclude or ()) and self.cpv:
            try:
                CpvCode.objects.refuse_unknown(self.cpv)
            except ValidationError as error:
                raise ValidationError({"cpv": error}) from error

    @property
    def is_active(self):
        return self.standing == Standing.ACTIVE

    @property
    def next_phase(self):
        """The phase after this one, or None in the last."""
        return Phase.values[self.phase_number + 1] if self.phase_number + 1 < len(Phase.values) else None

    def get_next_phase_display(self):
        return Phase(self.next_phase).label if self.next_phase else ""

    @property
    def earlier_phases(self):
        return Phase.choices[: self.phase_number]

    @property
    def phase_number(self):
        return Phase.values.index(self.phase)

    def missing(self):
        """What is still missing before the next phase."""
        return missing(self)

    def count_parties(self):
        """How many parties there are inside and outside, and how many of each said yes."""
        outside, committed = ~Q(kind="internal"), Q(commitment="committed")
        return self.parties.aggregate(
            inside=Count("pk", filter=~outside),
            inside_committed=Count("pk", filter=~outside & committed),
            outside=Count("pk", filter=outside),
            outside_committed=Count("pk", filter=outside & committed),
        )
