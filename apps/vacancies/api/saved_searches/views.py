"""`saved-searches/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.pagination import PARAMETERS
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.vacancies import selectors
from apps.vacancies.api.saved_searches import serializers
from apps.vacancies.api.saved_searches.filters import SavedSearchFilterSet
from apps.vacancies.api.serializers import VacancySummarySerializer
from apps.vacancies.models import SavedSearch
from apps.vacancies.saved_searches import services
from apps.vacancies.saved_searches.selectors import new_counts, new_for


class SavedSearchViewSet(FootholdViewSet):
    """Questions that somebody asks again and again. Each belongs to who made it, in the workspace they made it in."""

    noun = "SavedSearch"
    noun_plural = "SavedSearches"
    tags = ("vacancies",)
    compiled = True
    queryset = SavedSearch.objects.all()
    serializer_class = serializers.SavedSearchSerializer
    filterset_class = SavedSearchFilterSet
    ordering = "-created_at"
    ordering_fields = ("created_at", "name")

    def narrow_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(user_id=self.caller.user_id)

    @operation(many=True, response=serializers.SavedSearchSummarySerializer, bucket="search")
    def list(self, request: Request) -> Response:
        """One's own saved searches here, with how much is new to each."""
        return self.answer_list(request)

    def respond_with_page(self, request: Request, rows: Any) -> Response:
        page = self.page_of(rows)
        counts = new_counts([(search.filters, search.seen_at) for search in page])
        context = {
            **self.get_serializer_context(),
            "new_counts": dict(zip((search.pk for search in page), counts, strict=True)),
        }
        shown = serializers.SavedSearchSummarySerializer(page, many=True, context=context)
        return self.get_paginated_response(shown.data)

    @operation(response=serializers.SavedSearchSerializer, concurrent=True)
    def retrieve(self, request: Request, *, pk: UUID) -> Response:
        """One saved search."""
        return Response(self.present(self.get_object()))

    @operation(
        request=serializers.WriteSavedSearchRequest,
        response=serializers.SavedSearchSerializer,
        status=201,
        ability="write",
        idempotent=True,
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Keep a question. With an alert, each vacancy that comes or changes from now on and fits is told of once.

        What is told is the event `saved_search.matched`.
        """
        search = services.create_saved_search(caller=self.caller, **data)
        headers = {"Location": f"/api/v1/saved-searches/{search.pk}/"}
        return Response(self.present(search), status=201, headers=headers)

    @operation(
        request=serializers.WriteSavedSearchRequest,
        response=serializers.SavedSearchSerializer,
        ability="write",
        concurrent=True,
    )
    def update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Say all of it anew. What has matched is not told again."""
        return self._changed(data)

    @operation(
        request=serializers.UpdateSavedSearchRequest,
        response=serializers.SavedSearchSerializer,
        ability="write",
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Change parts of it; filters are given as a whole."""
        return self._changed(data)

    def _changed(self, data: dict[str, Any]) -> Response:
        search = self.locked_and_matched()
        return Response(
            self.present(services.update_saved_search(search=search, caller=self.caller, changes=data))
        )

    @operation(status=204, ability="write", concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Forget it."""
        services.delete_saved_search(search=self.locked_and_matched(), caller=self.caller)

    @operation(
        id="markSavedSearchSeen",
        request=serializers.MarkSavedSearchSeenRequest,
        response=serializers.SavedSearchSerializer,
        ability="write",
    )
    def seen(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> SavedSearch:
        """What came until now, or until `at`, is new no longer."""
        return services.mark_seen(search=self.locked(), caller=self.caller, **data)


class NewVacancyViewSet(FootholdViewSet):
    """`saved-searches/{id}/new/`"""

    noun = "SavedSearch"
    tags = ("vacancies",)
    queryset = SavedSearch.objects.all()
    serializer_class = VacancySummarySerializer
    ordering = "-first_seen_at"

    def narrow_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(user_id=self.caller.user_id)

    @operation(id="listNewForSavedSearch", many=True, response=VacancySummarySerializer, bucket="search")
    def list(self, request: Request, *, pk: UUID) -> Response:
        """What fits and came, or was opened again, after it was last seen; the newest first. Looking changes nothing:
        `markSavedSearchSeen` does."""
        refuse_unknown_query(request, PARAMETERS)
        rows = self.page_of(new_for(self.get_object(), self.caller))
        context = {**self.get_serializer_context(), "marks": selectors.marks_of(rows, self.caller)}
        return self.get_paginated_response(VacancySummarySerializer(rows, many=True, context=context).data)
