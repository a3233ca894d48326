"""`companies/`"""

from __future__ import annotations

from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.viewsets import FootholdViewSet, operation
from apps.jobs.api.serializers import TaskSerializer, accepted
from apps.vacancies.api.companies import serializers
from apps.vacancies.api.companies.filters import CompanyFilterSet
from apps.vacancies.companies import querysets, selectors
from apps.vacancies.marketplace import clients
from apps.vacancies.models import Company


class CompanyViewSet(FootholdViewSet):
    """Who hires: the catalogue's companies, and the marketplace clients that the workspace has met."""

    noun = "Company"
    noun_plural = "Companies"
    tags = ("companies",)
    compiled = True
    # The catalogue has no workspace; clients are narrowed by `querysets.clients` and by the policy.
    scoped_by_workspace = False
    queryset = Company.objects.all()
    serializer_class = serializers.CompanySummarySerializer
    filterset_class = CompanyFilterSet
    ordering = "name"
    ordering_fields = ("name",)

    def listing(self) -> selectors.CompanyListing:
        return selectors.CompanyListing(
            self.filter_queryset(querysets.catalogue()),
            self.filter_queryset(querysets.clients(self.caller.workspace_id)),
            self.resolved_ordering,
            self.caller,
        )

    @operation(many=True, response=serializers.CompanySummarySerializer, bucket="search")
    def list(self, request: Request) -> Response:
        """Companies of the catalogue and the workspace's marketplace clients, by name."""
        return self.answer_list(request)

    @operation(response=serializers.CompanySerializer)
    def retrieve(self, request: Request, *, pk: UUID) -> selectors.Hirer:
        """One company; of a marketplace's client with what is known of them, and why they score as they do."""
        return selectors.get_hirer(company_id=pk, caller=self.caller)

    @operation(id="getCompanyResearch", response=serializers.CompanyResearchSerializer)
    def research(self, request: Request, *, pk: UUID) -> selectors.CompanyResearch:
        """How it hires: pace, open roles over time, pay, skills, reposts; each figure with the number it rests on."""
        return selectors.get_research(company_id=pk, caller=self.caller)

    @operation(
        id="refreshCompany",
        response=TaskSerializer,
        status=202,
        ability="write",
        bucket="marketplace",
        problems=(409,),
    )
    def refresh(self, request: Request, *, pk: UUID) -> Response:
        """Read a marketplace client's profile anew, with the caller's own account there: without one, a 409.

        A company of the catalogue is kept current by its boards: a 404. The task's `result` is `{company_id, score}`.
        """
        task = clients.ask_refresh(client_id=pk, caller=self.caller)
        body = TaskSerializer(task, context=self.get_serializer_context()).data
        return Response(body, status=202, headers=accepted(task))
