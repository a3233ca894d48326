"""The rows of the benches: the same in every run, so that a load that was cut short goes on with the right ones."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from bench import rows

SAID: dict[str, Any] = {
    "title": "Night Baker", "company_name": "Oats & Sons", "description_text": "We bake.", "source_id": "ashby:1",
    "salary_min": Decimal(40_000), "salary_max": None, "salary_year_min": Decimal(40_000), "salary_year_max": None,
}  # fmt: skip


def test_more_rows_begin_with_fewer() -> None:
    assert list(rows.places(7, 40))[:20] == list(rows.places(7, 20))


@pytest.mark.parametrize("start", [0, 1, 13, 40])
def test_rows_go_on_where_a_load_was_cut_short(start: int) -> None:
    assert list(rows.places(7, 40, start)) == list(rows.places(7, 40))[start:]


def test_ids_are_distinct_and_go_by_time() -> None:
    made = list(rows.places(7, 500))
    assert len({place.id for place in made}) == 500
    by_time = sorted(made, key=lambda place: place.listed_at)
    apart = [
        (one.id, other.id)
        for one, other in pairwise(by_time)
        if other.listed_at - one.listed_at >= timedelta(seconds=1)
    ]
    assert apart
    assert all(one < other for one, other in apart)
    assert {place.id.version for place in made} == {7}


def test_laps_of_a_posting_differ_in_words_employer_and_pay() -> None:
    first, second = (rows.row_of(SAID, place) for place in rows.places(1, 2))
    assert first["title"] == second["title"]
    assert "lap0 rare0" in first["description_text"]
    assert "lap1 rare1" in second["description_text"]
    assert (first["salary_min"], second["salary_min"]) == (Decimal(40_000), Decimal(42_000))
    assert second["salary_max"] is None
    assert first["source_id"] != second["source_id"]
    assert SAID["description_text"] == "We bake."
