"""Pay against the hand-labelled postings: floors at the measured level, and a scorer that can count."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from apps.vacancies.normalise import normalise
from bench import score_pay
from bench.recorded import recorded_drafts
from bench.score_pay import PayLabel

LABELS = Path(__file__).parent / "data" / "pay_labels.json"
FLOORS = {"dev": 0.99, "test": 0.99, "check": 0.97}


@pytest.fixture(scope="module")
def found(shared_data: Path) -> dict[str, PayLabel | None]:
    keys = {key for split in FLOORS for key in score_pay.read_labels(LABELS, split)}
    return {key: score_pay.pay_of(normalise(draft)) for key, draft in recorded_drafts(shared_data, keys)}


@pytest.mark.shared
@pytest.mark.parametrize("split", FLOORS)
def test_pay_of_labelled_postings(found: dict[str, PayLabel | None], split: str) -> None:
    labels = score_pay.read_labels(LABELS, split)
    assert labels.keys() <= found.keys()  # every labelled posting is recorded and read
    score = score_pay.score(labels, found)
    assert score.f1 >= FLOORS[split], score.faults


def test_the_sample_is_what_it_says() -> None:
    splits = json.loads(LABELS.read_text())["splits"]
    drawn = {split: set(rows) for split, rows in splits.items()}
    assert not drawn["test"] & drawn["dev"]
    assert not drawn["check"] & (drawn["dev"] | drawn["test"])
    assert len(drawn["test"]) >= 150
    stated = [label for label in splits["test"].values() if label]
    assert len(stated) >= 90
    assert len(splits["test"]) - len(stated) >= 50
    for label in stated:
        assert label["min"] is None or label["max"] is None or label["min"] <= label["max"]


def test_a_different_pay_counts_against_both() -> None:
    right = PayLabel(Decimal(10), Decimal(20), "EUR", "hour")
    labels = {"a": right, "b": right, "c": right, "d": None, "e": None}
    score = score_pay.score(labels, {"a": right, "b": right._replace(currency="USD"), "c": None, "d": right})
    assert (score.hits, score.wrong, score.missed, score.invented, score.silent) == (1, 1, 1, 1, 1)
    assert (score.postings, score.found, score.stated) == (5, 3, 3)
    assert score.precision == score.recall == pytest.approx(1 / 3)
    assert score.f1 == pytest.approx(1 / 3)
    assert set(score.faults) == {"b", "c", "d"}
