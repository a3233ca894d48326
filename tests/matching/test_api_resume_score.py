"""`resumes/{id}/ats-score/`"""

from __future__ import annotations

from typing import Any

import pytest

from apps.accounts.models import Role
from apps.resumes.content import empty_content, empty_work
from apps.resumes.models import Resume
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_resume
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")
TEXT = "Requirements:\n- TIG welding\n- Blueprint reading\n- Pipe fitting\n- Crane operation\nNice to have:\n- Forklift\n"


@pytest.fixture
def resume(member: Person) -> Resume:
    content = empty_content()
    job = empty_work()
    job |= {"company": "Kestrel Ironworks", "position": "Welder", "start_date": "2019-01", "is_current": True}
    job["responsibilities"] = ["TIG welding of stainless tanks.", "Blueprint reading and layout."]
    content["work_experience"] = [job]
    content["skills"] = [{"name": "Trade", "keywords": ["TIG welding", "Blueprint reading"]}]
    return make_resume(member, content=content)


def score(person: Person, resume: Resume, **body: Any) -> Any:
    return person.client.post(
        f"/api/v1/resumes/{resume.pk}/ats-score/", body, content_type="application/json"
    )


def test_the_whole_answer(member: Person, resume: Resume) -> None:
    response = score(member, resume, text=TEXT, title="Welder")
    assert response.status_code == 200
    body = response.json()
    assert set(body) == {"total", "band", "parts", "found", "missing", "blockers", "advice"}
    parts = {part["name"]: part for part in body["parts"]}
    assert list(parts) == ["skills", "title", "nice_to_have"]
    assert sum(part["score"] for part in body["parts"]) == body["total"]
    found, missing = ({one["keyword"]: one for one in body[name]} for name in ("found", "missing"))
    assert {"TIG welding", "Blueprint reading"} <= set(found)
    assert not set(found) & set(missing)
    assert all(one["earned"] == one["weight"] for one in (found["TIG welding"], found["Blueprint reading"]))
    required = [one for one in (*body["found"], *body["missing"]) if one["is_required"]]
    assert sum(one["weight"] for one in required) == pytest.approx(parts["skills"]["weight"], abs=0.1)
    assert sum(one["earned"] for one in required) == pytest.approx(parts["skills"]["score"], abs=0.6)
    assert {one["edit"]["kind"] for one in body["advice"]} == {"add_skill"}
    assert score(member, resume, text=TEXT, title="Welder").json() == body


def test_a_first_line_is_the_title(member: Person, resume: Resume) -> None:
    assert (
        score(member, resume, text=f"Welder\n\n{TEXT}").json()
        == score(member, resume, text=TEXT, title="Welder").json()
    )


def test_a_keyword_named_often_counts_once(member: Person, resume: Resume) -> None:
    path = f"/api/v1/resumes/{resume.pk}/"
    before = score(member, resume, text=TEXT).json()
    stuffed = {"name": "More", "keywords": ["TIG welding"] * 50}
    changed = member.client.patch(path, {"content": {"skills": [stuffed]}}, content_type="application/json")
    assert changed.status_code == 200
    assert score(member, resume, text=TEXT).json()["total"] <= before["total"]


def test_a_vacancy_scores_as_in_the_list_of_matches(member: Person, resume: Resume) -> None:
    vacancy = make_vacancy(title="Welder", description_text=TEXT, skills=["tig-welding", "blueprint-reading"])
    body = score(member, resume, vacancy_id=str(vacancy.pk)).json()
    (listed,) = member.client.get(f"/api/v1/resumes/{resume.pk}/matches/").json()["results"]
    assert (listed["score"], listed["parts"], listed["suggestions"]) == (
        body["total"],
        body["parts"],
        body["advice"],
    )


def test_strangers_and_viewers(member: Person, stranger: Person, resume: Resume, anonymous: Any) -> None:
    assert score(stranger, resume, text=TEXT).status_code == 404
    assert score(make_person(workspace_of=member, role=Role.VIEWER), resume, text=TEXT).status_code == 200
    assert anonymous.post(f"/api/v1/resumes/{resume.pk}/ats-score/").status_code == 401
    own = {"title": "Welder", "description_html": TEXT}
    theirs = stranger.client.post("/api/v1/vacancies/", own, content_type="application/json").json()["id"]
    assert score(member, resume, vacancy_id=theirs).status_code == 404


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({}, "vacancy_id"),
        ({"text": TEXT, "vacancy_id": "00000000-0000-7000-8000-000000000000"}, "vacancy_id"),
        ({"vacancy_id": "00000000-0000-7000-8000-000000000000", "title": "Welder"}, "title"),
        ({"text": ""}, "text"),
        ({"text": TEXT, "colour": "red"}, "colour"),
        ({"vacancy_id": "x"}, "vacancy_id"),
    ],
)
def test_bad_values_name_their_field(member: Person, resume: Resume, body: dict[str, Any], attr: str) -> None:
    response = score(member, resume, **body)
    assert response.status_code == 400
    assert [fault["attr"] for fault in response.json()["errors"]] == [attr]
