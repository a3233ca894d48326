from __future__ import annotations

from django.contrib import admin

from apps.documents.models import Document
from apps.events.administration import ReadOnlyAdmin


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin[Document]):
    """Which files there are. Staff see neither their bytes nor where they lie."""

    list_display = ("filename", "kind", "media_type", "size", "workspace", "created_at")
    list_filter = ("kind", "media_type")
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "=sha256")
    ordering = ("-id",)
    exclude = ("blob_key",)
