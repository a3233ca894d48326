"""A page as a tree, and the texts that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from apps.core.errors import ParseFailed

# Shown to nobody, or the same on every page of a site.
FURNITURE = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "nav", "header", "footer",
    "aside", "dialog", "head", "link", "meta", "input", "textarea", "object", "video", "audio", "canvas",
})  # fmt: skip
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_-]{2,30})""", re.I)


class NotAPage(ParseFailed):
    """The answer is no page that holds a vacancy."""


def tree_of(data: bytes, charset: str | None = None) -> HtmlElement:
    """The tree of a page: read by the charset that was sent, else the one it names, else UTF-8. Raises NotAPage."""
    named = _CHARSET.search(data[:4096])
    for name in (charset, named.group(1).decode() if named else None, "utf-8"):
        try:
            text = data.decode(name, errors="replace") if name else ""
        except LookupError:
            continue
        if name:
            break
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    try:
        return lxml.html.document_fromstring(text)
    except (LxmlError, ValueError) as fault:
        raise NotAPage("This page is empty, or no page at all.") from fault


def text_of(element: HtmlElement) -> str:
    """What it says, in one line."""
    return " ".join(element.text_content().split())


def meta(tree: HtmlElement, *names: str) -> str:
    """The content of the first of these meta tags (by name or property) that says something."""
    for name in names:
        for tag in tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]", name=name):
            if content := " ".join((tag.get("content") or "").split()):
                return content
    return ""


def links(tree: HtmlElement, base: str) -> Iterator[str]:
    """Addresses of frames, scripts and links, in this order: where a board is embedded stands in the first two."""
    for path in ("//iframe/@src", "//script/@src", "//a/@href"):
        for address in tree.xpath(path):
            try:
                yield urljoin(base, str(address).strip())
            except ValueError:
                continue


def inner_html(element: HtmlElement) -> str:
    """Its content as HTML, without what is furniture. The tree stays as it is."""
    copy: HtmlElement = lxml.html.fromstring(lxml.html.tostring(element, encoding="unicode"))
    for tag in list(copy.iter()):
        if (
            tag is not copy
            and (not isinstance(tag.tag, str) or tag.tag in FURNITURE)
            and tag.getparent() is not None
        ):
            tag.drop_tree()
    return str(lxml.html.tostring(copy, encoding="unicode", with_tail=False))
