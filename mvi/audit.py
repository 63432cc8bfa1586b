"""The one way to write the audit trail."""

from contextvars import ContextVar

from django.db.models import Model
from django.utils.translation import gettext_lazy

from mvi.models import AuditEvent, AuditResult, User

# Where the work comes from: an address for a request (set by mvi.middleware.Origin), else this machine's console.
# A context variable, because a verb is told who asks (by=) but not through which door they came.
origin: ContextVar[str] = ContextVar("origin", default="console")


ACTIONS = {  # what each is called on screen
    "accept": gettext_lazy("ownership accepted"),
    "add": gettext_lazy("added"),
    "add pulse addresses": gettext_lazy("addresses for the pulse added"),
    "add_second_factor": gettext_lazy("two-step login set up"),
    "adopt": gettext_lazy("adopted"),
    "answer invitation": gettext_lazy("invitation answered"),
    "answer_remark": gettext_lazy("remark answered"),
    "archive": gettext_lazy("archived"),
    "ask pulse": gettext_lazy("pulse asked by mail"),
    "back": gettext_lazy("back to an earlier phase"),
    "bind_identity": gettext_lazy("bound to identity provider"),
    "change": gettext_lazy("changed"),
    "change_password": gettext_lazy("password changed"),
    "change_roles": gettext_lazy("roles changed"),
    "check_second_factor": gettext_lazy("code of two-step login"),
    "close": gettext_lazy("closed"),
    "close_consultation": gettext_lazy("consultation closed"),
    "complete": gettext_lazy("completed"),
    "decline": gettext_lazy("ownership declined"),
    "do quiz": gettext_lazy("knowledge quiz done"),
    "export": gettext_lazy("exported"),
    "export_action_plan": gettext_lazy("action plan exported"),
    "finalise": gettext_lazy("made final"),
    "forget addresses": gettext_lazy("addresses of invitations forgotten"),
    "forget names": gettext_lazy("names of participants forgotten"),
    "forward": gettext_lazy("to the next phase"),
    "go to step": gettext_lazy("step of a session changed"),
    "hand_over": gettext_lazy("ownership handed over"),
    "harvest": gettext_lazy("story given to a cluster"),
    "hide": gettext_lazy("story hidden"),
    "hide votes": gettext_lazy("votes hidden"),
    "import": gettext_lazy("imported"),
    "invite": gettext_lazy("people invited"),
    "join": gettext_lazy("took part in a session"),
    "load": gettext_lazy("imported"),
    "load demo": gettext_lazy("demo loaded"),
    "lock_out": gettext_lazy("log-in blocked"),
    "log_in": gettext_lazy("log-in"),
    "log_out": gettext_lazy("log-out"),
    "mail invitation": gettext_lazy("invitation mailed"),
    "make_current": gettext_lazy("made the current strategy"),
    "map_theme": gettext_lazy("theme mapped to frameworks"),
    "mark attendance": gettext_lazy("attendance noted"),
    "merge": gettext_lazy("clusters joined"),
    "move": gettext_lazy("moved"),
    "open": gettext_lazy("page opened"),
    "open_account": gettext_lazy("account opened"),
    "open_consultation": gettext_lazy("consultation opened"),
    "park": gettext_lazy("parked"),
    "place": gettext_lazy("story put in a cluster"),
    "remark": gettext_lazy("remark made"),
    "remind of pulse": gettext_lazy("reminded of a pulse"),
    "remind of quiz": gettext_lazy("reminded of a quiz"),
    "remove": gettext_lazy("removed"),
    "remove_second_factor": gettext_lazy("two-step login removed"),
    "rename": gettext_lazy("renamed"),
    "renew_calendar_link": gettext_lazy("calendar address renewed"),
    "renew_second_factor": gettext_lazy("recovery codes renewed"),
    "repeat_measurement": gettext_lazy("measurement confirmed unchanged"),
    "report": gettext_lazy("report made"),
    "reset_password": gettext_lazy("forgotten password replaced"),
    "restore": gettext_lazy("restored from the archive"),
    "resume": gettext_lazy("resumed"),
    "send_password_link": gettext_lazy("link to choose a password sent"),
    "set_password": gettext_lazy("password set by an administrator"),
    "set_status": gettext_lazy("status changed"),
    "settle": gettext_lazy("outcome recorded"),
    "show": gettext_lazy("story shown again"),
    "show votes": gettext_lazy("votes shown"),
    "split": gettext_lazy("cluster split"),
    "start_job": gettext_lazy("background work asked for"),
    "stop": gettext_lazy("stopped"),
    "stop_job": gettext_lazy("background work stopped"),
    "stop_mail": gettext_lazy("mail stopped"),
    "stop pulse mails": gettext_lazy("mails of the pulse stopped"),
    "tie": gettext_lazy("tied to the strategy"),
    "undo": gettext_lazy("change of the board undone"),
    "undo_import": gettext_lazy("import undone"),
    "withdraw": gettext_lazy("taken back"),
}


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
