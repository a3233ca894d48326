"""Recorded postings, held against what a person read off them: ids and facts only, no text of theirs stands here."""

from __future__ import annotations

from pathlib import Path

import pytest

from apps.vacancies.normalise import Posting, normalise
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.registry import get_source

FEEDS = {
    "ashby": "postings/ashby_full_descriptions.jsonl.gz",
    "greenhouse": "feeds/greenhouse/stripe_content_true.json.gz",
    "lever": "feeds/lever/palantir_10jobs.json",
}
# kind | id | places as city/country@remote scope | work model | level | employment | pay; "-" = nothing is to be claimed
READ_BY_HAND = """
ashby | 491c12d9-67b8-4cbd-af17-2834ab94290e | Nantes/FR | - | - | full_time | -
ashby | 920aac5f-51f2-4543-a3b8-9def41817a72 | Berlin/DE;Cologne/DE;Munich/DE | remote | manager | full_time | -
ashby | 64a8eb01-110f-4c63-83d6-ade44deee759 | Berlin/DE | hybrid | director | full_time | -
ashby | 9e9469a4-f3df-44fa-9bd8-3b1a5f604d8e | Bilbao/ES | - | - | full_time | 19420.00-19420.00 EUR year
ashby | d86a5e69-2c62-4d93-94f7-c39aee6f52f2 | /Worldwide@WORLDWIDE | remote | - | full_time | -
ashby | 5706ec21-dfb5-4461-8847-20450fbdde5f | /UA@UA;/PL@PL | remote | senior | full_time | -
ashby | 7848cb81-a35e-45e7-a625-6b04d55dd172 | San Francisco/US | onsite | director | full_time | 180000.00-240000.00 USD year
ashby | 9d9b4d5d-eda4-455f-b74f-39065d04c2c3 | New York/US | - | - | full_time | 116450.00-137000.00 USD year
ashby | 34d120fa-9ffa-40d5-8e54-4bd01b71dff4 | Berlin/DE;Iași/RO;London/GB | remote | - | full_time | -
ashby | b2fa22b3-7c05-4258-adde-bec29708e090 | /US@US | remote | lead | full_time | 180000.00-215000.00 USD year
ashby | 60d4b851-609a-4b4d-ac35-5ab9e6186c9d | /US@US | remote | director | full_time | 200000.00-250000.00 USD year
ashby | 9e9d03fa-99ba-4c5d-9433-e8839817abaf | New York/US | - | - | full_time | -
ashby | ec9fc1a0-3f5e-49de-a655-e42f57c0472e | New York/US | - | - | full_time | 90000.00-110000.00 USD year
ashby | 4ec69497-a394-4427-96ce-d55b8be2a424 | Toronto/CA | remote | senior | full_time | 144780.00-202825.00 CAD year
ashby | d52c24cf-15c6-49a7-a4f5-bbb8c3240184 | New York/US | remote | manager | full_time | -
ashby | c8217a33-b173-40e7-be00-cf8bb0040773 | /US@US | remote | lead | full_time | 170000.00-250000.00 USD year
ashby | 9411b002-03b0-413c-a086-17df72d912a8 | Berlin/DE | remote | senior | full_time | -
ashby | 1662831a-fa96-41d7-91d9-712192664c1b | San Francisco/US | onsite | senior | full_time | 159000.00-193000.00 USD year
ashby | 6e36a319-a5e6-4b00-a1ab-276d92dedcaa | London/GB;Berlin/DE | - | - | full_time | 80000.00-110000.00 GBP year
ashby | 4ecca650-ccbe-45eb-911d-211e877812ca | Bengaluru/IN | onsite | - | full_time | -
ashby | 25b4fd44-0900-45b4-b901-fca9d89aa053 | Dublin/IE | - | - | full_time | -
ashby | d911cbe9-02a3-4de4-ac3d-ffe2543ffbfd | New York/US;San Francisco/US | remote | - | full_time | 175000.00-250000.00 USD year
ashby | db092b7a-a4b7-4d1e-b439-5719e9f0f9db | San Francisco/US | - | intern | internship | 105000.00-126000.00 USD year
ashby | b7c58e0e-629a-44c9-ba14-4a0ff1b14f3f | Manila/PH | hybrid | senior | full_time | -
ashby | 4337b580-3098-4156-b652-de8d299bb0fb | San Francisco/US | hybrid | - | full_time | 146000.00-220000.00 USD year
ashby | 336dc715-0b47-48b7-9c97-d3abee89c420 | Palo Alto/US;Los Angeles/US;Toronto/CA;Boston/US;Miami/US;Raleigh/US;Newark/US | remote | - | full_time | 80000.00-110000.00 USD year
ashby | 487de38f-064c-4cda-9865-5e8c367f7933 | Denver/US | - | - | full_time | 130000.00-153000.00 USD year
ashby | edd2935c-2c89-478a-8125-2597c668d76a | San Francisco/US | onsite | - | full_time | 180000.00-240000.00 USD year
ashby | f8f1ff89-d016-4225-be24-d85041b0e375 | Los Angeles/US | - | - | full_time | 83000.00-130000.00 USD year
ashby | f1aeed8b-e594-4ae6-bcea-d042d3a859bb | Phoenix/US | - | - | full_time | 24.04-28.85 USD hour
ashby | 96d29d17-1357-486e-bf87-ca315d59b344 | San Francisco/US;Sunnyvale/US | - | senior | full_time | 166000.00-201000.00 USD year
ashby | 94c937c1-a06d-469f-a603-b3ed04fb3b81 | Stockholm/SE;San Francisco/US | - | - | full_time | -
ashby | ff8236d5-0142-4c0c-bbef-beabcbfdfd31 | /MX@MX | remote | - | full_time | 20000.00-35000.00 USD year
ashby | 1a7664de-d7c2-4f98-9927-a5dadec16660 | San Francisco/US | onsite | senior | full_time | 250000.00-333000.00 USD year
ashby | c86cf85b-181f-4ac6-a6f2-76f207fa2421 | New York/US | onsite | lead | full_time | 160000.00-220000.00 USD year
ashby | 1ae83c3f-565a-48c9-85f7-55ab1c75593d | New York/US;Washington/US;Boston/US | - | - | full_time | 140000.00-245000.00 USD year
ashby | 2529d290-f674-4080-9f99-751b2708692f | San Francisco/US | - | - | full_time | 120000.00-190000.00 USD year
ashby | db6abd30-506b-45e0-9449-bd4f3b949228 | Los Angeles/US | - | - | full_time | 85000.00-100000.00 USD year
ashby | b77956dc-d4a2-4492-afea-d10dd939e3e5 | /US@US | remote | - | full_time | 124000.00-168000.00 USD year
ashby | da628e26-0d02-4e7e-bf7a-f85430426874 | Toronto/CA | - | - | full_time | -
ashby | 272a7bd3-8bfd-41be-8e02-9f9fcdaac7af | /US@US | remote | senior | full_time | 180965.00-212900.00 USD year
ashby | e6265b70-ee3f-42ea-8c0c-ad29431fd1b6 | New Albany/US | - | - | full_time | -
ashby | 0b34ad66-7d41-48bd-b9c4-66ac604e6e8c | New York/US | remote | senior | full_time | 125000.00-175000.00 USD year
ashby | 08daf2c5-61d4-4586-ab45-4e9a2931ea3d | /US@US | remote | senior | full_time | 175000.00-250000.00 USD year
ashby | afa6079a-5a35-4f90-ba88-780e4d36112f | /US@US | remote | - | full_time | -
ashby | e5a00f4b-f402-48ae-b63b-e04d30af0ad0 | Toronto/CA | hybrid | - | full_time | -
greenhouse | 7967356 | Mexico City/MX | - | - | - | -
greenhouse | 7217778 | Bengaluru/IN | - | lead | - | -
greenhouse | 8035557 | Barcelona/ES | - | - | - | -
greenhouse | 7966029 | Bengaluru/IN | - | - | - | -
greenhouse | 7548037 | Bengaluru/IN | - | lead | - | -
greenhouse | 7463755 | Chicago/US;San Francisco/US;Seattle/US;New York/US | - | - | - | -
greenhouse | 7932062 | San Francisco/US;New York/US;/US@US | remote | - | - | -
greenhouse | 8099304 | Seattle/US | - | senior | - | 192000.00-288000.00 USD year
greenhouse | 7994384 | Singapore/SG | - | - | - | -
greenhouse | 7653021 | Singapore/SG | - | - | - | -
greenhouse | 7905025 | San Francisco/US;Seattle/US;New York/US | - | lead | - | -
greenhouse | 7634113 | Dublin/IE | - | - | - | -
greenhouse | 7524334 | San Francisco/US;Seattle/US;New York/US;Chicago/US;Atlanta/US | - | manager | - | -
greenhouse | 7975698 | Bengaluru/IN | - | - | - | -
greenhouse | 8082149 | /US@US | remote | - | - | -
greenhouse | 7925821 | London/GB | - | - | - | -
greenhouse | 7235875 | New York/US | - | - | - | -
greenhouse | 8076626 | Dublin/IE | - | - | - | -
greenhouse | 8014533 | San Francisco/US;New York/US | - | - | - | -
greenhouse | 7891728 | San Francisco/US | - | - | - | -
greenhouse | 8090141 | /Americas | - | lead | - | -
greenhouse | 7663023 | /CA | - | - | - | -
lever | ab7e3425-81d5-4705-a7b5-cd60c8a45cdb | New York/US | hybrid | - | full_time | 135000.00-200000.00 USD year
lever | 1345438c-ebfc-4fa5-b545-30c1414f317c | Washington/US | onsite | - | full_time | 135000.00-200000.00 USD year
lever | a8174f9c-6f46-46b4-8e15-d1ff9e37c9eb | Palo Alto/US | onsite | - | full_time | 135000.00-200000.00 USD year
lever | a237973c-cb29-41fe-9c80-416e6f42e087 | Washington/US | hybrid | - | full_time | 60000.00-97000.00 USD year
lever | a5f93bb6-4f13-4451-80a4-f63090830269 | New York/US | hybrid | - | full_time | 60000.00-97000.00 USD year
lever | 0ccbe620-a3ef-41d1-a5c4-68e56b3c91d0 | /US@US | remote | - | internship | -
lever | 0bbfd4f4-41ff-4ec6-b73f-5200efd5d4d3 | Palo Alto/US | hybrid | - | full_time | 60000.00-97000.00 USD year
lever | ac978161-6f46-4f6b-ad9e-a258e642751c | London/GB | hybrid | - | full_time | -
lever | 10dfc8bc-99ad-4ca2-ab76-853cb90a92c2 | London/GB | hybrid | - | full_time | -
lever | fe2a8c69-49b7-405f-816c-a6c6f894399a | New York/US | hybrid | - | full_time | 60000.00-97000.00 USD year
"""


def facts(posting: Posting) -> list[str]:
    places = ";".join(
        f"{place.city}/{place.country or place.region}"
        + (f"@{place.remote_scope}" if place.remote_scope else "")
        for place in posting.locations
    )
    pay = f"{posting.salary_min}-{posting.salary_max} {posting.salary_currency} {posting.salary_period}"
    has_pay = posting.salary_min is not None or posting.salary_max is not None
    columns = (places, posting.remote, posting.seniority, posting.employment_type, pay if has_pay else None)
    return [column or "-" for column in columns]


@pytest.mark.shared
def test_recorded_postings_give_what_a_person_reads_in_them(shared_data: Path) -> None:
    expected = {
        (row[0], row[1]): row[2:] for row in (line.split(" | ") for line in READ_BY_HAND.split("\n") if line)
    }
    found = {}
    for kind, path in FEEDS.items():
        source = get_source(kind)
        with (shared_data / path).open("rb") as stream:
            for item in source.iter_items(stream):
                key = (kind, source.source_id_of(item))
                if key in expected:
                    found[key] = facts(
                        normalise(source.parse(item, Board(slug="board", company_name="Acme")))
                    )
    assert len(expected) >= 75
    assert found == expected


@pytest.mark.shared
def test_every_recorded_description_is_storable_and_most_places_are_recognised(shared_data: Path) -> None:
    source = get_source("ashby")
    total = with_country = 0
    with (shared_data / FEEDS["ashby"]).open("rb") as stream:
        for item in source.iter_items(stream):
            posting = normalise(source.parse(item, Board(slug="board", company_name="Acme")))
            shown = posting.title + posting.description_html + posting.description_text + posting.snippet
            assert "\x00" not in shown
            assert "<script" not in posting.description_html
            assert "style=" not in posting.description_html
            shown.encode()
            total += 1
            with_country += any(place.country for place in posting.locations)
    assert total == 4983
    assert with_country / total > 0.95
