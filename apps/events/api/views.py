"""`audit-log/`"""

from __future__ import annotations

from apps.core.api.viewsets import FootholdViewSet, Listed
from apps.events.api.filters import AuditEventFilterSet
from apps.events.api.serializers import AuditEventSerializer
from apps.events.models import Event


class AuditLogViewSet(Listed, FootholdViewSet):
    """What happened in the workspace: who did what to what, newest first.

    A row is `sealed` a moment after it was written: from then on it cannot be changed unnoticed.
    """

    noun = "AuditLog"
    noun_plural = "AuditLog"
    tags = ("audit",)
    queryset = Event.objects.defer("salt", "digest", "hash")
    serializer_class = AuditEventSerializer
    filterset_class = AuditEventFilterSet
    ordering = "-id"
    overrides = {"list": {"ability": "manage"}}
