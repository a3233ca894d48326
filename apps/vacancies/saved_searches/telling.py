"""Writes `saved_search.matched` when it may be told: the event and the mark that it is told are one transaction.

An instant alert is an event for each vacancy, a digest one for all that waited. Who holds a search's row tells; nobody else
does meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from apps.accounts.models import Membership, Preferences
from apps.core.db import as_system, atomic
from apps.events.services import NewEvent, publish_all
from apps.vacancies.models import SavedSearch, SavedSearchMatch, Vacancy
from apps.vacancies.saved_searches.moments import Hours, is_quiet, next_digest, when_free

Alert = SavedSearch.Alert
EVENT: Final = "saved_search.matched"
# Searches, and instant events of one search, in one transaction.
SEARCHES, EVENTS = 50, 200
# Vacancies that a digest names; of the rest it says how many there are.
NAMED: Final = 100


def tell_due() -> int:
    """Tell whatever is due; answers how many events. Safe to run many at once."""
    told = 0
    with as_system():
        while True:
            with atomic():
                searches = _due(timezone.now())
                told += len(publish_all([one for search, clock in searches for one in _tell(search, clock)]))
            if not searches:
                return told


def hours_of(user_ids: Iterable[UUID]) -> dict[UUID, Hours]:
    """People's clocks, of those who said anything of them."""
    rows = Preferences.objects.filter(user_id__in=set(user_ids))
    return {
        user_id: Hours(zone=zone, quiet_from=begin, quiet_until=end)
        for user_id, zone, begin, end in rows.values_list("user_id", "time_zone", "quiet_from", "quiet_until")
    }


def due_from(alert: str, now: datetime, hours: Hours) -> datetime | None:
    """When a search with this alert is next due, as things stand and nothing waits."""
    if alert == Alert.DAILY:
        return next_digest(now, "daily", hours)
    return next_digest(now, "weekly", hours) if alert == Alert.WEEKLY else None


def _due(now: datetime) -> list[tuple[SavedSearch, Hours]]:
    member = Membership.objects.filter(user_id=OuterRef("user_id"), workspace_id=OuterRef("workspace_id"))
    rows = SavedSearch.objects.filter(due_at__lte=now).annotate(is_theirs=Exists(member))
    searches = list(
        rows.select_for_update(skip_locked=True, of=("self",), no_key=True).order_by("due_at", "pk")[
            :SEARCHES
        ]
    )
    clocks = hours_of(search.user_id for search in searches)
    return [(search, clocks.get(search.user_id, Hours())) for search in searches]


def _tell(search: Any, hours: Hours) -> list[NewEvent]:
    """What there is to tell of one locked search, marked as told. It is due again when there may be more."""
    now = timezone.now()
    if is_quiet(now, hours):
        _put_off(search, when_free(now, hours))
        return []
    if not search.is_theirs:
        # Who left the workspace is told nothing of it.
        _put_off(search, due_from(search.alert, now, hours))
        return []
    waiting = SavedSearchMatch.objects.filter(search_id=search.pk, told_at=None).order_by("pk")
    if search.alert == Alert.INSTANT:
        matches = list(waiting[: EVENTS + 1])
        said = _said(search, matches[:EVENTS], now)
        _put_off(search, now if len(matches) > EVENTS else None)
        return [_event(search, [one], 1) for one in said]
    said = _said(search, list(waiting), now)
    _put_off(search, due_from(search.alert, now, hours))
    return [_event(search, said[:NAMED], len(said))] if said else []


def _put_off(search: SavedSearch, due_at: datetime | None) -> None:
    SavedSearch.objects.filter(pk=search.pk).update(due_at=due_at)


def _said(search: SavedSearch, matches: Sequence[SavedSearchMatch], now: datetime) -> list[dict[str, str]]:
    """Mark them told; answers what there is to say of them, in order. Two that have become one vacancy are one."""
    SavedSearchMatch.objects.filter(pk__in=[match.pk for match in matches]).update(
        told_at=now, updated_at=now
    )
    roots = _roots({match.vacancy_id for match in matches if match.vacancy_id})
    moved = {root for pk, root in roots.items() if root != pk}
    before = set(
        SavedSearchMatch.objects.filter(search_id=search.pk, vacancy_id__in=moved).values_list(
            "vacancy_id", flat=True
        )
    )
    said: dict[UUID, str] = {}
    for match in matches:
        if match.own_vacancy_id:
            said[match.own_vacancy_id] = "own"
        elif match.vacancy_id and (
            roots[match.vacancy_id] == match.vacancy_id or roots[match.vacancy_id] not in before
        ):
            said[roots[match.vacancy_id]] = "catalogue"
    return [{"id": str(pk), "origin": origin} for pk, origin in said.items()]


def _roots(vacancy_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """What each vacancy was merged into since, itself where it stands."""
    roots = {pk: pk for pk in vacancy_ids}
    while True:
        rows = Vacancy.objects.filter(pk__in=set(roots.values()), merged_into__isnull=False)
        into = dict(rows.values_list("pk", "merged_into_id"))
        if not into:
            return roots
        roots = {pk: into.get(root) or root for pk, root in roots.items()}


def _event(search: SavedSearch, vacancies: Sequence[dict[str, str]], count: int) -> NewEvent:
    return NewEvent(
        type=EVENT,
        workspace_id=search.workspace_id,
        subject_type="saved_search",
        subject_id=search.pk,
        payload={
            "saved_search_id": str(search.pk),
            "user_id": str(search.user_id),
            "alert": search.alert,
            "count": count,
            "vacancies": list(vacancies),
        },
    )
