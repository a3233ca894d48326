"""Places in fields, trades that sound like ranks, pay and headings as the bundled boards write them."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.employment import stated_employment, titled_employment
from apps.vacancies.normalise.headline import headline_employment, headline_model
from apps.vacancies.normalise.money_text import find_pay
from apps.vacancies.normalise.places import places_of, read_places
from apps.vacancies.normalise.requirements import find_requirements
from apps.vacancies.normalise.text import sanitise, to_text
from apps.vacancies.normalise.title import title_seniority
from apps.vacancies.normalise.visa import find_visa_sponsorship
from apps.vacancies.sources.base import AddressClaim


@pytest.mark.parametrize(
    ("text", "city", "region", "country", "expected"),
    [
        ("Venlo", "", "", "NL", ("Venlo", "", "NL")),
        ("Venlo, NL", "Venlo", "", "NL", ("Venlo", "", "NL")),
        ("Wilmington", "", "", "DE", ("", "", "DE")),
        ("Austin", "Austin", "", "TX", ("Austin", "Texas", "US")),
        ("Los Angeles", "Los Angeles", "US", "CA", ("Los Angeles", "California", "US")),
        ("Halle (Saale)", "Halle (Saale)", "Sachsen-Anhalt", "Germany", ("Halle (Saale)", "Saxony-Anhalt", "DE")),
        ("Halle", "Halle", "Sachsen-Anhalt", "Germany", ("Halle", "Saxony-Anhalt", "DE")),
        ("Palma", "Palma", "Illes Balears", "Spain", ("Palma", "Balearic Islands", "ES")),
        ("Dénia", "Dénia", "Alicante", "Spain", ("Dénia", "Alicante", "ES")),
        ("Hasselt", "Hasselt", "Limburg", "BE", ("Hasselt", "Limburg", "BE")),
        ("HQ", "Multiple Locations", "", "US", ("", "", "US")),
        ("San Francisco Bay Area", "San Francisco Bay Area", "CA", "US", ("", "California", "US")),
    ],
)  # fmt: skip
def test_fields_are_read_as_what_they_are_called(
    text: str, city: str, region: str, country: str, expected: tuple[str, str, str]
) -> None:
    claim = AddressClaim(text=text, city=city, region=region, country=country)
    places, _ = places_of((text,), (claim,), None)
    assert [(place.city, place.region, place.country) for place in places] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Burnley, Lancashire", ("Burnley", "Lancashire", "GB")),
        ("Wels, Oberösterreich", ("Wels", "Upper Austria", "AT")),
        ("Dénia, Alicante", ("Dénia", "Alicante", "ES")),
        ("Palma, Illes Balears", ("Palma", "Balearic Islands", "ES")),
        ("Halle, Sachsen-Anhalt", ("Halle", "Saxony-Anhalt", "DE")),
        ("Naas, Co. Kildare", ("Naas", "County Kildare", "IE")),
        ("Winterthur, Kanton Zürich", ("Winterthur", "Canton of Zürich", "CH")),
        ("Kent, WA", ("Kent", "Washington", "US")),
        ("Surrey, BC", ("Surrey", "British Columbia", "CA")),
        ("Essex", ("", "Essex", "GB")),
    ],
)
def test_regions_of_europe(text: str, expected: tuple[str, str, str]) -> None:
    assert [(place.city, place.region, place.country) for place in read_places(text)[0]] == [expected]


@pytest.mark.parametrize(
    "heading",
    ["Das bringen Sie mit", "Das solltest du können", "Person specification", "Jij brengt mee", "What we need from you",
     "What we ask", "Ce que nous attendons", "Qué pedimos", "Cosa cerchiamo", "O que procuramos"],
)  # fmt: skip
def test_headings_of_requirements(heading: str) -> None:
    assert find_requirements(f"{heading}:\n\n- An oven") == ("An oven",)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Cover Supervisor", None), ("Shift Supervisor", "manager"), ("IT Support Apprentice", "entry"),
        ("Trainee Manager, Graduate Programme", "entry"), ("Apprenticeship Manager", None), ("Art Director", None),
        ("Senior Art Director", "senior"), ("Account Director", "senior"), ("Finance Director", "director"),
        ("Ausbildung zum Bäcker", "entry"), ("Werkstudent Backstube", "intern"),
    ],
)  # fmt: skip
def test_trades_that_sound_like_ranks(title: str, level: str | None) -> None:
    assert title_seniority(title) == level


def test_contracts_to_learn_a_trade() -> None:
    assert {stated_employment(raw) for raw in ("Ausbildung", "Apprentissage", "Werkstudent")} == {
        "internship"
    }
    assert titled_employment("Ausbildung zum Bäcker") == "internship"
    assert titled_employment("Apprenticeship Coordinator") is None
    assert stated_employment("Internal, permanent") == "full_time"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("H-1B transfers can be considered for this role.", True),
        ("We help people from outside the EU with the Red-White-Red card.", True),
        ("We cannot support H-1B transfers.", False),
        ("H-1B transfers will not be considered.", False),
        ("Prepare petitions, among them H-1B and O-1.", None),
    ],
)
def test_visas_by_their_own_names(text: str, offered: bool | None) -> None:
    assert find_visa_sponsorship(text) is offered


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("$17.25/hour", "17.25", "17.25", "USD", "hour"),
        ("£98 per day", "98.00", "98.00", "GBP", "day"),
        ("From EUR 3,480 gross monthly", "3480.00", None, "EUR", "month"),
        ("Stundenlohn: 15,80 €", "15.80", "15.80", "EUR", "hour"),
        ("2.950 bis 3.400 Euro brutto im Monat", "2950.00", "3400.00", "EUR", "month"),
    ],
)
def test_pay_in_a_line_of_its_own(text: str, low: str, high: str | None, currency: str, period: str) -> None:
    pay = find_pay(f"About us\n\n{text}\n\nApply now")
    assert pay is not None
    assert (str(pay.minimum), pay.maximum and str(pay.maximum), pay.currency, pay.period) == (
        low,
        high,
        currency,
        period,
    )


@pytest.mark.parametrize(
    "text", ["$30 per day lunch money", "$15 per hour parking", "$50/month", "A market of 3 Euro zones"]
)
def test_other_money_in_a_line_of_its_own(text: str) -> None:
    assert find_pay(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "model"),
    [
        ("Full-time, hybrid\n\nWe bake.", "full_time", "hybrid"),
        ("This is a part-time role.\n\nWe bake.", "part_time", None),
        ("We bake.\n\n100% remote", None, "remote"),
        ("Full-time or remote teams are a thing we write about at length in our blog.", None, None),
        ("Full-time\n\nPart-time", None, None),
        (
            "Acme | https://example.com\n\nBakers, confectioners, a head of ovens and others | Full-time, Onsite | Bern",
            "full_time",
            "onsite",
        ),
        ("Acme | Bakers | Freelancer | Bern", "contract", None),
        ("Acme | Bakers | Contract, full-time | Bern", "full_time", None),
        ("You negotiate contracts, and contract with mills.", None, None),
        ("You lead a hybrid cloud team.", None, None),
    ],
)
def test_what_first_and_last_lines_say(text: str, kind: str | None, model: str | None) -> None:
    assert (headline_employment(text), headline_model(text)) == (kind, model)


def test_a_tower_of_tags_keeps_its_text() -> None:
    markup = "<p>before</p>" + "<div>" * 15_000 + "inside" + "</div>" * 15_000 + "<p>after</p>"
    safe = sanitise(markup)
    assert safe.count("<div>") <= 101
    assert to_text(safe) == "before\n\ninside\n\nafter"
