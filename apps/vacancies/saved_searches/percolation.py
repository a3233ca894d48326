"""Takes what arrived, keeps what matched, says that it is due. What a worker does between two lines counts only once it is
committed: arrivals go in the transaction that keeps their matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from apps.core.db import as_system, atomic
from apps.core.db.bulk import upsert
from apps.core.models import uuid7
from apps.vacancies.models import Arrival, OwnArrival, OwnVacancy, SavedSearch, SavedSearchMatch, Vacancy
from apps.vacancies.saved_searches import finding
from apps.vacancies.saved_searches.finding import Pair

# Vacancies that are held against the searches at once: the more, the less each costs.
MOST: Final = 2000
A = TypeVar("A", Arrival, OwnArrival)


def percolate() -> int:
    """Hold everything that arrived against the saved searches; answers how many vacancies. Safe to run many at once."""
    done = 0
    with as_system():
        while count := _catalogue_batch() or _own_batch():
            done += count
    return done


def _catalogue_batch() -> int:
    with atomic():
        arrivals = _taken(Arrival.objects.select_for_update(skip_locked=True).order_by("pk")[:MOST])
        ids = _ids(arrivals)
        if ids:
            _keep(finding.in_catalogue(ids), "vacancy_id")
        Arrival.objects.filter(pk__in=[arrival.pk for arrival in arrivals]).delete()
    return len(ids)


def _own_batch() -> int:
    with atomic():
        rows = OwnArrival.objects.select_for_update(skip_locked=True, of=("self",))
        arrivals = _taken(rows.order_by("pk")[:MOST])
        for workspace_id in sorted({arrival.workspace_id for arrival in arrivals}):
            ids = _ids([arrival for arrival in arrivals if arrival.workspace_id == workspace_id])
            found = finding.in_workspace(workspace_id, ids)
            # Theirs may be deleted by them at any moment: what is matched stays until the match is kept.
            there = OwnVacancy.objects.filter(pk__in={pk for _, pk in found}).order_by("pk")
            kept = set(there.select_for_update(no_key=True, of=("self",)).values_list("pk", flat=True))
            _keep([pair for pair in found if pair[1] in kept], "own_vacancy_id")
        OwnArrival.objects.filter(pk__in=[arrival.pk for arrival in arrivals]).delete()
    return len(_ids(arrivals))


def _taken(arrivals: Iterable[A]) -> list[A]:
    """The oldest, as far as they go into one batch. The rest stay locked for the moment, and are the next batch's."""
    taken: list[A] = []
    count = 0
    for arrival in arrivals:
        if taken and count + len(arrival.vacancy_ids) > MOST:
            break
        taken.append(arrival)
        count += len(arrival.vacancy_ids)
    return taken


def _ids(arrivals: Iterable[Arrival | OwnArrival]) -> list[UUID]:
    return list(dict.fromkeys(pk for arrival in arrivals for pk in arrival.vacancy_ids))


def _keep(found: Sequence[Pair], column: str) -> None:
    """A row for each match that was never kept before, and the moment at which it may be told at the earliest."""
    if not found:
        return
    searches = _locked({search_id for search_id, _ in found})
    known = _known_under_another_id(found) if column == "vacancy_id" else set()
    now = timezone.now()
    rows = [
        (uuid7(), now, now, searches[pair[0]].workspace_id, *pair)
        for pair in sorted(found)
        if pair[0] in searches and pair not in known
    ]
    if not rows:
        return
    columns = ["id", "created_at", "updated_at", "workspace_id", "search_id", column]
    upsert(SavedSearchMatch, columns, rows, conflict=["search_id", column])
    due = SavedSearch.objects.filter(pk__in={row[4] for row in rows}, alert=SavedSearch.Alert.INSTANT)
    due.update(due_at=now)


def _locked(search_ids: Iterable[UUID]) -> dict[UUID, SavedSearch]:
    """Those that are still there and still have an alert: nobody changes or deletes them until the matches are kept. In the
    order of the ids, so that no two wait for each other."""
    rows = SavedSearch.objects.filter(pk__in=search_ids).exclude(alert=SavedSearch.Alert.OFF)
    rows = rows.order_by("pk").select_for_update(no_key=True, of=("self",)).only("pk", "workspace_id")
    return {row.pk: row for row in rows}


def _known_under_another_id(found: Sequence[Pair]) -> set[Pair]:
    """Of the pairs, those whose vacancy has absorbed one that the search matched already: the same job, told before."""
    root_of: dict[UUID, UUID] = {}
    layer = {pk: pk for _, pk in found}
    while layer:
        absorbed = Vacancy.objects.filter(merged_into__in=layer).values_list("pk", "merged_into_id")
        layer = {pk: layer[into] for pk, into in absorbed}
        root_of |= layer
    if not root_of:
        return set()
    before = SavedSearchMatch.objects.filter(
        Q(vacancy_id__in=root_of), search_id__in={search_id for search_id, _ in found}
    ).values_list("search_id", "vacancy_id")
    return {(search_id, root_of[pk]) for search_id, pk in before}
