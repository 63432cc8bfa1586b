"""The pilot and its canvas."""

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Count, F, Q, Value
from django.db.models.functions import Concat, Upper
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import ArchivableModel, ArchivableQuerySet, SortKey, User, known_choice, track_many
from mvi.sql import answers, rows
from strategy.models import CoreValue, Goal, Theme

from .cpv import CpvCodeField
from .r_ladder import R_LADDER_VERSION, RStrategy
from .readiness import missing
from .tags import Tagged, TagsField

BLANK = Value(" ")

AT_ADDRESS = """
    "pilots_pilot" AS pilot
    LEFT JOIN "mvi_user" AS buyer ON buyer.id = pilot.buyer_id
    LEFT JOIN "mvi_user" AS leader ON leader.id = pilot.project_leader_id
    WHERE pilot.slug = %s
"""
PARTIES = """
    SELECT kind = 'internal', commitment = 'committed', count(*) FROM "pilots_party" WHERE pilot_id = %s GROUP BY 1, 2
"""


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

    @cached_property
    def sql_of_keys(self):
        """SQL, and its values, of the keys of these pilots in their order; it is written once for this very set."""
        try:
            return self.values_list("pk").query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        except EmptyResultSet:  # of which Django knows without asking
            return "SELECT NULL WHERE false", ()

    @cached_property
    def sql_of_count(self):
        """As `sql_of_keys`, of how many there are: without the order, which stands last and has no values."""
        sql, values = self.sql_of_keys
        return f"SELECT count(*) FROM ({sql.rsplit(' ORDER BY ', 1)[0]}) AS found", values  # noqa: S608 -- Django wrote it

    def for_list(self):
        """All that a row of the list shows, in a fixed number of queries."""
        return self.select_related("buyer", "project_leader").prefetch_related("pilot_themes__theme")


@track_many(exclude=["words_in_capitals"])
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
    cpv = CpvCodeField(_("CPV code"), max_length=10, blank=True)
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

    # All in which the list looks for words: to put that together and fold it for ten thousand pilots, each time that
    # somebody types a word, takes as long as all else of the page.
    words_in_capitals = models.GeneratedField(
        expression=Upper(
            Concat(
                *("name", BLANK, "summary", BLANK, "tags", BLANK, "without_buying", BLANK, "need"),
                *(BLANK, "ambition", BLANK, "question", BLANK, "collaboration"),
                output_field=models.TextField(),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

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

    @classmethod
    def at(cls, slug):
        """The pilot with this address, with the people that every page of it names; None when there is none."""
        found = rows(AT_ADDRESS, [slug], pilot=cls, buyer=User, leader=User)
        for pilot, buyer, leader in found:
            pilot.buyer, pilot.project_leader = buyer, leader
        return found[0][0] if found else None

    @cached_property
    def theme_links(self):
        """Its themes, each with the level that it asks here, in the order of the strategy."""
        return self.pilot_themes.model.of(self)

    def can_be_changed_by(self, user):
        """Its own buyer and project leader, or somebody who may change every pilot."""
        return user.has_perm("pilots.change_every_pilot") or (self.is_of(user) and user.has_perm("pilots.change_pilot"))

    def is_of(self, user):
        """As `PilotQuerySet.of`, for a pilot that is read already."""
        return user.pk is not None and user.pk in {self.buyer_id, self.project_leader_id}

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
        counts = dict.fromkeys(("inside", "inside_committed", "outside", "outside_committed"), 0)
        for is_inside, is_committed, number in answers(PARTIES, [self.pk]):
            place = "inside" if is_inside else "outside"
            counts[place] += number
            if is_committed:
                counts[f"{place}_committed"] += number
        return counts
