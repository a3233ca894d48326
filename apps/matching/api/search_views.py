"""`jobs/search/`"""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.viewsets import FootholdViewSet, operation
from apps.matching.api.search_serializers import SearchAnswerSerializer, SearchJobsRequest, written
from apps.vacancies.models import Vacancy


class JobSearchViewSet(FootholdViewSet):
    """Search over every board and the workspace's own vacancies."""

    noun = "JobSearch"
    tags = ("vacancies",)
    # The catalogue has no workspace; own rows are narrowed by `querysets.own` and by the policy.
    scoped_by_workspace = False
    queryset = Vacancy.objects.all()
    serializer_class = SearchAnswerSerializer
    bucket = "search"

    @operation(
        id="searchJobs",
        request=SearchJobsRequest,
        response=SearchAnswerSerializer,
        reads=True,
        problems=(404,),
    )
    def search(self, request: Request, *, data: dict[str, Any]) -> Response:
        """The vacancies that answer a question, best first: by its words, by what they mean, and by occupation.

        Quoted phrases must stand and excluded words must not, however a vacancy was found. A question that is no
        search for work gets nothing rather than everything. With a resume, the fit joins the order. At most about a
        thousand are ranked; what else holds the words follows by date. `next` neither skips nor repeats while vacancies
        arrive, close or change.
        """
        # The engine of search is for who searches.
        from apps.matching import search

        return Response(written(search.answer(caller=self.caller, **data)))
