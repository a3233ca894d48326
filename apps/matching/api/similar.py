"""`vacancies/{id}/similar/`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.listing import FixedListing
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
        found = FixedListing(
            similar(vacancy, rows), name=lambda row: str(row.vacancy.pk), rank=lambda row: -row.score
        )
        page = cast(Sequence[Any], self.page_of(found))
        marks = marks_of([row.vacancy for row in page], self.caller)
        context = {**self.get_serializer_context(), "marks": marks}
        return self.get_paginated_response(SimilarVacancySerializer(page, many=True, context=context).data)
