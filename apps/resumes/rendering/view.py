"""A resume as every format lays it out: a head, then titled sections of three kinds. Empty parts are left out.

`prose` holds paragraphs, `entries` holds entries, `lines` holds labelled lines. Every text is clean: no control
characters, no lone surrogates, no blank ends; line breaks have become paragraphs or spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypedDict

SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]+")
SURROGATES = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


class Target(TypedDict):
    """A text, and where a click on it goes ("" for nowhere)."""

    text: str
    href: str


class Line(TypedDict):
    """A text after its label; either may be ""."""

    label: str
    text: str


class Entry(TypedDict):
    """One job, school, project…: its head, paragraphs, bullets and labelled notes."""

    title: str
    subtitle: str
    place: str
    dates: str
    link: Target
    body: list[str]
    bullets: list[str]
    notes: list[Line]


class Section(TypedDict):
    """A titled part; the list of its kind is filled."""

    key: str
    title: str
    kind: Literal["prose", "entries", "lines"]
    prose: list[str]
    entries: list[Entry]
    lines: list[Line]


class View(TypedDict):
    """A whole resume; `title` is the kind of document, `language` a BCP 47 tag."""

    title: str
    language: str
    name: str
    headline: str
    contact: list[Target]
    sections: list[Section]


def clean(text: str) -> str:
    """The text on one line."""
    return SURROGATES.sub("\N{REPLACEMENT CHARACTER}", SPACES.sub(" ", text)).strip()


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return cleaned(text.splitlines())


def cleaned(texts: Iterable[str]) -> list[str]:
    """Clean texts, without those that say nothing."""
    return [said for text in texts if (said := clean(text))]


def joined(texts: Iterable[str]) -> str:
    """The texts on one line, parted by commas."""
    return ", ".join(cleaned(texts))


def entry(
    title: str,
    subtitle: str = "",
    *,
    place: str = "",
    dates: str = "",
    link: Target | None = None,
    body: str = "",
    bullets: Iterable[str] = (),
    notes: Iterable[tuple[str, str]] = (),
) -> Entry:
    """An entry of clean texts; without a title the subtitle takes its place."""
    title, subtitle = clean(title), clean(subtitle)
    return {
        "title": title or subtitle,
        "subtitle": subtitle if title else "",
        "place": clean(place),
        "dates": clean(dates),
        "link": link or {"text": "", "href": ""},
        "body": paragraphs(body),
        "bullets": cleaned(bullets),
        "notes": [{"label": label, "text": said} for label, text in notes if (said := clean(text))],
    }


def says_something(value: Entry) -> bool:
    """Whether an entry has any text."""
    head = (value["title"], value["subtitle"], value["place"], value["dates"], value["link"]["text"])
    return bool(any(head) or value["body"] or value["bullets"] or value["notes"])
