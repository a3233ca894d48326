"""A page of a ranking, then of what follows it by date: each id is looked up under the filters before it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from apps.matching.search import listed
from apps.matching.search.cursor import Cursor
from apps.matching.search.listed import Listed
from apps.matching.search.ordering import BY_NONE, Way
from apps.matching.search.ranking import Ranking
from apps.matching.search.scope import Scope

# Looked up beyond a page, so that a few that have closed since cost no further query.
SPARE = 4


class End(NamedTuple):
    """Where a page ended, as `Cursor` says it."""

    place: int
    last: UUID
    listed_at: datetime | None


class Shown(NamedTuple):
    """A row of the page: `score` is 0 for what follows the ranked ones by date."""

    row: Listed
    score: float
    ways: Way
    end: End


@dataclass(frozen=True, slots=True)
class Page:
    """`end` is None where nothing follows."""

    rows: Sequence[Shown]
    end: End | None


def page(scope: Scope, text: str, ranking: Ranking, came_from: Cursor | None, size: int) -> Page:
    """At most `size` rows behind `came_from`. What was closed or hidden since is passed over."""
    rows = list(_ranked(scope, ranking, came_from, size + 1))
    if len(rows) <= size and ranking.has_tail:
        rows += _by_date(scope, text, ranking, came_from, size + 1 - len(rows))
    return Page(rows[:size], rows[size - 1].end if len(rows) > size else None)


def _ranked(scope: Scope, ranking: Ranking, came_from: Cursor | None, most: int) -> Iterator[Shown]:
    place = _place_behind(ranking, came_from)
    while most > 0 and place < len(ranking.placed):
        taken = ranking.placed[place : place + most + SPARE]
        rows = listed.among(scope, [each.pk for each in taken])
        for each in taken:
            place += 1
            if each.pk in rows and most > 0:
                most -= 1
                yield Shown(rows[each.pk], each.score, each.ways, End(place, each.pk, None))


def _place_behind(ranking: Ranking, came_from: Cursor | None) -> int:
    """How many of the ranked were passed. A ranking made anew may hold the last of them elsewhere."""
    if came_from is None:
        return 0
    if came_from.listed_at is not None:
        return len(ranking.placed)
    place = came_from.place
    if ranking.placed[place - 1 : place] and ranking.placed[place - 1].pk == came_from.last:
        return place
    places = {each.pk: number for number, each in enumerate(ranking.placed, 1)}
    return places.get(came_from.last, place)


def _by_date(
    scope: Scope, text: str, ranking: Ranking, came_from: Cursor | None, most: int
) -> Iterator[Shown]:
    """What holds the words and was not ranked, the newest first."""
    if came_from is not None and came_from.listed_at is not None:
        behind: tuple[datetime, UUID] | None = (came_from.listed_at, came_from.last)
    else:
        behind = ranking.tail_from
    passed = [each.pk for each in ranking.placed]
    way = Way.TEXT if text else BY_NONE
    for row in listed.newest(scope, text, passed, behind, most):
        yield Shown(row, 0.0, way, End(len(ranking.placed), row.pk, row.listed_at))
