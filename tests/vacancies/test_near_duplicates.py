"""The index finds what an exact comparison of all pairs finds."""

from __future__ import annotations

import random

import pytest

from apps.vacancies.identity import shingles
from apps.vacancies.identity.near_duplicates import NearDuplicates


def test_near_duplicates_are_those_of_an_exact_comparison() -> None:
    chance = random.Random(3)
    words = [f"w{number}" for number in range(2000)]
    texts = [chance.choices(words, k=300) for _ in range(60)]
    for text in texts[:40]:
        copy = list(text)
        for at in chance.sample(range(300), chance.randrange(0, 16)):
            copy[at] = chance.choice(words)
        texts.append(copy)
    runs = [shingles(" ".join(text)) for text in texts]
    index = NearDuplicates(runs.__getitem__, threshold=0.8)
    found = {(number, other) for number, each in enumerate(runs) for other, _ in index.add(number, each)}
    exact = {
        (one, other)
        for one in range(len(runs))
        for other in range(one)
        if len(set(runs[one]) & set(runs[other])) / len(set(runs[one]) | set(runs[other])) >= 0.8
    }
    assert len(exact) > 20
    assert found == exact


def test_the_nearest_comes_first() -> None:
    words = [f"w{number}" for number in range(200)]
    runs = [shingles(" ".join(words[:count])) for count in (180, 200, 200)]
    index = NearDuplicates(runs.__getitem__)
    assert [index.add(number, each) for number, each in enumerate(runs)][2][0] == (1, 1.0)


def test_a_threshold_that_the_bands_would_miss_is_refused() -> None:
    with pytest.raises(ValueError, match="between"):
        NearDuplicates(lambda number: [], threshold=0.3)
