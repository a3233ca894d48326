"""Towns that only the kept package knows: a fall-back behind our own tables."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.gazetteer import fold, gazetteer, scopes_around
from apps.vacancies.normalise.gazetteer.towns import town, towns
from apps.vacancies.normalise.places import read_places


def where(text: str) -> list[tuple[str, str, str]]:
    return [(place.city, place.region, place.country) for place in read_places(text)[0]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ocala", [("Ocala", "Florida", "US")]),
        ("Ocala Office", [("Ocala", "Florida", "US")]),
        ("OCALA", [("Ocala", "Florida", "US")]),
        ("Sonipat", [("Sonipat", "Haryana", "IN")]),
        # The largest, but not its state: there are others of this name in the country.
        ("Arlington", [("Arlington", "", "US")]),
        ("Springfield", [("Springfield", "", "US")]),
        ("Springfield, IL", [("Springfield", "Illinois", "US")]),
        ("Lafayette; Boulder, CO", [("Boulder", "Colorado", "US"), ("Lafayette", "Colorado", "US")]),
        # There is none in France: Paris stands alone.
        ("Ocala; Paris", [("Paris", "", "FR")]),
    ],
)
def test_a_town_our_tables_lack(text: str, places: list[tuple[str, str, str]]) -> None:
    assert fold("Ocala") not in gazetteer().cities
    assert where(text) == places


def test_a_remote_town_says_where_one_lives() -> None:
    (place,), model = read_places("Ocala (Remote)")
    assert (place.city, place.remote_scope, model) == ("Ocala", "US", "remote")


@pytest.mark.parametrize(
    "text",
    [
        "Mobile", "Enterprise", "Mission", "Normal", "Split", "Best", "Holiday", "Remote", "Hybrid", "Onsite", "Office",
        "Head office", "Field", "Virtual", "Multiple Locations", "or Perm", "Branch HQ", "Van", "Saint Pierre and Miquelon",
    ],
)  # fmt: skip
def test_a_word_of_every_day_is_no_town(text: str) -> None:
    assert where(text) in ([], [("", "", "")])


def test_namesakes_stand_in_the_order_of_their_size() -> None:
    found = towns("Springfield")
    assert found[0].region == "Missouri"
    assert {one.country for one in found[:8]} == {"US"}
    assert found[-1] == ("US", "Michigan", "Springfield")
    assert town("no such town") is None


def test_a_small_town_is_known_beside_its_state_or_country_only() -> None:
    assert town("Swan Hill") is None
    assert [(one.region, one.country) for one in towns("Swan Hill")] == [("Victoria", "AU")]
    assert where("Swan Hill; Melbourne, VIC")[-1] == ("Swan Hill", "Victoria", "AU")


def test_accents_and_case_do_not_matter() -> None:
    assert towns("ciudad juarez") == towns("Ciudad Juárez") != ()


@pytest.mark.parametrize(
    ("country", "scopes"),
    [
        ("PT", ("EMEA", "EU", "EUROPE", "PT", "WORLDWIDE")),
        ("MX", ("AMERICAS", "LATAM", "MX", "NORTH_AMERICA", "WORLDWIDE")),
        ("ZZ", ("ZZ", "WORLDWIDE")),
    ],
)
def test_scopes_around_a_country(country: str, scopes: tuple[str, ...]) -> None:
    assert scopes_around(country) == scopes


def test_every_part_of_the_world_has_its_countries() -> None:
    countries = set(gazetteer().country_codes.values())
    reached = {scope for country in countries for scope in scopes_around(country)}
    assert {world.code for world in gazetteer().worlds.values()} <= reached
    assert [country for country in countries if len(scopes_around(country)) == 2] == []
