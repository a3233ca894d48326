"""The facts that a posting is judged by, as the rows have them."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from apps.vacancies import ghost
from apps.vacancies.models import MergeDecision, OwnVacancy, Vacancy

# The employer's newest postings say how it posts: as many as one read of its index takes.
MOST_POSTINGS = 500


def signal_of(vacancy: Vacancy | OwnVacancy) -> ghost.Signal:
    """The signal of one vacancy: two queries for one of the catalogue, none for the workspace's own."""
    now = timezone.now()
    is_own = isinstance(vacancy, OwnVacancy)
    postings, reposts = (0, 0.0) if is_own or not vacancy.company_id else repost_rate(vacancy.company_id)
    facts = ghost.Facts(
        is_open=vacancy.status == "open",
        listed_at=vacancy.listed_at,
        changed_at=vacancy.content_changed_at if isinstance(vacancy, Vacancy) else None,
        repost_count=vacancy.repost_count,
        is_evergreen=not is_own and is_evergreen(vacancy.pk),
        company_postings=postings,
        company_reposts=reposts,
        deadline=vacancy.application_deadline,
        has_pay=vacancy.salary_min is not None or vacancy.salary_max is not None,
        title=vacancy.title,
        text=vacancy.description_text,
    )
    return ghost.judge(facts, now)


def repost_rate(company_id: UUID) -> tuple[int, float]:
    """How many of a company's newest vacancies there are, and what share of them was posted again."""
    newest = (
        Vacancy.objects.filter(company_id=company_id)
        .order_by("-listed_at")
        .values("repost_count", "merged_into")[:MOST_POSTINGS]
    )
    rows = [row["repost_count"] for row in newest if row["merged_into"] is None]
    return len(rows), sum(count > 0 for count in rows) / len(rows) if rows else 0.0


def is_evergreen(vacancy_id: UUID) -> bool:
    """Whether identity took one of its postings for one that never ends."""
    return MergeDecision.objects.filter(
        vacancy_id=vacancy_id, kind=MergeDecision.Kind.EVERGREEN, state=MergeDecision.State.APPLIED
    ).exists()
