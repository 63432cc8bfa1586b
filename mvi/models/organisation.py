"""The municipality that uses this installation."""

import pghistory
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mvi.fields import EmailAddressField, LineField, LinkField
from mvi.rich_text import RichTextField
from mvi.sql import answers

from .domain import DomainModel


class AccessibilityStatus(models.TextChoices):
    """The statuses of a statement by the Besluit digitale toegankelijkheid overheid; E is having no statement."""

    FULLY = "A", _("A: complies fully")
    PARTIALLY = "B", _("B: complies partially")
    FIRST_MEASURES = "C", _("C: first measures taken")
    NOT = "D", _("D: does not comply")


@pghistory.track()
class Organisation(DomainModel):
    """The one row that says whose site this is and which house style it wears."""

    name = LineField(_("name"), default="Gemeente")
    tooi_uri = models.URLField(
        _("TOOI identifier"), blank=True, help_text=_("From the register of government organisations.")
    )
    house_style = LineField(
        _("house style"), blank=True, help_text=_("Stylesheet with design tokens, as a path below static/.")
    )
    logo = LineField(_("logo"), blank=True, help_text=_("Picture, as a path below static/."))
    accessibility_status = models.CharField(
        _("status of the accessibility statement"),
        max_length=1,
        blank=True,
        choices=AccessibilityStatus,
        help_text=_("As in the register of accessibility statements."),
    )
    accessibility_on = models.DateField(_("investigated on"), null=True, blank=True)
    accessibility_report = LinkField(_("report of the investigation"), blank=True)
    accessibility_gaps = RichTextField(
        _("what does not comply yet"), blank=True, help_text=_("Who is hindered by it, and when it is mended.")
    )
    accessibility_contact = EmailAddressField(_("address for people who meet a barrier"), blank=True)
    privacy_contact = EmailAddressField(_("address for questions about privacy"), blank=True)
    data_protection_officer = EmailAddressField(_("address of the data protection officer"), blank=True)
    privacy_text = RichTextField(
        _("more about privacy"),
        blank=True,
        help_text=_("What your municipality wants to add to the privacy page, such as its own terms."),
    )
    is_demo = models.BooleanField(
        _("demonstration"), default=False, editable=False, help_text=_("Set by load_demo: every page shows a banner.")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisation")
        constraints = [
            models.CheckConstraint(name="organisation_is_one_row", condition=Q(pk=1)),
            models.CheckConstraint(
                name="organisation_status_was_investigated",
                condition=Q(accessibility_status="")
                | Q(accessibility_status__in=AccessibilityStatus.values, accessibility_on__isnull=False),
                violation_error_message=_("Say with the status on which day this was investigated."),
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls, *columns):
        """The row, or its defaults before anybody filled it in; with these columns, for who needs few of them."""
        names = [field.attname for field in cls._meta.concrete_fields]
        if columns:
            names = [name for name in names if name in {"id", *columns}]
        for row in answers(f"SELECT {', '.join(names)} FROM mvi_organisation"):  # noqa: S608 -- our own names
            return cls.from_db(DEFAULT_DB_ALIAS, names, row)
        return cls(pk=1)
