"""The embedder that is learnt here. Pure."""

from __future__ import annotations

import numpy as np
import pytest

from apps.matching.semantic import learning
from apps.matching.semantic.learnt import LearntEmbedder, fit
from apps.matching.semantic.words import words
from tests.matching.trades import postings


@pytest.fixture(scope="module")
def embedder() -> LearntEmbedder:
    return fit(postings(300), ["ward nurse, krankenpfleger, infirmière"], version="one")


def test_words_are_folded_and_singular() -> None:
    assert words("Senior C++/Node.js Developers, Führung & 12 soups") == [
        "senior", "c++", "node.js", "developer", "fuhrung", "soup",
    ]  # fmt: skip
    assert words("x" * 41) == []


def test_words_of_one_trade_lie_nearer_than_others(embedder: LearntEmbedder) -> None:
    bedside, wound, torch = (embedder.embed_query(word) for word in ("bedside", "wound", "torch"))
    assert bedside @ wound > 0.5 > bedside @ torch


def test_what_our_lessons_say_joins_languages(embedder: LearntEmbedder) -> None:
    krankenpfleger = embedder.embed_query("Krankenpfleger")
    titles, _ = embedder.embed_postings([("Ward Nurse", ""), ("Truck Driver", "")])
    assert titles[0] @ krankenpfleger > titles[1] @ krankenpfleger


def test_vectors_have_length_one_or_nothing(embedder: LearntEmbedder) -> None:
    titles, bodies = embedder.embed_postings([("Welder", "steel and torch"), ("qqqq", ""), ("", "zzzz")])
    assert titles.dtype == bodies.dtype == np.float32
    assert titles.shape == bodies.shape == (3, 256)
    assert np.linalg.norm(titles, axis=1) == pytest.approx([1, 0, 0], abs=1e-5)
    assert np.linalg.norm(bodies, axis=1) == pytest.approx([1, 0, 0], abs=1e-5)
    assert not embedder.embed_query("qqqq zzzz").any()


def test_the_order_of_words_changes_nothing(embedder: LearntEmbedder) -> None:
    assert (embedder.embed_query("night ward nurse") == embedder.embed_query("nurse night ward")).all()


def test_the_same_postings_give_the_same_vectors(embedder: LearntEmbedder) -> None:
    again = fit(postings(300), ["ward nurse, krankenpfleger, infirmière"], version="two")
    assert again.words == embedder.words
    assert (again.vectors == embedder.vectors).all()


def test_what_is_stored_is_read_back(embedder: LearntEmbedder) -> None:
    back = LearntEmbedder.from_bytes("one", embedder.to_bytes())
    assert (back.version, back.words, back.silent) == ("one", embedder.words, embedder.silent)
    assert back.embed_query("pastry chef") @ embedder.embed_query("pastry chef") == pytest.approx(1, abs=1e-3)
    with pytest.raises(ValueError):
        LearntEmbedder.from_bytes("one", b"no archive")


def test_nothing_can_be_learnt_from_nothing() -> None:
    with pytest.raises(ValueError, match="nothing to learn from"):
        fit([("", "")], [], version="none")


def test_coverage_is_the_share_of_known_words(embedder: LearntEmbedder) -> None:
    assert embedder.coverage("pastry chef") == 1
    assert embedder.coverage("pastry qqqq") == 0.5
    assert embedder.coverage("") == embedder.coverage("42") == 0


def test_words_of_titles_are_never_silent() -> None:
    lines = [f"word{number} and the welder" for number in range(200)] * 3
    learnt_from = [("Welder", line) for line in lines]
    assert fit(learnt_from, [], version="x").silent == {"and", "the"}


def test_the_strongest_directions_are_those_of_the_full_decomposition() -> None:
    random = np.random.default_rng(1)
    half = (random.standard_normal((600, 120)) * np.geomspace(9, 0.1, 120)).astype(np.float32)
    square = half.T @ half
    strengths, directions = learning._strongest(square, 40)
    whole = np.linalg.eigvalsh(square)[::-1][:40]
    assert strengths == pytest.approx(whole, rel=1e-2)
    assert directions.T @ directions == pytest.approx(np.eye(40), abs=1e-3)
