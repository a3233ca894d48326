"""Which searches with an alert a batch of vacancies fits: candidates by their anchors, then exactly, by `listVacancies`' own query."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import connections
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from apps.accounts.models import Membership
from apps.core.caller import NO_WORKSPACE, Caller
from apps.core.db import acting, current_alias
from apps.vacancies.models import OwnVacancy, SavedSearch, Vacancy, VacancyMark
from apps.vacancies.saved_searches import evaluation, needs
from apps.vacancies.saved_searches.conditions import ARRAYS, OF_MARKS, SCALARS, TEXTS, Filters, needs_version
from apps.vacancies.saved_searches.needs import Needs

# A workspace that marked nothing: the catalogue under given filters, before anybody's marks count.
_NOBODY = Caller(user_id=NO_WORKSPACE, workspace_id=NO_WORKSPACE, role="viewer")
_WORDS = """
SELECT lexeme, array_agg(v.id) FROM vacancies_vacancy v, unnest(tsvector_to_array(v.search)) AS lexeme
WHERE v.id = ANY(%s) AND lexeme = ANY(%s) GROUP BY lexeme
"""
_ANCHORED = """
SELECT DISTINCT a.search_id FROM vacancies_savedsearchanchor a WHERE a.term = ANY(%s)
UNION
SELECT a.search_id FROM (
    SELECT DISTINCT lexeme FROM vacancies_vacancy v, unnest(tsvector_to_array(v.search)) AS lexeme WHERE v.id = ANY(%s)
) AS said JOIN vacancies_savedsearchanchor a ON a.term = 'search=' || said.lexeme
"""
Pair = tuple[UUID, UUID]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search with an alert, as percolation needs it. `needs` is None where what is stored can't be trusted."""

    id: UUID
    workspace_id: UUID
    user_id: UUID
    filters: Filters
    needs: Needs | None

    @property
    def asks_of_marks(self) -> bool:
        return any(name in self.filters for name in OF_MARKS)


def in_catalogue(vacancy_ids: Sequence[UUID]) -> list[Pair]:
    """(search, vacancy) of every search of any workspace that one of these fits. As the system role.

    A constant number of statements, but for searches that ask of their workspace's marks.
    """
    rows = list(
        Vacancy.objects.filter(pk__in=vacancy_ids, merged_into=None).values("pk", *SCALARS, *ARRAYS, *TEXTS)
    )
    said = _said(rows)
    searches = _candidates([row["pk"] for row in rows], said)
    having = _having(rows, said, searches)
    asked = [(search, _places(search, having, rows)) for search in searches]
    asked = [(search, ids) for search, ids in asked if ids]
    plain = [(search, ids) for search, ids in asked if not search.asks_of_marks]
    found = _without_hidden(_fitting_as_nobody(plain))
    for workspace, theirs in _grouped(
        (search.workspace_id, (search, ids)) for search, ids in asked if search.asks_of_marks
    ):
        found += _fitting_as(workspace, Vacancy, theirs)
    return found


def in_workspace(workspace_id: UUID, vacancy_ids: Sequence[UUID]) -> list[Pair]:
    """(search, own vacancy) of every search of this workspace that one of its own vacancies fits. As the system role."""
    searches = _read(_with_alert().filter(workspace_id=workspace_id))
    return _fitting_as(workspace_id, OwnVacancy, [(search, vacancy_ids) for search in searches])


def _with_alert() -> QuerySet[SavedSearch]:
    """Searches of people who are still members."""
    member = Membership.objects.filter(user_id=OuterRef("user_id"), workspace_id=OuterRef("workspace_id"))
    return SavedSearch.objects.filter(Exists(member)).exclude(alert=SavedSearch.Alert.OFF)


def _read(rows: QuerySet[SavedSearch]) -> list[Search]:
    version = needs_version()
    return [
        Search(pk, workspace_id, user_id, filters, tuple(map(tuple, stored)) if known == version else None)
        for pk, workspace_id, user_id, filters, stored, known in rows.values_list(
            "pk", "workspace_id", "user_id", "filters", "needs", "needs_version"
        )
    ]


def _said(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """The bits of the vacancies with a term, of all columns but the text."""
    said: dict[str, int] = defaultdict(int)
    for place, row in enumerate(rows):
        for column in SCALARS:
            said[f"{column}={row[column]}"] |= 1 << place
        for column in ARRAYS:
            for value in row[column]:
                said[f"{column}={value}"] |= 1 << place
        for column in TEXTS:
            for term in needs.parts_of(column, row[column]):
                said[term] |= 1 << place
    return said


def _candidates(vacancy_ids: Sequence[UUID], said: Mapping[str, int]) -> list[Search]:
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_ANCHORED, [[needs.ANYTHING, *said], list(vacancy_ids)])
        anchored = [pk for (pk,) in cursor.fetchall()]
    stale = Q(needs_version__lt=needs_version()) | Q(needs_version__gt=needs_version())
    return _read(_with_alert().filter(Q(pk__in=anchored) | stale))


def _having(
    rows: Sequence[Mapping[str, Any]], said: Mapping[str, int], searches: Sequence[Search]
) -> dict[str, int]:
    """The bits of the vacancies with a term, of the terms that these searches ask for."""
    wanted = needs.wanted(search.needs for search in searches if search.needs is not None)
    having = {term: said[term] for term in wanted if term in said}
    place_of = {row["pk"]: place for place, row in enumerate(rows)}
    words = [term.removeprefix("search=") for term in wanted if term.startswith("search=")]
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_WORDS, [list(place_of), words])
        for word, ids in cursor.fetchall():
            having[f"search={word}"] = sum(1 << place_of[pk] for pk in ids)
    return having


def _places(search: Search, having: Mapping[str, int], rows: Sequence[Mapping[str, Any]]) -> list[UUID]:
    everything = (1 << len(rows)) - 1
    bits = everything if search.needs is None else needs.candidates(search.needs, having, everything)
    return [rows[place]["pk"] for place in needs.places(bits)]


def _fitting_as_nobody(asked: Sequence[tuple[Search, Sequence[UUID]]]) -> list[tuple[Search, UUID]]:
    """Exactly, by the filters alone. Whoever asks the same is asked for once."""
    same: dict[str, list[tuple[Search, Sequence[UUID]]]] = defaultdict(list)
    for search, ids in asked:
        same[json.dumps(dict(search.filters), sort_keys=True)].append((search, ids))
    groups = list(same.values())
    if not groups:
        return []
    with acting(_NOBODY):
        # Their needs are the same unless one's are stale: the most ids of the group are asked for.
        found = evaluation.fitting(
            Vacancy, [(group[0][0].filters, max((ids for _, ids in group), key=len)) for group in groups]
        )
    return [
        (search, pk) for group, fits in zip(groups, found, strict=True) for search, _ in group for pk in fits
    ]


def _without_hidden(found: Sequence[tuple[Search, UUID]]) -> list[Pair]:
    """But for what a search's workspace has hidden."""
    marks = VacancyMark.objects.filter(
        vacancy_id__in={pk for _, pk in found}, hidden_at__isnull=False
    ).values_list("workspace_id", "vacancy_id")
    hidden = set(marks) if found else set()
    return [(search.id, pk) for search, pk in found if (search.workspace_id, pk) not in hidden]


def _fitting_as(
    workspace_id: UUID, model: type[Model], asked: Sequence[tuple[Search, Sequence[UUID]]]
) -> list[Pair]:
    """Exactly, as the workspace sees its rows and marks."""
    if not asked:
        return []
    with acting(Caller(user_id=NO_WORKSPACE, workspace_id=workspace_id, role="viewer")):
        found = evaluation.fitting(model, [(search.filters, ids) for search, ids in asked])
    return [(search.id, pk) for (search, _), fits in zip(asked, found, strict=True) for pk in fits]


def _grouped(pairs: Iterable[tuple[UUID, T]]) -> Iterable[tuple[UUID, list[T]]]:
    groups: dict[UUID, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups.items()
