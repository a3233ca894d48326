"""A board that falls from many to none, or to a few, raises an alarm, and closes nothing until somebody looked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from apps.core.db import as_system
from apps.events.models import Event
from apps.vacancies.boards.catalogue import clear_alarm
from apps.vacancies.models import Source
from tests.vacancies.crawling import (
    Board,
    Host,
    forget_the_hosts,
    hosting,
    hurry,
    listed,
    read_board,
    standing,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    hurry(monkeypatch, "smartrecruiters", max_details=0)
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        yield host


def source() -> Source:
    with as_system():
        return Source.objects.get()


def told() -> list[str]:
    with as_system():
        found = Event.objects.filter(subject_type="source").order_by("id").values_list("type", flat=True)
        return [kind for kind in found if "alarm" in kind]


@pytest.mark.parametrize("left", [0, 1])
def test_the_fall_is_an_alarm_and_closes_nothing_however_often(host: Host, left: int) -> None:
    board = Board(host, [listed(number) for number in range(30)])
    read_board(host)
    assert (source().open_postings, source().alarm) == (30, "")
    everything, board.postings = board.postings, board.postings[:left]
    for _ in range(3):
        run = read_board(host)
        assert (run.outcome, run.closed) == ("complete", 0)
        assert "The board fell from 30 postings" in run.fault
    assert source().alarm.startswith("The board fell from 30 postings")
    assert source().alarmed_at is not None
    assert source().open_postings == 30
    assert sum(standing().values()) == 30
    assert told() == ["source.alarmed"], "three crawls tell of one alarm once"
    board.postings = everything
    read_board(host)
    assert (source().alarm, source().alarmed_at) == ("", None)
    assert told() == ["source.alarmed", "source.alarm_ended"]
    assert sum(standing().values()) == 30


def test_staff_may_accept_the_fall(host: Host) -> None:
    board = Board(host, [listed(number) for number in range(30)])
    read_board(host)
    board.postings = board.postings[:1]
    read_board(host)
    with as_system():
        clear_alarm(source(), actor_id=None)
    assert source().alarm == ""
    assert told() == ["source.alarmed", "source.alarm_cleared"]
    assert [read_board(host).closed for _ in range(2)] == [0, 29]
    assert sum(standing().values()) == 1
    assert source().open_postings == 1


def test_a_small_board_may_empty_itself(host: Host) -> None:
    board = Board(host, [listed(number) for number in range(4)])
    read_board(host)
    board.postings = []
    assert [read_board(host).closed for _ in range(2)] == [0, 4]
    assert told() == []
