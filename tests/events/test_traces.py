"""What commands and the clock do is recorded, too: by nobody, and with what asked for it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.documents.sweeping import sweep_exports, sweep_orphans
from apps.events.models import Event
from apps.jobs import services as jobs
from apps.jobs.models import Status, Task
from tests.events.recording import audit_verify
from tests.factories.accounts import Person
from tests.factories.resumes import make_document

pytestmark = pytest.mark.usefixtures("database")


def told(event_type: str) -> list[Event]:
    with as_system():
        return list(Event.objects.filter(type=event_type).order_by("id"))


def test_an_ingest_by_command_says_so(tmp_path: Path) -> None:
    page = tmp_path / "jobs.json"
    page.write_text('{"jobs": [], "meta": {"total": 0}}')
    call_command("ingest", "greenhouse", "rye", "--from", str(page), stdout=io.StringIO())
    (asked,), (done,), (run,) = (
        told("global_task.queued"),
        told("global_task.updated"),
        told("source_run.finished"),
    )
    assert (asked.workspace_id, asked.actor_id, asked.payload["command"]) == (NO_WORKSPACE, None, "ingest")
    assert (done.payload["status"], done.payload["task_id"]) == ("succeeded", asked.payload["task_id"])
    assert run.payload["board"] == "rye"
    (board,) = told("source.created")
    assert board.payload == {"kind": "greenhouse", "board": "rye"}
    call_command("ingest", "greenhouse", "rye", "--from", str(page), "--company", "Rye & Sons",
                 stdout=io.StringIO())  # fmt: skip
    (changed,) = told("source.changed")
    assert changed.changed == ["company_name"]
    assert len(told("source.created")) == 1


def test_asking_running_work_to_stop_is_told_once_and_by_whom(member: Person) -> None:
    with acting(member.caller):
        task = Task.objects.create(
            kind="test.nothing", workspace_id=member.caller.workspace_id, user_id=member.caller.user_id,
            role="owner", status=Status.RUNNING,
        )  # fmt: skip
        for _ in range(2):
            jobs.cancel(task_id=task.pk, caller=member.caller)
    (asked,) = told("task.cancel_asked")
    assert (asked.actor_id, asked.subject_id) == (member.caller.user_id, task.pk)


def test_sweeping_is_told(member: Person, blob_root: Path, settings: Any) -> None:
    orphan = blob_root / str(member.caller.workspace_id) / "ab" / "orphan"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"x")
    assert sweep_orphans(older_than=-1) == 1
    (swept,) = told("documents.orphans_swept")
    assert swept.payload == {"count": 1}
    assert sweep_orphans(older_than=-1) == 0
    assert len(told("documents.orphans_swept")) == 1
    document = make_document(member)
    with acting(member.caller):
        type(document).objects.filter(pk=document.pk).update(kind="export")
    assert sweep_exports(older_than=0) == 1
    (gone,) = told("document.deleted")
    assert (gone.workspace_id, gone.actor_id, gone.subject_id) == (
        member.caller.workspace_id,
        None,
        document.pk,
    )
    assert audit_verify()[0] == 0
