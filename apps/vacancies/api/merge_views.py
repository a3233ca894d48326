"""`vacancies/{id}/merge/`, `vacancies/{id}/unmerge/`, `vacancies/{id}/history/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.vacancies import selectors
from apps.vacancies.api import merge_serializers as serializers
from apps.vacancies.merging import selectors as merges
from apps.vacancies.models import Vacancy, VacancyChange


class VacancyMergeViewSet(FootholdViewSet):
    """What a vacancy was made of; staff put together and take apart."""

    noun = "VacancyMerge"
    tags = ("vacancies",)
    # Of the catalogue, which belongs to no workspace.
    scoped_by_workspace = False
    queryset = Vacancy.objects.all()

    @operation(id="getVacancyMerge", response=serializers.VacancyMergeSerializer, ability="staff")
    def retrieve(self, request: Request, *, pk: UUID) -> merges.Merge:
        """Every posting of a vacancy of the catalogue, why it is one, and which of them each field was taken from."""
        return merges.get_merge(vacancy_id=pk)

    @operation(
        id="mergeVacancy",
        request=serializers.MergeVacancyRequest,
        response=serializers.VacancyMergeSerializer,
        ability="staff",
        problems=(409,),
    )
    def merge(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> merges.Merge:
        """Make another vacancy part of this one. It is listed no more, and stays readable for who keeps it."""
        # With it comes what crawls need to write rows: for who merges only.
        from apps.vacancies.merging import services

        services.merge(
            into=pk,
            absorbed=data["vacancy_id"],
            actor_id=self.caller.user_id,
            reason=data["reason"],
            kind=data["kind"],
        )
        return merges.get_merge(vacancy_id=pk)

    @operation(
        id="unmergeVacancy",
        request=serializers.UnmergeVacancyRequest,
        response=serializers.VacancyMergeSerializer,
        ability="staff",
        problems=(409,),
    )
    def unmerge(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> merges.Merge:
        """The exact reverse of the merge that brought a posting. The rules never merge the two again.

        What came from the same vacancy goes back together; a posting that joined when it was first met gets a vacancy of
        its own.
        """
        from apps.vacancies.merging import services

        services.unmerge(vacancy_id=pk, posting_id=data["posting_id"], actor_id=self.caller.user_id)
        return merges.get_merge(vacancy_id=pk)


class VacancyHistoryViewSet(FootholdViewSet):
    """What changed about a vacancy, and when."""

    noun = "VacancyHistory"
    tags = ("vacancies",)
    # Own vacancies are narrowed by `get_vacancy` and by the policy.
    scoped_by_workspace = False
    queryset = VacancyChange.objects.all()
    serializer_class = serializers.VacancyChangeSerializer
    ordering = "-at"
    ordering_fields = ("at",)

    @operation(id="listVacancyHistory", many=True, response=serializers.VacancyChangeSerializer)
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Changes with what stood before, closings, re-openings, reposts and merges. When it was first seen is no
        change: the vacancy says it."""
        refuse_unknown_query(request, self.known_query_parameters())
        vacancy = selectors.get_vacancy(vacancy_id=pk, caller=self.caller)
        return self.respond_with_page(request, vacancy.changes.order_by(self.resolved_ordering, "-pk"))
