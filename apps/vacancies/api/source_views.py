"""`sources/`, `source-runs/` and `source-kinds/`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.etag import require_match
from apps.core.api.listing import FixedListing, MergedListing
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, Listed, operation
from apps.jobs.api.serializers import TaskSerializer, accepted
from apps.jobs.models import Task
from apps.vacancies.api import source_run_serializers as runs
from apps.vacancies.api import source_serializers as serializers
from apps.vacancies.api.source_filters import SourceFilterSet, SourceRunFilterSet
from apps.vacancies.boards import kinds, selectors
from apps.vacancies.boards import writing as services
from apps.vacancies.models import OwnSource, OwnSourceRun, Source, SourceRun

if TYPE_CHECKING:
    from apps.vacancies.boards.preview import Preview


class _OfBothOrigins(FootholdViewSet):
    """The workspace's own rows; for staff the catalogue's with them."""

    tags = ("sources",)
    catalogue_queryset: QuerySet[Any]

    def listing(self) -> MergedListing:
        asked = self.request.query_params.get("origin")
        own = self.filter_queryset(self.get_queryset())
        sides = [own] if asked != "catalogue" or not self.caller.is_staff else []
        if asked == "catalogue" and not self.caller.is_staff:
            sides = [own.filter(pk=None)]
        if self.caller.is_staff and asked != "own":
            sides.append(self.filter_queryset(self.catalogue_queryset.all()))
        return MergedListing(sides, self.resolved_ordering)


class SourceViewSet(Listed, _OfBothOrigins):
    """Boards that are read: the workspace's own fill its own vacancies, seen by nobody else."""

    noun = "Source"
    queryset = OwnSource.objects.all()
    catalogue_queryset = Source.objects.all()
    serializer_class = serializers.SourceSerializer
    filterset_class = SourceFilterSet
    ordering = "-created_at"
    ordering_fields = ("created_at", "kind", "board", "last_run_at", "next_run_at")

    @operation(concurrent=True)
    def retrieve(self, request: Request, *, pk: UUID) -> Response:
        """One board, with how reading it goes."""
        return Response(self.present(selectors.get_board(board_id=pk, caller=self.caller)))

    @operation(
        request=serializers.CreateSourceRequest,
        response=serializers.SourceSerializer,
        status=201,
        ability="write",
        idempotent=True,
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Add a board by its address, or by kind and name. It is read within a minute, then as its terms allow."""
        row = services.create_board(caller=self.caller, **data)
        headers = {"Location": f"/api/v1/sources/{row.pk}/"}
        return Response(self.present(row), status=201, headers=headers)

    @operation(
        request=serializers.ReplaceSourceRequest,
        response=serializers.SourceSerializer,
        ability="write",
        concurrent=True,
    )
    def update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Say all anew but which board it is."""
        return self._changed(request, pk, data)

    @operation(
        request=serializers.UpdateSourceRequest,
        response=serializers.SourceSerializer,
        ability="write",
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Change parts of it. Where a key is sent is changed only by whose key it is."""
        return self._changed(request, pk, data)

    def _changed(self, request: Request, pk: UUID, data: dict[str, Any]) -> Response:
        return Response(
            self.present(
                services.update_board(row=self._matched(request, pk), changes=data, caller=self.caller)
            )
        )

    def _matched(self, request: Request, pk: UUID) -> selectors.AnyBoard:
        row = selectors.get_board(board_id=pk, caller=self.caller, lock_own=True)
        require_match(request, self.present(row))
        return row

    @operation(status=204, ability="write", concurrent=True, problems=(409,))
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Read it no more. Its vacancies stay the workspace's own. One of the catalogue that brought any is a 409."""
        services.delete_board(row=self._matched(request, pk), caller=self.caller)

    @operation(id="runSource", response=TaskSerializer, status=202, ability="write", problems=(409,))
    def run(self, request: Request, *, pk: UUID) -> Response:
        """Read it now. While it is read, or left alone after failures, a 409.

        The task's `result` is the run as its event tells it: kind, board, outcome, counts and faults. Of a board of the
        catalogue the task is nobody's: `listSourceRuns` shows how it goes.
        """
        row = selectors.get_board(board_id=pk, caller=self.caller, lock_own=True)
        task = services.run_board(row=row, caller=self.caller)
        headers = accepted(task) if isinstance(task, Task) else {}
        # Both tables have the columns that the serializer reads.
        return Response(TaskSerializer(task).data, status=202, headers=headers)  # type: ignore[arg-type]

    @operation(
        id="previewSource",
        request=serializers.PreviewSourceRequest,
        response=runs.SourcePreviewSerializer,
        ability="write",
        reads=True,
        bucket="marketplace",
        problems=(502, 504),
    )
    def preview(self, request: Request, *, data: dict[str, Any]) -> Preview:
        """Fetch one page of a board that is not added yet, and show what it comes to. Nothing is kept."""
        # A preview reads a board there and then, with all that takes.
        from apps.vacancies.boards.preview import preview_board

        return preview_board(caller=self.caller, **data)


class SourceRunViewSet(Listed, _OfBothOrigins):
    """How each reading of a board went."""

    noun = "SourceRun"
    queryset = OwnSourceRun.objects.select_related("source").defer("checkpoint")
    catalogue_queryset = SourceRun.objects.select_related("source").defer("checkpoint")
    serializer_class = runs.SourceRunSerializer
    filterset_class = SourceRunFilterSet
    ordering = "-started_at"
    ordering_fields = ("started_at",)


class SourceKindViewSet(FootholdViewSet):
    """What kinds of board can be added."""

    noun = "SourceKind"
    tags = ("sources",)
    # No table: kinds are part of the program.
    queryset = OwnSource.objects.none()
    scoped_by_workspace = False
    serializer_class = serializers.SourceKindSerializer

    @operation(many=True, response=serializers.SourceKindSerializer)
    def list(self, request: Request) -> Response:
        """Every kind, with its terms and an example."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(
            request, FixedListing(kinds.board_kinds(), name=lambda kind: str(kind.kind))
        )
