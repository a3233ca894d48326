"""The line between questions about work and others. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest

from apps.matching.semantic import calibration
from apps.matching.semantic.calibration import (
    Calibration,
    calibrate,
    names_of_work,
    questions_about_else,
    questions_about_work,
)
from apps.matching.semantic.evidence import Heard, Tally, Told, parts_of, words_of
from apps.matching.semantic.learnt import LearntEmbedder, fit
from apps.matching.semantic.line import Line, line_of
from apps.matching.semantic.space import nearness
from bench import search_judgements as judgements
from tests.matching.trades import postings

POSTINGS = postings(300)
TITLES = [title for title, _ in POSTINGS]


@pytest.fixture(scope="module")
def embedder() -> LearntEmbedder:
    return fit(POSTINGS, ["ward nurse, krankenpfleger, infirmière"], version="one")


@pytest.fixture(scope="module")
def drawn(embedder: LearntEmbedder) -> tuple[Line, Calibration]:
    vectors, _ = embedder.embed_postings([(title, "") for title in TITLES])

    def nearness_of(questions: Sequence[str]) -> list[float]:
        cosines = [np.sort(vectors @ embedder.embed_query(question)) for question in questions]
        return [
            nearness(embedder.coverage(question), near[-10:].tolist())
            for question, near in zip(questions, cosines, strict=True)
        ]

    return calibrate(nearness_of, TITLES)


def test_the_line_parts_questions_about_work_from_others(drawn: tuple[Line, Calibration]) -> None:
    line, found = drawn
    assert found.on_topic == len(questions_about_work()) + len(names_of_work(TITLES))
    assert found.off_topic == len(questions_about_else()) > 2000
    assert found.kept == pytest.approx(1 - calibration.MOST_LOST, abs=0.01)
    assert found.refused > 0.7 and found.auc > 0.9
    assert line.weights[0] > 0 < line.weights[1]


def test_questions_that_no_list_has(drawn: tuple[Line, Calibration]) -> None:
    line, _ = drawn
    about_work = [
        "night nurse in a small hospital",
        "Schweißer für Stahlbau",
        "someone to drive a truck for us",
    ]
    about_else = [
        "how long does a plumber take to fix a leak in my sink",
        "why is my cake so dry",
        "wie lange kocht man kartoffelsuppe",
        "zqxv wvvq",
    ]
    assert not {*about_work, *about_else} & {*questions_about_work(), *questions_about_else()}
    assert [text for text in about_work if not line.is_about_work(text, 0.6)] == []
    assert [text for text in about_else if line.is_about_work(text, 0.1)] == []


def test_what_lies_near_titles_is_sooner_about_work(drawn: tuple[Line, Calibration]) -> None:
    line, _ = drawn
    assert line.aboutness("torch", 0.9) > line.aboutness("torch", 0.2)


def test_no_list_has_what_the_bench_judges() -> None:
    # Only a number: a failure must not print the half that nobody may look at.
    assert _count_judged() == 0


def _count_judged() -> int:
    held = (*questions_about_work(), *questions_about_else())
    judged = [*judgements.off_topic(), *judgements.on_topic(), *(each.text for each in judgements.queries())]
    return len({text.casefold() for text in held} & {text.casefold() for text in judged})


def test_no_question_is_in_both_lists_or_twice_in_one() -> None:
    both = [text.casefold() for text in (*questions_about_work(), *questions_about_else())]
    assert len(both) == len(set(both))


def test_only_trades_that_the_catalogue_has_are_asked_for() -> None:
    assert names_of_work(["Registered Nurse"] * 9) == []
    assert "registered nurse" in names_of_work(["Registered Nurse"] * 10)


def test_a_line_is_kept_with_its_model(drawn: tuple[Line, Calibration], embedder: LearntEmbedder) -> None:
    line, _ = drawn
    model = line.put_into(embedder.to_bytes())
    assert line_of(model) == line
    assert LearntEmbedder.from_bytes("one", model).words == embedder.words
    assert line.put_into(b"") == line.put_into(b"") and line_of(line.put_into(b"")) == line
    assert line_of(embedder.to_bytes()) is None and line_of(b"") is None


def test_evidence_is_how_much_more_often_searches_have_a_word() -> None:
    told = Told(["bake bread", "fix cars"], ["eat bread", "is bread old"], ["baker"], ["Baker", "Driver"])
    odds = Tally(words_of, told).evidence().odds
    assert odds["fix"] > 0 > odds["eat"] and odds["bread"] < 0 < odds["baker"]
    work = 0.4 * 1.25 / 3 + 0.3 * 0.25 / 2 + 0.3 * 0.25 / 3
    assert odds["bread"] == pytest.approx(math.log(work / (2.25 / 3)), abs=1e-3)
    assert "zebra" not in odds


def test_a_question_is_no_evidence_for_itself() -> None:
    tally = Tally(words_of, Told(["zebra", "fix cars"], ["old bread"], [], []))
    assert tally.without("zebra", "work") == Heard(0, 0, 0, 0)
    assert tally.evidence().of(words_of("zebra crossing")).known == 0.5
    assert tally.without("old bread", "else").known == 0


def test_rare_parts_say_nothing() -> None:
    told = Told(["baker", "bakery"], ["bread"], ["bake"], [])
    odds = Tally(parts_of, told, fewest=3).evidence().odds
    assert set(odds) == {"<ba", "bak", "ake", "<bak", "bake", "<bake"}


def test_parts_keep_where_words_begin_and_end() -> None:
    assert parts_of("to") == {"<to", "to>", "<to>"}
    assert parts_of("") == frozenset()


def test_nearness_is_of_the_tenth_best() -> None:
    cosines = [0.9] * 9 + [0.4, 0.3]
    assert nearness(0.5, cosines) == pytest.approx(0.2)
    assert nearness(1, [0.8, 0.6]) == 0.6
    assert nearness(1, []) == 0
