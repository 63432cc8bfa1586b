"""Who may do what: the roles of the town hall, defined here and nowhere else.

A role is a group with the key as its name; `apply` writes them after every migrate, so that the administration only
hands roles out. Whether a buyer may change this very pilot is for `Pilot.can_be_changed_by` to say.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mvi.models import User

READ = ("view",)
EXPORT = ("view", "export")
EDIT = ("view", "add", "change")
OWN = ("view", "add", "change", "delete", "export", "import")

THEMES = ("strategy.theme", "strategy.corevalue", "strategy.goal")
STRATEGY = (
    *THEMES,
    "strategy.strategy",
    "strategy.indicator",
    "strategy.interimtarget",
    "strategy.measurement",
    "strategy.action",
    "strategy.thememapping",
    "strategy.progressreport",
    "strategy.themenarrative",
    "strategy.consultationround",
    "strategy.invitation",
    "strategy.remark",
)
REACT = ("strategy.add_remark",)  # in a consultation
# Lists of others, and what we explain: kept by the administrator, read by all.
FRAMEWORKS = ("strategy.framework", "strategy.frameworktheme", "strategy.knowledgecard")
SCORES = ("strategy.qualityscore",)  # kept by the daily command
MAILS = ("strategy.mail",)  # written by the reminders
PILOT_ROWS = (
    "pilots.pilottheme",
    "pilots.pilotcorevalue",
    "pilots.pilotgoal",
    "pilots.party",
    "pilots.milestone",
    "pilots.criterion",
    "pilots.kpi",
    "pilots.result",
    "pilots.lesson",
    "pilots.standard",
    "pilots.consultation",
    "pilots.document",
    "pilots.lot",
    "pilots.costoption",
)
DECISIONS = ("pilots.decision",)  # written by the verbs of a pilot, for everybody to read
PILOT_TABLES = ("pilots.threshold", "pilots.procedurerule", "pilots.cpvcode")  # kept by the administrator
PILOTS = ("pilots.pilot", *PILOT_ROWS, *DECISIONS, *PILOT_TABLES)
WORKSHOPS = (
    "workshops.series",
    "workshops.pulse",
    "workshops.session",
    "workshops.step",
    "workshops.sessiondecision",
    "workshops.participant",
    "workshops.contribution",
    "workshops.cluster",
    "workshops.harvest",
    "workshops.vote",
    "workshops.outcome",
)


def rights(verbs, nouns):
    """The names of the permissions for these verbs on these nouns, such as "pilots.view_pilot"."""
    return tuple(f"{app}.{verb}_{model}" for noun in nouns for app, model in [noun.split(".")] for verb in verbs)


@dataclass(frozen=True)
class Role:
    """What somebody comes to do, and the rights that this takes."""

    key: str
    name: Promise
    description: Promise
    permissions: tuple[str, ...]


ROLES = (
    Role(
        "policy_advisor",
        _("policy advisor"),
        _("Writes and maintains the strategy, prepares workshops, has it adopted and reports on it."),
        (
            *rights(OWN, STRATEGY),
            *rights(EXPORT, FRAMEWORKS),
            *rights(READ, MAILS + SCORES),
            *rights(OWN, WORKSHOPS),
            *rights(EXPORT, PILOTS),
        ),
    ),
    Role(
        "buyer",
        _("buyer"),
        _("Registers pilots and maintains those of which they are the buyer."),
        (
            *rights(("view", "add", "change", "export", "import"), ["pilots.pilot"]),
            *rights(OWN, PILOT_ROWS),
            *rights(EXPORT, DECISIONS + PILOT_TABLES),
            *rights(READ, STRATEGY + FRAMEWORKS),
            *REACT,
            *rights(READ, WORKSHOPS),
        ),
    ),
    Role(
        "project_leader",
        _("project leader"),
        _("Keeps planning, partners and results up to date of the pilots they lead."),
        (
            *rights(("view", "change"), ["pilots.pilot"]),
            *rights(("view", "add", "change", "delete"), PILOT_ROWS),
            *rights(READ, DECISIONS + PILOT_TABLES),
            *rights(READ, STRATEGY + FRAMEWORKS),
            *REACT,
            *rights(READ, WORKSHOPS),
        ),
    ),
    Role(
        "facilitator",
        _("facilitator"),
        _("Runs workshops, from stories to decisions, and brings the outcomes into the strategy."),
        (
            *rights(OWN, WORKSHOPS),
            *rights(READ, STRATEGY + FRAMEWORKS),
            *REACT,
            *rights(EDIT, THEMES),
            *rights(READ, PILOTS),
        ),
    ),
    Role(
        "executive",
        _("executive"),
        _("Reads and exports everything, to see where it stands and to account for it."),
        (*rights(EXPORT, STRATEGY + FRAMEWORKS), *REACT, *rights(EXPORT, PILOTS), *rights(EXPORT, WORKSHOPS)),
    ),
    Role(
        "administrator",
        _("administrator"),
        _("Manages people and lists, imports and exports; needs access to the administration as well."),
        (
            *rights(OWN, STRATEGY + FRAMEWORKS),
            *rights(READ, MAILS + SCORES),
            *rights(OWN, PILOTS),
            "pilots.change_every_pilot",
            *rights(OWN, WORKSHOPS),
            *rights(OWN, ["mvi.organisation"]),
            *rights(("view", "add", "change", "export"), ["mvi.user"]),
            *rights(EXPORT, ["mvi.auditevent"]),
        ),
    ),
)
BY_KEY = {role.key: role for role in ROLES}


def label(group):
    """A group as people know it: by the name of its role."""
    return str(BY_KEY[group.name].name) if group.name in BY_KEY else group.name


def apply(using="default", state=apps):
    """Give every role exactly its permissions; running it again changes nothing."""
    for app in sorted({permission.split(".")[0] for role in ROLES for permission in role.permissions}):
        create_permissions(apps.get_app_config(app), verbosity=0, using=using, apps=state)
    existing = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.using(using).values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    with transaction.atomic(using=using):
        for role in ROLES:
            group, _created = Group.objects.using(using).get_or_create(name=role.key)
            # Halfway a chain of migrations a table can be missing, and its permissions with it.
            group.permissions.set([existing[name] for name in role.permissions if name in existing])


def after_migrate(sender, *, using, apps=apps, **kwargs):
    """Apply the roles, unless somebody migrated no further than before the tables of people (`migrate axes`)."""
    try:
        apps.get_model("mvi", "User")
    except LookupError:
        return
    apply(using, apps)


def covers(by: User, user: User) -> bool:
    """Whether `by` has every right of `user`, so that managing that account gives nobody more than they have."""
    if by.is_superuser or by == user:
        return True
    return not user.is_superuser and held(group__user=user) <= by.get_all_permissions()


def may_give(by: User, group: Group) -> bool:
    """Nobody gives rights that they do not have themselves."""
    return by.is_superuser or held(group=group) <= by.get_all_permissions()


def held(**condition):
    pairs = Permission.objects.filter(**condition).values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in pairs}
