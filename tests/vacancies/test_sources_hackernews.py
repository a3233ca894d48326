"""Hacker News: null, deleted, dead; first lines by a convention that few keep to the letter."""

from __future__ import annotations

import io
import json

import pytest

from apps.vacancies.sources.base import Board, PostingInvalid, PostingSkipped
from apps.vacancies.sources.hackernews import HackerNews
from apps.vacancies.sources.hiring_line import HiringLine, read_hiring_line

SOURCE = HackerNews()
BOARD = Board(slug="4711")
TEXT = (
    'Acme Bakery (<a href="https:&#x2F;&#x2F;acme.example" rel="nofollow">https:&#x2F;&#x2F;acme.example</a>) | Senior Baker '
    "Engineer | Porto, Portugal | REMOTE (EU) | Full-time | €30k-40k<p>We bake &amp; sell.<p>Write to jobs@example.com"
)


def firebase(**changes: object) -> dict[str, object]:
    comment: dict[str, object] = {
        "by": "nobody", "id": 17, "parent": 4711, "text": TEXT, "time": 1772366400, "type": "comment", "kids": [18],
    }  # fmt: skip
    return comment | changes


def algolia(**changes: object) -> dict[str, object]:
    return {
        "id": 17, "author": "nobody", "text": TEXT, "created_at": "2026-03-01T12:00:00.000Z", "parent_id": 4711,
        "story_id": 4711, "type": "comment", "children": [{"id": 18, "text": "A reply", "children": []}],
    } | changes  # fmt: skip


def test_both_copies_read_alike() -> None:
    one, two = SOURCE.parse(firebase(), BOARD), SOURCE.parse(algolia(), BOARD)
    assert (one.title, one.company_name, one.remote) == ("Senior Baker Engineer", "Acme Bakery", "remote")
    assert one.locations == ("Porto, Portugal", "REMOTE (EU)")
    assert (one.employment_type, one.confidence) == ("Full-time", 0.9)
    assert one.pay is not None
    assert one.pay.text == "€30k-40k"
    assert one.url == "https://news.ycombinator.com/item?id=17"
    assert one.description_html == f"<p>{TEXT}"
    assert [
        getattr(one, name) for name in ("title", "company_name", "locations", "posted_at", "pay", "remote")
    ] == [getattr(two, name) for name in ("title", "company_name", "locations", "posted_at", "pay", "remote")]


@pytest.mark.parametrize("thread_first", [True, False])
def test_a_thread_is_read_wherever_its_own_id_stands(thread_first: bool) -> None:
    thread: dict[str, object] = {"author": "whoishiring", "children": [algolia(), None, algolia(id=19)]}
    whole = {"id": 4711, **thread} if thread_first else {**thread, "id": 4711}
    found = list(SOURCE.iter_items(io.BytesIO(json.dumps(whole).encode())))
    assert [item["id"] for item in found] == [17, 19]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"deleted": True, "text": None}, "deleted"),
        ({"text": None}, "deleted"),
        ({"dead": True}, "dead"),
        ({"parent": 18}, "a reply"),
    ],
)
def test_what_is_not_shown_is_skipped(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(PostingSkipped) as caught:
        SOURCE.parse(firebase(**changes), BOARD)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text", ["Does this page have a search?", "I am a baker, looking for work.", "<p><p>"]
)
def test_chatter_is_refused(text: str) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(firebase(text=text), BOARD)


def read(line: str) -> HiringLine:
    found = read_hiring_line(line)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "company", "title", "places", "remote", "confidence"),
    [
        ("Acme | Engineer | Porto | ONSITE", "Acme", "Engineer", ("Porto",), "onsite", 0.9),
        ("Acme | Porto | Full Time | Backend Engineer", "Acme", "Backend Engineer", ("Porto",), None, 0.9),
        ("Acme | REMOTE | Full time", "Acme", "Acme | REMOTE | Full time", (), "remote", 0.45),
        ("Porto, PT | Acme | Engineer | Hybrid", "Acme", "Engineer", ("Porto, PT",), "hybrid", 0.45),
        ("Porto, Norte, Portugal | Acme | ONSITE | Engineer", "Acme", "Engineer", ("Porto, Norte, Portugal",), "onsite", 0.45),
        ("Lead Engineer, QA | Acme | ONSITE", "", "Lead Engineer, QA", ("Acme",), "onsite", 0.45),
        ("Bread Engineer | ONSITE | St Neots, UK | £30k", "", "Bread Engineer", ("St Neots, UK",), "onsite", 0.45),
        ("Acme Data | Engineer (no remote) | Porto | onsite", "Acme Data", "Engineer (no remote)", ("Porto",), "onsite", 0.9),
        ("Acme — Porto — Full Time — Engineer", "Acme", "Engineer", ("Porto",), None, 0.4),
        ("Acme | Engineer", "Acme", "Engineer", (), None, 0.6),
    ],
)  # fmt: skip
def test_lines(
    line: str, company: str, title: str, places: tuple[str, ...], remote: str | None, confidence: float
) -> None:
    found = read(line)
    assert (found.company, found.title, found.places, found.remote, found.confidence) == (
        company,
        title,
        places,
        remote,
        confidence,
    )


def test_links_mails_pay_and_asides_are_no_places() -> None:
    line = "Acme | https://acme.example/jobs | Baker Engineer | jobs@example.com | acme.io | VISA | $80k - $90k | Porto"
    assert read(line).places == ("Porto",)
    assert read(line).pay == "$80k - $90k"
    assert read("Acme | Engineer | Part-time or Full-time | Porto").employment == "Full-time"


@pytest.mark.parametrize(
    ("part", "pay"),
    [
        ("$100k-150k + equity", "$100k-150k"),
        ("Salary: 80-110k CAD + stock", "80-110k CAD"),
        ("£450/day", "£450/day"),
        ("Competitive salary, 0.5% equity", ""),
        (
            "a long sentence of a hundred and more characters that tells of a platform with 100k users " * 2,
            "",
        ),
    ],
)
def test_pay_is_the_amount_alone(part: str, pay: str) -> None:
    assert read(f"Acme | Engineer | Porto | {part}").pay == pay


def test_threads_are_found() -> None:
    hits = [
        {"objectID": "4712", "title": "Ask HN: Who wants to be hired? (March 2026)"},
        {"objectID": "4711", "title": "Ask HN: Who is hiring? (March 2026)"},
        {"objectID": "4600", "title": "Ask HN: Who is hiring? (February 2026)"},
    ]
    found = SOURCE.iter_boards(io.BytesIO(json.dumps({"exhaustive": {}, "hits": hits}).encode()))
    assert [board.slug for board in found] == ["4711", "4600"]
    assert "author_whoishiring" in SOURCE.boards_request("http://127.0.0.1:9").url
    assert SOURCE.first_request("4711").url == "https://hn.algolia.com/api/v1/items/4711"


def test_recognise() -> None:
    assert SOURCE.recognise_posting("https://news.ycombinator.com/item?id=17#18") == ("", "17")
    assert SOURCE.recognise("https://news.ycombinator.com/item?id=17") is None
    assert SOURCE.recognise_posting("https://news.ycombinator.com/news?id=17") is None
