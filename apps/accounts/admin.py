from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from django.http import HttpRequest
from django.utils.safestring import SafeString

from apps.accounts import factor_admin, flag_admin  # noqa: F401 - register their pages
from apps.accounts.models import ApiKey, Connection, Invitation, Membership, Session, User, Workspace
from apps.accounts.usage_admin import usage_table
from apps.events.administration import FootholdAdmin, ReadOnlyAdmin


class Erased:
    """Not deleted here, where what other apps hold of it would stay: `deletion_due_at` has all of it erased."""

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class NewUserForm(UserCreationForm[User]):
    class Meta:
        model = User
        fields = ("email", "full_name")


class ChangeUserForm(UserChangeForm[User]):
    class Meta:
        model = User
        fields = "__all__"


class MembershipInline(admin.TabularInline[Membership, User]):
    model = Membership
    extra = 0
    raw_id_fields = ("workspace",)


@admin.register(User)
class FootholdUserAdmin(Erased, FootholdAdmin[User], UserAdmin[User]):
    form = ChangeUserForm
    add_form = NewUserForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("email", "full_name", "is_active", "is_staff", "email_verified_at", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("=id", "email", "full_name")
    ordering = ("-created_at",)
    filter_horizontal = ("groups",)
    readonly_fields = ("last_login", "token_version")
    fieldsets = (
        (None, {"fields": ("id", "email", "password", "full_name", "email_verified_at")}),
        ("Access", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Times", {"fields": ("last_login", "created_at", "updated_at", "token_version", "deletion_due_at")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "full_name", "password1", "password2")}),)
    inlines = (MembershipInline,)


@admin.register(Workspace)
class WorkspaceAdmin(Erased, FootholdAdmin[Workspace]):
    list_display = ("name", "kind", "plan", "created_at")
    list_filter = ("kind", "plan")
    search_fields = ("=id", "name")
    list_select_related = ("plan",)
    ordering = ("-created_at",)
    # A change is felt by the next request.
    autocomplete_fields = ("plan",)
    readonly_fields = ("usage",)

    @admin.display(description="Usage of its plan")
    def usage(self, workspace: Workspace) -> SafeString | str:
        return "" if workspace._state.adding else usage_table(workspace)


@admin.register(Membership)
class MembershipAdmin(FootholdAdmin[Membership]):
    list_display = ("user", "workspace", "role", "created_at")
    list_filter = ("role",)
    search_fields = ("=user__id", "=workspace__id", "user__email")
    list_select_related = ("user", "workspace")
    ordering = ("-created_at",)


@admin.register(Invitation)
class InvitationAdmin(ReadOnlyAdmin[Invitation]):
    list_display = ("email", "workspace", "role", "created_at", "expires_at", "accepted_at", "revoked_at")
    list_filter = ("role",)
    search_fields = ("=workspace__id", "=email")
    list_select_related = ("workspace",)
    ordering = ("-created_at",)


@admin.register(Session)
class SessionAdmin(ReadOnlyAdmin[Session]):
    list_display = ("user", "created_at", "last_used_at", "expires_at", "revoked_at")
    search_fields = ("=user__id", "user__email")
    list_select_related = ("user",)
    ordering = ("-created_at",)


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnlyAdmin[ApiKey]):
    list_display = (
        "name",
        "prefix",
        "user",
        "workspace",
        "created_at",
        "last_used_at",
        "expires_at",
        "revoked_at",
    )
    search_fields = ("=user__id", "=workspace__id", "=prefix")
    list_select_related = ("user", "workspace")
    ordering = ("-created_at",)
    exclude = ("secret_hash",)


@admin.register(Connection)
class ConnectionAdmin(ReadOnlyAdmin[Connection]):
    list_display = ("kind", "user", "workspace", "status", "created_at", "last_used_at")
    list_filter = ("kind", "status")
    search_fields = ("=user__id", "=workspace__id")
    list_select_related = ("user", "workspace")
    ordering = ("-created_at",)
    exclude = ("secret",)
