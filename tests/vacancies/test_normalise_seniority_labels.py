"""How the levels of real postings are read, held against labels made by hand (ids and values only).

The floors are what was measured: they guard against getting worse, and are no estimate for postings never seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from apps.vacancies.normalise.posting import Seniority
from bench.normalisers import measure, read_labels


def test_labels_are_many_and_in_one_split_only() -> None:
    splits = read_labels("seniority")
    assert len(splits["test"]) >= 150
    keys = [key for labels in splits.values() for key in labels]
    assert len(keys) == len(set(keys))
    known = {"", *get_args(Seniority)}
    assert all(set(label.split("~")) <= known for labels in splits.values() for label in labels.values())


@pytest.mark.shared
@pytest.mark.parametrize(("split", "floor"), [("dev", 0.98), ("test", 0.98), ("check", 0.98)])
def test_seniority_is_read_as_a_person_reads_it(shared_data: Path, split: str, floor: float) -> None:
    seen = measure("seniority", split, shared_data)
    assert seen.postings == len(read_labels("seniority")[split])
    assert seen.score >= floor, "\n".join(seen.faults)
