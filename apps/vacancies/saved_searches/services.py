"""What somebody does with their saved searches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage.stocks import require_room
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import FieldError, ValidationFailed
from apps.events.services import publish
from apps.vacancies.models import SavedSearch, SavedSearchAnchor, SavedSearchMatch
from apps.vacancies.saved_searches.conditions import Filters, needs_of, needs_version
from apps.vacancies.saved_searches.moments import Hours
from apps.vacancies.saved_searches.needs import anchors_of
from apps.vacancies.saved_searches.telling import due_from, hours_of

Alert = SavedSearch.Alert
SAID = ("name", "filters", "alert")
_BATCH = 200


def create_saved_search(*, caller: Caller, name: str, filters: Filters, alert: str) -> SavedSearch:
    """Keep a question; what comes from now on is new to it. Raises ValidationFailed, PlanLimitReached."""
    _require_something(filters)
    with atomic():
        require_room(caller=caller, meter=Meter.SAVED_SEARCHES)
        search = SavedSearch(
            workspace_id=caller.workspace_id,
            user_id=caller.user_id,
            name=name,
            filters=dict(filters),
            alert=alert,
        )
        _read_filters(search)
        search.due_at = _due_at(search, 0)
        search.save(force_insert=True)
        _anchor(search)
        _publish("saved_search.created", search, caller)
    return search


def update_saved_search(*, search: SavedSearch, caller: Caller, changes: dict[str, Any]) -> SavedSearch:
    """Change a locked search. What matched before is not told again; what waits is told as the new alert says, or with
    `off` never. Raises ValidationFailed."""
    changed = [name for name in SAID if name in changes and getattr(search, name) != changes[name]]
    if not changed:
        return search
    with atomic():
        for name in changed:
            setattr(search, name, changes[name])
        _require_something(search.filters)
        if "filters" in changed:
            _read_filters(search)
        if "alert" in changed:
            search.due_at = _due_at(search, _waiting(search))
        search.save()
        _anchor(search)
        _publish("saved_search.changed", search, caller, changed)
    return search


def mark_seen(*, search: SavedSearch, caller: Caller, at: datetime | None = None) -> SavedSearch:
    """All that came until `at`, or until now, is new no longer. It never goes back. Raises ValidationFailed."""
    now = timezone.now()
    if at is not None and at > now:
        detail = "Must not lie in the future."
        raise ValidationFailed(f"at: {detail}", errors=[FieldError("at", "max_value", detail)])
    seen_at = at or now
    if seen_at > search.seen_at:
        with atomic():
            search.seen_at = seen_at
            search.save(update_fields=["seen_at", "updated_at"])
            _publish("saved_search.seen", search, caller, ["seen_at"])
    return search


def delete_saved_search(*, search: SavedSearch, caller: Caller) -> None:
    """Forget it, with what matched it."""
    with atomic():
        _publish("saved_search.deleted", search, caller)
        search.delete()


def read_filters_anew() -> int:
    """After a release that reads filters otherwise: the needs and anchors of every search that has an alert. How many."""
    done = 0
    with as_system():
        while True:
            with atomic():
                stale = SavedSearch.objects.exclude(alert=Alert.OFF).exclude(needs_version=needs_version())
                rows = list(stale.select_for_update(skip_locked=True, of=("self",)).order_by("pk")[:_BATCH])
                for search in rows:
                    _read_filters(search)
                    search.save(update_fields=["needs", "needs_version"])
                    _anchor(search)
            done += len(rows)
            if not rows:
                return done


def _require_something(filters: Filters) -> None:
    if not filters:
        detail = "Say at least one filter: everything there is, is no search."
        raise ValidationFailed(f"filters: {detail}", errors=[FieldError("filters", "required", detail)])


def _read_filters(search: SavedSearch) -> None:
    search.needs, search.needs_version = needs_of(search.filters), needs_version()


def _anchor(search: SavedSearch) -> None:
    """The terms it is found by; none while nobody is to be told."""
    wanted = set() if search.alert == Alert.OFF else set(anchors_of(tuple(map(tuple, search.needs))))
    rows = SavedSearchAnchor.objects.filter(search_id=search.pk)
    known = set(rows.values_list("term", flat=True))
    if known - wanted:
        rows.exclude(term__in=wanted).delete()
    SavedSearchAnchor.objects.bulk_create(
        SavedSearchAnchor(workspace_id=search.workspace_id, search_id=search.pk, term=term)
        for term in sorted(wanted - known)
    )


def _due_at(search: SavedSearch, waiting: int) -> datetime | None:
    now = timezone.now()
    if search.alert == Alert.INSTANT:
        return now if waiting else None
    hours = hours_of([search.user_id]).get(search.user_id, Hours())
    return due_from(search.alert, now, hours)


def _waiting(search: SavedSearch) -> int:
    """How many matches wait to be told. With the alert off they never are: they count as told."""
    rows = SavedSearchMatch.objects.filter(search_id=search.pk, told_at=None)
    if search.alert == Alert.OFF:
        rows.update(told_at=timezone.now())
        return 0
    return rows.count()


def _publish(event: str, search: SavedSearch, caller: Caller, changed: list[str] | None = None) -> None:
    publish(
        event,
        workspace_id=search.workspace_id,
        actor_id=caller.user_id,
        subject_type="saved_search",
        subject_id=search.pk,
        changed=changed or [],
        payload={"saved_search_id": str(search.pk)},
    )
