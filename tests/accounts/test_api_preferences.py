"""`GET users/me/preferences/` and `PATCH users/me/preferences/`"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from apps.accounts.models import Preferences, Role
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.keys import made, program
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/users/me/preferences/"
USUAL = {
    "target_titles": [],
    "skills": [],
    "locations": [],
    "remote": [],
    "employment_types": [],
    "salary_min": None,
    "salary_currency": "",
    "salary_period": None,
    "work_permits": [],
    "channels": ["in_app", "email"],
    "time_zone": "UTC",
    "language": "en",
    "quiet_from": None,
    "quiet_until": None,
}
ALL = {
    "target_titles": ["Baker", "Head of Bread"],
    "skills": ["sourdough"],
    "locations": ["Vienna", "Graz"],
    "remote": ["hybrid", "remote"],
    "employment_types": ["full_time"],
    "salary_min": 17.5,
    "salary_currency": "EUR",
    "salary_period": "hour",
    "work_permits": ["AT", "DE"],
    "channels": ["webhook"],
    "time_zone": "Europe/Vienna",
    "language": "de-AT",
    "quiet_from": "22:00",
    "quiet_until": "06:30",
}


def patch(client: Client, body: dict[str, Any], **headers: str) -> tuple[int, Any]:
    response = client.patch(PATH, body, content_type="application/json", headers=headers)
    return response.status_code, response.json()


def told() -> list[list[str]]:
    with as_system():
        found = Event.objects.filter(type="user.preferences_updated").order_by("id")
        return list(found.values_list("changed", flat=True))


def test_before_anything_was_said_the_usual_holds(member: Person) -> None:
    assert member.client.get(PATH).json() == USUAL
    with as_system():
        assert not Preferences.objects.exists()


def test_everything_can_be_said_and_taken_back(member: Person) -> None:
    assert patch(member.client, ALL) == (200, ALL)
    assert member.client.get(PATH).json() == ALL
    assert patch(member.client, USUAL) == (200, USUAL)
    assert told() == [sorted(ALL), sorted(ALL)]


def test_a_part_is_changed_and_what_stays_is_no_news(member: Person) -> None:
    patch(member.client, ALL)
    assert patch(member.client, {"skills": ["rye"]}) == (200, {**ALL, "skills": ["rye"]})
    assert patch(member.client, {"skills": ["rye"]})[0] == 200
    assert told()[1:] == [["skills"]]


def test_names_stand_once_in_the_order_given(member: Person) -> None:
    status, body = patch(member.client, {"skills": [" Rye ", "wheat", "RYE"], "remote": ["remote", "remote"]})
    assert (status, body["skills"], body["remote"]) == (200, ["Rye", "wheat"], ["remote"])


@pytest.mark.parametrize(
    ("change", "attr"),
    [
        ({"target_titles": ["x" * 121]}, "target_titles.0"),
        ({"skills": [""]}, "skills.0"),
        ({"skills": ["a"] * 51}, "skills"),
        ({"locations": "Vienna"}, "locations"),
        ({"remote": ["moon"]}, "remote.0"),
        ({"employment_types": ["slave"]}, "employment_types.0"),
        ({"salary_min": -1, "salary_currency": "EUR", "salary_period": "hour"}, "salary_min"),
        ({"salary_min": 1}, "salary_currency"),
        ({"salary_min": 1, "salary_currency": "EUR"}, "salary_period"),
        ({"salary_currency": "euro"}, "salary_currency"),
        ({"salary_period": "eon"}, "salary_period"),
        ({"work_permits": ["Austria"]}, "work_permits.0"),
        ({"channels": ["pigeon"]}, "channels.0"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"time_zone": "../etc/passwd"}, "time_zone"),
        ({"language": "english"}, "language"),
        ({"quiet_from": "22:00"}, "quiet_until"),
        ({"quiet_until": "22:00"}, "quiet_from"),
        ({"quiet_from": "25:00", "quiet_until": "06:00"}, "quiet_from"),
        ({"quiet_from": "9pm", "quiet_until": "06:00"}, "quiet_from"),
        ({"user": "x"}, "user"),
    ],
)
def test_bad_input_is_named_and_nothing_is_written(member: Person, change: dict[str, Any], attr: str) -> None:
    status, problem = patch(member.client, {"language": "de", **change})
    assert (status, problem["code"]) == (400, "validation_error")
    assert [error["attr"] for error in problem["errors"]] == [attr]
    assert member.client.get(PATH).json() == USUAL
    assert told() == []


def test_half_of_the_quiet_hours_can_be_moved(member: Person) -> None:
    patch(member.client, ALL)
    assert patch(member.client, {"quiet_from": "23:15"})[1]["quiet_from"] == "23:15"
    assert patch(member.client, {"quiet_from": None})[0] == 400
    assert patch(member.client, {"quiet_from": None, "quiet_until": None})[0] == 200


def test_a_stale_write_is_refused_from_the_first_on(member: Person) -> None:
    tag = member.client.get(PATH).headers["ETag"]
    assert patch(member.client, {"language": "de"}, **{"if-match": tag})[0] == 200
    assert patch(member.client, {"language": "fr"}, **{"if-match": tag})[0] == 412
    assert member.client.get(PATH, headers={"if-none-match": tag}).status_code == 200
    now = member.client.get(PATH).headers["ETag"]
    assert member.client.get(PATH, headers={"if-none-match": now}).status_code == 304


def test_many_first_writes_at_once_make_one_row(member: Person) -> None:
    bearer = {"authorization": f"Bearer {member.tokens.access_token}"}

    def write(number: int) -> int:
        try:
            return patch(Client(headers=bearer), {"skills": [f"skill {number}"]})[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(write, range(6))) == [200] * 6
    with as_system():
        assert Preferences.objects.count() == 1
    assert len(told()) == 6


def test_they_are_ones_own_whatever_the_role(member: Person, stranger: Person) -> None:
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    assert patch(viewer.client, ALL)[0] == 200
    assert member.client.get(PATH).json() == stranger.client.get(PATH).json() == USUAL


def test_a_key_that_reads_does_not_write(member: Person) -> None:
    reader = program(made(member, scopes=["users:read"])["key"])
    assert reader.get(PATH).status_code == 200
    assert patch(reader, ALL)[0] == 403
    writer = program(made(member, scopes=["users:write"])["key"])
    assert patch(writer, ALL)[0] == 200


def test_nobody_unknown_gets_in(anonymous: Client) -> None:
    assert anonymous.get(PATH).status_code == 401
