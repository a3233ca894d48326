"""How well a title says what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.matching.search.wording import Wording


def order(question: str, *titles: str, names: tuple[str, ...] = ()) -> list[str]:
    wording = Wording(question, names)
    return sorted(titles, key=wording.of, reverse=True)


def test_nothing_but_what_was_asked_is_best() -> None:
    wording = Wording("bakers", ["pastry cook"])
    assert wording.of("Baker") == 1.0
    assert wording.of("Welder") == wording.of("") == wording.of("...") == 0.0


def test_more_of_the_question_beats_less_beside_it() -> None:
    assert order(
        "night nurse", "Nurse", "Night Nurse (Kiel)", "Night Nurse", "Night porter of the old hotel"
    ) == [
        "Night Nurse",
        "Night Nurse (Kiel)",
        "Nurse",
        "Night porter of the old hotel",
    ]


def test_another_name_of_the_work_counts_half() -> None:
    wording = Wording("trucker", ["truck driver", "lkw-fahrer"])
    assert wording.of("Trucker") == 1.0
    assert wording.of("LKW-Fahrer") == wording.of("Truck Drivers") == 0.5
    assert 0 < wording.of("Truck driver, nights") < 0.5
    assert wording.of("Driver") == 0.0


def test_words_that_say_nothing_of_the_work_count_for_nothing() -> None:
    wording = Wording("someone to work with the animals", [])
    assert wording.of("Working with the team") == 0.0
    assert wording.of("Animals") == 1.0


@pytest.mark.parametrize("question", ["", "the", "…"])
def test_a_question_without_words_is_said_by_no_title(question: str) -> None:
    assert Wording(question, []).of("The baker") == 0.0


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_it_is_a_share(question: str, title: str, names: list[str]) -> None:
    assert 0.0 <= Wording(question, names).of(title) <= 1.0
