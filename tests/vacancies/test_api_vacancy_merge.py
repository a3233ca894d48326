"""`vacancies/{id}/merge/` and `unmerge/`: staff see why postings are one, and take them apart."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import as_system
from apps.events.models import Event
from apps.vacancies.models import MergeDecision
from tests.factories.accounts import Person, make_person
from tests.vacancies.merging import crawl, greenhouse, lever, postings, remotive, snapshot, vacancy_of

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
LEVER = "lever 00000000-0000-4000-8000-000000000001"


@pytest.fixture
def editor(database: None) -> Person:
    """One of the staff."""
    return make_person(is_staff=True)


def path(vacancy_id: Any, action: str = "merge") -> str:
    return f"/api/v1/vacancies/{vacancy_id}/{action}/"


def iso(moment: Any) -> str | None:
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def test_it_says_what_a_vacancy_was_made_of_and_why(editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1)])
    crawl("remotive", [remotive(1)])
    own, copy = postings()["greenhouse 1001"], postings()["remotive 5001"]
    body = editor.client.get(path(own.vacancy_id)).json()
    fields = {each["field"]: (each["posting_id"], each["how"]) for each in body.pop("fields_from")}
    (evidence,) = [one.pop("evidence") for one in body["decisions"]]
    confidence, reason = (body["decisions"][0].pop(name) for name in ("confidence", "reason"))
    with as_system():
        made = MergeDecision.objects.get()
    assert body == {
        "vacancy_id": str(own.vacancy_id),
        "merged_into": None,
        "postings": [
            {
                "posting_id": str(raw.pk),
                "kind": raw.source.kind,
                "board": "kestrel",
                "source_id": raw.source_posting_id,
                "url": raw.url,
                "first_seen_at": iso(raw.first_seen_at),
                "last_seen_at": iso(raw.last_seen_at),
                "closed_at": None,
            }
            for raw in (own, copy)
        ],
        "decisions": [
            {
                "id": str(made.pk),
                "posting_id": str(copy.pk),
                "vacancy_id": str(own.vacancy_id),
                "from_vacancy_id": None,
                "kind": "cross_post",
                "state": "applied",
                "decided_at": iso(made.decided_at),
                "decided_by_id": None,
            }
        ],
    }
    assert fields["title"] == (str(own.pk), "field")
    assert fields["salary"][0] == str(copy.pk)
    assert reason and confidence > 0.9
    assert {"name": "stage", "value": "rules"} in evidence


def test_one_posting_says_every_field_itself(editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1)])
    raw = postings()["greenhouse 1001"]
    body = editor.client.get(path(raw.vacancy_id)).json()
    assert {each["posting_id"] for each in body["fields_from"]} == {str(raw.pk)}
    assert body["decisions"] == []


def test_merge_and_unmerge_by_hand(editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2)])
    into, absorbed = vacancy_of("greenhouse 1001"), vacancy_of("greenhouse 1002")
    moved = postings()["greenhouse 1002"].pk
    before = snapshot()
    request = {"vacancy_id": str(absorbed), "reason": "two names of one job", "kind": "repost"}
    body = editor.client.post(path(into), request, content_type=JSON).json()
    assert [one["posting_id"] for one in body["decisions"]] == [str(moved)]
    said = body["decisions"][0]
    assert (said["kind"], said["state"], said["reason"]) == ("repost", "applied", "two names of one job")
    assert (said["decided_by_id"], said["from_vacancy_id"]) == (str(editor.caller.user_id), str(absorbed))
    assert len(body["postings"]) == 2
    assert editor.client.get(path(absorbed)).json()["merged_into"] == str(into)
    undone = editor.client.post(path(into, "unmerge"), {"posting_id": str(moved)}, content_type=JSON)
    assert undone.json()["decisions"][0]["state"] == "undone"
    again = editor.client.post(path(into, "unmerge"), {"posting_id": str(moved)}, content_type=JSON)
    assert (again.status_code, again.json()) == (200, undone.json())
    assert snapshot() == before
    with as_system():
        told = Event.objects.filter(type__in=["vacancy.merged", "vacancy.unmerged"])
        assert [(one.type, one.actor_id) for one in told.order_by("id")] == [
            ("vacancy.merged", editor.caller.user_id),
            ("vacancy.unmerged", editor.caller.user_id),
        ]


def test_what_cannot_be_done_is_one_clear_problem(editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2)])
    one, two = vacancy_of("greenhouse 1001"), vacancy_of("greenhouse 1002")
    native = {"posting_id": str(postings()["greenhouse 1001"].pk)}

    def code(vacancy_id: Any, action: str, body: dict[str, Any]) -> tuple[int, str]:
        answer = editor.client.post(path(vacancy_id, action), body, content_type=JSON)
        return answer.status_code, answer.json()["code"]

    assert code(one, "unmerge", native) == (409, "conflict")
    assert code(two, "unmerge", native) == (409, "conflict")
    assert code(one, "merge", {"vacancy_id": str(one), "reason": "x"}) == (409, "conflict")
    assert code(one, "merge", {"vacancy_id": str(one)}) == (400, "validation_error")
    assert code(one, "merge", {"vacancy_id": str(two), "reason": "x", "score": 1}) == (
        400,
        "validation_error",
    )
    assert code(native["posting_id"], "unmerge", native) == (404, "not_found")


def test_only_staff_may(member: Person, editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1)])
    crawl("lever", [lever(1)])
    vacancy, posting = vacancy_of("greenhouse 1001"), postings()[LEVER].pk
    for answer in (
        member.client.get(path(vacancy)),
        member.client.post(path(vacancy), {"vacancy_id": str(posting), "reason": "x"}, content_type=JSON),
        member.client.post(path(vacancy, "unmerge"), {"posting_id": str(posting)}, content_type=JSON),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert editor.client.get(path(vacancy)).status_code == 200


def test_own_vacancies_have_no_merge(editor: Person) -> None:
    own = editor.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON).json()
    assert editor.client.get(path(own["id"])).status_code == 404


def test_as_many_queries_for_many_postings(editor: Person) -> None:
    crawl("greenhouse", [greenhouse(1)])
    vacancy = vacancy_of("greenhouse 1001")

    def count() -> int:
        with CaptureQueriesContext(connections["system"]) as seen:
            assert editor.client.get(path(vacancy)).status_code == 200
        return len(seen)

    one = count()
    crawl("lever", [lever(1)])
    crawl("remotive", [remotive(1)])
    assert count() == one
