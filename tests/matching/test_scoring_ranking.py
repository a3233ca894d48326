"""Do the postings of a person's own trade come first? Invented resumes against real postings: `bench.matching`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.matching import OWN, people

FLOOR_MEAN, FLOOR_EACH = 0.95, 0.85


@pytest.mark.shared
def test_own_trade_ranks_above_the_rest(shared_data: Path) -> None:
    found = list(people(shared_data))
    assert len(found) == len(OWN)
    assert all(person.own for person in found), "a trade without a posting proves nothing"
    report = ", ".join(f"{person.name[4:6]} {person.auc:.3f}" for person in found)
    assert sum(person.auc for person in found) / len(found) >= FLOOR_MEAN, report
    assert min(person.auc for person in found) >= FLOOR_EACH, report
