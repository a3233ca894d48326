"""What a complete crawl no longer lists is gone, at the second time of asking. Whether a crawl is believed says `health.alarm`.

A board that comes and goes (a monthly thread) is over as a whole when the next one is there.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from apps.vacancies.history import diff
from apps.vacancies.ingest import changes, members
from apps.vacancies.models import RawPosting, SourceRun, Vacancy, VacancyChange
from apps.vacancies.saved_searches import arrivals

MISSES = 2
Kind = VacancyChange.Kind


def close_unlisted(run: SourceRun, now: datetime) -> int:
    """Close what this complete run and the one before did not list; how many vacancies.

    Where the deadline for applications has passed, being missed once is enough. A deadline alone closes nothing:
    employers leave old ones standing, and the board is the surer witness.
    """
    standing = RawPosting.objects.filter(source_id=run.source_id, closed_at=None)
    missing = standing.filter(last_seen_at__lt=run.started_at)
    members.lock(set(missing.exclude(vacancy=None).values_list("vacancy_id", flat=True)))
    missing.update(missed=F("missed") + 1)
    is_over = Q(vacancy__application_deadline__lt=now.date())
    return _close(missing.filter(Q(missed__gte=MISSES) | is_over), now, "no longer listed")


def close_boards(source_ids: Collection[UUID], now: datetime, reason: str) -> int:
    """Close all that stands open of boards that are over; how many vacancies. A second call finds nothing."""
    standing = RawPosting.objects.filter(source_id__in=source_ids, closed_at=None)
    members.lock(set(standing.exclude(vacancy=None).values_list("vacancy_id", flat=True)))
    return _close(standing, now, reason)


def _close(postings: QuerySet[RawPosting], now: datetime, reason: str) -> int:
    """Close postings whose vacancies are locked; how many vacancies closed with them."""
    gone = list(postings.values_list("pk", "vacancy_id", "content__isnull"))
    RawPosting.objects.filter(pk__in=[pk for pk, _, _ in gone]).update(closed_at=now)
    closed = _close_alone({pk for _, pk, is_alone in gone if is_alone}, now)
    closed += _close_shared({pk for _, pk, is_alone in gone if not is_alone}, now)
    changes.keep_kind(closed, Kind.CLOSED, now, reason)
    changes.tell("vacancy.closed", closed)
    return len(closed)


def _close_alone(vacancy_ids: Collection[UUID], now: datetime) -> list[UUID]:
    """Vacancies of one posting: nothing else of their rows depends on it."""
    listed = RawPosting.objects.filter(vacancy_id=OuterRef("pk"), closed_at=None)
    rows = Vacancy.objects.filter(pk__in=vacancy_ids, status="open").exclude(Exists(listed))
    closed = list(rows.order_by("pk").values_list("pk", flat=True))
    Vacancy.objects.filter(pk__in=closed).update(status="closed", closed_at=now)
    if closed:
        members.follow(closed)
    return closed


def _close_shared(vacancy_ids: Collection[UUID], now: datetime) -> list[UUID]:
    """Vacancies of several: without one of them the rest may say something else, and lead elsewhere."""
    before = members.rows_of(vacancy_ids)
    rows = members.rederive(members.held_by(before, before))
    closed = [pk for pk, row in rows.items() if (before[pk].status, row["status"]) == ("open", "closed")]
    differing = {pk: diff(vars(before[pk]), row) for pk, row in rows.items() if pk not in closed}
    changed = [
        VacancyChange(
            vacancy_id=pk, kind=Kind.CHANGED, at=now, fields=fields, reason="a posting is no longer listed"
        )
        for pk, fields in differing.items()
        if fields
    ]
    VacancyChange.objects.bulk_create(changed)
    arrivals.note(change.vacancy_id for change in changed)
    changes.tell("vacancy.changed", [change.vacancy_id for change in changed])
    return closed
