"""`users/me/`"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request

from apps.accounts.api.serializers import users as serializers
from apps.accounts.api.views.erasure import DeletesMe
from apps.accounts.models import User
from apps.accounts.services import users as services
from apps.core.api.viewsets import FootholdViewSet, operation


class MeViewSet(DeletesMe, FootholdViewSet):
    """The caller's own account."""

    noun = "Me"
    tags = ("users",)
    queryset = User.objects.all()
    serializer_class = serializers.MeSerializer
    scoped_by_workspace = False

    def narrow_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(pk=self.caller.user_id)

    @operation(response=serializers.MeSerializer, concurrent=True)
    def retrieve(self, request: Request) -> User:
        """Who is signed in, where they act, and what they may do there."""
        self.kwargs["pk"] = self.caller.user_id
        found: User = self.get_object()
        return found

    @operation(request=serializers.UpdateMeRequest, response=serializers.MeSerializer, concurrent=True)
    def partial_update(self, request: Request, *, data: dict[str, Any]) -> User:
        """Change one's own account."""
        self.kwargs["pk"] = self.caller.user_id
        return services.update_user(user=self.locked_and_matched(), changes=data, caller=self.caller)
