"""The chain by itself: whatever single thing is done to it is found, and the first touched row is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.events.chain import (
    GENESIS,
    Evidence,
    Fault,
    Header,
    Mark,
    Sealed,
    Touched,
    canonical,
    digest_of,
    link,
    verify,
)

WORKSPACE = UUID(int=7)
many = settings(max_examples=50)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
documents = st.dictionaries(
    texts, st.recursive(scalars, lambda inner: st.lists(inner, max_size=3), max_leaves=6), max_size=4
)
headers = st.builds(
    Header,
    id=st.uuids(),
    type=st.sampled_from(["vacancy.saved", "resume.created", "user.updated"]),
    occurred_at=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    workspace_id=st.just(WORKSPACE),
    actor_id=st.none() | st.uuids(),
    request_id=texts,
    subject_type=st.sampled_from(["", "vacancy"]),
    subject_id=st.none() | st.uuids(),
    changed=st.lists(texts, max_size=3).map(tuple),
)


def seal(parts: list[tuple[Header, bytes, dict[str, Any]]]) -> list[Sealed]:
    rows, at = [], GENESIS
    for header, salt, payload in parts:
        digest = digest_of(salt, payload)
        at = Mark(at.seq + 1, link(at.hash, header, digest))
        rows.append(Sealed(header, at.seq, at.hash, digest, salt, payload, is_erased=False))
    return rows


chains = st.lists(
    st.tuples(headers, st.binary(min_size=16, max_size=16), documents), min_size=2, max_size=6
).map(seal)


def known(rows: list[Sealed], **more: Any) -> Evidence:
    return Evidence(head=Mark(rows[-1].seq, rows[-1].hash), **more)


def in_order(rows: list[Sealed]) -> list[Sealed]:
    return sorted(rows, key=lambda row: row.seq)


@many
@given(documents)
def test_a_stay_in_json_changes_no_canonical_text(document: dict[str, Any]) -> None:
    assert canonical(json.loads(json.dumps(document))) == canonical(document)
    assert canonical(json.loads(canonical(document))) == canonical(document)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, "é\n\"\\\x01"]}, '{"a":[true,null,"é\\n\\"\\\\\\u0001"],"b":1}'),
        ([1.0, -0.0, 0.1, 1e-7, 1e16, 100.0, 12.5], "[1,0,0.1,0.0000001,10000000000000000,100,12.5]"),
        ({"\U0001f600": 1, "\uffff": 2}, '{"\uffff":2,"\U0001f600":1}'),
    ],
)  # fmt: skip
def test_the_canonical_text_is_as_the_document_says(value: object, text: str) -> None:
    assert canonical(value).decode() == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", {1: 2}, {1, 2}, object()])
def test_what_json_cannot_carry_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        canonical(value)


@many
@given(chains)
def test_a_whole_chain_passes(rows: list[Sealed]) -> None:
    assert verify(rows, known(rows, marks={rows[0].seq: rows[0].hash})) is None
    assert verify([], Evidence()) is None


HEADER_CHANGES: dict[str, Callable[[Header], Any]] = {
    "id": lambda header: UUID(int=header.id.int ^ 1),
    "type": lambda header: header.type + "x",
    "occurred_at": lambda header: header.occurred_at + timedelta(microseconds=1),
    "workspace_id": lambda header: UUID(int=8),
    "actor_id": lambda header: None if header.actor_id else UUID(int=1),
    "request_id": lambda header: header.request_id + "x",
    "subject_type": lambda header: header.subject_type + "x",
    "subject_id": lambda header: None if header.subject_id else UUID(int=1),
    "changed": lambda header: (*header.changed, ""),
}


@pytest.mark.parametrize("name", HEADER_CHANGES)
@many
@given(rows=chains, data=st.data())
def test_any_change_of_a_header_is_found(name: str, rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    row = rows[at]
    altered = replace(row, header=replace(row.header, **{name: HEADER_CHANGES[name](row.header)}))
    found = verify([*rows[:at], altered, *rows[at + 1 :]], known(rows))
    assert found is not None
    assert (found.seq, found.id, found.fault) == (row.seq, altered.header.id, Fault.HEADER)


ROW_CHANGES: dict[str, tuple[Callable[[Sealed], Any], Fault]] = {
    "hash": (lambda row: row.hash[:-1] + ("0" if row.hash[-1] != "0" else "1"), Fault.HEADER),
    "digest": (lambda row: row.digest[:-1] + ("0" if row.digest[-1] != "0" else "1"), Fault.HEADER),
    "payload": (lambda row: {**row.payload, "added": 1}, Fault.PAYLOAD),
    "salt": (lambda row: bytes(byte ^ 1 for byte in row.salt or b""), Fault.PAYLOAD),
    "is_erased": (lambda row: True, Fault.ERASURE),
}


@pytest.mark.parametrize("name", ROW_CHANGES)
@many
@given(rows=chains, data=st.data())
def test_any_change_of_a_row_is_found(name: str, rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    change, fault = ROW_CHANGES[name]
    altered = replace(rows[at], **{name: change(rows[at])})
    found = verify([*rows[:at], altered, *rows[at + 1 :]], known(rows))
    assert found is not None
    assert (found.seq, found.id, found.fault) == (rows[at].seq, rows[at].header.id, fault)


@many
@given(chains, st.data())
def test_a_digest_that_is_none_is_a_finding_and_no_crash(rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    wrong = replace(rows[at], digest=data.draw(st.sampled_from(["", "xyz", "0"])))
    found = verify([*rows[:at], wrong, *rows[at + 1 :]], known(rows))
    assert found is not None and found.seq == rows[at].seq


@many
@given(chains, st.data())
def test_another_number_is_found(rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    number = data.draw(st.integers(-3, len(rows) + 3).filter(lambda n: n != rows[at].seq))
    moved = in_order([*rows[:at], replace(rows[at], seq=number), *rows[at + 1 :]])
    found = verify(moved, known(rows))
    assert found is not None
    assert found.seq == min(number, rows[at].seq) or (found.seq, found.fault) == (number, Fault.ORDER)


@many
@given(chains, st.data())
def test_a_removed_row_is_named_by_its_number(rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    found = verify([*rows[:at], *rows[at + 1 :]], known(rows))
    assert found is not None
    assert (found.seq, found.id, found.fault) == (rows[at].seq, None, Fault.MISSING)


@many
@given(chains, st.data())
def test_a_removed_row_whose_gap_is_closed_is_found(rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    closed = [*rows[:at], *(replace(row, seq=row.seq - 1) for row in rows[at + 1 :])]
    found = verify(closed, known(rows))
    assert found is not None and found.seq == rows[at].seq


@many
@given(chains, st.data())
def test_swapped_rows_are_found_at_the_first(rows: list[Sealed], data: st.DataObject) -> None:
    one, other = sorted(
        data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=2, max_size=2, unique=True))
    )
    swapped = list(rows)
    swapped[one], swapped[other] = (
        replace(rows[other], seq=rows[one].seq),
        replace(rows[one], seq=rows[other].seq),
    )
    found = verify(swapped, known(rows))
    assert found is not None
    assert (found.seq, found.id) == (rows[one].seq, rows[other].header.id)


@many
@given(chains, st.data())
def test_a_row_that_stands_twice_is_found(rows: list[Sealed], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    found = verify([*rows[: at + 1], rows[at], *rows[at + 1 :]], known(rows))
    assert found is not None
    assert (found.seq, found.fault) == (rows[at].seq, Fault.ORDER)


@many
@given(chains, headers, st.data())
def test_an_inserted_row_is_named(rows: list[Sealed], header: Header, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows)))
    before = rows[at - 1] if at else None
    digest = digest_of(b"salt", {})
    forged = Sealed(
        header, at + 1, link(before.hash if before else GENESIS.hash, header, digest), digest, b"salt", {}, False
    )  # fmt: skip
    pushed = [*rows[:at], forged, *(replace(row, seq=row.seq + 1) for row in rows[at:])]
    found = verify(pushed, known(rows))
    assert found is not None
    # Its own link is right: what gives it away is the row that no longer follows, or the head.
    assert found.seq in (at + 1, at + 2)
    squeezed = [*rows[:at], forged, *rows[at:]]
    again = verify(squeezed, known(rows))
    assert again is not None and again.seq == at + 1


@many
@given(chains)
def test_rows_cut_from_the_end_are_found_by_the_head(rows: list[Sealed]) -> None:
    assert verify(rows[:-1], known(rows)) == Touched(
        rows[-1].seq, None, Fault.MISSING, "1 rows are gone from the end"
    )
    assert verify([], known(rows)) == Touched(
        1, None, Fault.MISSING, f"{len(rows)} rows are gone from the end"
    )


@many
@given(chains)
def test_rows_and_head_cut_together_are_found_by_a_checkpoint(rows: list[Sealed]) -> None:
    marks = {rows[-1].seq: rows[-1].hash}
    found = verify(rows[:-1], known(rows[:-1], marks=marks))
    assert found is not None and (found.seq, found.fault) == (rows[-1].seq, Fault.MISSING)


@many
@given(chains, st.data())
def test_a_chain_forged_anew_is_found_by_a_checkpoint(rows: list[Sealed], data: st.DataObject) -> None:
    parts = [(row.header, row.salt or b"", dict(row.payload)) for row in rows]
    parts[0][2]["forged"] = True
    forged = seal(parts)
    at = data.draw(st.integers(0, len(rows) - 1))
    found = verify(forged, known(forged, marks={rows[at].seq: rows[at].hash}))
    assert found is not None and (found.seq, found.fault) == (rows[at].seq, Fault.CHECKPOINT)


def test_a_head_that_was_moved_is_found() -> None:
    rows = seal([(_header(n), b"s", {}) for n in range(3)])
    found = verify(rows, Evidence(head=Mark(2, rows[1].hash)))
    assert found is not None and found.fault == Fault.HEAD
    gone = verify(rows, Evidence(head=None))
    assert gone is not None and gone.fault == Fault.HEAD


def test_dropped_rows_are_passed_over_by_their_checkpoints() -> None:
    rows = seal([(_header(n), b"s", {}) for n in range(6)])
    dropped = {1: Mark(2, rows[1].hash), 4: Mark(4, rows[3].hash)}
    kept = [rows[2], rows[4], rows[5]]
    assert verify(kept, known(rows, dropped=dropped)) is None
    assert verify(kept, known(rows, dropped={1: dropped[1]})) is not None
    wrong = verify(kept, known(rows, dropped={**dropped, 4: Mark(4, "1" * 64)}))
    assert wrong is not None and wrong.seq == 5
    assert verify([], known(rows[:2], dropped={1: dropped[1]})) is None


def test_an_erased_row_passes_where_an_event_says_why() -> None:
    rows = seal([(_header(n), b"s", {"name": "Ada"}) for n in range(3)])
    erased = [rows[0], replace(rows[1], payload={}, salt=None, is_erased=True), rows[2]]
    lawful = known(rows, may_be_erased=lambda header: header.id == rows[1].header.id)
    assert verify(erased, lawful) is None
    found = verify(erased, known(rows))
    assert found is not None and (found.seq, found.fault) == (2, Fault.ERASURE)
    # An erased row that still holds something is not erased.
    half = [rows[0], replace(rows[1], is_erased=True), rows[2]]
    assert verify(half, lawful) is not None


def _header(number: int) -> Header:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    return Header(UUID(int=number + 1), "test.happened", moment, WORKSPACE, None, "", "", None, ())
