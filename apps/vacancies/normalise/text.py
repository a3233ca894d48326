"""Texts as they may be stored and shown: cleaned lines, sanitised HTML, plain text with its paragraphs and bullets."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

import nh3

SNIPPET = 300
_TAGS = frozenset({
    "a", "b", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p",
    "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
})  # fmt: skip
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener",
    strip_comments=True,
)
# Controls, soft hyphens, zero-width and direction marks, byte order marks, lone surrogates. ZWJ and ZWNJ stay: scripts
# and emoji need them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_CONTROLS = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))
_INVISIBLE = "\u200b\ufeff\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u00ad"
# References to what can't be stored ("&#0;", "&#xD800;") would come back after parsing.
_REFERENCE = re.compile(r"&#(x[0-9a-f]+|\d+);?", re.I)
# A tree deeper than any page costs the parser a time that grows with its square; so do tags without end.
_LONGEST, _MANY_TAGS, _DEEPEST = 200_000, 1500, 100
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>", re.I)
# Those that close by themselves, and those without content.
_SHALLOW = frozenset(
    {
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dt",
        "dd",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "wbr",
        "col",
    }
)
# A document that begins with an escaped tag was escaped as a whole on its way here.
_ESCAPED = re.compile(r"(?:\s|<[^<>]*>)*&lt;[a-z][a-z0-9]*(?:\s|&gt;)", re.I)
_SPACES = re.compile(r"\s+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.I)
# What nh3 writes is canonical: lower-case tags, quoted attributes, no other "<". So text can be cut out of it by an
# expression, in a third of the time a second tree of the same document takes. One match is a whole run of tags.
_TAGS_RUN = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>(?:\s*<[^>"]*(?:"[^"]*"[^>"]*)*>)*)')
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|table|blockquote|pre|hr)\b")
_LINE = re.compile(r"<(?:br|/?tr|/?li)\b")
_BULLET_SIGN = re.compile(r"^(?:[-–—•·▪◦●‣∙*✓✔➢➤►]\s*)+(?=\S)")


def clean(text: str) -> str:
    """One line: entities decoded (twice, for vendors escape twice), composed, without what can't be seen or stored."""
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(html.unescape(text))
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _UNWANTED.sub("", text))).strip()


def sanitise(markup: str) -> str:
    """HTML that is safe to show: known tags only, no styles, links that follow to nowhere. "" stays ""."""
    if not markup:
        return ""
    markup = _storable(markup[:_LONGEST])
    if "&lt;/" in markup and _ESCAPED.match(markup):
        markup = _storable(html.unescape(markup))
    if markup.count("<") > _MANY_TAGS:
        markup = _flattened(markup)
    if "&#" in markup:
        markup = _REFERENCE.sub(_keep_reference, markup)
    try:
        return _CLEANER.clean(markup).strip()
    except UnicodeEncodeError:  # a lone surrogate
        return _CLEANER.clean(markup.encode("utf-8", "ignore").decode()).strip()


def _flattened(markup: str) -> str:
    """The same without the tags below a depth nobody wrote by hand; its text stays."""
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _SHALLOW or tag[0].endswith("/>"):
            return tag[0]
        was_deep = depth > _DEEPEST
        depth = max(0, depth + (-1 if tag[1] else 1))
        return "" if was_deep or depth > _DEEPEST else tag[0]

    return _TAG.sub(keep, markup)


def to_text(sanitised: str) -> str:
    """Plain text of what `sanitise` gave: paragraphs apart by a blank line, list items as lines that begin "- "."""
    lines: list[str] = []
    pending = bullet = ""
    pieces = _TAGS_RUN.split(sanitised.replace("&nbsp;", " "))
    pieces.append("</p>")
    for at in range(0, len(pieces), 2):
        pending += pieces[at]
        between = _between(pieces[at + 1])
        if between in {"", " "}:
            pending += between
            continue
        line = " ".join(pending.split()) if "  " in pending or "\n" in pending else pending.strip()
        if line:
            _add_line(lines, bullet + line)
            bullet = ""
        pending = ""
        if between == "- ":
            bullet = between
        if between != "\n" and lines and lines[-1] and not (bullet and lines[-1].startswith("- ")):
            lines.append("")
    text = "\n".join(lines).strip()
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text


@lru_cache(maxsize=1 << 12)
def _between(run: str) -> str:
    """What a run of tags means between two texts: nothing, a space, a new line, a blank line, or a new list item."""
    if run.rfind("<li>") > run.rfind("</li>"):
        return "- "
    if _BLOCK.search(run):
        return "\n\n"
    if _LINE.search(run):
        return "\n"
    return " " if " " in run.replace("<a ", "") or "\n" in run or "<t" in run else ""


def _add_line(lines: list[str], line: str) -> None:
    """Bullets of one list stand on neighbouring lines; those typed by hand look like the others."""
    if not line[0].isalnum() and (sign := _BULLET_SIGN.match(line)):
        line = "- " + line[sign.end() :]
        if len(lines) > 1 and not lines[-1] and lines[-2].startswith("- "):
            lines.pop()
    lines.append(line)


def snippet(text: str) -> str:
    """About 300 characters for a list: the first prose, without leading headings, cut between words."""
    lines = [line for line in text[:3000].split("\n") if line]
    start = next((i for i, line in enumerate(lines) if len(line) > 60 or line[-1:] in ".!?"), 0)
    flat = " ".join(line.removeprefix("- ") for line in lines[start:])
    if len(flat) <= SNIPPET:
        return flat
    return flat[:SNIPPET].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _storable(markup: str) -> str:
    """The same without controls and zero-width characters. One search per character beats a class: texts are long."""
    for char in _CONTROLS if markup.isascii() else _CONTROLS + _INVISIBLE:
        if char in markup:
            markup = markup.replace(char, "")
    return markup


def _keep_reference(match: re.Match[str]) -> str:
    digits = match[1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return "" if code > 0x10FFFF or _UNWANTED.match(chr(code)) else match[0]
