"""Choosing applications."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from apps.applications.models import Application
from apps.core.api.listing import MergedListing
from apps.vacancies.querysets import UNSHOWN, with_mark

# The two foreign keys, of which each application has one.
_SIDES = ("vacancy", "own_vacancy")
_NAMES = (
    *(f"{side}__{name}" for side in _SIDES for name in ("title", "company_name")),
    "vacancy__company__name",
)


def detailed() -> QuerySet[Application]:
    """With the vacancy and its company, in one query; the long texts stay in the table."""
    unshown = [f"{side}__{column}" for side in _SIDES for column in UNSHOWN]
    return Application.objects.select_related(
        "vacancy__company", "own_vacancy__company", "own_vacancy__client"
    ).defer(*unshown, "vacancy__field_sources", "vacancy__content_hash")


def to_list(rows: QuerySet[Application], workspace_id: UUID, ordering: str) -> MergedListing:
    """These, read by whose vacancy it is; `any_vacancy` is the vacancy, with the workspace's mark on it."""
    return MergedListing(
        (with_mark(rows.exclude(**{side: None}), workspace_id, side) for side in _SIDES),
        ordering,
        [{"any_vacancy": side, "any_vacancy__marked": "marked"} for side in _SIDES],
    )


def for_vacancy(rows: QuerySet[Application], vacancy_id: UUID) -> QuerySet[Application]:
    return rows.filter(Q(vacancy_id=vacancy_id) | Q(own_vacancy_id=vacancy_id))


def named(rows: QuerySet[Application], text: str) -> QuerySet[Application]:
    """Those whose title or company holds every word of `text`."""
    for word in text.split():
        holds = Q()
        for name in _NAMES:
            holds |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(holds)
    return rows
