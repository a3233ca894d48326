"""Details are asked for those postings only that are new or listed otherwise, and what fails of them costs no posting."""

from __future__ import annotations

import pytest

from apps.core.db import as_system
from apps.vacancies.models import RawPosting, Source
from tests.vacancies.crawling import (
    Answer,
    Board,
    Host,
    as_json,
    hurry,
    listed,
    read_board,
    standing,
    texts,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def board(host: Host) -> Board:
    return Board(host, [listed(number) for number in range(8)])


def owed() -> set[str]:
    """The ids whose detail is still to be asked."""
    with as_system():
        return set(RawPosting.objects.filter(list_hash="").values_list("source_posting_id", flat=True))


def source() -> Source:
    with as_system():
        return Source.objects.get()


def test_only_unseen_and_changed_ones_are_asked_for(board: Board, host: Host) -> None:
    run = read_board(host)
    assert (run.created, run.requests, len(board.details())) == (8, 9, 8)
    assert all(text.startswith("The job") for text in texts().values())
    host.asked.clear()
    run = read_board(host)
    assert (run.unchanged, run.requests, board.details()) == (8, 1, [])
    board.postings[3] = {**board.postings[3], "name": "Harbour Master"}
    board.postings.append(listed(8))
    run = read_board(host)
    assert (run.created, run.changed, run.unchanged) == (1, 1, 7)
    assert board.details() == ["7003", "7008"]


def test_fields_in_another_order_are_no_change(board: Board, host: Host) -> None:
    read_board(host)
    board.postings = [dict(reversed(one.items())) for one in board.postings]
    host.asked.clear()
    assert (read_board(host).unchanged, board.details()) == (8, [])


@pytest.mark.parametrize(
    "answer",
    [Answer(status=404), Answer(b"<html>"), Answer(b"[]"), Answer(b'{"jobAd": ', cut=9)],
    ids=["404", "a page", "no object", "cut"],
)
def test_a_detail_that_fails_leaves_the_lists_part_and_is_asked_again(
    board: Board, host: Host, answer: Answer
) -> None:
    board.wrong["7002"] = answer
    run = read_board(host)
    assert (run.outcome, run.created, run.refused) == ("complete", 8, 0)
    assert run.faults[0]["source_id"] == "7002"
    assert run.faults[0]["reason"].startswith("detail: ")
    assert (owed(), texts()["7002"]) == ({"7002"}, "")
    del board.wrong["7002"]
    host.asked.clear()
    run = read_board(host)
    assert (run.changed, run.unchanged, board.details()) == (1, 7, ["7002"])
    assert (owed(), texts()["7002"] != "") == (set(), True)


def test_a_text_once_read_is_not_lost_to_a_detail_that_fails(board: Board, host: Host) -> None:
    read_board(host)
    board.postings[2] = {**board.postings[2], "name": "Harbour Master"}
    board.wrong["7002"] = Answer(status=404)
    for _ in range(2):
        run = read_board(host)
        assert (run.outcome, run.unchanged, run.closed) == ("complete", 8, 0)
        assert texts()["7002"] != ""
    del board.wrong["7002"]
    assert read_board(host).changed == 1


def test_429_on_a_detail_ends_the_asking_and_the_rest_is_listed(board: Board, host: Host) -> None:
    board.wrong["7003"] = Answer(status=429, headers={"Retry-After": "600"})
    run = read_board(host)
    assert (run.outcome, run.seen, run.created, run.closed) == ("partial", 8, 8, 0)
    assert run.fault.startswith("details: ")
    assert board.details() == ["7000", "7001", "7002", "7003"]
    assert owed() == {"7003", "7004", "7005", "7006", "7007"}
    assert source().cooldown_until is not None
    assert source().failures == 0


def test_details_that_fail_in_a_row_are_no_longer_asked_for(board: Board, host: Host) -> None:
    board.wrong[""] = Answer(status=403)
    run = read_board(host)
    assert (run.outcome, run.seen, len(board.details())) == ("partial", 8, 3)
    assert all(standing().values())


def test_details_that_are_gone_are_no_reason_to_stop(board: Board, host: Host) -> None:
    board.wrong[""] = Answer(status=404)
    run = read_board(host)
    assert (run.outcome, len(board.details())) == ("complete", 8)


def test_no_more_than_the_terms_allow_in_one_crawl(
    board: Board, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, "smartrecruiters", max_details=3)
    for left in (5, 2, 0, 0):
        run = read_board(host)
        assert (run.outcome, len(owed())) == ("complete", left)
    assert len(board.details()) == len(set(board.details())) == 8


def test_a_new_adapter_reads_the_stored_detail_without_asking(
    board: Board, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_board(host)
    before = texts()
    with as_system():
        RawPosting.objects.update(adapter_version=99)
    host.asked.clear()
    run = read_board(host)
    assert (run.changed, run.requests, board.details()) == (8, 1, [])
    assert texts() == before


def test_what_comes_back_comes_back_with_its_text(board: Board, host: Host) -> None:
    read_board(host)
    gone = board.postings.pop()
    read_board(host)
    assert read_board(host).closed == 1
    host.asked.clear()
    board.postings.append(gone)
    read_board(host)
    assert standing()[gone["id"]]
    assert (board.details(), texts()[gone["id"]] != "") == ([], True)


def test_a_detail_of_many_megabytes_is_refused(board: Board, host: Host) -> None:
    board.wrong["7000"] = as_json({"jobAd": "x" * (9 << 20)})
    run = read_board(host)
    assert (run.outcome, run.created) == ("complete", 8)
    assert (
        run.faults == [{"source_id": "7000", "reason": "detail: 7000: the detail is too large"}] or run.faults
    )
