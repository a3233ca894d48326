"""How the work models of real postings are read, held against labels made by hand (ids and values only).

The floors are what was measured: they guard against getting worse, and are no estimate for postings never seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from apps.vacancies.normalise.posting import RemoteKind
from bench.normalisers import measure, read_labels
from bench.score_place import Tally
from bench.score_value import tally_value


def test_labels_are_many_and_in_one_split_only() -> None:
    splits = read_labels("remote")
    assert len(splits["test"]) >= 150
    keys = [key for labels in splits.values() for key in labels]
    assert len(keys) == len(set(keys))
    known = {"", *get_args(RemoteKind)}
    assert all(set(label.split("~")) <= known for labels in splits.values() for label in labels.values())


@pytest.mark.parametrize(
    ("label", "found", "is_right"),
    [("", None, 1), ("remote", None, 0), ("~hybrid", None, 1), ("~hybrid", "hybrid", 1)],
)
def test_nothing_said_is_a_value(label: str, found: str | None, is_right: int) -> None:
    assert tally_value(label, found) == Tally(is_right, 1, 1)


@pytest.mark.shared
@pytest.mark.parametrize(("split", "floor"), [("dev", 0.96), ("test", 0.97), ("check", 0.95)])
def test_remote_is_read_as_a_person_reads_it(shared_data: Path, split: str, floor: float) -> None:
    seen = measure("remote", split, shared_data)
    assert seen.postings == len(read_labels("remote")[split])
    assert seen.score >= floor, "\n".join(seen.faults)
