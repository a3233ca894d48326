"""`vacancies/`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.etag import require_match
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.jobs.api.serializers import TaskSerializer, accepted
from apps.vacancies import ghosts, querysets, selectors, services
from apps.vacancies.api import serializers
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import RawPosting, Vacancy, VacancyMark


class VacancyViewSet(FootholdViewSet):
    """Postings of every board, each once, and what the workspace typed in itself."""

    noun = "Vacancy"
    noun_plural = "Vacancies"
    tags = ("vacancies",)
    compiled = True
    keeps_counts = True
    # The catalogue has no workspace; own rows are narrowed by `querysets.own` and by the policy.
    scoped_by_workspace = False
    queryset = Vacancy.objects.all()
    serializer_class = serializers.VacancySummarySerializer
    filterset_class = VacancyFilterSet
    ordering = "-posted_at"
    ordering_fields = ("posted_at", "first_seen_at", "salary_max")

    @property
    def resolved_ordering(self) -> str:
        """`posted_at` is ordered by when it was listed, which every row has; pay by what it makes a year."""
        asked = super().resolved_ordering
        sign, name = asked[: len(asked) - len(asked.lstrip("-"))], asked.lstrip("-")
        return sign + {"posted_at": "listed_at", "salary_max": "salary_year_max"}.get(name, name)

    def listing(self) -> selectors.VacancyListing:
        workspace_id = self.caller.workspace_id
        return selectors.VacancyListing(
            self.filter_queryset(querysets.with_mark(querysets.catalogue(), workspace_id)),
            self.filter_queryset(querysets.with_mark(querysets.own(workspace_id), workspace_id)),
            self.resolved_ordering,
        )

    def respond_with_page(self, request: Request, rows: Any) -> Response:
        return self.get_paginated_response(self.shown(self.page_of(rows)))

    def shown(self, rows: Sequence[selectors.AnyVacancy], *, full: bool = False) -> Any:
        serializer = serializers.VacancySerializer if full else serializers.VacancySummarySerializer
        context = {**self.get_serializer_context(), "marks": selectors.marks_of(rows, self.caller)}
        if full:
            context["ghosts"] = {row.pk: ghosts.signal_of(row) for row in rows}
        # Both tables have the columns that the serializer reads.
        return serializer(rows, many=True, context=context).data  # type: ignore[arg-type]

    def one(self, row: selectors.AnyVacancy, status: int = 200) -> Response:
        return Response(self.shown([row], full=True)[0], status=status)

    @operation(many=True, response=serializers.VacancySummarySerializer, bucket="search")
    def list(self, request: Request) -> Response:
        """Vacancies that fit the filters: the catalogue's and the workspace's own, hidden ones left out."""
        return self.answer_list(request)

    @operation(response=serializers.VacancySerializer, concurrent=True)
    def retrieve(self, request: Request, *, pk: UUID) -> Response:
        """One vacancy with all its text."""
        return self.one(selectors.get_vacancy(vacancy_id=pk, caller=self.caller))

    @operation(
        request=serializers.WriteVacancyRequest,
        response=serializers.VacancySerializer,
        status=201,
        ability="write",
        idempotent=True,
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Add a vacancy that only this workspace sees."""
        row = services.create_own_vacancy(caller=self.caller, **data)
        response = self.one(row, status=201)
        response.headers["Location"] = f"/api/v1/vacancies/{row.pk}/"
        return response

    @operation(
        id="importVacancyFromUrl",
        request=serializers.ImportVacancyRequest,
        response=TaskSerializer,
        status=202,
        ability="write",
        idempotent=True,
    )
    def import_url(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Read the vacancy at an address into the workspace's own.

        A known job board is asked itself; any other page is read by its JSON-LD or microdata, else by its text. The
        task's `result` is `{vacancy_id, origin, is_new, read_by, confidence, doubts}`: `read_by` is `board`, `json_ld`,
        `microdata`, `text`, or `known` where the address was there already; `doubts` names the fields to look at. Its
        `problem` says why a page was not read: a private address, robots.txt, a site that does not answer, a page
        without a vacancy.
        """
        # It can read pages and boards, which nothing else here has to.
        from apps.vacancies.importing import services as importing

        task = importing.ask(caller=self.caller, url=data["url"])
        return Response(TaskSerializer(task).data, status=202, headers=accepted(task))

    def _changed(self, request: Request, pk: UUID, data: dict[str, Any]) -> Response:
        row = self._matched(request, pk)
        return self.one(services.update_own_vacancy(vacancy=row, caller=self.caller, changes=data))

    def _matched(self, request: Request, pk: UUID) -> Any:
        row = services.own_for_change(vacancy_id=pk, caller=self.caller)
        require_match(request, self.shown([row], full=True)[0])
        return row

    @operation(
        request=serializers.WriteVacancyRequest,
        response=serializers.VacancySerializer,
        ability="write",
        concurrent=True,
    )
    def update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Replace a vacancy of the workspace's own. The catalogue is read-only."""
        return self._changed(request, pk, data)

    @operation(
        request=serializers.UpdateVacancyRequest,
        response=serializers.VacancySerializer,
        ability="write",
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Change a vacancy of the workspace's own. The catalogue is read-only."""
        return self._changed(request, pk, data)

    @operation(status=204, ability="write", concurrent=True, problems=(409,))
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Delete a vacancy of the workspace's own; one with an application is a 409. The catalogue is read-only."""
        services.delete_own_vacancy(vacancy=self._matched(request, pk), caller=self.caller)

    @operation(
        id="saveVacancy",
        request=serializers.SaveVacancyRequest,
        response=serializers.VacancyMarkSerializer,
        ability="write",
    )
    def save(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> VacancyMark:
        """Keep it, with a note and tags. Saving again changes those that are given."""
        return services.save_vacancy(vacancy_id=pk, caller=self.caller, **data)

    @operation(id="unsaveVacancy", status=204, ability="write")
    def unsave(self, request: Request, *, pk: UUID) -> None:
        """No longer keep it; its note and tags go."""
        services.unsave_vacancy(vacancy_id=pk, caller=self.caller)

    @operation(id="hideVacancy", status=204, ability="write")
    def hide(self, request: Request, *, pk: UUID) -> None:
        """Never show it in lists again."""
        services.hide_vacancy(vacancy_id=pk, caller=self.caller)

    @operation(id="unhideVacancy", status=204, ability="write")
    def unhide(self, request: Request, *, pk: UUID) -> None:
        """Show it in lists again."""
        services.unhide_vacancy(vacancy_id=pk, caller=self.caller)


class VacancySourceViewSet(FootholdViewSet):
    """`vacancies/{id}/sources/`"""

    noun = "VacancySource"
    tags = ("vacancies",)
    scoped_by_workspace = False
    queryset = RawPosting.objects.select_related("source").defer("payload", "fingerprint", "minhash")
    serializer_class = serializers.PostingRefSerializer
    ordering = "-last_seen_at"

    @operation(many=True, response=serializers.PostingRefSerializer)
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Every posting that was merged into this vacancy."""
        refuse_unknown_query(request, self.known_query_parameters())
        vacancy = selectors.get_vacancy(vacancy_id=pk, caller=self.caller)
        return self.respond_with_page(request, self.get_queryset().filter(vacancy_id=vacancy.pk))
