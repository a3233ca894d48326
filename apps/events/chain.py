"""The audit chain: what is hashed, byte for byte, and how one finds the first row that was touched. Pure.

    digest = SHA-256(salt || canonical(payload))
    hash   = SHA-256(hash of the row before || canonical(header) || digest)

Hashes and digests are 32 raw bytes inside the sum, 64 hexadecimal digits outside of it. docs/audit.md says the same
for those who verify without us.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID


def canonical(value: object) -> bytes:
    """The one JSON text of a value, in UTF-8, as it also reads after a stay in a jsonb column.

    Members sorted by the code points of their names, nothing between tokens, strings with only `"`, `\\` and control
    characters escaped, numbers in plain decimals without exponent or trailing zeros. Raises TypeError for what JSON
    cannot carry and ValueError for NaN, infinities and lone surrogates.
    """
    return _text(value).encode()


def _text(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    if isinstance(value, Mapping) and all(isinstance(name, str) for name in value):
        return "{" + ",".join(f"{_text(name)}:{_text(value[name])}" for name in sorted(value)) + "}"
    raise TypeError(f"JSON has no {type(value).__name__}")


def _number(value: int | float) -> str:
    if isinstance(value, int):
        return int.__repr__(value)
    if not math.isfinite(value):
        raise ValueError("JSON has no NaN and no infinity")
    plain = format(Decimal(float.__repr__(value)), "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


@dataclass(frozen=True, slots=True)
class Header:
    """What the chain covers of an event beside its payload."""

    id: UUID
    type: str
    occurred_at: datetime
    workspace_id: UUID
    actor_id: UUID | None
    request_id: str
    subject_type: str
    subject_id: UUID | None
    changed: tuple[str, ...]

    def canonical(self) -> bytes:
        """Times in UTC with six decimals and a Z, ids as text."""
        moment = self.occurred_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return canonical(
            {
                "id": str(self.id),
                "type": self.type,
                "occurred_at": moment,
                "workspace_id": str(self.workspace_id),
                "actor_id": self.actor_id and str(self.actor_id),
                "request_id": self.request_id,
                "subject_type": self.subject_type,
                "subject_id": self.subject_id and str(self.subject_id),
                "changed": self.changed,
            }
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a chain: how many rows it has had, and the hash of the last."""

    seq: int
    hash: str


GENESIS = Mark(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Rows `first` to `last.seq` went with their month, as a signed checkpoint says."""

    first: int
    last: Mark


@dataclass(frozen=True, slots=True)
class Sealed:
    """One row as it lies in the table. An erased one has neither salt nor payload, and keeps its digest."""

    header: Header
    seq: int
    hash: str
    digest: str
    salt: bytes | None
    payload: Mapping[str, Any]
    is_erased: bool


class Fault(StrEnum):
    HEADER = "header"
    PAYLOAD = "payload"
    ORDER = "order"
    MISSING = "missing"
    CHECKPOINT = "checkpoint"
    ERASURE = "erasure"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Touched:
    """The first row that does not fit. `id` is None where no row stands at `seq`."""

    seq: int
    id: UUID | None
    fault: Fault
    detail: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a chain beside its rows; whoever fills it has checked the signatures."""

    head: Mark | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    dropped: Mapping[int, Mark] = field(default_factory=dict)
    may_be_erased: Callable[[Header], bool] = lambda header: False


def digest_of(salt: bytes, payload: Mapping[str, Any]) -> str:
    return sha256(salt + canonical(payload)).hexdigest()


def link(previous: str, header: Header, digest: str) -> str:
    """The hash of a row behind one with the hash `previous`."""
    return sha256(bytes.fromhex(previous) + header.canonical() + bytes.fromhex(digest)).hexdigest()


def verify(rows: Iterable[Sealed], known: Evidence) -> Touched | None:
    """The first row of one chain that was touched, None for a whole chain. `rows` are read once, ordered by seq."""
    at = GENESIS
    for row in rows:
        at = _past_dropped(at, known)
        touched = _misplaced(row, at) or _altered(row, at, known) or _misread(row, known)
        if touched is not None:
            return touched
        at = Mark(row.seq, row.hash)
    return _cut_short(_past_dropped(at, known), known)


def _past_dropped(at: Mark, known: Evidence) -> Mark:
    while (last := known.dropped.get(at.seq + 1)) is not None:
        at = last
    return at


def _misplaced(row: Sealed, at: Mark) -> Touched | None:
    if row.seq <= at.seq:
        return Touched(row.seq, row.header.id, Fault.ORDER, "this number in the chain is taken already")
    if row.seq > at.seq + 1:
        return Touched(at.seq + 1, None, Fault.MISSING, f"{row.seq - at.seq - 1} rows are gone here")
    return None


def _altered(row: Sealed, at: Mark, known: Evidence) -> Touched | None:
    try:
        expected = link(at.hash, row.header, row.digest)
    except ValueError:
        expected = ""
    if row.hash != expected:
        detail = "its header, digest or hash is not what was sealed, or what stands before it was put there"
        return Touched(row.seq, row.header.id, Fault.HEADER, detail)
    if known.marks.get(row.seq, row.hash) != row.hash:
        detail = "a signed checkpoint knows another hash: this row or one since the checkpoint before it"
        return Touched(row.seq, row.header.id, Fault.CHECKPOINT, detail)
    return None


def _misread(row: Sealed, known: Evidence) -> Touched | None:
    """The digest is what was sealed; the payload must be what was digested, or lawfully gone."""
    if row.is_erased:
        if row.payload or row.salt is not None:
            detail = "it counts as erased, and holds a payload or a salt"
            return Touched(row.seq, row.header.id, Fault.ERASURE, detail)
        if not known.may_be_erased(row.header):
            detail = "its payload is erased, and no sealed event says why"
            return Touched(row.seq, row.header.id, Fault.ERASURE, detail)
        return None
    if row.salt is None or digest_of(row.salt, row.payload) != row.digest:
        return Touched(row.seq, row.header.id, Fault.PAYLOAD, "its payload or salt is not what was digested")
    return None


def _cut_short(at: Mark, known: Evidence) -> Touched | None:
    """Whether rows are gone from the end, or the head was moved."""
    head = known.head or GENESIS
    longest = max([head.seq, *known.marks])
    if longest > at.seq:
        return Touched(at.seq + 1, None, Fault.MISSING, f"{longest - at.seq} rows are gone from the end")
    if head != at:
        return Touched(at.seq, None, Fault.HEAD, "the chain's head does not say what its last row says")
    return None
