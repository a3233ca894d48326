"""`vacancies/{id}/similar/`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.serializers import StrictSerializer
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.vacancies import querysets
from apps.vacancies.api.serializers import VacancySummarySerializer
from apps.vacancies.models import Vacancy
from apps.vacancies.selectors import get_vacancy, marks_of

# As `semantic.similar.REASONS`, which loads too much to be asked at boot; a test holds them together.
REASONS = ("title", "text", "occupation")


class SimilarVacancySerializer(StrictSerializer):
    """`score` is 0 to 100; `why` names what makes the two alike, the weightiest first."""

    vacancy = VacancySummarySerializer()
    score = serializers.IntegerField()
    why = serializers.ListField(child=serializers.ChoiceField(choices=REASONS))


class SimilarListing:
    """All of them, some fifty, are found for each page. A cursor names the row it stands behind."""

    def __init__(self, found: Sequence[Any]) -> None:
        self.found = found

    def count_up_to(self, limit: int) -> int:
        return min(limit, len(self.found))

    def estimate(self) -> int:
        return len(self.found)

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        return self.found[offset : offset + limit]

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        if position is None:
            return self.found[:limit]
        score, pk = int(position[0]), UUID(position[1])
        behind = [row for row in self.found if (-row.score, row.vacancy.pk) > (-score, pk)]
        return behind[:limit]

    def position_of(self, row: Any) -> tuple[Any, str]:
        return row.score, str(row.vacancy.pk)


class SimilarVacancyViewSet(FootholdViewSet):
    """Open vacancies like one."""

    noun = "SimilarVacancy"
    noun_plural = "SimilarVacancies"
    tags = ("vacancies",)
    scoped_by_workspace = False
    queryset = Vacancy.objects.all()
    serializer_class = SimilarVacancySerializer
    # The one order there is; cursors carry it.
    ordering = "-score"

    @operation(many=True, response=SimilarVacancySerializer, bucket="search")
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Open vacancies of the catalogue that are like this one, in title, text or occupation; at most fifty.

        A text that stands in several places is shown once. Hidden ones are left out.
        """
        from apps.matching.semantic.similar import similar

        refuse_unknown_query(request, self.known_query_parameters())
        vacancy = get_vacancy(vacancy_id=pk, caller=self.caller)
        rows = querysets.not_hidden(querysets.catalogue())
        page = cast(Sequence[Any], self.page_of(SimilarListing(similar(vacancy, rows))))
        marks = marks_of([row.vacancy for row in page], self.caller)
        context = {**self.get_serializer_context(), "marks": marks}
        return self.get_paginated_response(SimilarVacancySerializer(page, many=True, context=context).data)
