"""The words that the schema lists are those that search really says."""

from __future__ import annotations

from typing import get_args

from apps.matching import vocabulary
from apps.matching.scoring import band_of
from apps.matching.search import MODES, facets
from apps.matching.search.ordering import WAYS


def test_modes_ways_and_facets_are_those_of_search() -> None:
    assert vocabulary.MODES == MODES
    assert list(vocabulary.WAYS) == list(WAYS)
    assert vocabulary.FACETS == facets.NAMES


def test_every_band_is_given_to_some_score() -> None:
    assert {band_of(score) for score in range(101)} == set(get_args(vocabulary.Band))
