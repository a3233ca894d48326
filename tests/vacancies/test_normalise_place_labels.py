"""How places of real postings are read, held against labels made by hand (ids and values only).

The floors are what was measured: they guard against getting worse, and are no estimate for postings never seen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from apps.vacancies.normalise import Place
from bench.normalisers import measure, read_labels
from bench.score_place import PlaceLabel, Tally, tally_places, tally_scopes

LABEL = PlaceLabel(
    places=[
        {"city": "Bengaluru~Bangalore", "region": "(Karnataka)", "country": "IN"},
        {"city": "", "region": "", "country": "US"},
    ],
    remote_scope=["US"],
)


def test_labels_are_many_and_in_one_split_only() -> None:
    splits = read_labels("place")
    assert len(splits["test"]) >= 150
    keys = [key for labels in splits.values() for key in labels]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((Place(text="", city="Bangalore", country="IN"),), Tally(1, 1, 2)),
        ((Place(text="", city="Bangalore", region="Kerala", country="IN"),), Tally(0, 1, 2)),
        ((Place(text="", city="Bangalore", country="IN"), Place(text="", country="US")), Tally(2, 2, 2)),
        ((Place(text="", region="Texas", country="US"),), Tally(0, 1, 2)),
        ((Place(text="Remote"), Place(text="", region="Europe", remote_scope="EUROPE")), Tally(0, 0, 2)),
    ],
)
def test_a_place_counts_when_all_of_it_is_right(places: tuple[Place, ...], expected: Tally) -> None:
    assert tally_places(LABEL, places) == expected


def test_scopes_are_counted_beside_places() -> None:
    places = (Place(text="", country="US", remote_scope="US"), Place(text="", remote_scope="EU"))
    assert tally_scopes(LABEL, places) == Tally(1, 2, 1)


@pytest.mark.shared
@pytest.mark.parametrize(("split", "floor"), [("dev", 0.96), ("test", 0.97), ("check", 0.95)])
def test_place_is_read_as_a_person_reads_it(shared_data: Path, split: str, floor: float) -> None:
    seen = measure("place", split, shared_data)
    assert seen.postings == len(read_labels("place")[split])
    assert seen.score >= floor, "\n".join(seen.faults)
