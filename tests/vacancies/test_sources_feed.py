"""Feeds cut, gzipped, dripped, spoilt: the whole items come out, and the break is told."""

from __future__ import annotations

import gzip
import io
import json
from typing import BinaryIO, cast

import pytest

from apps.core.errors import ParseFailed, UpstreamTimeout
from apps.vacancies.sources.base import FeedBroken
from apps.vacancies.sources.feed import CHUNK, iter_json, peek

ITEMS = [{"id": str(number), "title": "Baker", "body": "é " * 2000} for number in range(60)]


def read(raw: bytes, envelope: str | None = "jobs") -> list[object]:
    return list(iter_json(io.BytesIO(raw), envelope))


def read_until_broken(stream: BinaryIO) -> tuple[list[object], FeedBroken]:
    items: list[object] = []
    with pytest.raises(FeedBroken) as caught:
        for item in iter_json(stream, "jobs"):
            items.append(item)
    return items, caught.value


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(ITEMS).encode(),
        json.dumps({"apiVersion": "1", "jobs": ITEMS}).encode(),
        json.dumps({"jobs": ITEMS, "meta": {"total": 999}}).encode(),
        "\n".join(json.dumps(item) for item in ITEMS).encode(),
        b"\xef\xbb\xbf  " + json.dumps({"jobs": ITEMS}).encode(),
        gzip.compress(json.dumps(ITEMS).encode()),
    ],
    ids=["list", "envelope", "envelope with meta", "lines", "byte order mark", "gzip"],
)
def test_every_recorded_form_gives_the_same_items(raw: bytes) -> None:
    assert read(raw) == ITEMS


def test_an_empty_board_is_a_feed() -> None:
    assert read(b'{"jobs": []}') == []
    assert read(b"[]") == []


@pytest.mark.parametrize(
    "raw", [b"", b"<!doctype html>", b'{"ok": false, "error": "gone"}', b'{"jobs": null}', b"null"]
)
def test_what_is_no_feed_is_refused(raw: bytes) -> None:
    with pytest.raises(ParseFailed):
        read(raw)


def test_a_cut_feed_gives_its_whole_items_first() -> None:
    raw = json.dumps({"jobs": ITEMS}).encode()
    items, broken = read_until_broken(io.BytesIO(raw[: len(raw) // 2]))
    assert 0 < len(items) < len(ITEMS)
    assert items == ITEMS[: len(items)]
    assert broken.items == len(items)


def test_a_feed_that_ends_one_byte_early_is_broken_not_complete() -> None:
    items, broken = read_until_broken(io.BytesIO(json.dumps({"jobs": ITEMS}).encode()[:-1]))
    assert items == ITEMS
    assert broken.items == len(ITEMS)


def test_a_cut_gzip_is_broken() -> None:
    noisy = [{"id": str(number), "noise": [hash((number, at)) for at in range(900)]} for number in range(40)]
    raw = gzip.compress(json.dumps({"jobs": noisy}).encode())
    items, broken = read_until_broken(io.BytesIO(raw[: len(raw) // 2]))
    assert items == noisy[: len(items)]
    assert broken.items == len(items) > 0


def test_garbage_between_items_breaks_after_the_last_whole_one() -> None:
    items, _ = read_until_broken(io.BytesIO(b'{"jobs": [{"id": 1}, {"id": 2} oops {"id": 3}]}'))
    assert items == [{"id": 1}, {"id": 2}]


class Dripping:
    """A network stream: a few bytes at a time, then perhaps a time-out."""

    def __init__(self, raw: bytes, fails_at: int | None = None) -> None:
        self.raw, self.at, self.fails_at = raw, 0, fails_at

    def read(self, size: int = -1) -> bytes:
        if self.fails_at is not None and self.at >= self.fails_at:
            raise UpstreamTimeout
        step = self.raw[self.at : self.at + min(size, 997)]
        self.at += len(step)
        return step


def test_a_dripping_stream_is_read_to_its_end() -> None:
    assert list(iter_json(cast(BinaryIO, Dripping(json.dumps({"jobs": ITEMS}).encode())), "jobs")) == ITEMS


def test_a_time_out_in_the_middle_leaves_a_partial_crawl() -> None:
    raw = json.dumps({"jobs": ITEMS}).encode()
    items, broken = read_until_broken(cast(BinaryIO, Dripping(raw, fails_at=CHUNK * 3)))
    assert items == ITEMS[: len(items)]
    assert broken.items == len(items) > 0


def test_items_that_are_no_objects_stay_visible_and_numbers_stay_exact() -> None:
    assert read(b'[1, {"id": 12345678901, "pay": 0.1}]') == [{"": 1}, {"id": 12345678901, "pay": 0.1}]


@pytest.mark.parametrize(
    "raw",
    [
        b'{"id": 7, "children": [{"id": 1}]}',
        b'{"children": [{"id": 1}], "id": 7}',
        b'{"id": 7, "comments": [{"id": 1}]}',
    ],
)
def test_an_envelope_may_have_an_id_and_one_of_several_names(raw: bytes) -> None:
    assert list(iter_json(io.BytesIO(raw), ("children", "comments"))) == [{"id": 1}]


def test_an_envelope_may_stand_within_others() -> None:
    raw = b'{"count": 1, "items": [{"total": 1, "list": [{"id": 1}, {"id": 2}]}]}'
    assert list(iter_json(io.BytesIO(raw), "items.item.list")) == [{"id": 1}, {"id": 2}]
    assert list(iter_json(io.BytesIO(b'{"a": {"b": []}}'), "a.b")) == []
    with pytest.raises(ParseFailed):
        list(iter_json(io.BytesIO(b'{"a": {"b": 1}}'), "a.b"))


@pytest.mark.parametrize(
    ("raw", "first"), [(b"", b""), (b" \n", b""), (b"\xef\xbb\xbf <rss/>", b"<"), (b"[1]", b"[")]
)
def test_peeking_takes_nothing_away(raw: bytes, first: bytes) -> None:
    for sent in (raw, gzip.compress(raw)):
        found, rewound = peek(io.BytesIO(sent))
        assert (found, rewound.read(100)) == (first, raw)
