"""A crawl that is killed goes on behind what it has written, asking for nothing a second time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.events.models import Event
from apps.jobs.models import GlobalTask, Status
from apps.jobs.running import LeaseLost, Running
from apps.vacancies.ingest import command, engine, surviving
from apps.vacancies.ingest.crawl import Order
from apps.vacancies.models import RawPosting, Source, SourceRun, Vacancy
from tests.vacancies.crawling import (
    Answer,
    Board,
    Host,
    Killed,
    listed,
    read_board,
    standing,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def board(host: Host) -> Board:
    return Board(host, [listed(number) for number in range(230)])


def rows() -> list[tuple[Any, ...]]:
    with as_system():
        return list(
            RawPosting.objects.order_by("source_posting_id").values_list(
                "source_posting_id",
                "payload_hash",
                "list_hash",
                "vacancy__title",
                "vacancy__status",
                "missed",
            )
        )


# A page of a hundred is five batches and an empty one that carries the checkpoint.
@pytest.mark.parametrize("killed_at", [1, 6, 7, 13])
def test_a_killed_crawl_ends_as_an_undisturbed_one(board: Board, host: Host, killed_at: int) -> None:
    task = uuid7()
    with pytest.raises(Killed):
        read_board(host, task_id=task, killed_at=killed_at)
    run = read_board(host, task_id=task)
    assert (run.outcome, run.seen, run.created, run.pages) == ("complete", 230, 230, 3)
    assert len(standing()) == 230
    assert board.offsets() == ["0", "100", "200"], "nor is a page"
    assert run.requests == len(host.asked)
    assert list(Path(settings.CRAWL_ROOT).glob(f"{run.pk.hex}*")) == []
    assert len(board.details()) == len(set(board.details())) == 230, "no detail is asked for twice"
    with as_system():
        assert SourceRun.objects.count() == 1
        assert Vacancy.objects.count() == 230


def test_killed_between_two_pages_nothing_is_asked_again(board: Board, host: Host) -> None:
    task = uuid7()
    with pytest.raises(Killed):
        read_board(host, task_id=task, killed_at=6)
    before = len(host.asked)
    with as_system():
        checkpoint = SourceRun.objects.get().checkpoint
    assert checkpoint["number"] == 1
    assert "http" not in str(checkpoint), "no address, and no key in one"
    run = read_board(host, task_id=task)
    assert run.requests == len(host.asked) == 3 + 230
    assert host.asked[before].query["offset"] == "100"


def test_killed_behind_the_last_page_nothing_is_asked_at_all(board: Board, host: Host) -> None:
    task = uuid7()
    with pytest.raises(Killed):
        read_board(host, task_id=task, killed_at=14)
    host.asked.clear()
    board.wrong["200"] = board.wrong[""] = Answer(status=500)
    run = read_board(host, task_id=task)
    assert (run.outcome, run.seen, host.paths()) == ("complete", 230, [])


def test_what_a_killed_crawl_had_seen_is_not_swept(board: Board, host: Host) -> None:
    for _ in range(3):
        task = uuid7()
        with pytest.raises(Killed):
            read_board(host, task_id=task, killed_at=6)
        run = read_board(host, task_id=task)
        assert (run.outcome, run.closed) == ("complete", 0)
    assert all(standing().values())


def test_the_rows_are_those_of_an_undisturbed_crawl(board: Board, host: Host) -> None:
    read_board(host)
    undisturbed = rows()
    with as_system():
        Source.objects.all().delete()
        Vacancy.objects.all().delete()
    task = uuid7()
    for killed_at in (2, 1, 4):
        with pytest.raises(Killed):
            read_board(host, task_id=task, killed_at=killed_at)
    read_board(host, task_id=task)
    assert rows() == undisturbed


def test_progress_is_told_on_the_row_and_as_events(
    board: Board, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "TELL_EVERY", 0.0)
    order = Order(kind="smartrecruiters", board="kestrel", base_url=host.url)
    task = command.ask(order, start=False)
    command.run_here(task)
    task = command.state_of(task)
    assert task.status == Status.SUCCEEDED
    assert task.message.startswith("page ")
    with as_system():
        told = [event.payload for event in Event.objects.filter(type="source_run.progressed").order_by("id")]
        assert Event.objects.filter(type="source_run.finished").count() == 1
    assert told[-1]["seen"] == 230
    assert [each["seen"] for each in told] == sorted(each["seen"] for each in told)
    assert told[0]["message"] == "page 1: 20 seen, 20 new"


class _Lost:
    """A database that is away for the first tries."""

    def __init__(self, times: int) -> None:
        self.left, self.calls = times, 0

    def __call__(self) -> None:
        self.calls += 1
        self.left -= 1
        if self.left >= 0:
            raise OperationalError("the connection is lost")


@pytest.fixture
def running() -> Running:
    return Running(GlobalTask(kind="vacancies.ingest"), uuid7())


def test_a_moment_without_the_database_is_waited_for(running: Running) -> None:
    pauses: list[float] = []
    step = _Lost(3)
    surviving.work(running, step, sleep=pauses.append)
    assert (step.calls, len(pauses)) == (4, 3)


def test_a_database_that_stays_away_leaves_the_task_to_the_reaper(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surviving, "PATIENCE", 0.0)
    with pytest.raises(LeaseLost):
        surviving.work(running, _Lost(10**6), sleep=lambda _: None)
