"""Kinds of employment against the hand-labelled postings: floors at the measured level."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from apps.core.vocabulary import EmploymentType
from apps.vacancies.normalise import normalise
from bench import score_employment
from bench.recorded import recorded_drafts

LABELS = Path(__file__).parent / "data" / "employment_type_labels.json"
FLOORS = {"dev": 0.99, "test": 0.99, "check": 0.96}


@pytest.fixture(scope="module")
def found(shared_data: Path) -> dict[str, str]:
    keys = {key for split in FLOORS for key in score_employment.read_labels(LABELS, split)}
    drafts = recorded_drafts(shared_data, keys)
    return {key: score_employment.employment_of(normalise(draft)) for key, draft in drafts}


@pytest.mark.shared
@pytest.mark.parametrize("split", FLOORS)
def test_employment_of_labelled_postings(found: dict[str, str], split: str) -> None:
    labels = score_employment.read_labels(LABELS, split)
    assert labels.keys() <= found.keys()
    score = score_employment.score(labels, found)
    assert score.accuracy >= FLOORS[split], score.faults
    assert score.f1 >= FLOORS[split], score.faults


def test_the_sample_is_what_it_says() -> None:
    splits = json.loads(LABELS.read_text())["splits"]
    assert len(splits["test"]) >= 150
    assert not splits["test"].keys() & splits["dev"].keys()
    assert not splits["check"].keys() & (splits["dev"].keys() | splits["test"].keys())
    assert {kind for rows in splits.values() for kind in rows.values()} <= {"", *EmploymentType.values}


def test_the_scorer_counts() -> None:
    labels = {"a": "full_time", "b": "contract", "c": "", "d": ""}
    score = score_employment.score(labels, {"a": "full_time", "c": "other"})
    assert (score.postings, score.right, score.hits, score.stated, score.found) == (4, 2, 1, 2, 2)
    assert (score.accuracy, score.f1) == (0.5, 0.5)
    assert score.faults == {"b": ("contract", ""), "c": ("", "other")}
