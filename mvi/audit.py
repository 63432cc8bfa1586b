"""The one way to write the audit trail."""

from contextvars import ContextVar

from django.db.models import Model

from mvi.models import AuditEvent, AuditResult, User

# Where the work comes from: an address for a request (set by mvi.middleware.Origin), else this machine's console.
# A context variable, because a verb is told who asks (by=) but not through which door they came.
origin: ContextVar[str] = ContextVar("origin", default="console")


def record(
    action: str,
    target: Model | type[Model] | None = None,
    *,
    by: User | None,
    result: AuditResult = AuditResult.SUCCESS,
    **details,
) -> AuditEvent:
    """Write what happened, in the transaction of the thing itself.

    `target` is the row, or the model when it concerns many rows; `details` must never hold a secret.
    """
    row = isinstance(target, Model)
    return AuditEvent.objects.create(
        action=action,
        object_type=target._meta.label_lower if target is not None else "",
        object_id=str(target.pk) if row else "",
        object_label=str(target)[:200] if row else "",
        result=result,
        origin=origin.get(),
        actor=by if by and by.is_authenticated else None,
        details=details,
    )
