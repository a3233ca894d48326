"""Several orders made one."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.matching.search.ordering import Found, Way, Weights, fuse, places_of
from apps.matching.search.relevance import Said

START = datetime(2026, 9, 1, tzinfo=UTC)


def found(number: int, **known: Any) -> Found:
    listed_at = known.pop("listed_at", START)
    return Found(UUID(int=number), listed_at, listed_at, **known)


def order(*pool: Found, weights: Weights | None = None) -> list[int]:
    return [placed.pk.int for placed in fuse(pool, weights or Weights())]


def said(asked: float, *, plainly: float = 0.0, work: float = 0.0, remote: float = 0.0) -> Said:
    return Said(asked, plainly, work, remote)


def test_who_has_all_that_was_asked_is_first_and_scores_one() -> None:
    best = found(
        1, ways=Way.TEXT | Way.MEANING, text=0.2, title=1.0, body=1.0, said=said(1.0, plainly=1.0, work=1.0)
    )
    other = found(2, ways=Way.TEXT, text=0.1, title=0.2, body=0.1, said=said(0.5))
    placed = fuse([other, best], Weights())
    assert [(each.pk.int, each.ways.names) for each in placed] == [(1, ["text", "meaning"]), (2, ["text"])]
    assert placed[0].score == 1.0 > placed[1].score > 0


def test_a_score_does_not_shrink_by_what_nobody_was_asked_for() -> None:
    assert fuse([found(1, text=0.2)], Weights())[0].score == 1.0


def test_what_no_text_way_found_has_no_text_rank() -> None:
    held = found(1, text=0.0001)
    not_held = found(2)
    assert order(not_held, held) == [1, 2]


def test_two_ways_beat_one() -> None:
    assert order(found(1, text=0.9), found(2, text=0.8, title=0.5), found(3, title=0.5))[0] == 2


@pytest.mark.parametrize("name", ["asked", "plainly", "work", "remote"])
def test_each_part_of_what_is_said_counts(name: str) -> None:
    less, more = Said(0.5, 0.5, 0.5, 0.5), Said(0.5, 0.5, 0.5, 0.5)._replace(**{name: 0.9})
    assert order(found(1, said=less), found(2, said=more), found(3)) == [2, 1, 3]


def test_a_better_fit_comes_first_where_nothing_else_differs() -> None:
    assert order(found(1, fit=40), found(2, fit=90), found(3, fit=None)) == [2, 1, 3]


def test_a_word_of_the_question_counts_more_than_being_new() -> None:
    newer = found(1, listed_at=START + timedelta(days=30), said=said(0.3))
    assert order(newer, found(2, said=said(0.6))) == [2, 1]


def test_equals_go_by_date_then_by_id() -> None:
    older, newer = START, START + timedelta(days=1)
    weights = Weights(freshness=0.0)
    pool = [found(1, listed_at=older), found(2, listed_at=newer), found(3, listed_at=newer)]
    assert order(*pool, weights=weights) == [3, 2, 1]


def test_nothing_found_is_no_fault() -> None:
    assert fuse([], Weights()) == []


def test_equal_values_share_a_place() -> None:
    assert places_of([0.9, 0.5, 0.5, 0.1]) == [1, 2, 2, 4]
    assert places_of([None, None, 3]) == [1, 1, 3]


_known = st.none() | st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(_known, _known, _known, st.integers(0, 5)), max_size=30), st.integers())
def test_the_order_does_not_depend_on_who_was_found_first(
    rows: list[tuple[float | None, float | None, float | None, int]], seed: int
) -> None:
    pool = [
        found(
            number,
            text=text,
            title=title,
            said=None if near is None else said(near),
            listed_at=START + timedelta(days=day),
        )
        for number, (text, title, near, day) in enumerate(rows)
    ]
    shuffled = random.Random(seed).sample(pool, len(pool))
    assert fuse(pool, Weights()) == fuse(shuffled, Weights())
    assert all(0 <= placed.score <= 1 for placed in fuse(pool, Weights()))
