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


def iter_xml(
    stream: Reader, *, root: str, tag: str, around: tuple[str, ...] = ()
) -> Iterator[Mapping[str, object]]:
    """Yield each `tag` element as a mapping: local names to texts, to lists where a name repeats, to mappings where
    it has children. Attributes are dropped. What the parent says in the elements `around` stands under "channel".

    Raises ParseFailed when it is not a document with this root ("" = any but a web page), FeedBroken (after every whole item before the break)
    when it is cut or spoilt in the middle.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    count, met_root = 0, False
    try:
        for event, element in _events(parser, plain(stream)):
            if not met_root:
                _check_root(element, root)
                met_root = True
            if event == "end" and _local(element) == tag:
                count += 1
                yield _item(element, around)
                _forget_before(element)
        parser.close()
    except etree.XMLSyntaxError as error:
        if not met_root:
            raise ParseFailed("the answer is not XML") from error
        raise FeedBroken(f"broken XML: {error.msg}", items=count) from error
    except (FeedBroken, ParseFailed):
        raise
    except BROKEN_STREAM as error:
        raise FeedBroken(str(error) or type(error).__name__, items=count) from error


def _events(parser: etree.XMLPullParser, reader: Reader) -> Iterator[tuple[str, etree._Element]]:
    """What the parser meets, the last before a fault included. Raises XMLSyntaxError."""
    is_first, fault = True, None
    while fault is None and (chunk := reader.read(CHUNK)):
        try:
            parser.feed(chunk.lstrip() if is_first else chunk)
        except etree.XMLSyntaxError as error:
            fault = error
        is_first = False
        for event, element in parser.read_events():
            if isinstance(element, etree._Element):
                yield event, element
    if fault:
        raise fault


def _forget_before(element: etree._Element) -> None:
    """Drop the items before this one, so that the tree stays small. This one stays: the parser may stand on it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is not None and before is not None and before.tag == element.tag:
        parent.remove(before)


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


def _item(element: etree._Element, around: tuple[str, ...]) -> Mapping[str, object]:
    item = dict(_children(element))
    parent = element.getparent()
    if around and parent is not None:
        item["channel"] = {
            name: (child.text or "").strip() for child in parent if (name := _local(child)) in around
        }
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
