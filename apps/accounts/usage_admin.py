"""What plans hold, what workspaces use of them, and what staff give on top."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.accounts.models import Plan, PlanLimit, UsageCounter, UsageGrant, UsageRecord, Workspace
from apps.accounts.usage import selectors, services
from apps.core.caller import Caller
from apps.core.holdings import NOBODY
from apps.events.administration import FootholdAdmin, ReadOnlyAdmin


class PlanLimitForm(forms.ModelForm[PlanLimit]):
    class Meta:
        model = PlanLimit
        fields = ("meter", "amount", "period")
        help_texts = {
            "meter": "What is counted. A meter without a line here is unlimited.",
            "amount": "How much of it a workspace has. Empty: unlimited. Felt by the next request.",
            "period": "stock for active_applications, sources and saved_searches: as many at a time. Else used up, and back each day or month (UTC).",
        }


class PlanLimitInline(admin.TabularInline[PlanLimit, Plan]):
    model = PlanLimit
    form = PlanLimitForm
    extra = 0


class PlanForm(forms.ModelForm[Plan]):
    class Meta:
        model = Plan
        fields = ("code", "name", "description", "features", "rate_factor", "position")
        help_texts = {
            "code": "Workspaces are kept by it: it stays once there are any.",
            "description": "One sentence for whoever chooses.",
            "features": "Separated by commas: api_keys, members, request_signing, …",
            "rate_factor": "Times the usual requests a minute.",
            "position": "Its place in the list of plans.",
        }


@admin.register(Plan)
class PlanAdmin(FootholdAdmin[Plan]):
    form = PlanForm
    list_display = ("code", "name", "rate_factor", "position")
    search_fields = ("code", "name")
    ordering = ("position",)
    inlines = (PlanLimitInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Plan | None = None) -> Any:
        # Workspaces and limits point at it.
        return (*super().get_readonly_fields(request, obj), *(("code",) if obj else ()))


@admin.register(UsageGrant)
class UsageGrantAdmin(FootholdAdmin[UsageGrant]):
    """Once given, only its end can be moved: a gift that vanished could not be explained."""

    list_display = ("workspace", "meter", "amount", "reason", "starts_at", "ends_at", "granted_by_id")
    list_filter = ("meter",)
    search_fields = ("=id", "=workspace__id", "reason")
    list_select_related = ("workspace",)
    ordering = ("-created_at",)
    fields = ("workspace", "meter", "amount", "reason", "starts_at", "ends_at", "granted_by_id")
    readonly_fields = ("granted_by_id",)

    def get_readonly_fields(self, request: HttpRequest, obj: UsageGrant | None = None) -> Any:
        given = ("workspace", "meter", "amount", "reason", "starts_at") if obj else ()
        return (*super().get_readonly_fields(request, obj), *given)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: UsageGrant, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
        else:
            services.grant(row=obj, granted_by_id=UUID(str(request.user.pk)))


@admin.register(UsageCounter)
class UsageCounterAdmin(ReadOnlyAdmin[UsageCounter]):
    list_display = ("workspace", "meter", "period_start", "used", "reserved", "cost", "updated_at")
    list_filter = ("meter",)
    search_fields = ("=id", "=workspace__id")
    list_select_related = ("workspace",)
    ordering = ("-period_start", "-updated_at")


@admin.register(UsageRecord)
class UsageRecordAdmin(ReadOnlyAdmin[UsageRecord]):
    list_display = ("workspace", "meter", "amount", "state", "key", "task_id", "reserved_at", "ended_at")
    list_filter = ("meter", "state")
    search_fields = ("=id", "=workspace__id", "=task_id", "=key")
    list_select_related = ("workspace",)
    ordering = ("-reserved_at",)


def usage_table(workspace: Workspace) -> SafeString:
    """What a workspace has used of its plan, as its members see it."""
    caller = Caller(user_id=NOBODY, workspace_id=workspace.pk, role="")
    rows = (
        (
            meter.meter.value,
            meter.used,
            meter.reserved,
            "unlimited" if meter.limit is None else meter.limit,
            meter.granted,
            f"{meter.resets_at:%Y-%m-%d %H:%M} UTC" if meter.resets_at else "",
        )
        for meter in selectors.usage_of(caller).meters
    )
    return format_html(
        "<table><tr><th>Meter<th>Used<th>Held<th>Limit<th>Granted<th>Resets</tr>{}</table>",
        format_html_join("", "<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}</tr>", rows),
    )
