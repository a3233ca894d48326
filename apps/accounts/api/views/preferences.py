"""`users/me/preferences/`"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import preferences as serializers
from apps.accounts.models import Preferences
from apps.accounts.services import preferences as services
from apps.core.api.etag import require_match
from apps.core.api.viewsets import FootholdViewSet, operation


class PreferencesViewSet(FootholdViewSet):
    """The caller's own, the same in all of their workspaces."""

    noun = "Preferences"
    tags = ("users",)
    queryset = Preferences.objects.all()
    serializer_class = serializers.PreferencesSerializer
    scoped_by_workspace = False

    def narrow_queryset(self, queryset: QuerySet[Preferences]) -> QuerySet[Preferences]:
        return queryset.filter(user_id=self.caller.user_id)

    @operation(response=serializers.PreferencesSerializer, concurrent=True)
    def retrieve(self, request: Request) -> Preferences:
        """What they look for and how they want to hear of it; before anything was said, what holds for everyone."""
        return self.get_queryset().first() or Preferences(user_id=self.caller.user_id)

    @operation(
        request=serializers.UpdatePreferencesRequest,
        response=serializers.PreferencesSerializer,
        concurrent=True,
    )
    def partial_update(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Change some of it. A list is replaced as a whole."""
        row = services.locked_preferences(self.caller)
        require_match(request, self.present(row))
        return Response(self.present(services.update_preferences(row=row, changes=data, caller=self.caller)))
