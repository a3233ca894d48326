"""Boards in the admin: their health, their runs, and what staff do about them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.core.db import as_system
from apps.events.models import Event
from apps.jobs.models import GlobalTask
from apps.vacancies.models import RawPosting, Source, SourceRun
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
LIST = "/admin/vacancies/source/"


def make(board: str, **fields: Any) -> Source:
    with as_system():
        return Source.objects.create(kind="greenhouse", board=board, **fields)


def act(staff: Client, action: str, *boards: Source) -> str:
    body = {"action": action, "_selected_action": [str(board.pk) for board in boards]}
    answer = staff.post(LIST, body, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def fresh(board: Source) -> Source:
    with as_system():
        return Source.objects.get(pk=board.pk)


def test_the_list_shows_and_filters_by_health(staff: Client) -> None:
    make("wellboard", last_run_at=timezone.now())
    make("alarmboard", alarm="The board fell from 40 postings to none; nothing was closed.")
    page = staff.get(LIST).content.decode()
    assert "Alarmed" in page and "fell from 40" in page and "wellboard" in page
    page = staff.get(LIST, {"health": "alarmed"}).content.decode()
    assert "alarmboard" in page and "wellboard" not in page


def test_a_board_shows_its_runs_and_what_it_sent(staff: Client) -> None:
    board, now = make("kestrel"), timezone.now()
    with as_system():
        SourceRun.objects.create(source=board, outcome="partial", seen=17, fault="page 2: <cut>")
        RawPosting.objects.create(
            source=board, source_posting_id="4711", payload={"title": "<b>Pilot</b>"}, payload_hash="x",
            adapter_version=1, fetched_at=now, first_seen_at=now, last_seen_at=now, merge_reason="title is missing",
        )  # fmt: skip
    page = staff.get(f"{LIST}{board.pk}/change/").content.decode()
    for shown in ("page 2: &lt;cut&gt;", "4711", "title is missing", "grade A, verified, on by default"):
        assert shown in page
    with as_system():
        raw = RawPosting.objects.get()
    assert (
        "&lt;b&gt;Pilot&lt;/b&gt;"
        in staff.get(f"/admin/vacancies/rawposting/{raw.pk}/change/").content.decode()
    )


def test_a_run_shows_what_could_not_be_read(staff: Client) -> None:
    board = make("kestrel")
    with as_system():
        run = SourceRun.objects.create(source=board, faults=[{"source_id": "17", "reason": "<no> title"}])
    page = staff.get(f"/admin/vacancies/sourcerun/{run.pk}/change/").content.decode()
    assert "17" in page and "&lt;no&gt; title" in page


def test_run_now(staff: Client) -> None:
    board, cooling = make("kestrel"), make("cool", cooldown_until=timezone.now() + timedelta(hours=6))
    page = act(staff, "run_now", board, cooling)
    assert "1 to be read now." in page and "left alone until" in page
    with as_system():
        assert GlobalTask.objects.get(kind="vacancies.ingest").arguments["board"] == "kestrel"
        assert Event.objects.get(type="source.run_asked").actor_id is not None
    assert "being read already" in act(staff, "run_now", board)


def test_clearing_an_alarm_accepts_the_fall(staff: Client) -> None:
    board = make(
        "kestrel",
        alarm="It fell.",
        failures=3,
        open_postings=40,
        cooldown_until=timezone.now() + timedelta(hours=6),
    )
    act(staff, "clear_alarm", board)
    row = fresh(board)
    assert (row.alarm, row.failures, row.cooldown_until, row.open_postings) == ("", 0, None, 0)
    assert row.next_run_at is not None
    with as_system():
        assert Event.objects.filter(type="source.alarm_cleared").count() == 1


def test_switching_off_and_on(staff: Client) -> None:
    board = make("kestrel")
    act(staff, "disable", board)
    assert fresh(board).is_enabled is False
    act(staff, "enable", board)
    assert fresh(board).is_enabled is True
    with as_system():
        assert Event.objects.filter(type="source.changed").count() == 2


def test_reading_again_what_was_kept(staff: Client) -> None:
    act(staff, "read_again", make("kestrel"))
    with as_system():
        task = GlobalTask.objects.get(kind="vacancies.renormalise")
    assert (task.arguments["kind"], task.arguments["board"]) == ("greenhouse", "kestrel")


def test_a_board_that_cannot_be_asked_for_is_not_added(staff: Client) -> None:
    body = {
        "kind": "pigeon",
        "board": "x",
        "company_name": "",
        "base_url": "",
        "spec": "",
        "is_enabled": "on",
    }
    assert "There is no such kind" in staff.post(f"{LIST}add/", body).content.decode()
    body |= {"kind": "generic", "spec": '{"url": "https://x.example.com/"}'}
    assert "spec.fields.title" in staff.post(f"{LIST}add/", body).content.decode()
    body |= {"kind": "lever", "board": "kestrel", "spec": ""}
    assert staff.post(f"{LIST}add/", body).status_code == 302
    with as_system():
        assert Source.objects.get().board == "kestrel"


def test_a_workspace_s_own_are_looked_at_only(staff: Client, member: Person) -> None:
    body = {"kind": "lever", "board": "kestrel"}
    added = member.client.post("/api/v1/sources/", body, content_type="application/json").json()["id"]
    assert "kestrel" in staff.get("/admin/vacancies/ownsource/").content.decode()
    assert staff.post(f"/admin/vacancies/ownsource/{added}/change/", {"board": "x"}).status_code == 403
    assert make_person().client.get(LIST).status_code == 302
