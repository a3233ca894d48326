"""How much of what a reader finds in real postings the lexicon finds, and how much of what it finds is right.

The floors guard against getting worse; they are no estimate for postings never seen, which README.md of the lexicon
gives. How postings were drawn and what counts as a label stands there, too.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from apps.vacancies.lexicon.reading import slug_of
from bench.skills import Counts, count, read_labels, read_texts, total

LABELS = read_labels()


@pytest.fixture(scope="module")
def labelled_texts(shared_data: Path) -> dict[str, str]:
    return read_texts({key for labels in LABELS.values() for key in labels}, shared_data / "postings")


def test_every_posting_is_labelled_in_one_split_only() -> None:
    assert len(LABELS["read_first"]) == 200
    assert not any(one.keys() & other.keys() for one, other in combinations(LABELS.values(), 2))


def test_labels_are_slugs_each_once() -> None:
    for labels in LABELS.values():
        for slugs in labels.values():
            assert len(set(slugs)) == len(slugs)
            assert [slug_of(slug) for slug in slugs] == slugs


def test_counts_are_summed_over_postings() -> None:
    whole = total([Counts(hits=1, found=2, labelled=1), Counts(hits=3, found=3, labelled=7)])
    assert whole == Counts(4, 5, 8)
    assert (whole.precision, whole.recall) == (0.8, 0.5)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("split", "precision", "recall"),
    [
        ("tune", 0.89, 0.91),
        ("looked_at", 0.86, 0.90),
        ("read_first", 0.89, 0.79),
        ("read_last", 0.89, 0.77),
        ("read_third", 0.83, 0.66),
    ],
)
def test_precision_and_recall(
    labelled_texts: dict[str, str], split: str, precision: float, recall: float
) -> None:
    whole = total(count(LABELS[split], labelled_texts))
    assert whole.precision >= precision
    assert whole.recall >= recall
