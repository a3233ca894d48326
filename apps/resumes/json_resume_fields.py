"""Which field of JSON Resume v1 is which field of our content, and how each kind of value is read and written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

ABSENT: Final = object()
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
STILL = {"present", "current", "now", "today", "ongoing"}


class WrongTypeError(Exception):
    """A value is not what its field holds; the message says what that is."""


def read_text(value: object) -> str:
    """A text; a number counts as its digits, null as nothing said."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return json.dumps(value)
    raise WrongTypeError("a text")


def read_date(value: object) -> str:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a date in words reads as unknown."""
    text = read_text(value).strip()
    return text if DATE.fullmatch(text) else ""


def read_texts(value: object) -> list[str]:
    """A list of texts; nulls in it are passed over."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise WrongTypeError("a list of texts")
    return [read_text(entry) for entry in value if entry is not None]


def read_place(value: object) -> str:
    """The parts of a location on one line: street, city, region with postal code, country."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        raise WrongTypeError("an object")
    region = f"{read_text(value.get('region'))} {read_text(value.get('postalCode'))}".strip()
    street = read_text(value.get("address"))
    lines = [line.strip() for line in street.splitlines()] if set(value) > {"address"} else [street]
    parts = [*lines, read_text(value.get("city")), region, read_text(value.get("countryCode"))]
    return ", ".join(part for part in parts if part)


def write_value(value: str | list[str]) -> object:
    """The value itself, absent where nothing is said."""
    return value or ABSENT


def write_place(value: str) -> object:
    """The line as the location's address."""
    return {"address": value} if value else ABSENT


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of value is read (raises WrongTypeError) and written (ABSENT where nothing is said)."""

    read: Callable[[object], Any]
    write: Callable[[Any], object] = write_value


TEXT, DATE_TEXT, TEXTS, PLACE = (
    Kind(read_text),
    Kind(read_date),
    Kind(read_texts),
    Kind(read_place, write_place),
)


@dataclass(frozen=True, slots=True)
class Field:
    """`key` of JSON Resume, `name` of ours, `older` the key that version 0 had.

    A key that is `ours` alone may hold anything in the documents of others.
    """

    key: str
    name: str
    kind: Kind = TEXT
    ours: bool = False
    older: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One object: its fields, its lists of objects, its (start, end) keys where it can be current.

    `widen` turns a shorter form an item may have into the full one, and returns anything else as it is.
    """

    fields: tuple[Field, ...]
    sections: tuple[Section, ...] = ()
    span: tuple[str, str] | None = None
    widen: Callable[[object], object] = lambda value: value

    def keys(self) -> set[str]:
        """The keys that have a place."""
        return {field.key for field in self.fields} | {section.key for section in self.sections}


@dataclass(frozen=True, slots=True)
class Section:
    """A list of items: `key` of JSON Resume, `name` of ours."""

    key: str
    name: str
    item: Item


def is_current(item: Mapping[str, Any], span: tuple[str, str]) -> bool:
    """Whether an item lasts: it says so, or it has a start and no end, or its end is a word like "present"."""
    if isinstance(item.get("isCurrent"), bool):
        return bool(item["isCurrent"])
    start, end = (str(item.get(key) or "").strip() for key in span)
    return end.lower() in STILL or bool(start and not end)


def widen_skill(value: object) -> object:
    """A bare text is the name of a skill."""
    return {"name": value} if isinstance(value, str) else value


def widen_profile(value: object) -> object:
    """A profile without a network is named after its user or host; without a URL the user name is the address."""
    if not isinstance(value, Mapping):
        return value
    network, username, url = (value.get(key) or "" for key in ("network", "username", "url"))
    if not all(isinstance(part, str) for part in (network, username, url)):
        return value
    if network and url:
        return value
    if network:
        return {"network": f"{network}: {username}"} if username else value
    return {"network": username or urlsplit_host(url) or "Profile", "url": url}


def urlsplit_host(url: str) -> str:
    """The host of a URL, "" where there is none to be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


START, END = Field("startDate", "start_date", DATE_TEXT), Field("endDate", "end_date", DATE_TEXT)
URL, SUMMARY, HIGHLIGHTS = (
    Field("url", "url", older="website"),
    Field("summary", "summary"),
    Field("highlights", "highlights", TEXTS),
)
NAME, POSITION = Field("name", "name"), Field("position", "position")
SPAN = ("startDate", "endDate")
OUR_SKILLS = Field("skills", "skills", TEXTS, ours=True)

PROFILE = Item((Field("network", "name"), URL), widen=widen_profile)
BASICS = Item(
    (
        Field("name", "full_name"), Field("label", "headline"), Field("email", "email"), Field("phone", "phone"),
        Field("url", "website", older="website"), SUMMARY, Field("location", "address", PLACE),
    ),
    (Section("profiles", "links", PROFILE),),
)  # fmt: skip
WORK = Item(
    (
        Field("name", "company", older="company"), POSITION, Field("location", "location"), START, END,
        Field("summary", "description"), Field("highlights", "responsibilities", TEXTS), OUR_SKILLS,
    ),
    span=SPAN,
)  # fmt: skip
EDUCATION = Item(
    (
        Field("institution", "institution"), Field("studyType", "degree"), Field("area", "field_of_study"), START,
        Field("endDate", "graduation_date", DATE_TEXT), Field("score", "gpa", older="gpa"),
        Field("courses", "relevant_courses", TEXTS), Field("honors", "honors", TEXTS, ours=True), OUR_SKILLS,
    ),
    span=SPAN,
)  # fmt: skip
CERTIFICATE = Item(
    (
        NAME, Field("issuer", "issuer"), Field("date", "date_obtained", DATE_TEXT),
        Field("expirationDate", "expiration_date", DATE_TEXT, ours=True),
        Field("credentialId", "credential_id", ours=True),
    ),
)  # fmt: skip
PROJECT = Item(
    (
        NAME,
        URL,
        START,
        END,
        Field("description", "description"),
        HIGHLIGHTS,
        Field("keywords", "skills", TEXTS),
    )
)
PUBLICATION = Item(
    (NAME, Field("publisher", "publisher"), Field("releaseDate", "date", DATE_TEXT), URL, SUMMARY)
)
AWARD = Item(
    (Field("title", "title"), Field("awarder", "awarder"), Field("date", "date", DATE_TEXT), SUMMARY)
)
LANGUAGE = Item((Field("language", "language"), Field("fluency", "fluency", older="level")))
VOLUNTEER = Item((Field("organization", "organization"), POSITION, URL, START, END, SUMMARY, HIGHLIGHTS))
SKILL = Item((NAME, Field("keywords", "keywords", TEXTS)), widen=widen_skill)

SECTIONS = (
    Section("work", "work_experience", WORK),
    Section("volunteer", "volunteering", VOLUNTEER),
    Section("education", "education", EDUCATION),
    Section("awards", "awards", AWARD),
    Section("certificates", "certifications", CERTIFICATE),
    Section("publications", "publications", PUBLICATION),
    Section("skills", "skills", SKILL),
    Section("languages", "languages", LANGUAGE),
    Section("projects", "projects", PROJECT),
)
