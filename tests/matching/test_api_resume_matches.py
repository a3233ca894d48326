"""`resumes/{id}/matches/`"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.models import Role
from apps.core.cached.recent import Recent
from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.events.relay import relay
from apps.events.services import publish
from apps.jobs.models import GlobalTask
from apps.jobs.runner import run
from apps.matching import candidates, facts
from apps.matching.jobs import READ_VACANCIES
from apps.matching.models import VacancyProfile
from apps.matching.services import ask_to_read_vacancies
from apps.matching.tasks import keep_current
from apps.resumes.content import ResumeContent, empty_content, empty_work
from apps.resumes.models import Resume
from apps.resumes.services import create_resume
from apps.vacancies import columns
from apps.vacancies.models import Vacancy
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import PostingDraft
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database", "nothing_remembered")
JSON = "application/json"
TEXT = "Requirements:\n- TIG welding\n- Blueprint reading\n- 3 years of experience in fabrication\nNice to have:\n- Forklift\n"


@pytest.fixture
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has just begun."""
    monkeypatch.setattr(facts, "_vacancies", Recent(100))
    monkeypatch.setattr(facts, "_resumes", Recent(100))


def welder() -> ResumeContent:
    content = empty_content()
    content["contact_info"] |= {
        "full_name": "Imke Sandvoss",
        "email": "imke@example.com",
        "address": "Hamburg, Germany",
    }
    job = empty_work()
    job |= {"company": "Kestrel Ironworks", "position": "Welder", "start_date": "2019-01", "is_current": True}
    job["responsibilities"] = [
        "TIG welding of stainless tanks from drawings.",
        "Blueprint reading and layout.",
    ]
    content["work_experience"] = [job]
    content["skills"] = [{"name": "Trade", "keywords": ["TIG welding", "MIG welding", "Blueprint reading"]}]
    return content


def make_resume(person: Person, content: ResumeContent | None = None) -> Resume:
    with acting(person.caller):
        return create_resume(caller=person.caller, title="Mine", content=content or welder())


def posted(title: str = "Welder", text: str = TEXT, **changes: Any) -> Vacancy:
    """A vacancy of the catalogue with the columns that ingest would give it."""
    draft = PostingDraft(
        source="greenhouse", board="b", source_id="1", url="https://example.com/1", title=title,
        company_name="Kestrel Ironworks", locations=("Hamburg, Germany",), description_html=text.replace("\n", "<br>"),
        payload={},
    )  # fmt: skip
    return make_vacancy(**{**columns.of_posting(normalise(draft)), **changes})


def matches(person: Person, resume: Resume, query: str = "") -> Any:
    return person.client.get(f"/api/v1/resumes/{resume.pk}/matches/{query}")


def read_all() -> GlobalTask:
    """What a worker does after a crawl."""
    with as_system():
        ask_to_read_vacancies()
        ask_to_read_vacancies()
        task = GlobalTask.objects.get(kind=READ_VACANCIES, status="queued")
    assert run(task.pk, is_global=True)
    with as_system():
        task.refresh_from_db()
    return task


def test_a_match_is_explained_in_full(member: Person) -> None:
    vacancy, resume = posted(), make_resume(member)
    body = matches(member, resume).json()
    shown = member.client.get("/api/v1/vacancies/").json()["results"]
    assert {name: body[name] for name in ("count", "count_exact", "next", "previous")} == {
        "count": 1, "count_exact": True, "next": None, "previous": None,
    }  # fmt: skip
    (match,) = body["results"]
    assert [match["vacancy"]] == shown
    assert match["vacancy"]["id"] == str(vacancy.pk)
    assert sum(part["score"] for part in match["parts"]) == match["score"]
    assert sum(part["weight"] for part in match["parts"]) == 100
    assert match["band"] == "excellent"
    assert match["blockers"] == []
    by_name = {part.pop("name"): part for part in match["parts"]}
    assert list(by_name) == ["skills", "title", "nice_to_have", "experience", "place"]
    assert by_name["title"] == {
        "score": by_name["title"]["weight"], "weight": by_name["title"]["weight"],
        "found": ["welder"], "missing": [], "unknown": False,
    }  # fmt: skip
    assert by_name["nice_to_have"]["missing"]
    best = match["suggestions"][0]
    assert (set(best), set(best["edit"]), best["edit"]["kind"]) == (
        {"edit", "gain"},
        {"kind", "value", "text"},
        "add_skill",
    )
    assert best["gain"] > 0


def test_the_best_come_first_and_the_newest_of_equals(member: Person) -> None:
    old = posted(listed_at=timezone.now() - timedelta(days=9))
    new = posted(listed_at=timezone.now() - timedelta(days=1))
    worse = posted("Cook", "Requirements:\n- Blueprint reading\n- Pastry\n- Menu planning\n- Food safety\n")
    rows = matches(member, make_resume(member)).json()["results"]
    assert [row["vacancy"]["id"] for row in rows] == [str(new.pk), str(old.pk), str(worse.pk)]
    assert rows[0]["score"] == rows[1]["score"] > rows[2]["score"]


def test_what_a_worker_read_gives_the_same_answer(member: Person) -> None:
    resume = make_resume(member)
    for title in ("Welder", "Senior Welder", "Fabricator", "Cook"):
        posted(title)
    before = matches(member, resume).json()
    assert read_all().result == {"read": 4}
    facts._vacancies = Recent(100)
    with CaptureQueriesContext(connections["default"]) as asked:
        assert matches(member, resume).json() == before
    assert not any("description_text" in query["sql"] for query in asked.captured_queries)
    assert read_all().result == {"read": 0}


def test_a_changed_vacancy_is_read_again(member: Person) -> None:
    resume, vacancy = make_resume(member), posted()
    read_all()
    before = matches(member, resume).json()["results"][0]["score"]
    with as_system():
        vacancy.title, vacancy.description_text = (
            "Pastry cook",
            "Requirements:\n- Blueprint reading\n- Pastry\n- Baking\n",
        )
        vacancy.save()
    assert matches(member, resume).json()["results"][0]["score"] < before
    assert read_all().result == {"read": 1}
    with as_system():
        assert VacancyProfile.objects.get().vacancy_updated_at == vacancy.updated_at


def test_a_profile_of_older_code_is_read_again(member: Person) -> None:
    posted()
    read_all()
    with as_system():
        VacancyProfile.objects.update(reader="older")
    assert read_all().result == {"read": 1}


def test_what_no_crawl_asked_for_is_read_at_the_next_tick(member: Person) -> None:
    assert keep_current() is False
    posted()
    assert keep_current() is True
    with as_system():
        task = GlobalTask.objects.get()
    assert run(task.pk, is_global=True)
    assert keep_current() is False


@pytest.mark.parametrize(
    ("counts", "asked"), [({"created": 1}, 1), ({"changed": 2}, 1), ({"unchanged": 9}, 0)]
)
def test_a_crawl_that_brought_something_asks_for_reading(
    member: Person, counts: dict[str, int], asked: int
) -> None:
    with as_system():
        for _ in range(2):
            publish("source_run.finished", workspace_id=NO_WORKSPACE, payload=counts)
    relay()
    with as_system():
        assert GlobalTask.objects.filter(kind=READ_VACANCIES).count() == asked


def test_the_same_occupation_is_found_without_a_shared_skill(member: Person) -> None:
    content = welder()
    content["work_experience"][0]["position"] = "Usher"
    resume, vacancy = make_resume(member, content), posted("Usher", "Join us.")
    assert matches(member, resume).json()["count"] == 0
    read_all()
    assert [row["vacancy"]["id"] for row in matches(member, resume).json()["results"]] == [str(vacancy.pk)]


def test_a_title_of_no_known_occupation_is_found_by_its_words(member: Person) -> None:
    content = welder()
    content["skills"], content["work_experience"][0]["responsibilities"] = [], []
    content["work_experience"][0]["position"] = "Zeppelin Whisperer"
    vacancy = posted("Zeppelin whisperer", "Join us.")
    assert [
        row["vacancy"]["id"] for row in matches(member, make_resume(member, content)).json()["results"]
    ] == [str(vacancy.pk)]


def test_closed_and_hidden_ones_are_left_out(member: Person) -> None:
    posted(status="closed", closed_at=timezone.now())
    hidden = posted()
    assert member.client.post(f"/api/v1/vacancies/{hidden.pk}/hide/").status_code == 204
    assert matches(member, make_resume(member)).json()["count"] == 0


def test_own_vacancies_are_matched_and_strangers_never(member: Person, stranger: Person) -> None:
    own = {"title": "Welder", "description_html": TEXT}
    made = member.client.post("/api/v1/vacancies/", own, content_type=JSON).json()
    stranger.client.post("/api/v1/vacancies/", own, content_type=JSON)
    (row,) = matches(member, make_resume(member)).json()["results"]
    assert (row["vacancy"]["id"], row["vacancy"]["origin"]) == (made["id"], "own")


def test_filters_and_wishes(member: Person) -> None:
    resume = make_resume(member)
    hamburg = posted()
    remote = posted(remote="remote", locations=[], countries=[], location_text="")
    lyon = posted(
        locations=[{"text": "Lyon", "city": "Lyon", "region": "", "country": "FR", "lat": None, "lon": None}],
        countries=["FR"],
    )

    def found(query: str) -> list[str]:
        return [row["vacancy"]["id"] for row in matches(member, resume, query).json()["results"]]

    assert set(found("")) == {str(hamburg.pk), str(remote.pk), str(lyon.pk)}
    assert found("?remote=remote") == [str(remote.pk)]
    assert found("?country=fr") == [str(lyon.pk)]
    (wished,) = matches(member, resume, "?country=fr").json()["results"]
    unasked = next(
        row for row in matches(member, resume).json()["results"] if row["vacancy"]["id"] == str(lyon.pk)
    )
    assert wished["score"] > unasked["score"]
    scores = [row["score"] for row in matches(member, resume).json()["results"]]
    assert len(found(f"?min_score={scores[0]}")) == scores.count(scores[0])


@pytest.mark.parametrize("query", ["?colour=red", "?min_score=101", "?min_score=x", "?status=closed", "?ordering=score", "?country=france", "?cursor=x", "?page=0"])  # fmt: skip
def test_bad_queries_are_refused(member: Person, query: str) -> None:
    response = matches(member, make_resume(member), query)
    assert (response.status_code, response.json()["code"]) == (400, "validation_error")


def walk(person: Person, url: str) -> Iterator[str]:
    while url:
        body = person.client.get(url).json()
        yield from (row["vacancy"]["id"] for row in body["results"])
        url = body["next"]


def test_pages_and_cursors_walk_the_same_list(member: Person) -> None:
    resume = make_resume(member)
    for number in range(7):
        posted("Welder" if number % 2 else "Cook")
    path = f"/api/v1/resumes/{resume.pk}/matches/"
    whole = [row["vacancy"]["id"] for row in member.client.get(path).json()["results"]]
    assert len(set(whole)) == 7
    assert (
        list(walk(member, f"{path}?page_size=3"))
        == list(walk(member, f"{path}?page_size=3&cursor="))
        == whole
    )


def test_a_stranger_gets_404_and_a_viewer_reads(member: Person, stranger: Person, anonymous: Any) -> None:
    resume = make_resume(member)
    assert matches(stranger, resume).status_code == 404
    assert matches(make_person(workspace_of=member, role=Role.VIEWER), resume).status_code == 200
    assert anonymous.get(f"/api/v1/resumes/{resume.pk}/matches/").status_code == 401


def test_queries_do_not_grow_with_the_rows(member: Person) -> None:
    resume, counts = make_resume(member), []
    for rows in (1, 4, 15):
        for _ in range(rows):
            posted()
        with CaptureQueriesContext(connections["default"]) as asked:
            assert matches(member, resume).status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts


def test_common_skills_are_passed_over_for_rare_ones(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "POOL", 5)
    for _ in range(30):
        posted("Cook", "Requirements:\n- Blueprint reading\n")
    rare = posted("Cook", "Requirements:\n- TIG welding\n")
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
    rows = matches(member, make_resume(member)).json()["results"]
    assert [row["vacancy"]["id"] for row in rows] == [str(rare.pk)]
