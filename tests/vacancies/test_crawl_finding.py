"""Boards that come and go: the newest is read, the one before it no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from apps.core.db import as_system
from apps.core.errors import UpstreamError, ValidationFailed
from apps.events.models import Event
from apps.vacancies.ingest.finding import find_boards
from apps.vacancies.models import Source
from tests.vacancies.crawling import Answer, Host, as_json, forget_the_hosts, hosting, hurry

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
    assert find(host) == {"kind": "hackernews", "found": 2, "created": 2, "newest": "300"}
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


def test_an_answer_without_boards_changes_nothing(host: Host) -> None:
    threads(host, 300)
    find(host)
    threads(host)
    assert find(host) == {"kind": "hackernews", "found": 0, "created": 0, "newest": ""}
    host.answer = lambda _: Answer(status=500)
    with pytest.raises(UpstreamError):
        find(host)
    assert enabled() == {"300": True}


def test_a_source_that_cannot_name_its_boards_is_one_clear_fault() -> None:
    with as_system(), pytest.raises(ValidationFailed, match="Lever cannot name its boards"):
        find_boards("lever")
