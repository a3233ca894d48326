"""`vacancies/`: a workspace's own, and its marks."""

from __future__ import annotations

from typing import Any

import pytest

from apps.accounts.models import Role
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
BODY = {
    "title": "Senior Welder (m/w/d)",
    "company_name": "Kestrel Ironworks GmbH",
    "locations": ["Hamburg, Germany"],
    "salary_min": 48000,
    "salary_max": 56000.5,
    "salary_currency": "EUR",
    "salary_period": "year",
    "description_html": "<p>We need <b>TIG welding</b> and blueprint reading.</p><script>alert(1)</script>",
    "url": "https://kestrel.example.com/jobs/1",
}


def create(person: Person, **changes: Any) -> dict[str, Any]:
    response = person.client.post("/api/v1/vacancies/", {**BODY, **changes}, content_type=JSON)
    assert response.status_code == 201, response.content
    body: dict[str, Any] = response.json()
    return body


def test_create_answers_the_whole_vacancy(member: Person) -> None:
    body = create(member)
    for stamp in ("id", "first_seen_at", "last_seen_at", "source_id"):
        assert body.pop(stamp)
    assert body == {
        "title": "Senior Welder",
        "company": {"id": None, "name": "Kestrel Ironworks GmbH", "logo_url": ""},
        "locations": [
            {
                "text": "Hamburg, Germany",
                "city": "Hamburg",
                "region": "",
                "country": "DE",
                "remote_scope": "",
                "lat": None,
                "lon": None,
            }
        ],
        "remote": None,
        "employment_type": None,
        "seniority": "senior",
        "job_function": "trades",
        "salary_min": 48000,
        "salary_max": 56000.5,
        "salary_currency": "EUR",
        "salary_period": "year",
        "skills": body["skills"],
        "snippet": "We need TIG welding and blueprint reading.",
        "url": "https://kestrel.example.com/jobs/1",
        "apply_url": body["apply_url"],
        "source": "own",
        "posted_at": None,
        "closed_at": None,
        "status": "open",
        "budget": None,
        "client": None,
        "application_deadline": None,
        "visa_sponsorship": None,
        "repost_count": 0,
        "origin": "own",
        "saved": False,
        "applied_at": None,
        "requirements": [],
        "time_zones": [],
        "description_html": "<p>We need <b>TIG welding</b> and blueprint reading.</p>",
        "description_text": "We need TIG welding and blueprint reading.",
        "department": "",
        "language": body["language"],
        "ghost_signal": {"level": "none", "score": 0.0, "reasons": []},
        "merged_into": None,
    }
    assert any("weld" in slug for slug in body["skills"])


def test_where_and_when_a_remote_worker_lives_is_read_kept_and_found(member: Person) -> None:
    body = create(member, title="Baker", locations=["Remote (EU)"])
    (place,) = body["locations"]
    assert (place["remote_scope"], body["remote"], body["time_zones"]) == ("EU", "remote", [])
    zoned = create(member, title="Miller", locations=["Remote, UTC-1 to UTC+1"])
    assert (zoned["remote"], zoned["time_zones"]) == ("remote", [-1.0, 0.0, 1.0])
    create(member, title="Cook", locations=["Remote - US"])
    create(member, title="Porter", locations=["Lisbon, Portugal"])

    def found(country: str) -> set[str]:
        rows = member.client.get(f"/api/v1/vacancies/?remote_from={country}").json()["results"]
        return {row["title"] for row in rows}

    # Who does not say from where is found from everywhere; who is not remote, from nowhere.
    assert (found("PT"), found("us"), found("BR")) == ({"Baker", "Miller"}, {"Cook", "Miller"}, {"Miller"})


def test_a_stranger_meets_it_nowhere(member: Person, stranger: Person) -> None:
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    for response in (
        stranger.client.get(path),
        stranger.client.put(path, BODY, content_type=JSON),
        stranger.client.patch(path, {"title": "Mine"}, content_type=JSON),
        stranger.client.delete(path),
        stranger.client.post(f"{path}save/", {}, content_type=JSON),
        stranger.client.post(f"{path}hide/"),
        stranger.client.get(f"{path}sources/"),
    ):
        assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert stranger.client.get("/api/v1/vacancies/").json()["count"] == 0
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_a_viewer_reads_and_writes_nothing(member: Person) -> None:
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    assert viewer.client.get(path).status_code == 200
    refused = viewer.client.patch(path, {"title": "Mine"}, content_type=JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")


def test_patch_changes_what_is_given_and_reads_the_rest_again(member: Person) -> None:
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    changed = member.client.patch(path, {"title": "Junior Welder"}, content_type=JSON).json()
    assert changed["title"] == "Junior Welder"
    assert changed["salary_max"] == 56000.5
    assert changed["description_text"] == "We need TIG welding and blueprint reading."
    other = member.client.patch(path, {"salary_min": 99000}, content_type=JSON)
    assert (other.status_code, other.json()["code"]) == (400, "validation_error")


def test_put_replaces(member: Person) -> None:
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    body = member.client.put(path, {"title": "Baker"}, content_type=JSON).json()
    assert (body["title"], body["company"]["name"], body["salary_min"], body["locations"]) == (
        "Baker",
        "",
        None,
        [],
    )


def test_a_stale_if_match_changes_nothing(member: Person) -> None:
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    tag = member.client.get(path).headers["ETag"]
    assert member.client.get(path, headers={"if-none-match": tag}).status_code == 304
    assert (
        member.client.patch(path, {"title": "A"}, content_type=JSON, headers={"if-match": tag}).status_code
        == 200
    )
    stale = member.client.delete(path, headers={"if-match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    assert member.client.get(path).json()["title"] == "A"


def test_one_idempotency_key_makes_one_vacancy(member: Person) -> None:
    def post(body: dict[str, Any]) -> Any:
        return member.client.post(
            "/api/v1/vacancies/", body, content_type=JSON, headers={"idempotency-key": "k-1"}
        )

    first, again, other = post(BODY), post(BODY), post({**BODY, "title": "Other"})
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_save_note_unsave_hide(member: Person, stranger: Person) -> None:
    vacancy_id = create(member)["id"]
    path = f"/api/v1/vacancies/{vacancy_id}/"
    mark = member.client.post(
        f"{path}save/", {"note": "ask Ines", "tags": ["b", "a", "a"]}, content_type=JSON
    ).json()
    assert (mark["vacancy_id"], mark["note"], mark["tags"]) == (vacancy_id, "ask Ines", ["a", "b"])
    assert member.client.get(path).json()["saved"] is True
    assert [row["id"] for row in member.client.get("/api/v1/vacancies/?saved=true").json()["results"]] == [
        vacancy_id
    ]
    assert member.client.get("/api/v1/vacancies/?saved=false").json()["count"] == 0
    assert member.client.delete(f"{path}save/").status_code == 204
    assert member.client.get(path).json()["saved"] is False
    assert member.client.post(f"{path}hide/").status_code == 204
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 0
    assert member.client.delete(f"{path}hide/").status_code == 204
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_delete(member: Person) -> None:
    path = f"/api/v1/vacancies/{create(member)['id']}/"
    assert member.client.delete(path).status_code == 204
    assert member.client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("changes", "attr"),
    [
        ({"colour": "red"}, "colour"),
        ({"title": ""}, "title"),
        ({"salary_min": -1}, "salary_min"),
        ({"salary_min": 2, "salary_max": 1}, "salary_min"),
        ({"remote": "moon"}, "remote"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"title": "nul\u0000"}, "title"),
        ({"id": "x"}, "id"),
    ],
)
def test_bad_values_name_their_field(member: Person, changes: dict[str, Any], attr: str) -> None:
    response = member.client.post("/api/v1/vacancies/", {**BODY, **changes}, content_type=JSON)
    assert response.status_code == 400
    assert [fault["attr"] for fault in response.json()["errors"]] == [attr]


def test_a_member_may_state_a_budget(member: Person) -> None:
    body = create(member, budget={"type": "hourly", "min": 30, "max": 45.5})
    assert body["budget"] == {"type": "hourly", "min": 30, "max": 45.5}
    url = f"/api/v1/vacancies/{body['id']}/"
    kept = member.client.patch(url, {"title": "Foreman"}, content_type=JSON).json()
    assert (kept["title"], kept["budget"]) == ("Foreman", body["budget"])
    changed = member.client.patch(url, {"budget": {"max": 900}}, content_type=JSON).json()
    assert changed["budget"] == {"type": None, "min": None, "max": 900}
    gone = member.client.patch(url, {"budget": None}, content_type=JSON).json()
    assert gone["budget"] is None


@pytest.mark.parametrize(
    ("budget", "attr"),
    [
        ({}, "budget.min"),
        ({"type": "fixed"}, "budget.min"),
        ({"min": 9, "max": 8}, "budget.min"),
        ({"min": -1}, "budget.min"),
        ({"type": "barter", "min": 1}, "budget.type"),
        ({"min": 1, "currency": "EUR"}, "budget.currency"),
    ],
)
def test_a_budget_that_is_none_is_refused(member: Person, budget: dict[str, Any], attr: str) -> None:
    answer = member.client.post("/api/v1/vacancies/", {**BODY, "budget": budget}, content_type=JSON)
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, attr)
