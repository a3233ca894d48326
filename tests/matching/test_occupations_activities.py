"""Questions that name no title, but what is done."""

from __future__ import annotations

import pytest

from apps.matching import occupations
from apps.matching.occupations.activities import Activities, read_all, stem


def named(query: str) -> list[str]:
    return [one.slug for one in occupations.expand(query).occupations]


def test_every_line_names_occupations_that_there_are() -> None:
    wordings = list(read_all())
    assert len(wordings) >= 1500
    assert {slug for slugs, _ in wordings for slug in slugs} <= occupations.graph().occupations.keys()
    assert all(slugs and stems and "" not in stems for slugs, stems in wordings)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("baking bread at night", "baker"),
        ("someone who repairs washing machines", "appliance-technician"),
        ("repaired a washing machine", "appliance-technician"),
        ("looking after old people", "care-assistant"),
        ("reception in a doctor's office", "medical-receptionist"),
        ("drive a school bus", "bus-driver"),
    ],
)
def test_what_is_done_names_the_work(query: str, slug: str) -> None:
    assert slug in named(query)


def test_a_title_that_says_as_much_is_not_lost() -> None:
    assert named("pastry chef") == ["pastry-chef"]
    assert named("baker or someone who paints houses")[0] == "painter"
    assert "baker" in named("baker or someone who paints houses")


def test_a_title_that_is_only_part_of_what_is_done_is_none() -> None:
    assert "nurse" not in named("help nurse")
    assert named("help nurse") == ["nursing-assistant"]


def test_a_blank_more_or_less_makes_no_other_title() -> None:
    assert named("xray technician") == named("x-ray technician") == ["radiologic-technologist"]
    assert named("hair dresser") == named("hairdresser") == ["hairdresser"]


def test_the_most_words_win_and_share_none_with_the_next() -> None:
    some = Activities(
        [
            (("one",), frozenset({"a", "b", "c"})),
            (("two",), frozenset({"c", "d"})),
            (("three",), frozenset({"d"})),
        ]
    )
    assert [found.slugs for found in some.read(["d", "c", "b", "a"])] == [("one",), ("three",)]
    assert some.read([]) == some.read(["b"]) == []


@pytest.mark.parametrize(
    ("one", "other"), [("driving", "drives"), ("kids", "child"), ("cutting", "cut"), ("repair", "fixing")]
)
def test_endings_and_words_alike_make_no_difference(one: str, other: str) -> None:
    assert stem(one) == stem(other)
