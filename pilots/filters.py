"""What the list of pilots can be filtered by."""

from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter, NumberFilter

from mvi.filters import ArchivableFilterSet, WordsFilter
from mvi.models import User
from pilots.models import CpvCode, Phase, Pilot, Procedure, RStrategy, Standing
from strategy.models import CoreValue, Theme

YES_NO = [("yes", _("yes")), ("no", _("no"))]


class PilotFilter(ArchivableFilterSet):
    q = WordsFilter("name", "summary", "need", "ambition", "question", "collaboration")
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Theme.objects.in_use(), field_name="themes")
    core_value = ModelChoiceFilter(label=_("Core value"), queryset=CoreValue.objects.in_use(), field_name="core_values")
    phase = ChoiceFilter(label=_("Phase"), choices=Phase.choices)
    standing = ChoiceFilter(label=_("Standing"), choices=Standing.choices)
    owner = ModelChoiceFilter(
        label=_("Buyer or project leader"), queryset=User.objects.filter(is_active=True), method="of_owner"
    )
    procedure = ChoiceFilter(label=_("Procedure"), choices=Procedure.choices)
    r_strategy = ChoiceFilter(label=_("R-ladder"), choices=RStrategy.choices)
    cpv = CharFilter(label=_("CPV"), max_length=10, lookup_expr="startswith")
    year = NumberFilter(
        label=_("Starts in year"), field_name="starts_on", lookup_expr="year", min_value=2000, max_value=2100
    )
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
            "launching_customer",
            "biobased",
            "archive",
        ]

    def of_owner(self, queryset, name, value):
        return queryset.of(value)

    def of_yes_no(self, queryset, name, value):
        return queryset.filter(**{name: value == "yes"})


class CpvFilter(FilterSet):
    q = CharFilter(label=_("Word or code"), max_length=100, method="matching")

    class Meta:
        model = CpvCode
        fields = ["q"]

    def matching(self, queryset, name, value):
        return queryset.matching(value)
