"""`generate/{kind}/`, and the work behind it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.models import Role
from apps.core.db import acting, as_system
from apps.core.errors import UpstreamTimeout
from apps.events.models import Event
from apps.events.relay import relay
from apps.generation import services, writers
from apps.generation.grounding import facts_of
from apps.generation.models import Generation
from apps.generation.writers import Assignment, Draft, Written
from apps.generation.writers.offline import OfflineWriter
from apps.jobs import runner
from apps.jobs.models import Task
from apps.jobs.running import Running
from apps.resumes.content import ResumeContent
from apps.resumes.models import Resume, ResumeVersion
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy
from tests.generation.asking import POSTING, ask, asked, make_resume, shown, write
from tests.generation.edits import appended, edited
from tests.generation.people import ottilie

pytestmark = pytest.mark.usefixtures("database")


def events(*types: str) -> list[Event]:
    with as_system():
        return list(Event.objects.filter(type__in=types).order_by("id"))


def problem_of(task: Task) -> dict[str, Any]:
    assert task.problem is not None
    return dict(task.problem)


def code_of(task: Task) -> str:
    return str(problem_of(task)["code"])


def resumes() -> list[Resume]:
    with as_system():
        return list(Resume.objects.order_by("id"))


def test_asking_answers_the_task_and_the_generation(member: Person) -> None:
    resume = make_resume(member)
    response = ask(
        member, resume_id=str(resume.pk), vacancy_text=POSTING, tone="friendly", emphasis=["Kafka"]
    )
    assert response.status_code == 202
    body = response.json()
    with acting(member.caller):
        generation = Generation.objects.get()
    assert body == {
        "task": {
            "id": str(generation.task_id), "kind": "generation.generate", "status": "queued",
            "progress": {"done": 0, "total": None, "message": ""}, "result": None, "problem": None,
            "created_at": body["task"]["created_at"], "started_at": None, "finished_at": None,
        },
        "generation_id": str(generation.pk),
        "stream_url": None,
    }  # fmt: skip
    assert response.headers["Location"] == f"/api/v1/tasks/{generation.task_id}/"
    assert generation.options == {
        "tone": "friendly",
        "language": "",
        "length": "one_page",
        "emphasis": ["Kafka"],
    }
    assert member.client.get(response.headers["Location"]).json() == body["task"]


def test_the_work_makes_one_grounded_resume(member: Person) -> None:
    generation = asked(member)
    task = write(generation)
    source, result = resumes()
    assert (task.status, task.result) == (
        "succeeded", {"generation_id": str(generation.pk), "result_resume_id": str(result.pk)},
    )  # fmt: skip
    assert (result.origin, result.parent_id, result.language, result.title) == (
        "tailored", source.pk, "en", "Everything (tailored)",
    )  # fmt: skip
    with as_system():
        assert [version.reason for version in ResumeVersion.objects.filter(resume=result)] == ["generated"]
    body = shown(member, generation)
    assert body["status"] == "succeeded"
    assert body["content"] == member.client.get(f"/api/v1/resumes/{result.pk}/").json()["content"]
    assert body["content"]["work_experience"][0]["company"] == "Quillmoor Freight"
    facts = {(fact.path, fact.text) for fact in facts_of(ottilie())}
    assert body["evidence"]
    assert {(one["source_path"], one["source_text"]) for one in body["evidence"]} <= facts
    assert any(one["edit"]["value"] == "kubernetes" for one in body["suggestions"])
    (event,) = events("generation.completed")
    assert event.payload == {
        "generation_id": str(generation.pk), "task_id": str(task.pk), "result_resume_id": str(result.pk),
    }  # fmt: skip


@pytest.mark.parametrize("own", [False, True])
def test_for_a_vacancy_of_the_catalogue_or_an_own_one(member: Person, own: bool) -> None:
    if own:
        said = {"title": "Data Engineer", "description_html": POSTING}
        made = member.client.post("/api/v1/vacancies/", said, content_type="application/json").json()["id"]
    else:
        made = str(make_vacancy(title="Data Engineer", description_text=POSTING).pk)
    resume = make_resume(member)
    response = ask(member, resume_id=str(resume.pk), vacancy_id=made)
    with acting(member.caller):
        generation = Generation.objects.get(pk=response.json()["generation_id"])
    write(generation)
    body = shown(member, generation)
    assert (body["status"], body["vacancy_id"], body["resume_id"]) == ("succeeded", made, str(resume.pk))
    assert resumes()[-1].title == "Everything · Data Engineer"


def test_it_is_written_from_the_resume_as_it_stood(member: Person) -> None:
    generation = asked(member)
    path = f"/api/v1/resumes/{resumes()[0].pk}/"
    changed = member.client.patch(path, {"content": {"summary": "Gone."}}, content_type="application/json")
    assert changed.status_code == 200, changed.content
    write(generation)
    assert "Gone." not in str(shown(member, generation)["content"])


# What is wrong with it → where, and the draft.
LIES: dict[str, tuple[str, ResumeContent]] = {
    kind: (path, draft)
    for kind, path, draft in (
        (
            "employer",
            "work_experience.0.company",
            edited(ottilie(), "work_experience.0.company", "Globex Freight"),
        ),
        (
            "number",
            "work_experience.1.responsibilities.1",
            edited(ottilie(), "work_experience.1.responsibilities.1", "Trained ninety analysts in SQL."),
        ),
        ("skill", "skills.0.keywords.3", appended(ottilie(), "skills.0.keywords", "Kubernetes")),
    )
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_draft_is_refused_whole(member: Person, lie: str) -> None:
    generation = asked(member)
    draft = Draft(Written(content=LIES[lie][1], provider="liar", model="m-1", tokens_in=7))
    with acting(member.caller) as caller:
        refused = services.accept_draft(generation_id=generation.pk, caller=caller, draft=draft)
    assert refused.status == "failed"
    body = shown(member, generation)
    assert (body["status"], body["content"], body["evidence"], body["result_resume_id"]) == (
        "failed",
        None,
        [],
        None,
    )
    assert [(claim["kind"], claim["claim_path"]) for claim in body["unsupported"]] == [(lie, LIES[lie][0])]
    assert (body["provider"], body["metadata"]["tokens_in"]) == ("liar", 7)
    assert len(resumes()) == 1
    assert [event.type for event in events("generation.completed", "generation.failed")] == [
        "generation.failed"
    ]


class Pretender:
    """A writer that hands in what it was given."""

    models: tuple[str, ...] = ("m-1",)
    kinds: tuple[str, ...] = ("tailored-resume",)
    heeds: tuple[str, ...] = ()
    circuit: writers.Circuit = "closed"

    def __init__(self, name: str, *drafts: ResumeContent | Exception) -> None:
        self.name, self.drafts, self.asked = name, drafts, 0

    def write(self, assignment: Assignment) -> Written:
        self.asked += 1
        first, *others = self.drafts
        if isinstance(first, Exception):
            raise first
        return Written(
            content=first,
            provider=self.name,
            model="m-1",
            alternatives=tuple(other for other in others if not isinstance(other, Exception)),
        )


def test_a_lying_writer_fails_the_task_and_is_not_asked_again(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar = Pretender("liar", LIES["employer"][1])
    monkeypatch.setattr(writers, "_writers", [liar])
    generation = asked(member)
    task = write(generation)
    assert (task.status, code_of(task), problem_of(task)["status"]) == ("failed", "validation_error", 400)
    assert "Globex Freight" in str(problem_of(task)["errors"])
    assert (shown(member, generation)["status"], len(resumes())) == ("failed", 1)
    # A crash between keeping the refusal and ending the task: the second run ends it alike.
    with as_system():
        Task.objects.update(status="running", problem=None, finished_at=None, lease_until=timezone.now())
    task = write(generation)
    assert (task.status, code_of(task), liar.asked) == ("failed", "validation_error", 1)
    assert len(events("generation.failed")) == 1


def test_the_next_writer_is_asked_and_lying_alternatives_are_left_out(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = Pretender("away", UpstreamTimeout())
    other = edited(ottilie(), "summary", "")
    honest = Pretender("honest", ottilie(), other, LIES["skill"][1])
    monkeypatch.setattr(writers, "_writers", [away, honest])
    generation = asked(member)
    write(generation)
    body = shown(member, generation)
    assert (body["status"], body["provider"], body["alternatives"]) == ("succeeded", "honest", [other])
    assert [(one["provider"], one["outcome"]) for one in body["metadata"]["attempts"]] == [
        ("away", "upstream_timeout"), ("honest", "written"),
    ]  # fmt: skip


def test_when_nobody_can_write_the_generation_fails_with_its_task(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writers, "_writers", [Pretender("away", UpstreamTimeout())])
    generation = asked(member)
    task = write(generation)
    assert (task.status, code_of(task)) == ("failed", "upstream_timeout")
    relay()
    assert (shown(member, generation)["status"], shown(member, generation)["unsupported"]) == ("failed", [])
    assert len(events("generation.failed")) == 1


def test_no_connection_is_held_while_writing(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []

    class Watching(OfflineWriter):
        def write(self, assignment: Assignment) -> Written:
            held.extend(c.alias for c in connections.all(initialized_only=True) if c.connection is not None)
            return super().write(assignment)

    monkeypatch.setattr(writers, "_writers", [Watching()])
    assert write(asked(member)).status == "succeeded"
    assert held == []


@pytest.mark.parametrize("where", ["before writing", "while writing", "while keeping it", "while finishing"])
def test_a_worker_that_dies_anywhere_leaves_exactly_one_result(
    member: Person, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """A kill -9 is a transaction that never commits: here, an exception that no worker catches."""

    class Killed(BaseException):
        pass

    def die(*_: Any, **__: Any) -> None:
        raise Killed

    generation = asked(member)
    with monkeypatch.context() as patched:
        target: tuple[Any, str] = {
            "before writing": (services, "begin"),
            "while writing": (writers, "write"),
            "while keeping it": (services, "create_resume"),
            "while finishing": (Running, "finish"),
        }[where]
        patched.setattr(*target, die)
        with pytest.raises(Killed):
            runner.run(UUID(str(generation.task_id)), is_global=False)
    assert len(resumes()) == 1
    assert shown(member, generation)["status"] in ("queued", "running")
    with as_system():
        Task.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert write(generation).status == "succeeded"
    assert runner.run(UUID(str(generation.task_id)), is_global=False) is False
    assert len(resumes()) == 2
    assert len(events("generation.completed")) == 1


def test_calling_it_off_cancels_it(member: Person) -> None:
    generation = asked(member)
    assert member.client.post(f"/api/v1/tasks/{generation.task_id}/cancel/").status_code == 200
    relay()
    assert shown(member, generation)["status"] == "cancelled"
    assert runner.run(UUID(str(generation.task_id)), is_global=False) is False


def test_one_key_makes_one_generation(member: Person) -> None:
    body = {"resume_id": str(make_resume(member).pk), "vacancy_text": POSTING}
    first, again, other = (
        ask(member, key="k", **body),
        ask(member, key="k", **body),
        ask(member, key="k", **body, length="full"),
    )
    assert (first.status_code, again.status_code, other.status_code) == (202, 202, 409)
    assert first.json() == again.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert member.client.get("/api/v1/generations/").json()["count"] == 1
    keyless = member.client.post("/api/v1/generate/tailored-resume/", body, content_type="application/json")
    assert (keyless.status_code, keyless.json()["errors"][0]["attr"]) == (400, "Idempotency-Key")


def test_kinds_that_nobody_writes_yet_say_which_are_offered(member: Person) -> None:
    body = {"resume_id": str(make_resume(member).pk), "vacancy_text": POSTING}
    for kind in set(Generation.Kind.values) - {"tailored-resume"}:
        response = ask(member, kind, **body)
        assert response.status_code == 400
        assert "tailored-resume" in response.json()["detail"]
    assert ask(member, "sonnet", **body).status_code == 404
    assert member.client.get("/api/v1/generations/").json()["count"] == 0
    assert member.client.get("/api/v1/tasks/").json()["count"] == 0


@pytest.mark.parametrize(
    ("changes", "attr"),
    [
        ({"vacancy_text": None}, "vacancy_text"),
        ({"vacancy_id": "00000000-0000-7000-8000-000000000000"}, "vacancy_id"),
        ({"vacancy_text": ""}, "vacancy_text"),
        ({"colour": "red"}, "colour"),
        ({"length": "epic"}, "length"),
        ({"tone": "rude"}, "tone"),
        ({"language": "English"}, "language"),
        ({"emphasis": ["x" * 81]}, "emphasis.0"),
        ({"resume_id": "x"}, "resume_id"),
    ],
)
def test_bad_values_name_their_field(member: Person, changes: dict[str, Any], attr: str) -> None:
    body = {"resume_id": str(make_resume(member).pk), "vacancy_text": POSTING} | changes
    response = ask(member, **body)
    assert response.status_code == 400
    assert [fault["attr"] for fault in response.json()["errors"]] == [attr]


def test_neither_vacancy_nor_text_is_refused(member: Person) -> None:
    response = ask(member, resume_id=str(make_resume(member).pk))
    assert [fault["code"] for fault in response.json()["errors"]] == ["exactly_one"]


def test_a_strangers_resume_or_vacancy_is_not_found(member: Person, stranger: Person) -> None:
    resume = make_resume(member)
    assert ask(stranger, resume_id=str(resume.pk), vacancy_text=POSTING).status_code == 404
    own = {"title": "Data Engineer", "description_html": POSTING}
    theirs = stranger.client.post("/api/v1/vacancies/", own, content_type="application/json").json()["id"]
    assert ask(member, resume_id=str(resume.pk), vacancy_id=theirs).status_code == 404


def test_a_viewer_may_not_ask(member: Person, anonymous: Any) -> None:
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    response = ask(viewer, resume_id=str(make_resume(member).pk), vacancy_text=POSTING)
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")
    assert (
        anonymous.post("/api/v1/generate/tailored-resume/", {}, content_type="application/json").status_code
        == 401
    )


def test_a_vacancy_that_is_gone_fails_the_task(member: Person) -> None:
    said = {"title": "Data Engineer", "description_html": POSTING}
    made = member.client.post("/api/v1/vacancies/", said, content_type="application/json").json()["id"]
    response = ask(member, resume_id=str(make_resume(member).pk), vacancy_id=made)
    with acting(member.caller):
        generation = Generation.objects.get(pk=response.json()["generation_id"])
    assert member.client.delete(f"/api/v1/vacancies/{made}/").status_code == 204
    assert code_of(write(generation)) == "not_found"
    relay()
    assert shown(member, generation)["status"] == "failed"
