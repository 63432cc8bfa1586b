import gc

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class MviConfig(AppConfig):
    name = "mvi"
    verbose_name = _("People and audit")
    default = True

    def ready(self):
        # Models exist only now, so these cannot be imported at the top.
        from mvi import receivers, roles  # noqa: F401, PLC0415

        post_migrate.connect(roles.after_migrate, sender=self)
        post_migrate.connect(make_cache_table, sender=self)
        look_less_for_garbage()


class AdministrationConfig(admin_apps.AdminConfig):
    default_site = "mvi.administration.Administration"
    default = False


def look_less_for_garbage():
    """What the start made is there for good, and one page makes more objects than Python waits for by itself.

    Else it looks through all of them time and again: a tenth of the work of a page, a third of that of a long import.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def make_cache_table(sender, *, using, **kwargs):
    """The shared cache counts log-in attempts, so it must be there from the first request."""
    call_command("createcachetable", database=using, verbosity=0)
