"""Keeping the profiles of the catalogue current."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F, Q, QuerySet

from apps.core.db import atomic
from apps.jobs.models import GlobalTask, Status
from apps.jobs.services import enqueue_global
from apps.matching import facts
from apps.matching.jobs import READ_VACANCIES
from apps.matching.models import VacancyProfile
from apps.matching.stored_facts import reader, to_json
from apps.vacancies.models import Vacancy

BATCH = 100


def ask_to_read_vacancies() -> None:
    """Have a worker do it; one that has not begun yet will see these vacancies, too."""
    with atomic():
        if not GlobalTask.objects.filter(kind=READ_VACANCIES, status=Status.QUEUED).exists():
            enqueue_global(kind=READ_VACANCIES, arguments={})


def ask_where_unread() -> bool:
    """Have a worker do it if anything is left to read and nobody is at it; answers whether it was asked."""
    is_asked = GlobalTask.objects.filter(
        kind=READ_VACANCIES, status__in=[Status.QUEUED, Status.RUNNING]
    ).exists()
    if is_asked or not _unread(None).exists():
        return False
    ask_to_read_vacancies()
    return True


def read_vacancies() -> Iterator[int]:
    """Read what has no current profile, the newest first, batch by batch, each committed; yields the size of each.

    Work of the system role. Run again after a crash it goes on where it was.
    """
    last: UUID | None = None
    while batch := list(_unread(last)):
        last = batch[-1].pk
        VacancyProfile.objects.bulk_create(
            [_profile(vacancy) for vacancy in batch],
            update_conflicts=True,
            unique_fields=["vacancy"],
            update_fields=["vacancy_updated_at", "reader", "occupation", "listed_at", "facts", "updated_at"],
        )
        yield len(batch)


def _unread(before: UUID | None) -> QuerySet[Vacancy]:
    is_current = Q(profile__vacancy_updated_at=F("updated_at"), profile__reader=reader())
    rows = Vacancy.objects.filter(Q(profile=None) | ~is_current, status="open", merged_into=None)
    rows = rows.filter(pk__lt=before) if before else rows
    return rows.only(*facts.READ_FROM, "listed_at").order_by("-pk")[:BATCH]


def _profile(vacancy: Vacancy) -> VacancyProfile:
    found = facts.read(vacancy)
    return VacancyProfile(
        vacancy=vacancy,
        vacancy_updated_at=vacancy.updated_at,
        reader=reader(),
        occupation=found.title.occupation,
        listed_at=vacancy.listed_at,
        facts=to_json(found),
    )
