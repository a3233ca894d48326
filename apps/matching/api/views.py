"""`resumes/{id}/matches/`, `resumes/{id}/ats-score/`"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.matching.api.filters import MatchFilterSet
from apps.matching.api.serializers import AtsScoreSerializer, ScoreResumeRequest, VacancyMatchSerializer
from apps.resumes.models import Resume
from apps.resumes.selectors import get_resume
from apps.vacancies import querysets
from apps.vacancies.models import Vacancy
from apps.vacancies.selectors import get_vacancy, marks_of

# Scoring knows the skills, occupations and patterns of all trades: it is loaded by whoever has something scored.
if TYPE_CHECKING:
    from apps.matching.selectors import MatchListing, Scored, VacancyMatch


class AtsScoreViewSet(FootholdViewSet):
    """`resumes/{id}/ats-score/`"""

    noun = "AtsScore"
    tags = ("resumes",)
    queryset = Resume.objects.all()
    serializer_class = AtsScoreSerializer

    @operation(id="scoreResume", request=ScoreResumeRequest, response=AtsScoreSerializer, reads=True)
    def score(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Scored:
        """Hold a resume against one vacancy, or against pasted text: every skill it asks for, found or missing.

        Deterministic, and nothing is kept. A skill named twice counts once.
        """
        from apps.matching import facts
        from apps.matching.selectors import score_resume
        from apps.matching.wishes import wishes_of

        resume = facts.of_resume(self.get_object(), timezone.now().date())
        if "vacancy_id" in data:
            asked = facts.of_vacancy(get_vacancy(vacancy_id=data["vacancy_id"], caller=self.caller))
        else:
            asked = facts.of_text(data["text"], data.get("title", ""))
        return score_resume(resume=resume, vacancy=asked, wishes=wishes_of(self.caller))


class ResumeMatchViewSet(FootholdViewSet):
    """The best open vacancies for a resume."""

    noun = "ResumeMatch"
    noun_plural = "ResumeMatches"
    tags = ("resumes",)
    # Vacancies of the catalogue have no workspace; own rows are narrowed by `querysets.own` and by the policy.
    scoped_by_workspace = False
    queryset = Vacancy.objects.all()
    serializer_class = VacancyMatchSerializer
    filterset_class = MatchFilterSet
    # The one order there is; cursors carry it.
    ordering = "-score"

    @operation(many=True, response=VacancyMatchSerializer)
    def list(self, request: Request, *, pk: UUID) -> Response:
        """Open vacancies of the catalogue and of the workspace, best first, each with the reasons for its score.

        About a thousand candidates (same occupation, rarest skills) are scored. What the caller's preferences say of place,
        remote work, pay, permits and contract counts, too; `country` and `remote` of the request go before them.
        """
        refuse_unknown_query(request, self.known_query_parameters())
        page = cast("Sequence[VacancyMatch]", self.page_of(self.matches(pk)))
        marks = marks_of([row.vacancy for row in page], self.caller)
        context = {**self.get_serializer_context(), "marks": marks}
        return self.get_paginated_response(VacancyMatchSerializer(page, many=True, context=context).data)

    def matches(self, resume_id: UUID) -> MatchListing:
        from apps.matching import facts
        from apps.matching.selectors import MatchListing
        from apps.matching.wishes import wishes_of

        resume = get_resume(resume_id=resume_id, caller=self.caller)
        catalogue = self.filter_queryset(querysets.catalogue())
        asked = self._asked()
        return MatchListing(
            resume=facts.of_resume(resume, timezone.now().date()),
            catalogue=catalogue,
            own=self.filter_queryset(querysets.own(self.caller.workspace_id)),
            wishes=wishes_of(self.caller, countries=asked["country"], remote=asked["remote"]),
            least=asked["min_score"] or Decimal(0),
        )

    def _asked(self) -> dict[str, Any]:
        """The query parameters, as the filters have read and accepted them."""
        form = MatchFilterSet(self.request.query_params, queryset=Vacancy.objects.none()).form
        form.is_valid()
        return dict(form.cleaned_data)
