"""`saved-searches/`: create, get, replace, change, delete, seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from apps.accounts.models import Preferences
from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.vacancies.models import SavedSearch, SavedSearchAnchor, SavedSearchMatch
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
PATH = "/api/v1/saved-searches/"
BODY: dict[str, Any] = {
    "name": "Bread in Hamburg",
    "filters": {
        "q": 'bread -rye "night shift"',
        "skills": "baking, haccp",
        "country": "de",
        "remote": "onsite",
        "salary_min": 30000.5,
        "visa_sponsorship": True,
        "client_score_min": 5,
        "posted_after": "2026-01-01T00:00:00+01:00",
    },
    "alert": "daily",
}


def post(person: Person, body: dict[str, Any], path: str = "") -> Any:
    return person.client.post(f"{PATH}{path}", body, content_type=JSON)


def made(person: Person, **changes: Any) -> dict[str, Any]:
    answer = post(person, {"name": "Bread", "filters": {"q": "bread"}, **changes})
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def faults(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 400, answer.content
    return [(fault["attr"], fault["code"]) for fault in answer.json()["errors"]]


def test_the_whole_search_comes_back(member: Person) -> None:
    answer = post(member, BODY)
    assert answer.status_code == 201, answer.content
    found = answer.json()
    assert answer.headers["Location"] == f"{PATH}{found['id']}/"
    for stamp in ("seen_at", "created_at", "updated_at", "next_digest_at"):
        assert found.pop(stamp).endswith("Z")
    unasked = {
        "skills_any", "company", "location", "remote_from", "employment_type", "seniority", "job_function", "salary_max",
        "currency", "posted_before", "source", "status", "budget_min", "budget_max", "saved", "applied",
    }  # fmt: skip
    filters = found.pop("filters")
    assert filters == {**dict.fromkeys(unasked), **BODY["filters"], "posted_after": "2025-12-31T23:00:00Z"}
    assert found == {
        "id": found["id"],
        "name": "Bread in Hamburg",
        "alert": "daily",
    }
    again = member.client.get(f"{PATH}{found['id']}/")
    assert again.json()["filters"] == filters
    assert again.headers["ETag"]


def test_what_comes_back_can_be_sent_again(member: Person) -> None:
    found = post(member, BODY).json()
    body = {name: found[name] for name in ("name", "filters", "alert")}
    answer = member.client.put(f"{PATH}{found['id']}/", body, content_type=JSON)
    assert answer.status_code == 200, answer.content
    assert answer.json() == found
    with as_system():
        assert not Event.objects.filter(type="saved_search.changed").exists()


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"filters": {"q": "bread"}}, ("name", "required")),
        ({"name": " ", "filters": {"q": "bread"}}, ("name", "blank")),
        ({"name": "Bread"}, ("filters", "required")),
        ({"name": "Bread", "filters": {}}, ("filters", "required")),
        ({"name": "Bread", "filters": {"q": "", "country": None}}, ("filters", "required")),
        ({"name": "Bread", "filters": {"flour": "white"}}, ("filters.flour", "unknown")),
        ({"name": "Bread", "filters": {"remote": "moon"}}, ("filters.remote", "invalid_choice")),
        ({"name": "Bread", "filters": {"country": "deu"}}, ("filters.country", "max_length")),
        ({"name": "Bread", "filters": {"country": "d"}}, ("filters.country", "min_length")),
        ({"name": "Bread", "filters": {"salary_min": -1}}, ("filters.salary_min", "min_value")),
        ({"name": "Bread", "filters": {"client_score_min": 101}}, ("filters.client_score_min", "max_value")),
        ({"name": "Bread", "filters": {"q": "x" * 201}}, ("filters.q", "max_length")),
        ({"name": "Bread", "filters": {"posted_after": "soon"}}, ("filters.posted_after", "invalid")),
        (
            {"name": "Bread", "filters": {"posted_after": "2026-02-01T00:00:00Z", "posted_before": "2026-01-01T00:00:00Z"}},
            ("filters.posted_after", "invalid"),
        ),
        ({"name": "Bread", "filters": {"q": "bread"}, "alert": "hourly"}, ("alert", "invalid_choice")),
        ({"name": "Bread", "filters": {"q": "bread"}, "user_id": "me"}, ("user_id", "unknown")),
    ],
)  # fmt: skip
def test_bad_input_is_named(member: Person, body: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(post(member, body)) == [fault]
    with acting(member.caller):
        assert not SavedSearch.objects.exists()


def test_a_part_is_changed_and_its_anchors_with_it(member: Person) -> None:
    found = made(member, filters={"q": "bread"}, alert="instant")

    def anchors() -> list[str]:
        with as_system():
            return sorted(SavedSearchAnchor.objects.values_list("term", flat=True))

    assert anchors() == ["search=bread"]
    answer = member.client.patch(
        f"{PATH}{found['id']}/", {"filters": {"skills_any": "baking,haccp"}}, content_type=JSON
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["filters"]["q"] is None
    assert answer.json()["alert"] == "instant"
    assert anchors() == ["skills=baking", "skills=haccp"]
    member.client.patch(f"{PATH}{found['id']}/", {"alert": "off"}, content_type=JSON)
    assert anchors() == []


def test_what_waits_is_told_as_the_new_alert_says(member: Person) -> None:
    found, vacancy = made(member, alert="weekly"), make_vacancy()
    with as_system():
        SavedSearchMatch.objects.create(
            workspace_id=member.caller.workspace_id, search_id=found["id"], vacancy=vacancy
        )
    url = f"{PATH}{found['id']}/"
    assert member.client.patch(url, {"alert": "instant"}, content_type=JSON).json()["next_digest_at"] is None
    with as_system():
        due_at = SavedSearch.objects.get(pk=found["id"]).due_at
        assert due_at is not None
        assert due_at <= timezone.now()
    member.client.patch(url, {"alert": "off"}, content_type=JSON)
    with as_system():
        assert SavedSearch.objects.get(pk=found["id"]).due_at is None
        assert SavedSearchMatch.objects.get().told_at is not None


def test_the_digest_keeps_its_owner_s_clock(member: Person) -> None:
    with acting(member.caller):
        Preferences.objects.create(user=member.user, time_zone="Asia/Tokyo")
    assert made(member, alert="daily")["next_digest_at"].endswith("T23:00:00Z")


def test_seen_goes_on_and_never_back(member: Person) -> None:
    found = made(member)
    url = f"{PATH}{found['id']}/seen/"
    first = member.client.post(url, {}, content_type=JSON)
    assert first.status_code == 200, first.content
    assert first.json()["seen_at"] > found["seen_at"]
    back = member.client.post(url, {"at": "2020-01-01T00:00:00Z"}, content_type=JSON)
    assert back.json()["seen_at"] == first.json()["seen_at"]
    ahead = (timezone.now() + timedelta(hours=1)).isoformat()
    assert faults(member.client.post(url, {"at": ahead}, content_type=JSON)) == [("at", "max_value")]


def test_a_deleted_one_is_gone(member: Person) -> None:
    url = f"{PATH}{made(member, alert='instant')['id']}/"
    assert member.client.delete(url).status_code == 204
    assert member.client.get(url).status_code == 404
    with as_system():
        assert not SavedSearchAnchor.objects.exists()


def test_a_stale_writer_is_told(member: Person) -> None:
    url = f"{PATH}{made(member)['id']}/"
    etag = member.client.get(url).headers["ETag"]
    assert member.client.patch(url, {"name": "Rolls"}, content_type=JSON).status_code == 200
    late = member.client.patch(url, {"name": "Cake"}, content_type=JSON, headers={"if-match": etag})
    assert late.status_code == 412


def test_nobody_else_sees_it(member: Person, stranger: Person) -> None:
    url = f"{PATH}{made(member)['id']}/"
    colleague = make_person(workspace_of=member, role="admin")
    for other in (stranger, colleague):
        assert other.client.get(url).status_code == 404
        assert other.client.patch(url, {"name": "Mine"}, content_type=JSON).status_code == 404
        assert other.client.delete(url).status_code == 404
        assert other.client.get(f"{url}new/").status_code == 404
        assert other.client.post(f"{url}seen/", {}, content_type=JSON).status_code == 404
        assert other.client.get(PATH).json()["count"] == 0


def test_a_viewer_may_not_write(member: Person) -> None:
    viewer = make_person(workspace_of=member, role="viewer")
    assert post(viewer, BODY).status_code == 403
    assert viewer.client.get(PATH).json()["results"] == []


def test_the_plan_says_how_many(member: Person) -> None:
    for _ in range(10):
        made(member)
    answer = post(member, {"name": "One more", "filters": {"q": "bread"}})
    assert answer.status_code == 403
    assert answer.json()["code"] == "plan_limit_reached"
    assert (
        member.client.delete(f"{PATH}{member.client.get(PATH).json()['results'][0]['id']}/").status_code
        == 204
    )
    made(member)


def test_the_same_key_makes_one(member: Person) -> None:
    answers = [
        member.client.post(PATH, BODY, content_type=JSON, headers={"idempotency-key": "one"})
        for _ in range(2)
    ]
    assert {answer.status_code for answer in answers} == {201}
    assert answers[0].json()["id"] == answers[1].json()["id"]
