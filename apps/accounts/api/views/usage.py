"""`users/me/usage/`, `plans/`"""

from __future__ import annotations

from django.db.models import Prefetch
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers.plans import PlanSerializer
from apps.accounts.api.serializers.usage import UsageSerializer
from apps.accounts.models import Plan, PlanLimit, UsageCounter
from apps.accounts.usage import selectors
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.core.caller import NO_WORKSPACE, Caller
from apps.core.db import acting
from apps.core.holdings import NOBODY

# Sees what lies in no workspace: the catalogue.
ANYBODY = Caller(user_id=NOBODY, workspace_id=NO_WORKSPACE, role="")


class UsageViewSet(FootholdViewSet):
    """`users/me/usage/`"""

    noun = "Usage"
    tags = ("users",)
    queryset = UsageCounter.objects.all()
    serializer_class = UsageSerializer

    @operation(id="getUsage", response=UsageSerializer)
    def retrieve(self, request: Request) -> selectors.Usage:
        """What the workspace has used of its plan, what is left, and when it resets."""
        return selectors.usage_of(self.caller)


class PlanViewSet(FootholdViewSet):
    """`plans/`"""

    noun = "Plan"
    tags = ("workspaces",)
    scoped_by_workspace = False
    queryset = Plan.objects.prefetch_related(Prefetch("limits", queryset=PlanLimit.objects.order_by("meter")))
    serializer_class = PlanSerializer
    ordering = "position"
    ordering_fields = ("position", "name")

    @operation(many=True, public=True, response=PlanSerializer)
    def list(self, request: Request) -> Response:
        """What there is to choose from, smallest first."""
        refuse_unknown_query(request, self.known_query_parameters())
        with acting(ANYBODY):
            return self.respond_with_page(request, self.listing())
