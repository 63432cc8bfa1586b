"""The Common Procurement Vocabulary: what is bought, in the code of the European Union."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField

NUMBER_OF_DIVISIONS = 45
CODE = re.compile(r"^([0-9]{8})(?:-([0-9]))?\Z")

# The light regime for social and other specific services (Annex XIV of Directive 2014/24/EU), as the Publications
# Office lists it for eForms: code list cpv_social-service-cpv, eForms SDK 1.15, 2026. Exactly these codes; a code below
# one of them is not in it unless it is listed too.
LIGHT_REGIME = frozenset(
    """
    75121000 75122000 75123000 79622000 79624000 79625000 80110000 80300000 80420000 80430000 80511000 80520000
    80590000 85000000 85100000 85110000 85111000 85111100 85111200 85111300 85111310 85111320 85111400 85111500
    85111600 85111700 85111800 85111810 85111820 85111900 85112000 85112100 85112200 85120000 85121000 85121100
    85121200 85121210 85121220 85121230 85121231 85121232 85121240 85121250 85121251 85121252 85121270 85121271
    85121280 85121281 85121282 85121283 85121290 85121291 85121292 85121300 85130000 85131000 85131100 85131110
    85140000 85141000 85141100 85141200 85141210 85141211 85141220 85142000 85142100 85142200 85142300 85142400
    85143000 85144000 85144100 85145000 85146000 85146100 85146200 85147000 85148000 85149000 85150000 85160000
    85170000 85171000 85172000 85200000 85210000 85300000 85310000 85311000 85311100 85311200 85311300 85312000
    85312100 85312110 85312120 85312200 85312300 85312310 85312320 85312330 85312400 85312500 85312510 85320000
    85321000 85322000 85323000 92500000 92600000 98133000 98133110
    """.split()  # noqa: SIM905 -- a hundred quoted codes would hide the list
)


def below(digits):
    """The digits that a code and the codes below it begin with: 45110000 stands for all that begin with 4511."""
    return digits.rstrip("0").ljust(2, "0") if len(digits) == 8 else digits


class CpvCodeQuerySet(models.QuerySet):
    def matching(self, words):
        """Codes that begin with the digits typed, or of which the name holds each word."""
        found = self
        for word in words.split():
            digits = word.partition("-")[0]
            if digits.isdecimal():
                found = found.filter(code__startswith=below(digits))
            else:
                found = found.filter(models.Q(name_nl__icontains=word) | models.Q(name_en__icontains=word))
        return found

    def is_complete(self):
        """Whether the official list was loaded (`manage.py load_cpv`), beside the divisions that are always there."""
        return self.count() > NUMBER_OF_DIVISIONS

    def refuse_unknown(self, text):
        """Refuse a code that is not in the official list.

        By looking it up: the check digit is no proof, since 532 of the 9,454 official codes break its formula. As long
        as only the divisions are known, a code needs a division that exists.
        """
        code, digit = CODE.match(text).groups()
        official = self.filter(code=code).first()
        if official is None:
            if self.is_complete() or not self.filter(code=f"{code[:2]}000000").exists():
                raise ValidationError(_("This code is not in the official CPV list."), code="unknown")
        elif digit and official.check_digit and digit != official.check_digit:
            raise ValidationError(
                _("This code is not in the official CPV list. Did you mean %(code)s?"),
                code="unknown",
                params={"code": str(official)},
            )


class CpvCode(models.Model):
    """A code of CPV 2008 (Regulation (EC) 213/2008)."""

    code = models.CharField(_("code"), max_length=8, unique=True)
    check_digit = models.CharField(_("check digit"), max_length=1, blank=True)
    name_nl = LineField(_("Dutch name"), max_length=300)
    name_en = LineField(_("English name"), max_length=300, blank=True)

    objects = CpvCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("CPV code")
        verbose_name_plural = _("CPV codes")
        ordering = ["code"]
        default_permissions = ("add", "change", "delete", "view", "export", "import")
        constraints = [
            models.CheckConstraint(name="cpv_code_has_eight_digits", condition=models.Q(code__regex=r"^\d{8}$")),
            models.CheckConstraint(name="cpv_check_digit_is_a_digit", condition=models.Q(check_digit__regex=r"^\d?$")),
        ]

    def __str__(self):
        return f"{self.code}-{self.check_digit}" if self.check_digit else self.code

    @property
    def name(self):
        return self.name_en if get_language() == "en" and self.name_en else self.name_nl

    @property
    def is_light_regime(self):
        return self.code in LIGHT_REGIME


class CpvCodeField(models.CharField):
    """The code of what is bought: one of the official list, where it is what somebody fills in."""

    default_validators = [RegexValidator(CODE, _("A CPV code has eight digits, for example 45111300-1."))]

    def clean(self, value, row):
        code = super().clean(value, row)
        if code:
            CpvCode.objects.refuse_unknown(code)
        return code
