"""How well a vacancy says what was asked."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.matching import occupations
from apps.matching.search.relevance import Asked, Said, Shown
from tests.matching.plain_relevance import plainly_said


def said(question: str, title: str, *, rarity: Mapping[str, float] | None = None, **shown: object) -> Said:
    kind = occupations.graph().read(title).occupation
    seen = Shown(title, kind, str(shown.get("places", "")), bool(shown.get("is_remote", False)))
    return Asked(question, occupations.expand(question), rarity or {}).of(seen)


def test_a_title_that_is_the_question_says_all_of_it() -> None:
    assert said("plumber", "Plumber") == Said(asked=1.0, plainly=1.0, work=1.0, remote=0.0)
    assert said("plumber", "Florist") == said("plumber", "") == Said(0.0, 0.0, 0.0, 0.0)


def test_another_title_of_the_same_work_says_nearly_as_much() -> None:
    same = said("waitress", "Server")
    assert 0.5 < same.asked < 1.0 and same.work == 1.0
    assert said("waitress", "Bartender").asked < same.asked


def test_the_rarer_word_decides() -> None:
    rarity = {"orthodontic": 7.0, "technician": 1.0}
    one = said("orthodontic technician", "Orthodontic helper", rarity=rarity)
    other = said("orthodontic technician", "Printer technician", rarity=rarity)
    assert one.asked > 3 * other.asked


def test_what_else_a_title_says_counts_a_little_against_it() -> None:
    bare, more = said("florist", "Florist"), said("florist", "Florist and Garden Center Buyer")
    assert more.asked == bare.asked == 1.0 and more.plainly < bare.plainly


def test_a_beginning_counts_less_than_the_word() -> None:
    whole, begun = said("quagga tech", "Quagga Tech"), said("quagga tech", "Quagga Technical Lead")
    assert 0.8 < begun.asked < whole.asked == 1.0


@pytest.mark.parametrize(
    ("title", "places"),
    [("Welder", "Austin · Texas · US"), ("Welder - Austin, TX", ""), ("Welder, Texas", "")],
)
def test_a_place_may_stand_in_title_or_place_in_full_or_by_its_code(title: str, places: str) -> None:
    assert said("welder texas", title, places=places).asked == 1.0


def test_the_work_elsewhere_beats_other_work_in_the_place() -> None:
    elsewhere = said("security officer south carolina", "Security Officer", places="Boston · US")
    other = said("security officer south carolina", "Florist", places="South Carolina · US")
    assert elsewhere.asked > other.asked and elsewhere.work > other.work == 0.0


def test_a_word_that_is_a_code_only_in_capitals_is_no_place() -> None:
    assert said("welder indiana", "Welder in training").asked < said("welder indiana", "Welder, IN").asked


def test_without_words_the_work_and_the_place_count_and_what_a_title_shares_does_not() -> None:
    def meant(title: str, places: str = "") -> Said:
        question = "night waitress texas"
        shown = Shown(title, occupations.graph().read(title).occupation, places, is_remote=False)
        return Asked(question, occupations.expand(question), {}, by_words=False).of(shown)

    assert meant("Night Waitress").asked == meant("Waitress").asked == meant("Serveuse").asked > 0
    assert meant("Night Waitress").work == meant("Serveuse").work > 0
    assert meant("Night Florist").asked == 0.0 < said("night waitress texas", "Night Florist").asked
    assert meant("Serveuse", "Austin · Texas · US").asked > meant("Night Waitress", "Boston · US").asked


def test_from_home_counts_only_where_it_was_asked_for() -> None:
    assert said("call center work from home", "Call Center Agent", is_remote=True).remote == 1.0
    assert said("call center work from home", "Remote Call Center Agent").remote == 1.0
    assert said("call center work from home", "Call Center Agent").remote == 0.0
    assert said("call center", "Call Center Agent", is_remote=True).remote == 0.0


def test_work_that_was_named_first_counts_most() -> None:
    assert (
        said("plumber or electrician", "Plumber").work
        > said("plumber or electrician", "Electrician").work
        > 0
    )


def test_work_without_what_else_was_asked_counts_less() -> None:
    assert said("tech recruiter", "Tech Recruiter").work == 1.0
    assert said("tech recruiter", "Recruiter").work == 0.5


@pytest.mark.parametrize("question", ["", "the", "…", "someone to work with"])
def test_a_question_without_telling_words_is_said_by_no_title(question: str) -> None:
    assert said(question, "The baker") == Said(0.0, 0.0, 0.0, 0.0)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_all_are_shares(question: str, title: str, places: str, is_remote: bool) -> None:
    found = said(question, title, places=places, is_remote=is_remote)
    assert all(0.0 <= part <= 1.0 for part in (found.asked, found.plainly, found.work, found.remote))


_EXTRA = (
    "Senior", "Lead", "Trainee", "(m/w/d)", "Remote", "Home", "Berlin", "Texas", "TX", "US", "II", "3", "Night", "Team,", "-", "of", "the",
    "Technical", "Tech", "Technician", "Recruiter", "Nursing", "Software", "Engineering", "with", "Manager", "managing", "jobs",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_the_quick_way_says_to_the_last_bit_what_word_against_word_does(seed: int) -> None:
    chance = random.Random(seed)
    kinds = occupations.all_occupations()
    forms = [form for kind in kinds for form in kind.all_forms()]

    def phrase(most: int) -> str:
        spelled = [chance.choice(forms), *chance.choices(_EXTRA, k=chance.randrange(most))]
        chance.shuffle(spelled)
        return " ".join(spelled)

    question = phrase(4)
    expansion = occupations.expand(question)
    rarity = {word: chance.uniform(0, 9) for word in question.lower().split() if chance.random() < 0.8}
    asked = Asked(question, expansion, rarity)
    work = [*(one.slug for one in expansion.occupations), *(one.slug for one in expansion.near)]
    for _ in range(150):
        title = chance.choice([phrase(4), f"{question} {chance.choice(_EXTRA)}", *expansion.forms[:20]])
        shown = Shown(
            chance.choice([title, title.title()]),
            chance.choice([*work, "", chance.choice(kinds).slug]),
            chance.choice(["", "Berlin · DE", "Austin · Texas · US", "TX, US"]),
            chance.random() < 0.3,
        )
        for _again in range(2):
            assert asked.of(shown) == plainly_said(question, expansion, rarity, shown), (question, shown)
