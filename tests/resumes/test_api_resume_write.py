"""`resumes/`: create, read, list, replace, update, delete; the bounds of what is taken."""

from __future__ import annotations

import json
from typing import Any, get_type_hints, is_typeddict

import pytest
from django.db import ProgrammingError, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting
from apps.events.models import Event
from apps.resumes import content as shape
from apps.resumes import selectors, services
from apps.resumes.api import content as serializers
from apps.resumes.content import empty_content
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.sample import sample
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_resume

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"


def send(person: Person, method: str, path: str, body: object, **headers: str) -> tuple[int, Any]:
    response = getattr(person.client, method)(f"/api/v1/{path}", body, content_type=JSON, headers=headers)
    return response.status_code, response.json() if response.content else None


def create(person: Person, content: object, **fields: Any) -> tuple[int, Any]:
    return send(person, "post", "resumes/", {"title": "Mine", "content": content, **fields})


def events(person: Person) -> list[tuple[str, dict[str, Any]]]:
    with acting(person.caller):
        return [(e.type, e.payload) for e in Event.objects.filter(type__startswith="resume.").order_by("id")]


def test_the_serializers_have_the_shape_of_the_content() -> None:
    """Every key, in the same order, at every depth."""

    def compare(serializer: Any, typed: Any) -> None:
        hints = get_type_hints(typed)
        assert list(serializer.fields) == list(hints), typed
        for name, hint in hints.items():
            inner = getattr(hint, "__args__", (hint,))[0]
            if is_typeddict(inner):
                compare(getattr(serializer.fields[name], "child", serializer.fields[name]), inner)

    compare(serializers.ResumeContentSerializer(), shape.ResumeContent)


def test_the_whole_row(member: Person) -> None:
    status, body = create(member, sample(), language="en-GB")
    assert status == 201
    with acting(member.caller):
        row = Resume.objects.get()
    stamp = row.created_at.isoformat().replace("+00:00", "Z")
    assert body == {
        "id": str(row.pk),
        "title": "Mine",
        "language": "en-GB",
        "origin": "typed",
        "current_version": 1,
        "document_id": None,
        "parent_id": None,
        "created_at": stamp,
        "updated_at": row.updated_at.isoformat().replace("+00:00", "Z"),
        "content": sample(),
    }
    assert list(body["content"]["work_experience"][0]) == list(sample()["work_experience"][0])
    assert member.client.get(f"/api/v1/resumes/{row.pk}/").json() == body
    summary = {name: value for name, value in body.items() if name != "content"}
    assert member.client.get("/api/v1/resumes/").json()["results"] == [summary]
    assert events(member) == [("resume.created", {"resume_id": str(row.pk), "version": 1})]


def test_what_is_left_out_is_empty_and_a_bare_string_is_a_skill(member: Person) -> None:
    status, body = create(
        member, {"skills": ["Go", {"keywords": ["SQL"]}], "work_experience": [{"company": "Acme"}]}
    )
    assert status == 201
    expected = empty_content()
    expected["skills"] = [{"name": "Go", "keywords": []}, {"name": "", "keywords": ["SQL"]}]
    expected["work_experience"] = [shape.empty_work() | {"company": "Acme"}]
    assert body["content"] == expected
    with acting(member.caller):
        assert Resume.objects.get().content == expected == ResumeVersion.objects.get().content


@pytest.mark.parametrize("date", ["", "2020", "2020-02", "2020-02-29"])
def test_dates_that_are_dates(member: Person, date: str) -> None:
    assert create(member, {"education": [{"graduation_date": date}]})[0] == 201


@pytest.mark.parametrize(
    ("content", "attr", "code"),
    [
        ({"work_experience": [{"start_date": "2020-13"}]}, "work_experience.0.start_date", "invalid_date"),
        ({"work_experience": [{"start_date": "2021-02-29"}]}, "work_experience.0.start_date", "invalid_date"),
        ({"work_experience": [{"end_date": "May 2020"}]}, "work_experience.0.end_date", "invalid_date"),
        ({"work_experience": [{"end_date": "٢٠٢٠"}]}, "work_experience.0.end_date", "invalid_date"),
        ({"work_experience": [{"end_date": "0000"}]}, "work_experience.0.end_date", "invalid_date"),
        ({"work_experience": [{"colour": "red"}]}, "work_experience.0.colour", "unknown"),
        ({"hobbies": []}, "hobbies", "unknown"),
        ({"summary": "a\x00b"}, "summary", "null_characters_not_allowed"),
        ({"summary": "x" * 10_001}, "summary", "max_length"),
        ({"summary": None}, "summary", "null"),
        ({"summary": ["a"]}, "summary", "invalid"),
        ({"work_experience": [{}] * 101}, "work_experience", "max_length"),
        (
            {"work_experience": [{"responsibilities": ["x"] * 201}]},
            "work_experience.0.responsibilities",
            "max_length",
        ),
        ({"work_experience": [{"is_current": "maybe"}]}, "work_experience.0.is_current", "invalid"),
        ({"skills": [7]}, "skills.0", "invalid"),
        ({"extra": [{"path": "meta", "json": {"a": ["\x00"]}}]}, "extra.0.json", "invalid"),
        ({"extra": [{"path": "meta", "json": json.loads("[" * 30 + "]" * 30)}]}, "extra.0.json", "invalid"),
        ({"extra": [{"path": "meta"}]}, "extra.0.json", "required"),
        ({"publications": [{"summary": "x" * 9_000}] * 60}, "", "max_size"),
        ([], "", "invalid"),
    ],
)
def test_content_out_of_bounds_is_refused_by_name(member: Person, content: Any, attr: str, code: str) -> None:
    status, body = create(member, content)
    (error,) = body["errors"]
    assert (status, error["attr"].removeprefix("content").lstrip("."), error["code"]) == (400, attr, code)
    with acting(member.caller):
        assert Resume.objects.count() == 0


def test_replacing_makes_a_version_and_nothing_new_makes_none(member: Person) -> None:
    resume = make_resume(member)
    path = f"resumes/{resume.pk}/"
    status, body = send(member, "put", path, {"title": "New", "content": {"summary": "Short."}})
    assert (status, body["title"], body["current_version"]) == (200, "New", 2)
    assert body["content"] == empty_content() | {"summary": "Short."}
    assert send(member, "put", path, {"title": "New", "content": {"summary": "Short."}})[1] == body
    with acting(member.caller):
        versions = ResumeVersion.objects.order_by("number")
        assert [(v.number, v.reason, v.title, v.actor_id) for v in versions] == [
            (1, "created", "My resume", member.user.pk),
            (2, "updated", "New", member.user.pk),
        ]
        assert versions[0].content == sample()
        changed = Event.objects.get(type="resume.updated").changed
    assert changed == ["content", "title"]


def test_patching_changes_the_sections_that_are_given(member: Person) -> None:
    resume = make_resume(member)
    status, body = send(member, "patch", f"resumes/{resume.pk}/", {"content": {"skills": ["Knots"]}})
    assert status == 200
    assert body["content"] == sample() | {"skills": [{"name": "Knots", "keywords": []}]}
    status, body = send(member, "patch", f"resumes/{resume.pk}/", {"title": "T"})
    assert (body["title"], body["current_version"]) == ("T", 3)
    contact = {"contact_info": {"full_name": "Only"}}
    body = send(member, "patch", f"resumes/{resume.pk}/", {"content": contact})[1]
    assert body["content"]["contact_info"] == empty_content()["contact_info"] | {"full_name": "Only"}


def test_extras_move_along_with_their_items(member: Person) -> None:
    content = sample()
    content["extra"] = [{"path": "work.1.keywords", "json": ["lens"]}]
    resume = make_resume(member, content=content)
    moved = content | {"work_experience": content["work_experience"][::-1]}
    body = send(member, "put", f"resumes/{resume.pk}/", {"title": "T", "content": moved})[1]
    assert body["content"]["extra"] == [{"path": "work.0.keywords", "json": ["lens"]}]


def test_a_stale_write_is_refused(member: Person) -> None:
    resume = make_resume(member)
    path = f"resumes/{resume.pk}/"
    etag = member.client.get(f"/api/v1/{path}").headers["ETag"]
    assert send(member, "patch", path, {"title": "A"}, **{"if-match": etag})[0] == 200
    for method, body in (("patch", {"title": "B"}), ("put", {"title": "B", "content": {}}), ("delete", None)):
        assert send(member, method, path, body, **{"if-match": etag})[0] == 412
    assert member.client.get(f"/api/v1/{path}").json()["title"] == "A"


def test_deleting_takes_every_version(member: Person) -> None:
    parent = make_resume(member)
    child = make_resume(member, origin="tailored", parent=parent, reason="generated")
    assert send(member, "delete", f"resumes/{parent.pk}/", None) == (204, None)
    assert send(member, "get", f"resumes/{parent.pk}/", None)[0] == 404
    assert send(member, "get", f"resumes/{child.pk}/", None)[1]["parent_id"] is None
    with acting(member.caller):
        assert [v.resume_id for v in ResumeVersion.objects.all()] == [child.pk]
    assert events(member)[-1] == ("resume.deleted", {"resume_id": str(parent.pk), "version": 1})


def test_strangers_and_viewers(member: Person, stranger: Person, anonymous: Client) -> None:
    resume = make_resume(member)
    path = f"resumes/{resume.pk}/"
    viewer = make_person(workspace_of=member, role="viewer")
    body = {"title": "T", "content": {}}
    for method, given in (("get", None), ("put", body), ("patch", body), ("delete", None)):
        assert send(stranger, method, path, given)[0] == 404
        assert send(viewer, method, path, given)[0] == (200 if method == "get" else 403)
    assert create(viewer, {})[0] == 403
    assert anonymous.get(f"/api/v1/{path}").status_code == 401
    assert stranger.client.get("/api/v1/resumes/").json()["count"] == 0


def test_unknown_input_is_refused(member: Person) -> None:
    assert send(member, "get", "resumes/?colour=red", None)[0] == 400
    assert send(member, "get", "resumes/?ordering=content", None)[0] == 400
    status, body = create(member, {}, origin="parsed")
    assert (status, body["errors"][0]["attr"]) == (400, "origin")
    assert create(member, {}, language="not a language")[0] == 400


def test_filters_and_order(member: Person) -> None:
    first = make_resume(member, title="Baker")
    make_resume(member, title="Miller", origin="tailored", parent=first)

    def titles(query: str) -> list[str]:
        return [row["title"] for row in send(member, "get", f"resumes/{query}", None)[1]["results"]]

    assert titles("") == ["Miller", "Baker"]
    assert titles("?ordering=title") == ["Baker", "Miller"]
    assert titles("?q=bak") == ["Baker"]
    assert titles("?origin=tailored") == titles(f"?parent_id={first.pk}") == ["Miller"]


def test_the_lists_cost_the_same_at_any_length(member: Person) -> None:
    resume = make_resume(member)
    costs = []
    for more in (0, 4, 15):
        for number in range(more):
            make_resume(member)
            with acting(member.caller):
                row = selectors.get_resume(resume_id=resume.pk, caller=member.caller, lock=True)
                services.update_resume(
                    resume=row, caller=member.caller, changes={"title": f"{more} {number}"}
                )
        for path in ("resumes/", f"resumes/{resume.pk}/versions/"):
            with CaptureQueriesContext(connections["default"]) as queries:
                assert send(member, "get", path, None)[0] == 200
            costs.append((path, len(queries)))
    assert len(set(costs)) == 2


def test_no_request_can_change_a_version(member: Person) -> None:
    make_resume(member)
    with pytest.raises(ProgrammingError, match="permission denied"), acting(member.caller):
        ResumeVersion.objects.update(title="rewritten")


def test_a_key_makes_one_resume(member: Person) -> None:
    body = {"title": "T", "content": {}}
    first = send(member, "post", "resumes/", body, **{"idempotency-key": "k"})
    assert send(member, "post", "resumes/", body, **{"idempotency-key": "k"}) == first
    with acting(member.caller):
        assert Resume.objects.count() == 1
