"""Locations as boards write them: who is where, and what is not said is not claimed."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.gazetteer import country_name, gazetteer
from apps.vacancies.normalise.places import places_of, read_places
from apps.vacancies.sources.base import AddressClaim

# text | places as city/region/country@scope | work model
CASES = """
SF, NYC, SEA, CHI | San Francisco/California/US; New York/New York/US; Seattle/Washington/US; Chicago/Illinois/US |
Lebanon, Ohio | Lebanon/Ohio/US |
Peru, IN | Peru/Indiana/US |
Lebanon; Ohio | //LB; /Ohio/US |
Germany, California | //DE; /California/US |
Wallops Island, VA | Wallops Island/Virginia/US |
Berlin/ Chicago | Berlin//DE; Chicago/Illinois/US |
Livingston, NJ/ Bellevue, WA | Livingston/New Jersey/US; Bellevue/Washington/US |
US-Remote | //US@US | remote
Remote - US | //US@US | remote
Remote, USA | //US@US | remote
United States - Remote | //US@US | remote
Remote U.S. | //US@US | remote
Mexico, Remote | //MX@MX | remote
Remote in Canada | //CA@CA | remote
Remote (EU/UK) | /European Union/@EU; //GB@GB | remote
Remote - EMEA | /EMEA/@EMEA | remote
Home based - Worldwide | /Worldwide/@WORLDWIDE | remote
Anywhere in France, Belgium | //FR@FR; //BE@BE | remote
Remote in Denver | Denver/Colorado/US@US | remote
Berlin (Hybrid) | Berlin//DE | hybrid
Foster City, CA (Hybrid) In office M,W,F | Foster City/California/US | hybrid
London - On-site | London/England/GB | onsite
Toronto - Remote | Toronto/Ontario/CA@CA | remote
Chicago, US-Remote, Canada-Remote | Chicago/Illinois/US; //US@US; //CA@CA | remote
San Francisco or New York or US-Remote | San Francisco/California/US; New York/New York/US; //US@US | remote
Berlin, Germany (Germany remote) | Berlin//DE; //DE@DE | remote
London; Dublin | London/England/GB; Dublin//IE |
London/Dublin | London/England/GB; Dublin//IE |
Paris, France; Lyon, France | Paris//FR; Lyon//FR |
San Leandro, CA and Fremont, CA | San Leandro/California/US; Fremont/California/US |
Stockholm, Copenhagen, London | Stockholm//SE; Copenhagen//DK; London/England/GB |
(San Francisco, Chicago, NYC) | San Francisco/California/US; Chicago/Illinois/US; New York/New York/US |
New York, New York, United States | New York/New York/US |
New York, NY | New York/New York/US |
USA - New York NY | New York/New York/US |
Costa Mesa, California, United States | Costa Mesa/California/US |
Hornitos, CA | Hornitos/California/US |
Cambridge, MA USA | Cambridge/Massachusetts/US |
Paris, TX | Paris/Texas/US |
Dublin, CA | Dublin/California/US |
London, ON | London/Ontario/CA |
Birmingham, Alabama | Birmingham/Alabama/US |
Abilene, TX - US | Abilene/Texas/US |
Dublin - IE | Dublin//IE |
Tel Aviv - IL | Tel Aviv//IL |
Bogota, CO | Bogotá//CO |
CA-Toronto | Toronto/Ontario/CA |
IN - Bengaluru | Bengaluru/Karnataka/IN |
MX- Mexico City | Mexico City/Mexico City/MX |
US-San Francisco | San Francisco/California/US |
Brazil - Rio de Janeiro | Rio de Janeiro/State of Rio de Janeiro/BR |
Japan, Tokyo | Tokyo//JP |
Canada - Toronto | Toronto/Ontario/CA |
India, Delhi NCR | /Delhi NCR/IN |
München, Deutschland | Munich//DE |
Atlanta, Georgia | Atlanta/Georgia/US |
Bulgaria, Georgia, Lithuania | //BG; //GE; //LT |
Washington, D.C. | Washington/District of Columbia/US |
Hong Kong, Hong Kong SAR | Hong Kong//HK |
Singapore | Singapore//SG |
Trinidad and Tobago | //TT |
Winston-Salem, North Carolina, United States | Winston-Salem/North Carolina/US |
9th arrondissement of Paris, 75009, Paris, France | Paris//FR |
571 Independence Ave, Mechanicsburg PA | Mechanicsburg/Pennsylvania/US |
*HQ - San Francisco, CA | San Francisco/California/US |
NYC-Privy | New York/New York/US |
TX | /Texas/US |
LATAM | /Latin America/ |
Portland, OR | Portland/Oregon/US |
Bend, OR, United States | Bend/Oregon/US |
Austin or Portland, OR | Austin/Texas/US; Portland/Oregon/US |
NYC OR REMOTE | New York/New York/US | remote
AZ_Mesa_HQ | Mesa/Arizona/US |
India_Remote | //IN@IN | remote
Vejle (Denmark) | Vejle//DK |
Lyngby (Denmark) | Lyngby//DK |
Town Hall (Evanston, IL) | Evanston/Illinois/US |
Fairview Mall Toronto | Toronto/Ontario/CA |
Bengaluru, KA, India | Bengaluru/Karnataka/IN |
Pune, MH | Pune/Maharashtra/IN |
PERTH, WESTERN AUSTRALIA, Australia | Perth/Western Australia/AU |
Bayan Lepas, Penang, Malaysia | Bayan Lepas/Penang/MY |
Anywhere (USA) | //US@US | remote
Remote-Western Europe | /Europe/@EUROPE | remote
Work Remotely Anywhere in the Contiguous 48 States | //US@US | remote
Remote (or NYC if you prefer) | New York/New York/US@US | remote
Branch HQ | // |
Atwell | // |
Federal Services Division | // |
Remote | // | remote
Hybrid |  | hybrid
N/A |  |
LOCATION |  |
"""


@pytest.mark.parametrize("case", [line for line in CASES.splitlines() if line])
def test_read_places(case: str) -> None:
    text, expected, model = (part.strip() for part in (case + " ").split("|")[:3])
    places, said = read_places(text)
    found = [
        f"{place.city}/{place.region}/{place.country}"
        + (f"@{place.remote_scope}" if place.remote_scope else "")
        for place in places
    ]
    assert found == [one.strip() for one in expected.split(";") if one.strip()]
    assert said == (model or None)


def test_one_place_keeps_the_words_of_its_source() -> None:
    assert read_places(" SF\u00a0Office ")[0][0].text == "SF Office"


def claim(text: str, city: str = "", region: str = "", country: str = "") -> AddressClaim:
    return AddressClaim(text=text, city=city, region=region, country=country)


@pytest.mark.parametrize(
    ("address", "remote", "expected"),
    [
        (claim("Moab Office", "Moab", "Utah", "USA"), None, ("Moab", "Utah", "US", "")),
        (
            claim("Arlington", "Arlington", "Virginia", "United States"),
            None,
            ("Arlington", "Virginia", "US", ""),
        ),
        (claim("Remote - US", "Los Angeles", "California", "United States"), "remote", ("", "", "US", "US")),
        (claim("Remote", "", "", "Portugal"), "remote", ("", "", "PT", "PT")),
        (claim("Portugal", "", "", "Portugal"), "remote", ("", "", "PT", "PT")),
        (
            claim("Paris", "Paris", "Texas", "USA"),
            None,
            ("Paris", "", "FR", ""),
        ),  # they disagree: the text stands
        (claim("Remote", "", "", "European Union"), "remote", ("", "European Union", "", "EU")),
    ],
)
def test_addresses_fill_what_texts_leave_open(
    address: AddressClaim, remote: str | None, expected: tuple[str, str, str, str]
) -> None:
    places, _ = places_of([address.text], [address], "remote" if remote else None)
    place = places[0]
    assert place.text == address.text
    assert (place.city, place.region, place.country, place.remote_scope) == expected


def test_places_are_told_once() -> None:
    places, model = places_of(["Berlin", "Berlin, Germany", "Remote"], [], None)
    assert [(place.city, place.country) for place in places] == [("Berlin", "DE")]
    assert model == "remote"


def test_the_tables_are_whole() -> None:
    known = gazetteer()
    assert len(set(known.countries.values())) > 190
    assert len({(city.country, city.name) for city in known.cities.values()}) > 300
    codes = set(known.country_codes.values())
    assert {city.country for city in known.cities.values()} <= codes
    assert {region.country for region in known.regions.values()} <= codes
    assert (
        sum(
            region.country == "US" for region in {one for ones in known.region_codes.values() for one in ones}
        )
        == 51
    )
    assert (country_name("GE"), country_name("XX")) == ("Georgia", "")
