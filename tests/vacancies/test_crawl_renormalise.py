"""What is stored is read again without a fetch, when an adapter has learnt something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.core.db import as_system
from apps.events.models import Event
from apps.jobs.models import Status
from apps.vacancies.ingest import command, renormalise
from apps.vacancies.ingest.renormalise import Scope
from apps.vacancies.models import RawPosting, Vacancy
from apps.vacancies.sources.base import PostingDraft, PostingInvalid
from apps.vacancies.sources.smartrecruiters import SmartRecruiters
from tests.vacancies.crawling import (
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
    board = Board(host, [listed(number) for number in range(8)])
    read_board(host)
    host.asked.clear()
    return board


@pytest.fixture
def learnt(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the crawl: an adapter of a later version, which reads titles otherwise, and can no longer read one posting."""
    before = SmartRecruiters.parse

    def parse(self: SmartRecruiters, item: Any, board: Any) -> PostingDraft:
        if item["id"] == "7005":
            raise PostingInvalid("no longer read", source_id="7005")
        return before(self, {**item, "name": f"Senior {item['name']}"}, board)

    monkeypatch.setattr(SmartRecruiters, "parse", parse)
    monkeypatch.setattr(SmartRecruiters, "adapter_version", 99)


def again(**scope: Any) -> dict[str, Any]:
    task = command.ask_again(Scope(**scope), start=False)
    command.run_here(task)
    task = command.state_of(task)
    assert task.status == Status.SUCCEEDED, task.problem
    return command.result_of(task)


def seen() -> dict[str, tuple[Any, ...]]:
    """What reading again must not touch."""
    with as_system():
        rows = RawPosting.objects.values_list(
            "source_posting_id", "fetched_at", "first_seen_at", "last_seen_at", "closed_at", "missed", "list_hash",
            "payload_hash", "vacancy_id", "vacancy__first_seen_at", "vacancy__last_seen_at", "vacancy__status",
        )  # fmt: skip
        return {row[0]: row[1:] for row in rows}


def titles() -> set[str]:
    with as_system():
        return set(Vacancy.objects.values_list("title", flat=True))


@pytest.mark.usefixtures("learnt")
def test_an_older_adapters_postings_are_read_again_and_nothing_is_asked(board: Board, host: Host) -> None:
    before = seen()
    assert again() == {"read": 8, "refused": 1, "sources": 1}
    assert host.asked == []
    assert seen() == before
    assert titles() == {f"Senior Harbour Pilot {n}" for n in range(8) if n != 5} | {"Harbour Pilot 5"}
    with as_system():
        assert Event.objects.filter(type="source.renormalised").count() == 1
    assert again()["read"] == 1, "only what could not be read is tried again"


def test_what_the_present_adapter_has_read_is_left_alone(board: Board) -> None:
    assert again()["read"] == 0
    before = seen()
    assert again(everything=True) == {"read": 8, "refused": 0, "sources": 1}
    assert seen() == before


def test_a_closed_posting_stays_closed(board: Board, host: Host) -> None:
    gone = board.postings.pop(0)
    read_board(host)
    read_board(host)
    assert not standing()[gone["id"]]
    assert again(everything=True)["read"] == 7
    assert not standing()[gone["id"]]


@pytest.mark.usefixtures("learnt")
def test_killed_it_goes_on_where_it_was(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renormalise, "BATCH", 3)
    reports: list[tuple[int, int]] = []

    def progress(done: int, total: int, line: str) -> None:
        reports.append((done, total))
        if len(reports) == 2:
            raise Killed

    task = command.ask_again(Scope(), start=False)
    with as_system(), pytest.raises(Killed):
        renormalise.renormalise(Scope(), task.created_at, progress)
    with as_system():
        result = renormalise.renormalise(Scope(), task.created_at, progress)
    assert result["read"] == 2
    assert reports == [(3, 8), (6, 8), (2, 2)]


@pytest.mark.usefixtures("learnt")
def test_the_command(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("renormalise", "smartrecruiters", "kestrel", "--json")
    assert json.loads(capsys.readouterr().out)["read"] == 8
    with pytest.raises(CommandError, match="no such board"):
        call_command("renormalise", "smartrecruiters", "nobody")
