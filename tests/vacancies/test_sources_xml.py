"""XML feeds: hardened, streamed, cut, spoilt; and the claims that many sources make in the same way."""

from __future__ import annotations

import gzip
import io
from decimal import Decimal

import pytest

from apps.core.errors import ParseFailed
from apps.vacancies.sources import claims, xml_feed
from apps.vacancies.sources.base import FeedBroken, PostingInvalid
from apps.vacancies.sources.feed import CHUNK
from apps.vacancies.sources.xml_feed import iter_xml, many_rows, many_texts

ITEM = "<item><guid>{0}</guid><x:place>Porto</x:place><tag>a</tag><tag>b</tag><empty/></item>"
FEED = '<?xml version="1.0"?>\n<rss xmlns:x="urn:x"><channel><title>Acme</title>{0}</channel></rss>'


def read(raw: bytes) -> list[object]:
    return list(iter_xml(io.BytesIO(raw), root="rss", tag="item", around=("title",)))


def test_items_are_mappings_with_local_names_and_what_the_channel_says() -> None:
    raw = FEED.format(ITEM.format(1) + "<!-- note -->" + ITEM.format("<![CDATA[<b>2</b>]]>")).encode()
    first, second = read(raw)
    assert first == {
        "guid": "1",
        "place": "Porto",
        "tag": ["a", "b"],
        "empty": "",
        "channel": {"title": "Acme"},
    }
    assert isinstance(second, dict)
    assert second["guid"] == "<b>2</b>"
    assert read(b"\n  " + raw) == [first, second]
    assert read(gzip.compress(raw)) == [first, second]


def test_a_long_feed_keeps_its_channel_and_its_order() -> None:
    raw = FEED.format("".join(ITEM.format(number) for number in range(3000))).encode()
    assert len(raw) > CHUNK * 3
    items = read(raw)
    assert [item["guid"] for item in items if isinstance(item, dict)] == [
        str(number) for number in range(3000)
    ]
    assert all(isinstance(item, dict) and item["channel"] == {"title": "Acme"} for item in items)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not found",
        b"{}",
        b"<html><body/></html>",
        b"<!DOCTYPE html><html><body/></html>",
        b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item>&b;</item></channel></rss>',
        b'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><item><guid>&f;</guid></item></rss>',
        b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd"><rss><item><guid>1</guid></item></rss>',
    ],
    ids=["nothing", "text", "JSON", "a page", "a typed page", "bomb", "file", "outside type"],
)
def test_what_is_no_feed_or_has_a_type_is_refused(raw: bytes) -> None:
    with pytest.raises(ParseFailed):
        read(raw)


def test_an_empty_feed_is_a_feed() -> None:
    assert read(FEED.format("").encode()) == []


@pytest.mark.parametrize(
    "spoilt", ["", "<item><guid>2</wrong>", "<item><guid>&nbsp;</guid></item></channel></rss>"]
)
def test_a_cut_or_spoilt_feed_gives_its_whole_items_first(spoilt: str) -> None:
    raw = (FEED.split("{0}", maxsplit=1)[0] + ITEM.format(1) + spoilt).encode()
    items: list[object] = []
    with pytest.raises(FeedBroken) as caught:
        for item in iter_xml(io.BytesIO(raw), root="rss", tag="item"):
            items.append(item)
    assert len(items) == caught.value.items == 1


def test_names_that_may_repeat() -> None:
    assert many_texts({"tag": "a"}, "tag") == ["a"]
    assert many_texts({"tag": ["a", " "]}, "tag") == ["a"]
    assert not many_texts({}, "tag")
    assert not many_rows({"row": ""}, "row")
    assert many_rows({"row": {"a": "1"}}, "row") == [{"a": "1"}]
    with pytest.raises(PostingInvalid):
        many_texts({"tag": {"a": "1"}}, "tag")
    with pytest.raises(PostingInvalid):
        many_rows({"row": "text"}, "row")


@pytest.mark.parametrize(
    ("word", "claim"),
    [("Fully remote", "remote"), ("on_site", "onsite"), ("Hybrid", "hybrid"), ("flexible", None), ("", None)],
)
def test_workplaces(word: str, claim: str | None) -> None:
    assert claims.workplace(word) == claim
    assert claims.workplace_of(remote=False, hybrid=False) is None
    assert claims.workplace_of(remote=True, hybrid=True) == "remote"
    assert claims.workplace_of(remote=None, hybrid=False, onsite=True) == "onsite"


def test_pay_needs_an_amount_or_a_text() -> None:
    assert claims.pay(Decimal(0), Decimal(0), currency="USD", period="year") is None
    found = claims.pay(Decimal(0), Decimal(9), currency="usd", period="Hour")
    assert found is not None
    assert (found.minimum, found.maximum, found.currency, found.period) == (
        None,
        Decimal(9),
        "USD",
        "per hour",
    )


def test_bodies_and_texts() -> None:
    assert (
        claims.body(("", "<p>a</p>"), ("B & C", "<p>b</p>"), ("D", ""))
        == "<p>a</p>\n<h3>B &amp; C</h3><p>b</p>"
    )
    assert claims.decoded("&lt;p&gt;a &amp;amp; b&lt;/p&gt;") == "<p>a &amp; b</p>"
    assert claims.decoded("<p>1 &lt; 2</p>") == "<p>1 &lt; 2</p>"
    assert claims.paragraphs("a <b\nc\n\n\nd") == "<p>a &lt;b<br>c</p>\n<p>d</p>"


def test_places() -> None:
    assert claims.place() is None
    texts, addresses = claims.located(
        claims.place(city="Porto", region="Porto", country="PT"), None, claims.place(text="Remote"),
        claims.place(text="Remote"),
    )  # fmt: skip
    assert texts == ("Porto, PT", "Remote")
    assert [claim.city for claim in addresses] == ["Porto"]


def test_an_item_of_a_thousand_levels_breaks_the_feed_and_nothing_else() -> None:
    deep = "<item>" + "<a>" * 1000 + "</a>" * 1000 + "</item>"
    raw = FEED.format(ITEM.format(1) + deep).encode()
    items: list[object] = []
    with pytest.raises(FeedBroken):
        for item in iter_xml(io.BytesIO(raw), root="rss", tag="item"):
            items.append(item)
    assert len(items) == 1


def test_a_feed_that_nests_without_end_gives_its_whole_items_first() -> None:
    raw = (FEED.split("{0}", maxsplit=1)[0] + ITEM.format(1) + "<item>" + "<a>" * 100_000).encode()
    items: list[object] = []
    with pytest.raises(FeedBroken, match="nests deeper"):
        items.extend(iter_xml(io.BytesIO(raw), root="rss", tag="item"))
    deep = FEED.format("<item>" + "<a>" * 70 + "x" + "</a>" * 70 + "</item>").encode()
    with pytest.raises(FeedBroken, match="nests deeper"):
        read(deep)
    assert len(read(FEED.format("<item>" + "<a>" * 50 + "x" + "</a>" * 50 + "</item>").encode())) == 1


@pytest.mark.parametrize("filling", ["x" * 1000, "<a>b</a>" * 100])
def test_an_item_without_an_end_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch, filling: str
) -> None:
    monkeypatch.setattr(xml_feed, "LARGEST_ITEM", CHUNK * 4)
    head = (FEED.split("{0}", maxsplit=1)[0] + ITEM.format(1) + "<item>").encode()
    stream = _Endless(head, filling.encode())
    with pytest.raises(FeedBroken, match="larger than"):
        list(iter_xml(stream, root="rss", tag="item"))
    assert stream.given < CHUNK * 8


def test_many_items_together_may_be_larger_than_one_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_feed, "LARGEST_ITEM", CHUNK * 2)
    raw = FEED.format("".join(ITEM.format(number) + "<other/>" for number in range(8000))).encode()
    assert len(raw) > CHUNK * 6
    assert len(read(raw)) == 8000


class _Endless:
    """A stream that never ends, and counts what it gave."""

    def __init__(self, head: bytes, filling: bytes) -> None:
        self._head, self._filling, self.given = head, filling, 0

    def read(self, size: int, /) -> bytes:
        piece = (self._head + self._filling * (size // len(self._filling) + 1))[:size]
        self._head, self.given = b"", self.given + len(piece)
        return piece
