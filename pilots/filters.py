"""What the list of pilots can be filtered by."""

from django.db.models import Exists, OuterRef
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_filters import DateFilter

from mvi.filters import (
    ArchivableFilterSet,
    ChoiceFilter,
    FilterSet,
    KeptWordsFilter,
    ModelChoiceFilter,
    NumberFilter,
    TextFilter,
    WordsFilter,
)
from mvi.models import User
from mvi.months import IN_ADDRESS
from pilots.models import ContractType, CpvCode, Lesson, Phase, Pilot, Procedure, RStrategy, Standard, Standing
from strategy.models import CoreValue, Theme

YES_NO = [("yes", _("yes")), ("no", _("no"))]


class PilotFilter(ArchivableFilterSet):
    q = KeptWordsFilter("words_in_capitals")
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Theme.objects.in_use().only("name"), field_name="themes")
    core_value = ModelChoiceFilter(
        label=_("Core value"), queryset=CoreValue.objects.in_use().only("name"), field_name="core_values"
    )
    phase = ChoiceFilter(label=_("Phase"), choices=Phase.choices)
    standing = ChoiceFilter(label=_("Standing"), choices=Standing.choices)
    owner = ModelChoiceFilter(
        label=_("Buyer or project leader"),
        queryset=User.objects.filter(is_active=True).only("name", "email"),
        method="of_owner",
    )
    procedure = ChoiceFilter(label=_("Procedure"), choices=Procedure.choices)
    r_strategy = ChoiceFilter(label=_("R-ladder"), choices=RStrategy.choices)
    cpv = TextFilter(label=_("CPV"), max_length=10, lookup_expr="startswith")
    year = NumberFilter(
        label=_("Starts in year"), field_name="starts_on", lookup_expr="year", min_value=2000, max_value=2100
    )
    tag = TextFilter(label=_("Tag"), max_length=100, method="tagged")
    launching_customer = ChoiceFilter(label=_("Launching customer"), choices=YES_NO, method="of_yes_no")
    biobased = ChoiceFilter(label=_("Biobased"), choices=YES_NO, method="of_yes_no")

    class Meta:
        model = Pilot
        fields = [
            "q",
            "theme",
            "core_value",
            "phase",
            "standing",
            "owner",
            "procedure",
            "r_strategy",
            "cpv",
            "year",
            "tag",
            "launching_customer",
            "biobased",
            "archive",
        ]

    def of_owner(self, queryset, name, value):
        return queryset.of(value)

    def tagged(self, queryset, name, value):
        return queryset.tagged(value)

    def of_yes_no(self, queryset, name, value):
        return queryset.filter(**{name: value == "yes"})


class CalendarFilter(PilotFilter):
    """The same, with the month from which the calendar shows; it leaves no pilot out."""

    maand = DateFilter(method="all_of_them", **IN_ADDRESS)

    def all_of_them(self, queryset, name, value):
        return queryset


def query_of(asked):
    """The address of this very filter, without what was left open: to keep, or to send to a colleague."""
    filled = [(name, value) for name, values in asked.lists() for value in values if value]
    return urlencode([(name, value) for name, value in filled if name in PilotFilter.base_filters])


class LessonFilter(FilterSet):
    q = WordsFilter("title", "text", "tags")
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Theme.objects.in_use(), method="about")
    r_strategy = ChoiceFilter(label=_("R-ladder"), choices=RStrategy.choices, field_name="pilot__r_strategy")
    phase = ChoiceFilter(label=_("Phase"), choices=Phase.choices, field_name="pilot__phase")
    contract_type = ChoiceFilter(
        label=_("Contract type"), choices=ContractType.choices, field_name="pilot__contract_type"
    )
    cpv = TextFilter(label=_("CPV"), max_length=10, field_name="pilot__cpv", lookup_expr="startswith")
    tag = TextFilter(label=_("Tag"), max_length=100, method="tagged")
    standard = ChoiceFilter(label=_("Became a standard"), choices=YES_NO, method="of_standard")

    class Meta:
        model = Lesson
        fields = ["q", "theme", "r_strategy", "phase", "contract_type", "cpv", "tag", "standard"]

    def about(self, queryset, name, value):
        return queryset.about([value])

    def tagged(self, queryset, name, value):
        return queryset.tagged(value)

    def of_standard(self, queryset, name, value):
        became = Exists(Standard.objects.filter(lesson=OuterRef("pk")))
        return queryset.filter(became if value == "yes" else ~became)


class StandardFilter(FilterSet):
    q = WordsFilter("change", "explanation", "lesson__title")
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Theme.objects.in_use(), method="about")
    done = ChoiceFilter(label=_("In use"), choices=YES_NO, method="of_done")

    class Meta:
        model = Standard
        fields = ["q", "theme", "done"]

    def about(self, queryset, name, value):
        return queryset.about([value])

    def of_done(self, queryset, name, value):
        return queryset.filter(done_on__isnull=value == "no")


class CpvFilter(FilterSet):
    q = TextFilter(label=_("Word or code"), max_length=100, method="matching")

    class Meta:
        model = CpvCode
        fields = ["q"]

    def matching(self, queryset, name, value):
        return queryset.matching(value)
