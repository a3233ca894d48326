"""The crawl rules of the field, each against a host that breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.conf import LazySettings

from apps.core import http
from apps.core.db import as_system
from apps.vacancies.ingest import reading
from apps.vacancies.models import RawPosting, Source
from apps.vacancies.sources.registry import get_source
from tests.vacancies.crawling import (
    Answer,
    Asked,
    Board,
    Host,
    as_json,
    forget_the_hosts,
    hosting,
    hurry,
    listed,
    read_board,
    standing,
)

pytestmark = pytest.mark.usefixtures("database")
WRONG = Answer(b"<h1>Oops</h1>", status=500)
CHALLENGE = Answer(b"<html>Checking your browser</html>", headers={"Content-Type": "text/html"})


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    hurry(monkeypatch, "smartrecruiters", "greenhouse", "lever")
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        yield host


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real client, told to wait half a second where it would wait minutes."""
    patient = reading.policy_for
    monkeypatch.setattr(
        reading, "policy_for", lambda source: replace(patient(source), attempts=1, total_seconds=0.5)
    )


def postings(count: int) -> list[dict[str, Any]]:
    return [listed(number) for number in range(count)]


def source() -> Source:
    with as_system():
        return Source.objects.get(board="kestrel")


# 1. Unreadable is not gone.


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=403),
        Answer(status=404),
        Answer(status=500),
        Answer(status=302, headers={"Location": "/login"}),
        CHALLENGE,
        Answer(b""),
        Answer(b"nonsense"),
        Answer(b'{"postings": []}'),
        Answer(b'{"content": [', cut=10),
    ],
    ids=["403", "404", "500", "login", "challenge", "nothing", "no feed", "renamed", "cut"],
)
def test_a_first_page_that_cannot_be_read_is_the_boards_fault_and_closes_nothing(
    host: Host, impatient: None, answer: Answer
) -> None:
    board = Board(host, postings(3))
    read_board(host)
    board.wrong["0"] = answer
    for failures in (1, 2, 3):
        run = read_board(host)
        assert (run.outcome, run.seen, run.closed) == ("failed", 0, 0)
        assert run.fault
        assert source().failures == failures
    assert standing() == {"7000": True, "7001": True, "7002": True}
    del board.wrong["0"]
    assert read_board(host).outcome == "complete"
    assert (source().failures, source().cooldown_until) == (0, None)


def test_a_host_that_drips_ends_at_the_time_out(host: Host, impatient: None) -> None:
    board = Board(host, postings(3))
    read_board(host)
    board.wrong["0"] = Answer(b'{"content": [' + b" " * 200, drip=0.05)
    run = read_board(host)
    assert (run.outcome, run.closed) == ("failed", 0)
    assert "in time" in run.fault
    assert all(standing().values())


# 2. A failure on a later page is a partial crawl, after which nothing is swept.


@pytest.mark.parametrize(
    "answer",
    [
        WRONG,
        CHALLENGE,
        Answer(b'{"content": [{"id": "9"', cut=5),
        Answer(status=429, headers={"Retry-After": "900"}),
    ],
    ids=["500", "challenge", "cut", "429"],
)
def test_a_later_page_that_fails_keeps_what_came_and_sweeps_nothing(
    host: Host, impatient: None, answer: Answer
) -> None:
    board = Board(host, postings(150))
    assert read_board(host).seen == 150
    board.wrong["100"] = answer
    for _ in range(3):
        run = read_board(host)
        assert (run.outcome, run.seen, run.closed, run.pages) == ("partial", 100, 0, 1)
        assert "page 2" in run.fault
        forget_the_hosts()
    assert sum(standing().values()) == 150
    assert source().failures == 0


# 3. What two complete crawls in a row do not list is gone; one of them is not enough.


def test_what_is_missed_twice_by_complete_crawls_is_closed_and_comes_back(host: Host) -> None:
    board = Board(host, postings(3))
    read_board(host)
    gone = board.postings.pop()
    assert read_board(host).closed == 0
    board.wrong["0"] = WRONG
    assert read_board(host).closed == 0
    del board.wrong["0"]
    assert read_board(host).closed == 1
    assert standing() == {"7000": True, "7001": True, "7002": False}
    board.postings.append(gone)
    read_board(host)
    assert standing() == {"7000": True, "7001": True, "7002": True}


def test_a_posting_missed_once_and_seen_again_begins_anew(host: Host) -> None:
    board = Board(host, postings(3))
    read_board(host)
    for _ in range(3):
        gone = board.postings.pop()
        assert read_board(host).closed == 0
        board.postings.append(gone)
        assert read_board(host).closed == 0
    assert all(standing().values())


# 4. Totals lie, and pages repeat.


@pytest.mark.parametrize("total", [0, 7, 100, 1_000_000])
def test_a_total_is_not_believed(host: Host, total: int) -> None:
    board = Board(host, postings(150))
    board.total = total
    run = read_board(host)
    assert (run.outcome, run.seen, board.offsets()) == ("complete", 150, ["0", "100"])


def test_a_host_that_repeats_its_page_is_left(host: Host) -> None:
    board = Board(host, postings(100))
    board.wrong |= {str(at): as_json({"content": board.postings}) for at in range(100, 2000, 100)}
    run = read_board(host)
    assert (run.outcome, run.seen) == ("complete", 100)
    assert board.offsets() == ["0", "100"]


def test_a_host_that_goes_on_for_ever_is_left_and_sweeps_nothing(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 5)
    hurry(monkeypatch, "smartrecruiters", max_details=0)
    board = Board(host, postings(1000))
    run = read_board(host)
    assert (run.outcome, run.seen, run.closed) == ("partial", 500, 0)
    assert "more than 5 pages" in run.fault
    assert len(board.offsets()) == 5


# 7. A host is pinned.


def test_a_redirect_to_another_host_is_not_followed(host: Host, settings: LazySettings) -> None:
    with hosting() as elsewhere:
        settings.OUTBOUND_ALLOW = (host.endpoint, elsewhere.endpoint)
        there = elsewhere.url.replace("127.0.0.1", "localhost")
        elsewhere.answer = lambda _: as_json({"content": postings(3)})
        host.answer = lambda _: Answer(status=302, headers={"Location": f"{there}/v1/x/postings"})
        run = read_board(host)
        assert run.outcome == "failed"
        assert "another host" in run.fault
        assert elsewhere.asked == []


# 8. The host says when.


def test_retry_after_leaves_the_board_alone_for_as_long(host: Host) -> None:
    Board(host, postings(3)).wrong["0"] = Answer(status=429, headers={"Retry-After": "7200"})
    run = read_board(host)
    assert (run.outcome, run.requests) == ("failed", 1)
    assert len(host.asked) == 1, "it is not asked again before that"
    until = source().cooldown_until
    assert run.finished_at
    assert until is not None
    assert 7190 < (until - run.finished_at).total_seconds() <= 7201
    assert source().failures == 0, "many boards share a host: it is not this one that failed"
    read_board(host)
    assert len(host.asked) == 1
    assert source().failures == 0


def test_a_short_retry_after_is_waited_for(host: Host) -> None:
    board, answers = Board(host, postings(3)), [Answer(status=429, headers={"Retry-After": "1"})]
    host.answer = lambda asked: answers.pop() if answers else board.answer(asked)
    assert read_board(host).outcome == "complete"


def test_terms_are_the_policy() -> None:
    workable, ashby = (reading.policy_for(get_source(kind)) for kind in ("workable", "ashby"))
    assert workable.limit == http.HostLimit(requests_per_second=0.2, concurrency=1)
    assert ashby.read_seconds == 30
    assert (ashby.cross_host, ashby.robots) == (False, True)
    assert reading.policy_for(get_source("adzuna")).robots is False


@pytest.mark.parametrize("robots", [Answer(b"User-agent: *\nDisallow: /v1/"), Answer(status=500)])
def test_robots_that_forbid_or_cannot_be_read_are_kept_to(
    host: Host, impatient: None, robots: Answer
) -> None:
    Board(host, postings(3))
    host.robots = robots
    run = read_board(host)
    assert (run.outcome, host.asked) == ("failed", [])


# 13. Ids as numbers or strings are one id.


def test_an_id_may_change_its_type(host: Host) -> None:
    board = Board(host, postings(3))
    read_board(host)
    board.postings[1]["id"] = int(board.postings[1]["id"])
    read_board(host)
    assert sorted(standing()) == ["7000", "7001", "7002"]


# 14. What was received is kept, with what read it.


def test_what_was_received_is_kept(host: Host) -> None:
    Board(host, postings(1))
    run = read_board(host)
    with as_system():
        raw = RawPosting.objects.get()
    assert raw.payload["name"] == "Harbour Pilot 0"
    assert raw.payload["detail"]["jobAd"]
    assert raw.adapter_version == get_source("smartrecruiters").adapter_version
    assert raw.fetched_at >= run.started_at
    assert len(raw.payload_hash) == len(raw.list_hash) == 64


# A changed shape.


def test_items_without_an_id_make_the_crawl_partial(host: Host) -> None:
    board = Board(host, postings(3))
    read_board(host)
    board.wrong["0"] = as_json(
        {"content": [{"uuid": one["id"], **one, "id": None} for one in board.postings]}
    )
    for _ in range(3):
        run = read_board(host)
        assert (run.outcome, run.refused, run.closed) == ("partial", 3, 0)
        assert run.fault == "3 items have no id"
    assert all(standing().values())


def test_a_shape_that_no_posting_can_be_read_from_is_an_alarm_and_closes_nothing(host: Host) -> None:
    board = Board(host, postings(6))
    read_board(host)
    board.postings = [{**one, "name": None, "title": one["name"]} for one in board.postings]
    for _ in range(3):
        run = read_board(host)
        assert (run.outcome, run.refused, run.closed) == ("complete", 6, 0)
    assert source().alarm == "None of 6 postings could be read; nothing was closed."
    assert all(standing().values())


def test_one_posting_that_cannot_be_read_costs_only_itself(host: Host) -> None:
    board = Board(host, postings(6))
    read_board(host)
    board.postings[2] = {**board.postings[2], "name": None}
    for _ in range(2):
        run = read_board(host)
        assert (run.outcome, run.refused, run.closed) == ("complete", 1, 0)
    assert run.faults[0]["source_id"] == "7002"
    assert all(standing().values())


def test_a_posting_that_its_source_hides_counts_as_not_listed(host: Host) -> None:
    board = Board(host, postings(3))
    read_board(host)
    board.postings[0] = {**board.postings[0], "visibility": "INTERNAL"}
    read_board(host)
    assert standing()["7000"]
    read_board(host)
    assert standing() == {"7000": False, "7001": True, "7002": True}


# Conditions.


def job(number: int) -> dict[str, Any]:
    words = " ".join(f"word{number}x{i}" for i in range(60))
    return {
        "id": 5000 + number,
        "title": f"Deck Hand {number}",
        "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{5000 + number}",
        "location": {"name": "Bergen, Norway"},
        "content": f"<p>You tie knots. {words}</p>",
    }


class Tagged:
    """Greenhouse, that knows what has not changed."""

    def __init__(self, host: Host, jobs: list[dict[str, Any]]) -> None:
        self.jobs, self.tag = jobs, '"1"'
        host.answer = self.answer

    def answer(self, asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == self.tag:
            return Answer(status=304)
        return as_json({"jobs": self.jobs}, ETag=self.tag)


def test_what_has_not_changed_is_seen_without_being_read(host: Host) -> None:
    board = Tagged(host, [job(n) for n in range(7)])
    read_board(host, "greenhouse")
    assert (source().etag, source().open_postings) == ('"1"', 7)
    run = read_board(host, "greenhouse")
    assert (run.outcome, run.seen, run.unchanged, run.closed) == ("unchanged", 7, 7, 0)
    assert host.asked[-1].headers["if-none-match"] == '"1"'
    with as_system():
        assert all(raw.last_seen_at >= run.started_at for raw in RawPosting.objects.all())
        assert source().last_complete_at == run.finished_at
    board.tag, board.jobs = '"2"', board.jobs[:6]
    assert read_board(host, "greenhouse").outcome == "complete"
    assert source().etag == "", "a posting was missed once: a 304 would hide that it stays away"
    assert read_board(host, "greenhouse").closed == 1
    assert source().etag == '"2"'


def test_validators_of_a_crawl_that_was_not_whole_are_not_kept(host: Host) -> None:
    board = Tagged(host, [job(n) for n in range(3)])
    whole = host.answer
    host.answer = lambda asked: replace(whole(asked), cut=20)
    assert read_board(host, "greenhouse").outcome == "failed"
    assert source().etag == ""
    host.answer = board.answer
    assert read_board(host, "greenhouse").outcome == "complete"
    assert source().etag == '"1"'


def test_a_board_of_several_pages_is_not_asked_what_changed(host: Host) -> None:
    board = Board(host, postings(150))
    plain = board.answer
    host.answer = lambda asked: replace(plain(asked), headers={"ETag": '"1"'})
    read_board(host)
    assert source().etag == ""
