from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MviConfig(AppConfig):
    name = "mvi"
    verbose_name = _("People and audit")
