"""Cursors, and rankings as they are kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.errors import ValidationFailed
from apps.matching.search.cursor import Cursor, digest
from apps.matching.search.kept import from_bytes, to_bytes
from apps.matching.search.ordering import Placed, Way
from apps.matching.search.ranking import Ranking

MOMENT = datetime(2026, 9, 1, 12, 30, 1, 250, tzinfo=UTC)
HOME, ELSEWHERE = UUID(int=1), UUID(int=2)


def cursor(**changes: Any) -> Cursor:
    return Cursor(**{"asked": "a", "moment": MOMENT, "version": "v1", "place": 40, "last": HOME, **changes})


@pytest.mark.parametrize("listed_at", [None, MOMENT])
def test_a_cursor_comes_back_as_it_was(listed_at: datetime | None) -> None:
    given = cursor(listed_at=listed_at)
    assert Cursor.decode(given.encode(), "a") == given
    assert len(given.encode()) < 400


@pytest.mark.parametrize("raw", ["", "x", "a:b", "a:b:c", cursor().encode()[:-1], cursor().encode() + "x"])
def test_what_is_no_cursor_is_refused(raw: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        Cursor.decode(raw, "a")
    assert refused.value.errors[0].attr == "cursor"


def test_a_cursor_of_another_question_is_refused() -> None:
    with pytest.raises(ValidationFailed, match="another question"):
        Cursor.decode(cursor().encode(), "b")


def _named(asked: tuple[Any, ...]) -> str:
    workspace, query, filters, resume, mode = asked
    return digest(workspace, query, filters, resume, mode)


def test_a_digest_tells_questions_apart() -> None:
    asked: tuple[Any, ...] = (HOME, "baker", {"remote": "remote", "salary_min": 1.5}, None, "hybrid")
    others: tuple[tuple[int, Any], ...] = (
        (0, ELSEWHERE), (1, "Baker"), (2, {}), (2, {"remote": "onsite", "salary_min": 1.5}), (3, HOME), (4, "keyword"),
    )  # fmt: skip
    digests = {_named(asked)}
    for place, value in others:
        digests.add(_named((*asked[:place], value, *asked[place + 1 :])))
    assert len(digests) == len(others) + 1
    assert digest(HOME, "", {"a": 1, "b": 2}, None, "hybrid") == digest(
        HOME, "", {"b": 2, "a": 1}, None, "hybrid"
    )


_placed = st.builds(
    Placed,
    st.uuids(),
    st.integers(0, 10_000).map(lambda number: number / 16_384),
    st.integers(0, 7).map(Way),
)


@given(
    st.lists(_placed, max_size=20),
    st.sampled_from(["keyword", "semantic", "hybrid"]),
    st.booleans(),
    st.booleans(),
    st.none() | st.tuples(st.datetimes(timezones=st.just(UTC)), st.uuids()),
)
def test_a_kept_ranking_comes_back_as_it_was(
    placed: list[Placed], mode: Any, is_about_work: bool, has_tail: bool, end: tuple[datetime, UUID] | None
) -> None:
    ranking = Ranking(tuple(placed), mode, "v1", is_about_work, has_tail, end)
    assert from_bytes(to_bytes(ranking)) == ranking


def test_a_kept_ranking_is_small() -> None:
    placed = tuple(Placed(UUID(int=number), 0.5, Way.TEXT) for number in range(1000))
    assert len(to_bytes(Ranking(placed, "hybrid", "v1"))) < 22_000
