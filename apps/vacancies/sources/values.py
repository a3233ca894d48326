"""Typed reading of untyped payloads. A value of the wrong kind spoils its one posting, never the crawl."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime

from apps.vacancies.sources.base import PostingInvalid

_MILLISECONDS = 100_000_000_000  # as seconds this is the year 5138: any larger epoch counts milliseconds


def text(item: Mapping[str, object], key: str) -> str:
    """The value as text without edge spaces; "" when it is missing or null."""
    value = item.get(key)
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return str(value)
    raise PostingInvalid(f"{key} is not text")


def required(item: Mapping[str, object], key: str) -> str:
    """The value as text. Raises PostingInvalid when nothing stands there."""
    value = text(item, key)
    if not value:
        raise PostingInvalid(f"{key} is missing")
    return value


def flag(item: Mapping[str, object], key: str) -> bool | None:
    """True, False, or None when it isn't said."""
    value = item.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise PostingInvalid(f"{key} is not a flag")


def section(item: Mapping[str, object], key: str) -> Mapping[str, object]:
    """The object under a key; empty when it is missing or null."""
    value = item.get(key)
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return value
    raise PostingInvalid(f"{key} is not an object")


def rows(item: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The list of objects under a key; empty when it is missing or null."""
    value = item.get(key)
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(row, Mapping) for row in value):
        return value
    raise PostingInvalid(f"{key} is not a list of objects")


def texts(item: Mapping[str, object], key: str) -> list[str]:
    """The list of texts under a key, empty ones left out."""
    value = item.get(key)
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [one.strip() for one in value if one.strip()]
    raise PostingInvalid(f"{key} is not a list of texts")


def amount(item: Mapping[str, object], key: str) -> Decimal | None:
    """A number, or a text that is one; None when it isn't said. Never binary: 0.1 stays 0.1."""
    value = item.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise PostingInvalid(f"{key} is not a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise PostingInvalid(f"{key} is not a number") from None
    return number if number.is_finite() else None


def offsets(item: Mapping[str, object], key: str) -> tuple[float, ...]:
    """The list of UTC offsets in hours under a key; empty when it is missing or null."""
    value = item.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and all(
        isinstance(one, int | float | Decimal) and not isinstance(one, bool) for one in value
    ):
        return tuple(float(one) for one in value)
    raise PostingInvalid(f"{key} is not a list of hours")


def instant(item: Mapping[str, object], key: str) -> datetime | None:
    """An ISO 8601 text or an epoch in seconds or milliseconds, as aware UTC. A text without zone is read as UTC."""
    value = item.get(key)
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str):
            return _utc(datetime.fromisoformat(value.strip().removesuffix(" UTC")))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if abs(value) >= _MILLISECONDS else value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise PostingInvalid(f"{key} is not a time")


def day(item: Mapping[str, object], key: str) -> date | None:
    """A calendar day, from a date or a time; a time gives its day where it was written."""
    value = item.get(key)
    if isinstance(value, str) and value:
        try:
            return datetime.fromisoformat(value.strip().removesuffix(" UTC")).date()
        except ValueError:
            raise PostingInvalid(f"{key} is not a date") from None
    moment = instant(item, key)
    return moment.date() if moment else None


def mail_date(item: Mapping[str, object], key: str) -> datetime | None:
    """A date as in mails and RSS ("Wed, 19 Aug 2026 23:10:38 GMT"), as aware UTC."""
    value = text(item, key)
    if not value:
        return None
    try:
        return _utc(parsedate_to_datetime(value))
    except ValueError:
        raise PostingInvalid(f"{key} is not a time") from None


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
