"""What a complete crawl no longer lists is gone, at the second time of asking; an empty board is an alarm."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, F, OuterRef

from apps.vacancies.models import RawPosting, SourceRun, Vacancy

MISSES = 2
# A board with at least this many open postings does not empty from one crawl to the next.
MANY = 5


def close_unlisted(run: SourceRun, now: datetime) -> tuple[int, str]:
    """Close what this complete run and the one before did not list: (vacancies closed, alarm or "")."""
    standing = RawPosting.objects.filter(source_id=run.source_id, closed_at=None)
    missing = standing.filter(last_seen_at__lt=run.started_at)
    if run.seen == 0 and standing.count() >= MANY:
        return 0, f"The board fell from {standing.count()} postings to none; nothing was closed."
    missing.update(missed=F("missed") + 1)
    gone = list(missing.filter(missed__gte=MISSES).values_list("pk", "vacancy_id"))
    RawPosting.objects.filter(pk__in=[pk for pk, _ in gone]).update(closed_at=now)
    listed = RawPosting.objects.filter(vacancy_id=OuterRef("pk"), closed_at=None)
    closed = (
        Vacancy.objects.filter(pk__in=[vacancy for _, vacancy in gone], status="open")
        .exclude(Exists(listed))
        .update(status="closed", closed_at=now)
    )
    return closed, ""
