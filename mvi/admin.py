"""People and the audit trail in the administration."""

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mvi import accounts, audit, roles
from mvi.models import AuditEvent, Organisation, User
from mvi.noun_admin import NounAdmin
from mvi.resources import OrganisationResource, UserResource


class RolesField(forms.ModelMultipleChoiceField):
    """Roles by their name and what they are for."""

    def label_from_instance(self, group):
        role = roles.BY_KEY[group.name]
        return f"{role.name}: {role.description}"


class NewAccountForm(AdminUserCreationForm):
    usable_password = AdminUserCreationForm.create_usable_password_field(
        gettext_lazy("Without a password they get an e-mail with a link to choose one.")
    )

    class Meta:
        model = User
        fields = ["email", "name"]


class AccountForm(UserChangeForm):
    class Meta:
        model = User
        fields = ["email", "name"]


class RoleFilter(admin.SimpleListFilter):
    title = gettext_lazy("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role.key, role.name) for role in roles.ROLES]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts are opened, changed and deactivated here; never deleted, so that signatures stay true."""

    resource_classes = [UserResource]  # only for the workbook: no list of people is imported by itself
    form = AccountForm
    add_form = NewAccountForm
    add_form_template = "admin/mvi/user/add_form.html"
    list_display = ["name", "email", "shown_roles", "is_active", "is_staff", "second_factor", "last_login"]
    list_filter = ["is_active", RoleFilter, "is_staff"]
    search_fields = ["name", "email", "department", "function"]
    ordering = ["name", "email"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    actions = ["send_password_link", "remove_second_factor"]
    fieldsets = [
        (None, {"fields": ["email", "name", "department", "function", "password"]}),
        (gettext_lazy("Access"), {"fields": ["is_active", "groups", "is_staff", "is_superuser"]}),
        (gettext_lazy("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "department", "function"]}),
        (gettext_lazy("Access"), {"fields": ["groups", "is_staff"]}),
        (gettext_lazy("Password"), {"fields": ["usable_password", "password1", "password2"]}),
    ]

    def get_queryset(self, request):
        has_second_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk")))
        return super().get_queryset(request).annotate(has_second_factor=has_second_factor).prefetch_related("groups")

    @admin.display(description=gettext_lazy("roles"))
    def shown_roles(self, user):
        return ", ".join(sorted(roles.label(group) for group in user.groups.all()))

    @admin.display(description=gettext_lazy("two-step login"), boolean=True)
    def second_factor(self, user):
        return user.has_second_factor

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        """Who has more rights than you is not yours to change, or you could take over that account."""
        return super().has_change_permission(request, obj) and (obj is None or roles.covers(request.user, obj))

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "is_superuser"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """The roles are the only field of this kind here: those that this administrator may hand out."""
        groups = Group.objects.filter(name__in=roles.BY_KEY)
        allowed = [group.pk for group in groups if roles.may_give(request.user, group)]
        return RolesField(
            groups.filter(pk__in=allowed),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=gettext_lazy("Roles"),
        )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        fields = [name for name in form.changed_data if name not in {"groups", "password1", "password2"}]
        if fields:
            audit.record("change" if change else "add", obj, by=request.user, fields=fields)
        if change and not {"is_active", "is_staff", "is_superuser"}.isdisjoint(fields):
            obj.log_out_everywhere()

    def save_related(self, request, form, formsets, change):
        given = form.cleaned_data.pop("groups")
        super().save_related(request, form, formsets, change)
        accounts.give_roles(user=form.instance, roles=given, by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        if not obj.has_usable_password():
            accounts.send_password_link(request, user=obj)
        return super().response_add(request, obj, post_url_continue)

    @transaction.atomic
    def user_change_password(self, request, id, form_url=""):  # noqa: A002 -- the name is Django's
        before = User.objects.filter(pk=id).values_list("password", flat=True).first()
        response = super().user_change_password(request, id, form_url)
        user = User.objects.filter(pk=id).first()
        if user is not None and user.password != before:
            audit.record("set_password", user, by=request.user)
        return response

    @admin.action(description=gettext_lazy("Send a link to choose a password"), permissions=["change"])
    def send_password_link(self, request, queryset):
        done = self.for_each(request, queryset, lambda user: accounts.send_password_link(request, user=user))
        text = ngettext("A link was sent to %(count)d person.", "A link was sent to %(count)d people.", done)
        self.message_user(request, text % {"count": done})

    @admin.action(description=gettext_lazy("Remove two-step login (lost phone)"), permissions=["change"])
    def remove_second_factor(self, request, queryset):
        done = self.for_each(request, queryset, lambda user: accounts.remove_second_factor(user=user, by=request.user))
        text = ngettext(
            "Two-step login was removed of %(count)d person.",
            "Two-step login was removed of %(count)d people.",
            done,
        )
        self.message_user(request, text % {"count": done})

    def for_each(self, request, users, verb):
        """Do it for whom it is allowed; name the others."""
        refused = []
        for user in users:
            try:
                verb(user)
            except PermissionDenied:
                refused.append(user.name)
        if refused:
            text = _("Not for %(names)s: they have more rights than you, or are not active.")
            self.message_user(request, text % {"names": ", ".join(refused)}, messages.WARNING)
        return len(users) - len(refused)


@admin.register(AuditEvent)
class AuditEventAdmin(admin.ModelAdmin):
    """The audit trail, to read and search only."""

    list_display = ["at", "shown_action", "result", "actor", "object_type", "object_label", "origin"]
    list_filter = ["result", "at"]
    list_select_related = ["actor"]
    date_hierarchy = "at"
    search_fields = ["action", "object_type", "object_id", "object_label", "origin", "actor__name", "actor__email"]
    search_help_text = gettext_lazy("Search in action, object, origin, and name and e-mail address of the actor.")
    show_full_result_count = False

    @admin.display(description=gettext_lazy("action"), ordering="action")
    def shown_action(self, event):
        return audit.ACTIONS.get(event.action, event.action.replace("_", " "))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Organisation)
class OrganisationAdmin(NounAdmin):
    """The one row that says whose site this is."""

    resource_classes = [OrganisationResource]
    list_display = ["name", "tooi_uri", "house_style"]
    search_fields = ["name"]
    fields = OrganisationResource._meta.fields

    def add_view(self, request, form_url="", extra_context=None):
        """Where there is one already, that one is changed."""
        if Organisation.objects.exists():
            return redirect("admin:mvi_organisation_change", 1)
        return super().add_view(request, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        self.resource().new_row(obj, request.user)
        super().save_model(request, obj, form, change)
