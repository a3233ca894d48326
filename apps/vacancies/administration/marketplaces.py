"""What workspaces have met and sent at marketplaces, for staff to look at."""

from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.vacancies.models import MarketplaceClient, Proposal


@admin.register(MarketplaceClient)
class MarketplaceClientAdmin(ReadOnlyAdmin[MarketplaceClient]):
    list_display = ("name", "platform", "workspace", "score", "hire_rate", "rating", "fetched_at")
    list_filter = ("platform",)
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "=platform_id", "name", "company_name")
    ordering = ("-created_at",)


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin[Proposal]):
    list_display = ("platform", "posting_id", "workspace", "state", "platform_id", "submitted_at", "fault")
    list_filter = ("state", "platform")
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "=posting_id", "=platform_id")
    ordering = ("-created_at",)
