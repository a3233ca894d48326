"""Boards that come and go: the newest is read, the one before it no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from apps.core.db import as_system
from apps.core.errors import UpstreamError, ValidationFailed
from apps.events.models import Event
from apps.vacancies.ingest.finding import find_boards
from apps.vacancies.models import Source, VacancyChange
from tests.vacancies.crawling import (
    Answer,
    Asked,
    Host,
    as_json,
    forget_the_hosts,
    hosting,
    hurry,
    read_board,
    standing,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    hurry(monkeypatch, "hackernews")
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        yield host


def threads(host: Host, *numbers: int) -> None:
    hits = [{"objectID": str(number), "title": f"Ask HN: Who is hiring? ({number})"} for number in numbers]
    others = [
        {"objectID": "1", "title": "Ask HN: Who wants to be hired?"},
        {"title": "Ask HN: Who is hiring?"},
    ]
    host.answer = lambda _: as_json({"hits": [*hits, *others]})


def find(host: Host) -> dict[str, str | int]:
    with as_system():
        return find_boards("hackernews", host.url)


def enabled() -> dict[str, bool]:
    with as_system():
        return dict(Source.objects.values_list("board", "is_enabled"))


def test_the_newest_is_enabled_and_the_one_before_it_no_more(host: Host) -> None:
    threads(host, 300, 200)
    assert find(host) == {"kind": "hackernews", "found": 2, "created": 2, "newest": "300", "closed": 0}
    assert enabled() == {"300": True, "200": False}
    assert find(host)["created"] == 0
    threads(host, 400, 300, 200)
    assert find(host)["created"] == 1
    assert enabled() == {"400": True, "300": False, "200": False}
    with as_system():
        told = list(Event.objects.order_by("id").values_list("type", flat=True))
    assert told == ["source.created", "source.created", "source.created", "source.changed"]


def test_what_staff_decided_stays(host: Host) -> None:
    threads(host, 300, 200)
    find(host)
    with as_system():
        Source.objects.filter(board="300").update(is_enabled=False)
        Source.objects.filter(board="200").update(is_enabled=True)
    find(host)
    assert enabled() == {"300": False, "200": True}


TRADES = ("Harbour Pilot", "Crane Driver", "Dock Nurse", "Rope Maker")


def show(host: Host, thread: str, *numbers: int) -> None:
    """A thread with these comments, each the opening of another employer."""
    comments = [
        {
            "id": number,
            "parent_id": int(thread),
            "created_at": "2026-08-01T10:00:00.000Z",
            "text": f"Kestrel {TRADES[number % 4]} Works {number} | {TRADES[number % 4]} | Rotterdam | ONSITE<p>You work on quay {number}.",
        }
        for number in numbers
    ]

    def answer(asked: Asked) -> Answer:
        return as_json({"children": comments}) if asked.path.endswith(thread) else Answer(status=404)

    host.answer = answer


def reasons() -> list[tuple[str, str]]:
    with as_system():
        return list(VacancyChange.objects.order_by("at", "id").values_list("kind", "reason"))


def test_what_an_older_thread_shows_is_over_with_it(host: Host) -> None:
    threads(host, 200)
    find(host)
    show(host, "200", 11, 12, 13)
    assert read_board(host, "hackernews", "200").outcome == "complete"
    assert standing("200") == {"11": True, "12": True, "13": True}
    threads(host, 300, 200)
    assert find(host)["closed"] == 3
    assert standing("200") == {"11": False, "12": False, "13": False}
    assert reasons() == [("closed", "a newer thread is there")] * 3
    show(host, "300", 21)
    read_board(host, "hackernews", "300")
    threads(host, 300, 200)
    assert find(host)["closed"] == 0, "neither a second time, nor what the newest shows"
    assert standing("300") == {"21": True}


def test_what_a_late_run_opens_again_is_closed_the_next_time(host: Host) -> None:
    threads(host, 200)
    find(host)
    threads(host, 300, 200)
    find(host)
    show(host, "200", 11)
    read_board(host, "hackernews", "200")
    assert standing("200") == {"11": True}
    threads(host, 300, 200)
    assert find(host)["closed"] == 1


def test_an_older_thread_that_staff_read_stays_open(host: Host) -> None:
    threads(host, 300, 200)
    find(host)
    with as_system():
        Source.objects.filter(board="200").update(is_enabled=True)
    show(host, "200", 11)
    read_board(host, "hackernews", "200")
    threads(host, 300, 200)
    assert find(host)["closed"] == 0
    assert standing("200") == {"11": True}


def test_an_answer_without_boards_changes_nothing(host: Host) -> None:
    threads(host, 300)
    find(host)
    threads(host)
    assert find(host) == {"kind": "hackernews", "found": 0, "created": 0, "newest": "", "closed": 0}
    host.answer = lambda _: Answer(status=500)
    with pytest.raises(UpstreamError):
        find(host)
    assert enabled() == {"300": True}


def test_a_source_that_cannot_name_its_boards_is_one_clear_fault() -> None:
    with as_system(), pytest.raises(ValidationFailed, match="Lever cannot name its boards"):
        find_boards("lever")
