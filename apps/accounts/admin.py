from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from apps.accounts.models import Membership, Plan, Session, User, Workspace
from apps.events.administration import FootholdAdmin, ReadOnlyAdmin


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
class FootholdUserAdmin(FootholdAdmin[User], UserAdmin[User]):
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
        ("Times", {"fields": ("last_login", "created_at", "updated_at", "token_version")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "full_name", "password1", "password2")}),)
    inlines = (MembershipInline,)


@admin.register(Workspace)
class WorkspaceAdmin(FootholdAdmin[Workspace]):
    list_display = ("name", "kind", "plan", "created_at")
    list_filter = ("kind", "plan")
    search_fields = ("=id", "name")
    list_select_related = ("plan",)
    ordering = ("-created_at",)


@admin.register(Membership)
class MembershipAdmin(FootholdAdmin[Membership]):
    list_display = ("user", "workspace", "role", "created_at")
    list_filter = ("role",)
    search_fields = ("=user__id", "=workspace__id", "user__email")
    list_select_related = ("user", "workspace")
    ordering = ("-created_at",)


@admin.register(Session)
class SessionAdmin(ReadOnlyAdmin[Session]):
    list_display = ("user", "created_at", "last_used_at", "expires_at", "revoked_at")
    search_fields = ("=user__id", "user__email")
    list_select_related = ("user",)
    ordering = ("-created_at",)


@admin.register(Plan)
class PlanAdmin(FootholdAdmin[Plan]):
    list_display = ("code", "name")
    search_fields = ("code", "name")
