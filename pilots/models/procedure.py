"""The amounts that decide how something may be bought: Europe's thresholds and the municipality's own rules."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel, DomainQuerySet, known_choice
from mvi.sql import rows

from .pilot import ContractType, Procedure

NATIONAL = [
    (procedure.value, procedure.label)
    for procedure in (Procedure.SINGLE, Procedure.MULTIPLE, Procedure.NATIONAL_OPEN, Procedure.NATIONAL_RESTRICTED)
]


VALID_ON = """
    "pilots_threshold" AS threshold
    WHERE contract_type = %s AND %s BETWEEN starts_on AND ends_on ORDER BY starts_on DESC LIMIT 1
"""


@pghistory.track()
class Threshold(DomainModel):
    """From this amount, without VAT, European rules apply; Europe sets it anew every two years.

    The amounts for a municipality, from domain knowledge gathered in autumn 2026:

    - 2022-2023: supplies and services 215,000, works and concessions 5,382,000 (Delegated Regulations (EU) 2021/1952
      and 2021/1951; as published by gemeente Wijdemeren);
    - 2024-2025: 221,000 and 5,538,000 (Delegated Regulations (EU) 2023/2495 and 2023/2497);
    - 2026-2027: 216,000 and 5,404,000 (Delegated Regulations (EU) 2025/2152 and 2025/2151);
    - social and other specific services: 750,000 (Directive 2014/24/EU, article 4 under d), not indexed.

    A new pair of years is a new row, in the administration or by import.
    """

    contract_type = models.CharField(_("contract type"), max_length=12, choices=ContractType)
    amount = models.DecimalField(_("amount (€)"), max_digits=14, decimal_places=2)
    starts_on = models.DateField(_("valid from"))
    ends_on = models.DateField(_("valid until"))
    source = LineField(_("source"), max_length=300)

    class Meta(DomainModel.Meta):
        verbose_name = _("European threshold")
        verbose_name_plural = _("European thresholds")
        ordering = ["-starts_on", "contract_type"]
        constraints = [
            known_choice("contract_type", ContractType),
            models.CheckConstraint(
                name="threshold_ends_after_start",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("A period cannot end before it starts."),
            ),
            models.CheckConstraint(name="threshold_amount_is_positive", condition=Q(amount__gt=0)),
            models.UniqueConstraint(
                fields=["contract_type", "starts_on"],
                name="threshold_once_a_period",
                violation_error_message=_("There is already a threshold for this type from this day."),
            ),
        ]

    def __str__(self):
        return f"{self.get_contract_type_display()} {self.starts_on:%Y}–{self.ends_on:%Y}"

    @classmethod
    def valid(cls, *, contract_type, on):
        """The threshold for this type on this day, or None when it is not known."""
        return next((threshold for (threshold,) in rows(VALID_ON, [contract_type, on], threshold=cls)), None)

    def is_reached_by(self, amount):
        """To the euro: an amount at the threshold counts as above it."""
        return amount >= self.amount


class ProcedureRuleQuerySet(DomainQuerySet):
    def deciding(self, *, contract_type, amount, on):
        """The rule with the highest amount that is reached, in the version that holds on this day; or None."""
        rules = self.filter(contract_type=contract_type, starts_on__lte=on)
        latest = rules.order_by("-starts_on").values("starts_on")[:1]
        return rules.filter(starts_on=latest, from_amount__lte=amount).order_by("-from_amount").first()


@pghistory.track()
class ProcedureRule(DomainModel):
    """Below the European threshold the municipality chooses: from which amount which procedure is the rule.

    Rules of one type that start on the same day are one version of the table; a newer version replaces the whole table
    of that type. Deviating is allowed with a reason (Gids Proportionaliteit: *pas toe of leg uit*).
    """

    contract_type = models.CharField(_("contract type"), max_length=12, choices=ContractType)
    starts_on = models.DateField(_("valid from"))
    from_amount = models.DecimalField(_("from (€)"), max_digits=14, decimal_places=2)
    procedure = models.CharField(_("procedure"), max_length=24, choices=Procedure)
    source = LineField(_("source"), max_length=300, blank=True, help_text=_("Where it is laid down."))

    objects = ProcedureRuleQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("rule of the municipality")
        verbose_name_plural = _("rules of the municipality")
        ordering = ["contract_type", "-starts_on", "from_amount"]
        constraints = [
            known_choice("contract_type", ContractType),
            models.CheckConstraint(
                name="procedure_rule_is_national",
                condition=Q(procedure__in=[value for value, _label in NATIONAL]),
                violation_error_message=_("Below the European threshold only a national procedure can be the rule."),
            ),
            models.CheckConstraint(
                name="procedure_rule_amount_not_negative",
                condition=Q(from_amount__gte=0),
                violation_error_message=_("An amount cannot be negative."),
            ),
            models.UniqueConstraint(
                fields=["contract_type", "starts_on", "from_amount"],
                name="procedure_rule_once",
                violation_error_message=_("There is already a rule for this type, day and amount."),
            ),
        ]

    def __str__(self):
        return f"{self.get_contract_type_display()}: {self.get_procedure_display()}"

    def get_absolute_url(self):
        return reverse("pilots:threshold-list")
