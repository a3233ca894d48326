"""Reading a value by its path out of whatever an item holds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from urllib.parse import quote, urljoin

from apps.vacancies.sources.base import PostingInvalid, RemoteClaim
from apps.vacancies.sources.claims import workplace
from apps.vacancies.sources.values import amount, day, instant, mail_date

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\*|\d+)\]")
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_SAFE: Final = "/-._~:?&=%+,;@!$'()*"
_TRUE: Final = frozenset({"true", "yes", "1", "y"})
_FALSE: Final = frozenset({"false", "no", "0", "n"})
_MAIL_DATE: Final = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}")


def values_at(item: object, path: str) -> list[object]:
    """Every value at a path, those of lists one by one; none where it leads nowhere. `[*]` at the end is implied."""
    found: list[object] = [item]
    for name, index in _STEP.findall(path):
        found = [inner for value in found for inner in _inner(value, name, index)]
    return [inner for value in found for inner in (value if isinstance(value, list) else [value])]


def _inner(value: object, name: str, index: str) -> Iterator[object]:
    if index == "*":
        # What repeats in XML is a list, and no list where it stands once.
        yield from value if isinstance(value, list) else [value]
    elif index:
        if isinstance(value, list) and int(index) < len(value):
            yield value[int(index)]
    elif isinstance(value, Mapping) and value.get(name) is not None:
        yield value[name]


def texts_at(item: object, path: str) -> list[str]:
    """The values as texts, empty ones left out. Raises PostingInvalid where one is an object."""
    found = []
    for value in values_at(item, path):
        if isinstance(value, Mapping):
            raise PostingInvalid(f"{path} is not text")
        text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value).strip()
        if text:
            found.append(text)
    return found


class Mapped:
    """An item behind its field map: every field as the draft wants it. All raise PostingInvalid."""

    def __init__(self, item: Mapping[str, object], fields: Mapping[str, str]) -> None:
        self._item, self._fields = item, fields

    def texts(self, name: str, *, quoted: bool = False) -> list[str]:
        """What the field comes to: its path's values, or its own text with the values put in."""
        rule = self._fields.get(name, "")
        if not rule:
            return []
        if not rule.startswith("="):
            return texts_at(self._item, rule)
        filled = _PLACE.sub(lambda found: self._filling(found[1], quoted), rule[1:]).strip()
        return [filled] if filled else []

    def _filling(self, path: str, quoted: bool) -> str:
        value = next(iter(texts_at(self._item, path)), "")
        return quote(value, safe=_SAFE) if quoted else value

    def text(self, name: str) -> str:
        return next(iter(self.texts(name)), "")

    def required(self, name: str) -> str:
        found = self.text(name)
        if not found:
            raise PostingInvalid(f"{name} is missing")
        return found

    def address(self, name: str, base: str) -> str:
        """An absolute http or https address; a relative one is taken from `base`. "" where none is said."""
        found = next(iter(self.texts(name, quoted=True)), "")
        if not found:
            return ""
        try:
            address = urljoin(base, found)
        except ValueError:
            raise PostingInvalid(f"{name} is not an address") from None
        if not address.startswith(("http://", "https://")):
            raise PostingInvalid(f"{name} is not an address")
        return address

    def _raw(self, name: str) -> dict[str, object]:
        """The value under its field's name, a number where it is one: times are told from it."""
        rule = self._fields.get(name, "")
        if not rule or rule.startswith("="):
            return {name: self.text(name)}
        found = next((value for value in values_at(self._item, rule) if value not in (None, "")), None)
        if isinstance(found, str) and re.fullmatch(r"\d{9,13}", found.strip()):
            return {name: int(found)}
        return {name: found.strip() if isinstance(found, str) else found}

    def amount(self, name: str) -> Decimal | None:
        raw = self._raw(name)[name]
        if isinstance(raw, str):
            # "48,000" and "48 000": a group of three behind it is no fraction.
            raw = re.sub(r"(?<=\d)[,\u00a0\u202f '](?=\d{3}(?:\D|$))", "", raw)
        return amount({name: raw}, name)

    def instant(self, name: str) -> datetime | None:
        """ISO 8601, an epoch in seconds or milliseconds, or a date as in mails."""
        raw = self._raw(name)
        value = raw[name]
        if isinstance(value, str) and _MAIL_DATE.match(value):
            return mail_date(raw, name)
        return instant(raw, name)

    def day(self, name: str) -> date | None:
        raw = self._raw(name)
        value = raw[name]
        if isinstance(value, str) and _MAIL_DATE.match(value):
            moment = mail_date(raw, name)
            return moment.date() if moment else None
        return day(raw, name)

    def remote(self) -> RemoteClaim | None:
        """A work model by its word, or a flag: true is remote, false says nothing of the other two."""
        for word in self.texts("remote"):
            if word.casefold() in _TRUE:
                return "remote"
            if word.casefold() in _FALSE:
                continue
            if claim := workplace(word):
                return claim
        return None
