"""What is new to a saved search: what fits it, and came after it was last seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

from django.db.models import Model, QuerySet
from django.db.models.fields import DateTimeField

from apps.core.caller import Caller
from apps.vacancies import querysets, selectors
from apps.vacancies.models import OwnVacancy, OwnVacancyChange, SavedSearch, Vacancy, VacancyChange
from apps.vacancies.models.posting import AbstractVacancy
from apps.vacancies.saved_searches import evaluation
from apps.vacancies.saved_searches.conditions import Filters, rows_for
from apps.vacancies.saved_searches.evaluation import Argument, Asked, Form

# Counts of what is new go so far.
MOST_NEW: Final = 100
CAME_AGAIN = (VacancyChange.Kind.REOPENED, VacancyChange.Kind.REPOSTED)
V = TypeVar("V", bound=AbstractVacancy)


def came_after(rows: QuerySet[V], moment: Any) -> QuerySet[V]:
    """First seen, or open again, after `moment`: a time or an expression."""
    model: type[Any] = rows.model
    first = model.objects.filter(first_seen_at__gt=moment).order_by().values("pk")
    changes: QuerySet[Any]
    if model is Vacancy:
        changes = VacancyChange.objects.filter(kind__in=CAME_AGAIN, at__gt=moment).values("vacancy_id")
    else:
        changes = OwnVacancyChange.objects.filter(kind__in=CAME_AGAIN, at__gt=moment).values("own_vacancy_id")
    return rows.filter(pk__in=first.union(changes, all=True))


def new_for(search: SavedSearch, caller: Caller) -> selectors.VacancyListing:
    """What is new to it, as a list; the newest first."""
    return selectors.VacancyListing(
        came_after(rows_for(search.filters, querysets.catalogue()), search.seen_at),
        came_after(rows_for(search.filters, querysets.own(caller.workspace_id)), search.seen_at),
        "-first_seen_at",
    )


def _new(rows: QuerySet[Any]) -> QuerySet[Any]:
    return came_after(rows, Argument(output_field=DateTimeField()))


_COUNT: Final = Form("new", _new, "timestamptz", counted_up_to=MOST_NEW)


def new_counts(searches: Sequence[tuple[Filters, datetime]]) -> list[int]:
    """How many are new to each (its filters, when it was last seen), up to MOST_NEW: one statement for a page of
    searches. In `acting(caller)`."""
    sides: tuple[type[Model], ...] = (Vacancy, OwnVacancy)
    questions = [
        (number, model, Asked(filters, seen_at))
        for number, (filters, seen_at) in enumerate(searches)
        for model in sides
    ]
    counts = [0] * len(searches)
    for number, found in evaluation.ask(_COUNT, questions):
        counts[number] = min(MOST_NEW, counts[number] + int(found))
    return counts
