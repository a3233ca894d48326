"""Boards that misbehave, read by `manage.py ingest` on the real stack: what was whole lands, nothing is closed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from project import embedded
from tests.core.misbehaving import Answer, Server, serving
from tests.e2e.stack import Stack

pytestmark = pytest.mark.stack
PRIVATE = "url: private and reserved addresses are refused"
WRONG: Answer = (500, {}, b"<h1>Oops</h1>")
SUMMARY = ("outcome", "seen", "created", "closed")


@pytest.fixture(scope="module")
def feeds() -> Iterator[Server]:
    """A board's host that the owner allowed although it is this machine."""
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def inside() -> Iterator[Server]:
    """Another service of this machine, which nobody allowed."""
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory, feeds: Server) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack") / "var", OUTBOUND_ALLOW=feeds.endpoint) as running:
        yield running


def ingest(stack: Stack, kind: str, board: str, *more: str, code: int = 0) -> dict[str, Any]:
    """The summary that the command prints; it ended with `code`."""
    done = stack.manage_often("ingest", kind, board, "--company", board.title(), "--json", *more)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return summary


def counted(summary: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(summary[name] for name in SUMMARY)


def stored(stack: Stack, board: str) -> tuple[int, int, int]:
    """Of a board: postings kept, vacancies of them that are open, and that are closed."""
    ends = embedded.endpoints(stack.var_dir)
    assert ends is not None
    with psycopg.connect(ends.superuser_url, dbname="foothold") as connection:
        row = connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE v.status = 'open'), "
            "count(*) FILTER (WHERE v.status <> 'open') FROM vacancies_rawposting r "
            "JOIN vacancies_source s ON s.id = r.source_id JOIN vacancies_vacancy v ON v.id = r.vacancy_id "
            "WHERE s.board = %s",
            [board],
        ).fetchone()
    assert row is not None
    return int(row[0]), int(row[1]), int(row[2])


def greenhouse_job(number: int) -> dict[str, Any]:
    words = " ".join(f"word{number}x{i}" for i in range(60))
    return {
        "id": 5000 + number,
        "title": f"Harbour Pilot {number}",
        "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{5000 + number}",
        "location": {"name": "Rotterdam, Netherlands"},
        "company_name": "Kestrel Pilots B.V.",
        "content": f"<p>You steer ships. {words}</p>",
        "updated_at": "2026-08-01T10:00:00-04:00",
        "first_published": "2026-08-01T10:00:00-04:00",
    }


def greenhouse(*numbers: int) -> bytes:
    return json.dumps({"jobs": [greenhouse_job(n) for n in numbers]}).encode()


def lever_page(board: str, first: int, count: int) -> bytes:
    return json.dumps(
        [
            {
                "id": f"00000000-0000-4000-8000-{number:012d}",
                "text": f"Deck Hand {number}",
                "hostedUrl": f"https://jobs.lever.co/{board}/00000000-0000-4000-8000-{number:012d}",
                "createdAt": 1_750_000_000_000,
                "categories": {"location": "Bergen, Norway"},
                "description": "<p>" + " ".join(f"{board}{number}w{i}" for i in range(60)) + "</p>",
            }
            for number in range(first, first + count)
        ]
    ).encode()


def pages(feeds: Server, board: str, *answers: Answer) -> tuple[str, str]:
    """Have the board answer so, page after page; the words that have it read from there."""
    feeds.answers[f"/v0/postings/{board}"] = list(answers)
    feeds.requests[:] = [each for each in feeds.requests if each[1] != f"/v0/postings/{board}"]
    return "--base-url", feeds.url("")


def test_500_on_the_first_page_fails_and_leaves_nothing(stack: Stack, feeds: Server) -> None:
    summary = ingest(stack, "lever", "fjord", *pages(feeds, "fjord", WRONG), code=1)
    assert counted(summary) == ("failed", 0, 0, 0)
    assert summary["fault"] == "The site answered 500."
    assert len(feeds.seen("/v0/postings/fjord")) == 3, "it is asked again, and then no more"
    assert stored(stack, "fjord") == (0, 0, 0)


def test_500_on_a_later_page_keeps_what_came_and_closes_nothing(stack: Stack, feeds: Server) -> None:
    whole: list[Answer] = [(200, {}, lever_page("skerry", 0, 100)), (200, {}, lever_page("skerry", 100, 50))]
    summary = ingest(stack, "lever", "skerry", *pages(feeds, "skerry", *whole))
    assert counted(summary) == ("complete", 150, 150, 0)
    # Twice, for what is missing twice is closed. The first page is the same; the second one's postings are not seen.
    for _ in range(2):
        summary = ingest(stack, "lever", "skerry", *pages(feeds, "skerry", whole[0], WRONG))
        assert counted(summary) == ("partial", 100, 0, 0)
        assert summary["fault"] == "the feed broke after 100 items: page 2: The site answered 500."
        assert stored(stack, "skerry") == (150, 150, 0)


def test_a_page_cut_off_by_the_network_closes_nothing(stack: Stack, feeds: Server) -> None:
    first: Answer = (200, {}, lever_page("holm", 1000, 100))
    assert counted(ingest(stack, "lever", "holm", *pages(feeds, "holm", first, (200, {}, b"[]")))) == (
        "complete", 100, 100, 0,
    )  # fmt: skip
    rest = lever_page("holm", 1100, 20)
    cut = (200, {"Content-Length": str(len(rest)), "Connection": "close"}, rest[: len(rest) // 2])
    for _ in range(2):
        summary = ingest(stack, "lever", "holm", *pages(feeds, "holm", first, cut))
        assert counted(summary) == ("partial", 100, 0, 0)
        assert stored(stack, "holm") == (100, 100, 0)


def test_a_board_that_is_empty_of_a_sudden_closes_nothing(stack: Stack, feeds: Server) -> None:
    pages(feeds, "strand", (200, {}, lever_page("strand", 2000, 30)))
    assert ingest(stack, "lever", "strand", "--base-url", feeds.url(""))["created"] == 30
    for _ in range(2):
        summary = ingest(stack, "lever", "strand", *pages(feeds, "strand", (200, {}, b"[]")))
        assert summary["closed"] == 0
        assert "nothing was closed" in summary["fault"]
        assert stored(stack, "strand") == (30, 30, 0)


def test_a_feed_cut_in_the_middle_lands_its_whole_postings(stack: Stack, feeds: Server) -> None:
    whole = greenhouse(*range(8))
    cut = whole[: whole.index(b'"id": 5005') + 200]
    feeds.answers["/cut.json"] = [(200, {}, cut)]
    feeds.answers["/cut.json.gz"] = [(200, {"Content-Type": "application/gzip"}, gzip.compress(whole)[:-200])]
    summary = ingest(stack, "greenhouse", "kestrel", "--from", feeds.url("/cut.json"))
    assert counted(summary) == ("partial", 5, 5, 0)
    assert stored(stack, "kestrel") == (5, 5, 0)
    summary = ingest(stack, "greenhouse", "kestrel", "--from", feeds.url("/cut.json.gz"))
    assert (summary["outcome"], summary["closed"], summary["refused"]) == ("partial", 0, 0)
    assert stored(stack, "kestrel")[0] == summary["seen"] < 8


@pytest.mark.shared
def test_a_recorded_feed_cut_in_the_middle(stack: Stack, shared_data: Path, tmp_path: Path) -> None:
    text = (shared_data / "feeds" / "lever" / "palantir_10jobs.json").read_text()
    cut = tmp_path / "cut.json"
    cut.write_text(text[: int(len(text) * 0.6)])
    whole = wholes(text, cut.stat().st_size)
    assert 0 < whole < 10
    summary = ingest(stack, "lever", "palantir", "--from", str(cut))
    assert counted(summary) == ("partial", whole, whole, 0)
    assert stored(stack, "palantir") == (whole, whole, 0)


def wholes(text: str, size: int) -> int:
    """How many objects of a JSON list end within its first `size` bytes."""
    decoder, found, at = json.JSONDecoder(), 0, text.index("{")
    while True:
        _, end = decoder.raw_decode(text, at)
        if len(text[:end].encode()) > size:
            return found
        found += 1
        at = text.index("{", end)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>Checking your browser</html>", b'{"error": "no such board"}', b"\x1f\x8b\x08broken", b"[" * 100_000,
     b'{"jobs": NaN}', b"\xff\xfe\x00\x00"],
)  # fmt: skip
def test_what_is_no_feed_leaves_nothing(stack: Stack, feeds: Server, body: bytes) -> None:
    feeds.answers["/wrong.json"] = [(200, {}, body)]
    done = stack.manage_often("ingest", "greenhouse", "nobody", "--from", feeds.url("/wrong.json"), "--json")
    summary = json.loads(done.stdout.splitlines()[-1])
    assert summary["outcome"] in ("failed", "partial")
    assert (summary["seen"], summary["created"], summary["closed"]) == (0, 0, 0)
    assert summary["fault"]
    assert stored(stack, "nobody") == (0, 0, 0)


def test_an_address_inside_is_refused_before_it_is_called(stack: Stack, inside: Server) -> None:
    inside.answers["/feed.json"] = [(200, {}, greenhouse(1))]
    port = inside.server_port
    literals = (
        f"127.0.0.1:{port}",
        f"[::1]:{port}",
        f"[::ffff:127.0.0.1]:{port}",
        "127.0.0.1",
        "169.254.169.254",
    )
    for host in literals:
        summary = ingest(stack, "greenhouse", "inside", "--from", f"http://{host}/feed.json", code=1)
        assert (*counted(summary), summary["fault"]) == ("failed", 0, 0, 0, PRIVATE), host
    assert inside.requests == []
    assert stored(stack, "inside") == (0, 0, 0)


def test_a_name_that_leads_inside_is_refused(stack: Stack, feeds: Server, inside: Server) -> None:
    """By what it resolves to; on another port than the web's, before it is looked up."""
    words = {
        "http://localhost/feed.json": PRIVATE,
        f"http://localhost:{feeds.server_port}/feed.json": "url: this port is not read",
    }
    for url, fault in words.items():
        summary = ingest(stack, "greenhouse", "inside", "--from", url, code=1)
        assert (*counted(summary), summary["fault"]) == ("failed", 0, 0, 0, fault), url
    summary = ingest(stack, "lever", "inside", "--base-url", "http://localhost", code=1)
    assert (*counted(summary), summary["fault"]) == ("failed", 0, 0, 0, PRIVATE)
    assert stored(stack, "inside") == (0, 0, 0)


def test_a_redirect_inside_is_refused(stack: Stack, feeds: Server, inside: Server) -> None:
    inside.answers["/feed.json"] = [(200, {}, greenhouse(1))]
    feeds.answers["/moved.json"] = [(302, {"Location": inside.url("/feed.json")}, b"")]
    summary = ingest(stack, "greenhouse", "inside", "--from", feeds.url("/moved.json"), code=1)
    assert (*counted(summary), summary["fault"]) == ("failed", 0, 0, 0, PRIVATE)
    assert inside.requests == []


@pytest.mark.parametrize("scheme", ["file:///etc/passwd"])
def test_another_scheme_is_no_address(stack: Stack, scheme: str) -> None:
    done = stack.manage_often("ingest", "greenhouse", "inside", "--from", scheme, "--json")
    assert done.returncode == 1
    assert "no such file" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("board", ["../../admin", "a?b"])
def test_a_board_that_would_lead_elsewhere(stack: Stack, feeds: Server, board: str) -> None:
    feeds.requests.clear()
    summary = ingest(stack, "lever", board, "--base-url", feeds.url(""), code=1)
    assert counted(summary) == ("failed", 0, 0, 0)
    assert [path for _, path, _, _ in feeds.requests if path != "/robots.txt"] == []


def test_robots_that_cannot_be_read_are_no_permission(stack: Stack, feeds: Server) -> None:
    feeds.answers["/robots.txt"] = [WRONG]
    try:
        summary = ingest(
            stack, "lever", "reef", *pages(feeds, "reef", (200, {}, lever_page("reef", 3000, 3))), code=1
        )
    finally:
        feeds.answers["/robots.txt"] = [(404, {}, b"")]
    assert counted(summary) == ("failed", 0, 0, 0)
    assert feeds.seen("/v0/postings/reef") == []


def test_a_worker_refuses_the_same(stack: Stack, inside: Server) -> None:
    summary = ingest(
        stack, "greenhouse", "inside", "--from", inside.url("/feed.json"), "--background", code=1
    )
    assert (*counted(summary), summary["fault"]) == ("failed", 0, 0, 0, PRIVATE)
    assert inside.requests == []


def test_the_api_shows_what_landed_and_nothing_else(stack: Stack) -> None:
    account = {"email": "juno.tarrow@example.com", "password": "sourdough at dawn"}
    with httpx.Client(base_url=stack.url, timeout=60, trust_env=False) as client:
        assert client.post("/api/v1/auth/register/", json=account | {"full_name": "Juno"}).status_code == 201
        token = client.post("/api/v1/auth/login/", json=account).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        shown = {
            name: client.get("/api/v1/vacancies/", params={"company": name}, headers=headers).json()["count"]
            for name in ("Skerry", "Fjord", "Inside", "Nobody")
        }
    assert shown == {"Skerry": 150, "Fjord": 0, "Inside": 0, "Nobody": 0}
    assert "Traceback" not in stack.log
