"""`applications/`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.applications import querysets, selectors, services
from apps.applications.api import serializers
from apps.applications.api.filters import ApplicationFilterSet
from apps.applications.models import Application
from apps.core.api.listing import Listing, MergedListing
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.events.models import Event
from apps.vacancies.selectors import marks_of


class ApplicationViewSet(Listed, Retrieved, FootholdViewSet):
    """What the workspace applies to, and how far each has come."""

    noun = "Application"
    tags = ("applications",)
    compiled = True
    queryset = querysets.detailed()
    serializer_class = serializers.ApplicationSerializer
    filterset_class = ApplicationFilterSet
    ordering = "-updated_at"
    ordering_fields = ("updated_at", "created_at", "state_changed_at", "applied_at")

    def listing(self) -> MergedListing:
        rows = self.filter_queryset(self.get_queryset())
        return querysets.to_list(rows, self.caller.workspace_id, self.resolved_ordering)

    def shown(self, rows: Sequence[Application]) -> Any:
        """With the workspace's marks on all of their vacancies, in one query."""
        marks = marks_of([row.any_vacancy for row in rows], self.caller)
        context = {**self.get_serializer_context(), "marks": marks}
        return serializers.ApplicationSerializer(rows, many=True, context=context).data

    def present(self, instance: Any) -> Any:
        return self.shown([instance])[0]

    def respond_with_page(self, request: Request, rows: QuerySet[Any] | Listing) -> Response:
        return self.get_paginated_response(self.shown(self.page_of(rows)))

    @operation(
        request=serializers.CreateApplicationRequest,
        response=serializers.ApplicationSerializer,
        status=201,
        ability="write",
        idempotent=True,
        problems=(404,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Begin one, for a vacancy that is known or one typed in. A second for the same vacancy is a 409."""
        row = services.create_application(caller=self.caller, **data)
        return Response(
            self.present(row), status=201, headers={"Location": f"/api/v1/applications/{row.pk}/"}
        )

    @operation(
        request=serializers.UpdateApplicationRequest,
        response=serializers.ApplicationSerializer,
        ability="write",
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Change its note or which resume was sent. Its state changes by `transition`."""
        self.locked_and_matched()
        row = services.update_application(application_id=pk, caller=self.caller, changes=data)
        return Response(self.present(row))

    @operation(status=204, ability="write", concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Delete it with its notes. The vacancy stays, and no longer counts as applied to."""
        self.locked_and_matched()
        services.delete_application(application_id=pk, caller=self.caller)

    @operation(
        id="transitionApplication",
        request=serializers.TransitionApplicationRequest,
        response=serializers.ApplicationSerializer,
        ability="write",
        concurrent=True,
        problems=(409,),
    )
    def transition(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Move it to another state; already there, it stays as it is.

        A step that does not exist is a 409, and `errors` lists those that do: `code` is the state, `detail` why.
        """
        self.locked_and_matched()
        return Response(
            self.present(services.transition_application(application_id=pk, caller=self.caller, **data))
        )


class ApplicationTimelineViewSet(FootholdViewSet):
    """`applications/{id}/timeline/`"""

    noun = "ApplicationTimeline"
    tags = ("applications",)
    queryset = Event.objects.all()
    serializer_class = serializers.TimelineEntrySerializer
    ordering = "occurred_at"
    ordering_fields = ("occurred_at",)

    @operation(id="listApplicationTimeline", many=True, response=serializers.TimelineEntrySerializer)
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Everything that happened to it, oldest first."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(request, selectors.timeline(application_id=pk, caller=self.caller))
