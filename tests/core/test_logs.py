"""Log lines as they leave the process: complete, bound to their request, and telling of nobody."""

from __future__ import annotations

import io
import json
import logging
import logging.config
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from project.logs import REMOVED, configure_structlog, logging_config, scrub, scrub_text

_JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTk5YTBjMiJ9.c2lnbmF0dXJlLXRlc3Q"


@pytest.fixture
def _logging_kept() -> Iterator[None]:
    """The process's own logging, put back after a test has configured another."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
    root.handlers[:], root.level = handlers, level
    for name in ("django", "django.server", "httpx"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def output(_logging_kept: None, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the handler writes, as JSON lines."""
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    logging.config.dictConfig(logging_config("INFO", json=True))
    configure_structlog()
    return stream


def _lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("mail to mira.quill+jobs@example.com failed", "mira"),
        ("GET /api/v1/users/?email=mira%40example.com&page=2 took 3 ms", "mira"),
        ("/documents/7/download/?signature=abcdef", "abcdef"),
        ("next=mira%40example.com", "mira"),
        ("Authorization: Bearer abcdefghijkl", "abcdefghijkl"),
        ("{'Authorization': 'Api-Key fh_live_12345'}", "fh_live"),
        ("authorization=Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
        ("sent Bearer abcdefghijkl", "abcdefghijkl"),
        ("sent Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
        (f"token {_JWT} refused", "eyJ"),
        ('{"api_key": "0123456789abcdef"}', "0123456789abcdef"),
        ("password=hunter2-hunter2", "hunter2"),
        ("Set-Cookie: sessionid=q1w2e3r4", "q1w2e3r4"),
        ("provider refused key sk-proj-0123456789abcdefghij", "0123456789abcdefghij"),
        ("called +1 (202) 555-0143 twice", "0143"),
        ("called (202) 555-0143", "0143"),
        ("called 202-555-0143", "0143"),
        ("called 555-0143", "0143"),
        ("called +44 20 7946 0958", "0958"),
        ("called 01 23 45 67 89", "67 89"),
    ],
)
def test_text_loses_what_is_private(text: str, secret: str) -> None:
    assert secret in text
    scrubbed = scrub_text(text)
    assert secret not in scrubbed
    assert REMOVED in scrubbed


@pytest.mark.parametrize(
    "text",
    [
        "GET /api/v1/vacancies/ 200",
        "source_run.finished greenhouse 118 postings in 2.1234 s",
        "2026-11-21T01:14:29.123456Z",
        "2026-11-21T01:14:29+00:00",
        "listening on 127.0.0.1:8000, peer 203.0.113.17",
        "foothold 0.1.0, python 3.11.7, basic information, bearer of news",
        "is this the end? yes = no",
        "0" * 64,
    ],
)
def test_text_keeps_what_is_needed(text: str) -> None:
    assert scrub_text(text) == text


@given(st.uuids())
def test_text_keeps_ids(value: uuid.UUID) -> None:
    assert scrub_text(str(value)) == str(value)


@given(st.datetimes(timezones=st.just(UTC)))
def test_text_keeps_times(value: datetime) -> None:
    assert scrub_text(value.isoformat()) == value.isoformat()


def test_text_is_cut() -> None:
    assert len(scrub_text("a" * 1_000_000)) < 17_000


def test_keys_hide_their_values_at_any_depth() -> None:
    event = {
        "event": "saved",
        "headers": {"Authorization": "Bearer x", "X-Api-Key": "k", "Accept": "text/html"},
        "items": [{"refresh_token": "r", "user_email": "m", "id": 3}],
        "request_body": {"full_name": "Mira Quill"},
        "raw": b"Mira Quill",
        "usage": {"tokens_in": 12, "token": 12},
    }
    assert scrub(None, "info", event) == {
        "event": "saved",
        "headers": {"Authorization": REMOVED, "X-Api-Key": REMOVED, "Accept": "text/html"},
        "items": [{"refresh_token": REMOVED, "user_email": REMOVED, "id": 3}],
        "request_body": REMOVED,
        "raw": REMOVED,
        "usage": {"tokens_in": 12, "token": 12},
    }


def test_objects_are_scrubbed_as_they_read() -> None:
    class Person:
        def __str__(self) -> str:
            return "mira@example.com"

    assert scrub(None, "info", {"user": Person(), "mira@example.com": 1})["user"] == REMOVED
    assert scrub(None, "info", {"by": {"mira@example.com": 1}}) == {"by": {REMOVED: 1}}


def test_nesting_without_end_is_cut() -> None:
    loop: dict[str, object] = {}
    loop["self"] = loop
    assert REMOVED in str(scrub(None, "info", {"loop": loop}))


def test_lines_carry_the_request_whoever_logs(output: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(request_id="0199a0c2-1111-7abc-8def-000000000001"):
        structlog.get_logger("ours").info("saved", count=2)
        logging.getLogger("some.library").warning("slow for %s", "mira@example.com")
    ours, theirs = _lines(output)
    assert ours["request_id"] == theirs["request_id"] == "0199a0c2-1111-7abc-8def-000000000001"
    assert (ours["event"], ours["count"], ours["level"], ours["logger"]) == ("saved", 2, "info", "ours")
    assert (theirs["event"], theirs["level"]) == (f"slow for {REMOVED}", "warning")
    assert str(ours["timestamp"]).endswith("Z")


def test_tracebacks_are_scrubbed_and_show_no_locals(output: io.StringIO) -> None:
    def fail() -> None:
        resume_text = "Mira Quill of Sandbar Lane"  # a local variable with someone's life in it
        raise ValueError(f"no place for mira@example.com {len(resume_text)}")

    for logger in (logging.getLogger("library"), structlog.get_logger("ours")):
        try:
            fail()
        except ValueError:
            logger.exception("failed")
    for line in _lines(output):
        assert "ValueError: no place for [removed]" in str(line["exception"])
        assert "mira" not in json.dumps(line)
    assert "Sandbar" not in output.getvalue()


def test_extra_of_the_standard_library_is_left_out(output: io.StringIO) -> None:
    logging.getLogger("django.request").warning("Not found", extra={"request": "POST body of Mira"})
    assert "Mira" not in output.getvalue()


def test_chatty_libraries_stay_quiet(output: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET http://example.com/?key=1")
    logging.getLogger("django.server").info('"GET /?q=mira HTTP/1.1" 200')
    (line,) = _lines(output)
    assert line["event"] == f'"GET /?{REMOVED} HTTP/1.1" 200'


def test_lines_for_a_terminal_are_scrubbed_too(_logging_kept: None, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    logging.config.dictConfig(logging_config("INFO", json=False))
    try:
        raise ValueError("mira@example.com")
    except ValueError:
        logging.getLogger("library").exception("failed for %s", "mira@example.com")
    assert "ValueError" in stream.getvalue()
    assert "mira" not in stream.getvalue()
