"""What beat starts: what is due, once, few of a vendor at a time, for somebody who is still there."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.utils import timezone

from apps.accounts.models import Membership
from apps.core.db import as_system
from apps.jobs.models import GlobalTask, Status, Task
from apps.vacancies.boards.schedule import MOST_OF_A_KIND, MOST_OF_A_WORKSPACE, start_due
from apps.vacancies.models import OwnSource, Source
from apps.vacancies.tasks import find_boards, schedule
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


def past(**ago: float) -> Any:
    return timezone.now() - timedelta(**(ago or {"minutes": 5}))


def make(number: int, kind: str = "greenhouse", **fields: Any) -> Source:
    with as_system():
        return Source.objects.create(**{"kind": kind, "board": f"b{number}", "next_run_at": past(), **fields})


def own(person: Person, number: int, **fields: Any) -> OwnSource:
    with as_system():
        return OwnSource.objects.create(
            workspace_id=person.caller.workspace_id,
            **{
                "kind": "greenhouse",
                "board": f"b{number}",
                "next_run_at": past(),
                "created_by_id": person.caller.user_id,
                **fields,
            },
        )


def asked() -> list[tuple[str, str]]:
    with as_system():
        tasks = GlobalTask.objects.filter(kind="vacancies.ingest").order_by("created_at")
        return [(task.arguments["kind"], task.arguments["board"]) for task in tasks]


def test_what_is_due_is_started_once_and_due_again_later() -> None:
    board = make(1)
    assert (start_due(), start_due()) == (1, 0)
    assert asked() == [("greenhouse", "b1")]
    with as_system():
        board.refresh_from_db()
    assert board.next_run_at is not None
    wait = board.next_run_at - timezone.now()
    assert timedelta(minutes=59) < wait < timedelta(minutes=66)


@pytest.mark.parametrize(
    "fields",
    [{"is_enabled": False}, {"next_run_at": None}, {"minutes": 5}, {"cooling": 5}],
    ids=["off", "not before it is asked for", "not yet", "cooling"],
)
def test_what_is_not_due_is_left_alone(fields: dict[str, Any]) -> None:
    if minutes := fields.pop("minutes", None):
        fields["next_run_at"] = timezone.now() + timedelta(minutes=minutes)
    if minutes := fields.pop("cooling", None):
        fields["cooldown_until"] = timezone.now() + timedelta(minutes=minutes)
    make(1, **fields)
    assert start_due() == 0


def test_an_interval_of_its_own_is_kept_and_never_shorter_than_the_terms() -> None:
    slow, hasty = make(1, interval_seconds=86_400), make(2, interval_seconds=60)
    start_due()
    with as_system():
        for board, least in ((slow, 86_000), (hasty, 3_500)):
            board.refresh_from_db()
            assert board.next_run_at and (board.next_run_at - timezone.now()).total_seconds() > least


def test_few_boards_of_a_vendor_at_once_and_none_starves() -> None:
    for number in range(MOST_OF_A_KIND + 4):
        make(number, next_run_at=past(hours=number + 1))
    make(99, kind="lever", next_run_at=past(minutes=1))
    assert start_due() == MOST_OF_A_KIND + 1
    longest_due = [("greenhouse", f"b{MOST_OF_A_KIND + 3 - n}") for n in range(MOST_OF_A_KIND)]
    assert sorted(asked()) == sorted([*longest_due, ("lever", "b99")])
    assert start_due() == 0
    with as_system():
        GlobalTask.objects.update(status=Status.SUCCEEDED)
    assert start_due() == MOST_OF_A_KIND


def test_two_beats_at_once_make_no_twins() -> None:
    for number in range(3):
        make(number)
    started: list[int] = []
    barrier = threading.Barrier(4)

    def beat() -> None:
        barrier.wait()
        started.append(schedule())
        connections.close_all()

    threads = [threading.Thread(target=beat) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(started) == 3
    assert sorted(asked()) == [("greenhouse", f"b{number}") for number in range(3)]


def test_a_board_that_is_still_read_waits_for_its_next_time() -> None:
    board = make(1)
    start_due()
    with as_system():
        Source.objects.update(next_run_at=past())
    assert start_due() == 0
    with as_system():
        board.refresh_from_db()
    assert board.next_run_at and board.next_run_at > timezone.now()


def test_own_boards_run_for_who_added_them(member: Person, stranger: Person) -> None:
    board = own(member, 1)
    own(stranger, 1)
    assert (start_due(), start_due()) == (2, 0)
    with as_system():
        task = Task.objects.get(arguments__source_id=str(board.pk))
    assert (task.workspace_id, task.user_id, task.role) == (
        member.caller.workspace_id,
        member.caller.user_id,
        "owner",
    )


def test_once_they_left_the_owner_s_word_counts(member: Person) -> None:
    colleague = make_person(workspace_of=member, role="member")
    board = own(colleague, 1)
    with as_system():
        Membership.objects.filter(user_id=colleague.caller.user_id).delete()
    assert start_due() == 1
    with as_system():
        assert Task.objects.get(arguments__source_id=str(board.pk)).user_id == member.caller.user_id


def test_one_workspace_does_not_take_all_workers(member: Person, stranger: Person) -> None:
    for number in range(MOST_OF_A_WORKSPACE + 3):
        own(member, number, next_run_at=past(hours=2))
    own(stranger, 1)
    assert start_due() == MOST_OF_A_WORKSPACE + 1
    with as_system():
        waiting = OwnSource.objects.filter(next_run_at__lt=timezone.now() + timedelta(minutes=2))
        assert waiting.count() == 3


def test_boards_that_come_and_go_are_looked_for_once_a_day() -> None:
    assert (find_boards(), find_boards()) == (1, 0)
    with as_system():
        assert GlobalTask.objects.get(kind="vacancies.find_boards").arguments == {"kind": "hackernews"}
    entry = settings.CELERY_BEAT_SCHEDULE["find boards that come and go"]
    assert (entry["task"], entry["schedule"]) == (find_boards.name, 24 * 3600.0)


def test_beat_asks_each_minute() -> None:
    entry = settings.CELERY_BEAT_SCHEDULE["read boards that are due"]
    assert (entry["task"], entry["schedule"]) == (schedule.name, 60.0)
