"""The base of every domain noun: a version that the database counts, a mark for examples, and an archive."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def track_many(**options):
    """The row history of what comes in by thousands: new rows are written down once a statement, not once a row."""
    return pghistory.track(
        pghistory.InsertEvent(level=pghistory.Statement), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )


class Level(models.IntegerChoices):
    """Ambition level as the MVI-criteriatool and the Manifest MVOI 2022-2025 use it."""

    BASIC = 1, _("1 · basic")
    SIGNIFICANT = 2, _("2 · significant")
    AMBITIOUS = 3, _("3 · ambitious")


class SortKey(models.Func):
    """Lower case without accents, so that Élan stands with e; PostgreSQL has an index on it where lists are long."""

    function = "mvi_sort_key"
    output_field = models.TextField()


def known_choice(field, choices):
    """The database knows the choices too: a constraint that refuses any other value."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_is_known", condition=Q(**{f"{field}__in": choices.values})
    )


def together(first, second, *, name):
    """Both filled or both empty, such as a moment and the person who signed for it."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{name}",
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
    )


class DomainQuerySet(models.QuerySet):
    """The start of every noun's own named sets."""


class DomainModel(models.Model):
    """A row that people edit: two editors never overwrite each other unseen, and invented figures are marked."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Made up to show how it works; marked on every page.")
    )

    objects = DomainQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "export", "import")
        triggers = [
            pgtrigger.Trigger(
                name="count_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                declare=[("touched", "BOOLEAN")],
                # A row that was read long ago carries an old version, so what it says only counts when it is higher:
                # that is how a change of what hangs on the row can be counted too.
                func="""
                    touched = NEW.version > OLD.version;
                    NEW.version = OLD.version;
                    IF touched OR NEW IS DISTINCT FROM OLD THEN
                        NEW.version = OLD.version + 1;
                    END IF;
                    RETURN NEW;
                """,
            )
        ]


class ArchivableQuerySet(DomainQuerySet):
    """Rows that can be put away without losing what relies on them."""

    def in_use(self):
        """Not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self):
        return self.filter(archived_at__isnull=False)


class ArchivableModel(DomainModel):
    """A row that others rely on: it is archived, not deleted, and stays readable."""

    archived_at = models.DateTimeField(_("archived at"), null=True, blank=True, editable=False)
    archived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("archived by"),
    )

    objects = ArchivableQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        abstract = True
        constraints = [together("archived_at", "archived_by", name="archived_at_with_by")]

    @property
    def is_archived(self):
        return self.archived_at is not None
