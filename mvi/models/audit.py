"""Who did what: the six fields that BIO2 v1.3 measure 8.15.01 asks of a log line."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditResult(models.TextChoices):
    SUCCESS = "success", _("done")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("failed")


class AuditEvent(models.Model):
    """One line of the audit trail; written by `mvi.audit.record`, and the database refuses to change or delete it."""

    at = models.DateTimeField(_("time"), auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("actor")
    )
    action = models.CharField(_("action"), max_length=60)
    object_type = models.CharField(_("kind of object"), max_length=60, blank=True)
    object_id = models.CharField(_("object number"), max_length=60, blank=True)
    object_label = models.CharField(_("object"), max_length=200, blank=True)
    result = models.CharField(_("result"), max_length=10, choices=AuditResult)
    origin = models.CharField(_("origin"), max_length=60)
    details = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit trail")
        ordering = ["-at", "-pk"]
        default_permissions = ("view", "export")
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest_first"),
            models.Index(fields=["object_type", "object_id"], name="audit_of_object"),
            models.Index(fields=["actor", "-at"], name="audit_of_actor"),
        ]
        constraints = [
            models.CheckConstraint(name="audit_result_is_known", condition=models.Q(result__in=AuditResult.values))
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                level=pgtrigger.Statement,
                func="RAISE EXCEPTION 'The audit trail is never emptied.';",
            ),
        ]

    def __str__(self):
        return f"{self.action} {self.object_label}".strip()
