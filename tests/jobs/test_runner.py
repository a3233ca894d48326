"""Background work: claimed once, finished with its effect, taken up again when its worker is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.models import Workspace
from apps.core.db import acting, as_system
from apps.core.errors import Conflict
from apps.events.models import Event
from apps.jobs import registry, runner, services
from apps.jobs.models import Status, Task
from apps.jobs.reaper import reap
from apps.jobs.running import LeaseLost, Running
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def kind() -> Iterator[Any]:
    """A kind of work whose body a test sets."""
    body: dict[str, Any] = {}
    name = f"test.{uuid4().hex[:8]}"
    registry.background(name)(lambda running: body["work"](running))
    body["name"] = name
    yield body
    registry._kinds.pop(name)


def ask(member: Person, kind: dict[str, Any], **arguments: Any) -> Task:
    with acting(member.caller):
        return services.enqueue(kind=kind["name"], caller=member.caller, arguments=arguments)


def now(task: Task) -> Task:
    with as_system():
        return Task.objects.get(pk=task.pk)


def rename(member: Person, running: Running, name: str) -> None:
    with running.acting():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(name=name)
        running.finish({"name": name})


def workspace_name(member: Person) -> str:
    with acting(member.caller):
        return Workspace.objects.get().name


def test_work_and_its_end_are_one_transaction(member: Person, kind: dict[str, Any]) -> None:
    kind["work"] = lambda running: rename(member, running, running.arguments["name"])
    task = ask(member, kind, name="Renamed")
    assert runner.run(task.pk, is_global=False) is True
    done = now(task)
    assert (done.status, done.result, done.attempts, done.lease) == (
        Status.SUCCEEDED,
        {"name": "Renamed"},
        1,
        None,
    )
    assert workspace_name(member) == "Renamed"
    assert runner.run(task.pk, is_global=False) is False
    with as_system():
        assert Event.objects.filter(type="task.updated", subject_id=task.pk).count() == 1


def test_a_fault_in_the_middle_undoes_the_effect_and_is_told(member: Person, kind: dict[str, Any]) -> None:
    def work(running: Running) -> None:
        with running.acting():
            Workspace.objects.filter(pk=member.caller.workspace_id).update(name="half done")
            raise RuntimeError("secret path in here")

    kind["work"] = work
    task = ask(member, kind)
    runner.run(task.pk, is_global=False)
    done = now(task)
    assert done.status == Status.FAILED
    assert done.problem is not None
    assert done.problem["code"] == "server_error"
    assert "secret" not in str(done.problem)
    assert workspace_name(member) != "half done"


def test_a_refusal_of_ours_is_told_as_it_is(member: Person, kind: dict[str, Any]) -> None:
    def work(running: Running) -> None:
        raise Conflict("Not like this.")

    kind["work"] = work
    task = ask(member, kind)
    runner.run(task.pk, is_global=False)
    body = member.client.get(f"/api/v1/tasks/{task.pk}/").json()
    assert (body["status"], body["problem"]["code"], body["problem"]["detail"]) == (
        "failed",
        "conflict",
        "Not like this.",
    )


def test_a_living_worker_keeps_its_work(member: Person, kind: dict[str, Any]) -> None:
    kind["work"] = lambda running: None
    task = ask(member, kind)
    running = runner.claim(task.pk, is_global=False)
    assert running is not None
    assert runner.claim(task.pk, is_global=False) is None
    assert reap() == 0


def test_lost_work_is_taken_up_and_the_lost_worker_changes_nothing_more(
    member: Person, kind: dict[str, Any]
) -> None:
    kind["work"] = lambda running: rename(member, running, "second")
    task = ask(member, kind)
    lost = runner.claim(task.pk, is_global=False)
    assert lost is not None
    with as_system():
        Task.objects.filter(pk=task.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert reap() == 1
    assert runner.run(task.pk, is_global=False) is True
    with pytest.raises(LeaseLost):
        rename(member, lost, "first")
    assert workspace_name(member) == "second"
    assert now(task).attempts == 2


def test_work_that_kills_its_worker_each_time_is_given_up(member: Person, kind: dict[str, Any]) -> None:
    kind["work"] = lambda running: None
    task = ask(member, kind)
    for _ in range(3):
        assert runner.claim(task.pk, is_global=False) is not None
        with as_system():
            Task.objects.filter(pk=task.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert runner.claim(task.pk, is_global=False) is None
    assert now(task).status == Status.FAILED


def test_a_message_that_was_lost_is_sent_again(member: Person, kind: dict[str, Any]) -> None:
    task = ask(member, kind)
    assert reap() == 0
    with as_system():
        Task.objects.filter(pk=task.pk).update(queued_at=timezone.now() - timedelta(minutes=5))
    assert reap() == 1
    assert reap() == 0


def test_cancelling(member: Person, stranger: Person, kind: dict[str, Any]) -> None:
    queued = ask(member, kind)
    assert stranger.client.post(f"/api/v1/tasks/{queued.pk}/cancel/").status_code == 404
    assert member.client.post(f"/api/v1/tasks/{queued.pk}/cancel/").json()["status"] == "cancelled"
    assert runner.run(queued.pk, is_global=False) is False

    def work(running: Running) -> None:
        member.client.post(f"/api/v1/tasks/{running.task.pk}/cancel/")
        running.progress(1, 2)
        rename(member, running, "never")

    kind["work"] = work
    task = ask(member, kind)
    runner.run(task.pk, is_global=False)
    assert now(task).status == Status.CANCELLED
    assert workspace_name(member) != "never"
    over = member.client.post(f"/api/v1/tasks/{ask_done(member, kind).pk}/cancel/")
    assert (over.status_code, over.json()["code"]) == (409, "conflict")


def ask_done(member: Person, kind: dict[str, Any]) -> Task:
    kind["work"] = lambda running: rename(member, running, "done")
    task = ask(member, kind)
    runner.run(task.pk, is_global=False)
    return task


def test_progress_is_seen(member: Person, kind: dict[str, Any]) -> None:
    seen: list[Any] = []

    def work(running: Running) -> None:
        running.progress(3, 7, "page 3")
        seen.append(member.client.get(f"/api/v1/tasks/{running.task.pk}/").json()["progress"])
        rename(member, running, "x")

    kind["work"] = work
    runner.run(ask(member, kind).pk, is_global=False)
    assert seen == [{"done": 3, "total": 7, "message": "page 3"}]


def test_two_workers_at_once_do_it_once(member: Person, kind: dict[str, Any]) -> None:
    ran: list[int] = []
    start = threading.Barrier(4)

    def work(running: Running) -> None:
        ran.append(1)
        rename(member, running, "once")

    def worker(task: Task) -> None:
        start.wait()
        runner.run(task.pk, is_global=False)
        connections.close_all()

    kind["work"] = work
    task = ask(member, kind)
    threads = [threading.Thread(target=worker, args=[task]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ran) == 1
    assert now(task).status == Status.SUCCEEDED
