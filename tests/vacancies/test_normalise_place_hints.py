"""What a title and the first lines of a text say of a place that the fields leave open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apps.vacancies.normalise.place_hints import with_hints
from apps.vacancies.normalise.posting import Place

OHIO = Place(text="Ohio", region="Ohio", country="US")
GERMANY = Place(text="Germany - Remote", country="DE", remote_scope="DE")
SILENT = Place(text="Permanent")


def hinted(places: tuple[Place, ...], title: str, text: str = "") -> list[tuple[str, str, str, str]]:
    return [
        (place.city, place.region, place.country, place.remote_scope)
        for place in with_hints(places, title, text)
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Baker (Berlin)", ("Berlin", "", "DE", "")),
        ("Baker - Portland, OR", ("Portland", "Oregon", "US", "")),
        ("Baker (Remote, India)", ("", "", "IN", "IN")),
        ("Baker | Lisbon | Night", ("Lisbon", "", "PT", "")),
        # two capitals are a trade more often than a country; a title is full of words that name no place
        ("Baker - IT", ("", "", "", "")),
        ("Baker (QA, HR)", ("", "", "", "")),
        ("Baker (Python, AI)", ("", "", "", "")),
        ("Baker - Bread, Berlin Team", ("", "", "", "")),
    ],
)
def test_a_title_tells_a_place_that_no_field_does(title: str, expected: tuple[str, str, str, str]) -> None:
    assert hinted((SILENT,), title) == [expected]


def test_a_title_names_the_town_of_a_region() -> None:
    assert hinted((OHIO,), "Baker (Wapakoneta, OH)") == [("Wapakoneta", "Ohio", "US", "")]
    assert hinted((OHIO,), "Baker - Boise, ID") == [("", "Ohio", "US", "")]
    assert with_hints((OHIO,), "Baker (Toledo, OH)", "")[0].text == "Ohio"


def test_what_may_be_a_city_or_its_state_is_the_town_in_it_that_the_title_names() -> None:
    new_york = Place(text="New York", city="New York", region="New York", country="US")
    assert hinted((new_york,), "Baker - Newburgh, NY (Ovens)") == [("Newburgh", "New York", "US", "")]
    assert hinted((new_york,), "Baker - Boise, ID") == [("New York", "New York", "US", "")]
    said = replace(new_york, text="New York, NY")
    assert hinted((said,), "Baker (White Plains, NY)") == [("New York", "New York", "US", "")]


def test_a_town_stands_beside_the_country_one_may_work_from() -> None:
    assert hinted((GERMANY,), "Baker - Berlin") == [("", "", "DE", "DE"), ("Berlin", "", "DE", "")]


def test_fields_that_name_a_town_are_believed() -> None:
    berlin = Place(text="Berlin", city="Berlin", country="DE")
    assert with_hints((berlin,), "Baker (Munich)", "Location: Paris") == (berlin,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About us\nLocation: 100% Remote (U.S.)\nBread", ("", "", "US", "US")),
        ("Baker\nRemote (UK-based) | Full-Time\nBread", ("", "", "GB", "GB")),
        ("Job location: Lyon, France", ("Lyon", "", "FR", "")),
        ("We bake in Paris and ship to Rome.", ("", "", "", "")),
        ("bread\n" * 20 + "Location: Paris", ("", "", "", "")),
    ],
)
def test_a_labelled_line_at_the_beginning_tells_it(text: str, expected: tuple[str, str, str, str]) -> None:
    assert hinted((SILENT,), "Baker", text) == [expected]
