"""Cutting an XML answer into items while it arrives. Hardened: no document type, no entity of its own, no network.

lxml is used rather than defusedxml because that has no pull parser, and every document with a type is refused here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from apps.core.errors import ParseFailed
from apps.vacancies.sources.base import FeedBroken, PostingInvalid
from apps.vacancies.sources.feed import BROKEN_STREAM, CHUNK, Reader, plain
from apps.vacancies.sources.nesting import DEEPEST

LARGEST_ITEM = 16 << 20


class _OutOfBounds(Exception):
    """The document is one that must not be read to its end."""


def iter_xml(
    stream: Reader, *, root: str, tag: str, around: tuple[str, ...] = ()
) -> Iterator[Mapping[str, object]]:
    """Yield each `tag` element as a mapping: local names to texts, to lists where a name repeats, to mappings where
    it has children. Attributes are dropped. What the parent says in the elements `around` stands under "channel".

    Raises ParseFailed when it is not a document with this root ("" = any but a web page), FeedBroken (after every whole item before the break)
    when it is cut or spoilt in the middle, nests deeper than JSON may, or has an item larger than LARGEST_ITEM.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    count, met_root, reading = 0, False, _Reading(parser, plain(stream))
    channel = _Channel(around)
    try:
        for event, element in reading.events():
            if not met_root:
                _check_root(element, root)
                met_root = True
            if event == "end" and _local(element) == tag:
                count += 1
                yield _item(element, channel)
                reading.since_item = 0
        parser.close()
    except etree.XMLSyntaxError as error:
        if not met_root:
            raise ParseFailed("the answer is not XML") from error
        raise FeedBroken(f"broken XML: {error.msg}", items=count) from error
    except _OutOfBounds as error:
        raise FeedBroken(str(error), items=count) from error
    except (FeedBroken, ParseFailed):
        raise
    except BROKEN_STREAM as error:
        raise FeedBroken(str(error) or type(error).__name__, items=count) from error


class _Reading:
    """Feeds a parser, within bounds: what grows without an end of an item would stand in memory as a whole."""

    def __init__(self, parser: etree.XMLPullParser, reader: Reader) -> None:
        self._parser, self._reader = parser, reader
        self._depth = 0
        self.since_item = 0

    def events(self) -> Iterator[tuple[str, etree._Element]]:
        """What the parser meets, the last before a fault included. Raises XMLSyntaxError, _OutOfBounds."""
        is_first, fault = True, None
        while fault is None and (chunk := self._reader.read(CHUNK)):
            self.since_item += len(chunk)
            try:
                self._parser.feed(chunk.lstrip() if is_first else chunk)
            except etree.XMLSyntaxError as error:
                fault = error
            is_first = False
            for event, element in self._parser.read_events():
                if isinstance(element, etree._Element):
                    self._follow(event)
                    yield event, element
            if self.since_item > LARGEST_ITEM:
                raise _OutOfBounds(f"an item is larger than {LARGEST_ITEM >> 20} MB")
        if fault:
            raise fault

    def _follow(self, event: str) -> None:
        self._depth += 1 if event == "start" else -1
        if self._depth > DEEPEST:
            raise _OutOfBounds(f"it nests deeper than {DEEPEST} levels")


class _Channel:
    """What the parents of items say in the elements `around`, kept when the elements themselves are dropped."""

    def __init__(self, around: tuple[str, ...]) -> None:
        self._around = around
        self._parent: etree._Element | None = None
        self._said: dict[str, object] = {}

    def read(self, item: etree._Element) -> Mapping[str, object]:
        """What was said before this item. Drops all that stands before it, so that the tree stays small; the item
        itself stays: the parser may stand on it."""
        parent = item.getparent()
        if parent is None:
            return {}
        if parent is not self._parent:
            self._parent, self._said = parent, {}
        while (before := item.getprevious()) is not None:
            if (name := _local(before)) in self._around:
                self._said[name] = (before.text or "").strip()
            parent.remove(before)
        return dict(self._said)


def many(item: Mapping[str, object], key: str) -> list[object]:
    """What stands under a name that may repeat: none, one or several."""
    value = item.get(key)
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def many_texts(item: Mapping[str, object], key: str) -> list[str]:
    """The texts under a name that may repeat. Raises PostingInvalid where one has children."""
    found = many(item, key)
    if not all(isinstance(one, str) for one in found):
        raise PostingInvalid(f"{key} is not text")
    return [str(one).strip() for one in found if str(one).strip()]


def many_rows(item: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The elements with children under a name that may repeat. Raises PostingInvalid where one has none."""
    found: list[Mapping[str, object]] = []
    for one in many(item, key):
        if not isinstance(one, Mapping):
            raise PostingInvalid(f"{key} has no parts")
        found.append(one)
    return found


def _check_root(element: etree._Element, root: str) -> None:
    # The stubs have it always there; it is None in a document without a type.
    if cast("etree.DTD | None", element.getroottree().docinfo.internalDTD) is not None:
        raise ParseFailed("a document with a type of its own is not read")
    found = _local(element)
    if found == "html" or root not in {"", found}:
        raise ParseFailed(f"the answer is no <{root or 'feed'}> document")


def _item(element: etree._Element, channel: _Channel) -> Mapping[str, object]:
    item, said = dict(_children(element)), channel.read(element)
    if said:
        item["channel"] = said
    return item


def _children(element: etree._Element) -> Mapping[str, object]:
    found: dict[str, object] = {}
    for child in element:
        name, value = _local(child), _children(child) if len(child) else (child.text or "").strip()
        if name not in found:
            found[name] = value
            continue
        known = found[name]
        found[name] = [*known, value] if isinstance(known, list) else [known, value]
    return found


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
