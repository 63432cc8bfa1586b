"""The R-ladder: ten circular strategies, best first."""

from django.db import models
from django.utils.translation import gettext_lazy as _

R_LADDER_VERSION = "PBL 2017"  # other ladders number the rungs differently, so each choice keeps its version


class RStrategy(models.TextChoices):
    """The ten rungs of Potting et al., PBL Netherlands Environmental Assessment Agency, 2017."""

    R0 = "R0", _("R0 refuse")
    R1 = "R1", _("R1 rethink")
    R2 = "R2", _("R2 reduce")
    R3 = "R3", _("R3 re-use")
    R4 = "R4", _("R4 repair")
    R5 = "R5", _("R5 refurbish")
    R6 = "R6", _("R6 remanufacture")
    R7 = "R7", _("R7 repurpose")
    R8 = "R8", _("R8 recycle")
    R9 = "R9", _("R9 recover energy")
