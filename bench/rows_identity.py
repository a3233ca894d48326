"""The raw postings behind the rows of the benches, with all that identity finds and compares them by.

A lap's text is another text: its minima are the recorded posting's, moved by the lap, so that postings which share some
of their text do so in every lap, and no two laps share any. Employer, address and id differ too. What was received is left
out (`payload` is empty): no crawl of something else reads it, and it lies apart from the row.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from apps.vacancies import identity
from bench import rows
from bench.rows import Place
from bench.rows_base import Columns

TABLE = "vacancies_rawposting"
_KIND = "ashby"
_COLUMNS = (
    "id", "created_at", "updated_at", "source_id", "source_posting_id", "url", "payload", "payload_hash", "list_hash",
    "adapter_version", "fetched_at", "first_seen_at", "last_seen_at", "missed", "closed_at", "vacancy_id", "merge_reason",
    "merge_confidence", "fingerprint", "minhash", "identity_key", "vendor_key", "canonical_url", "block_keys",
)  # fmt: skip


def boards(cursor: Any) -> None:
    """A board of each employer, which nobody reads."""
    names = "id, created_at, updated_at, kind, board, company_name, base_url, is_enabled, failures, alarm, etag, last_modified, open_postings"
    cursor.execute(
        f"INSERT INTO vacancies_source ({names}) "
        f"SELECT id, %(at)s, %(at)s, '{_KIND}', board, board, '', false, 0, '', '', '', 0 "
        "FROM unnest(%(ids)s::uuid[], %(boards)s::text[]) made (id, board) ON CONFLICT DO NOTHING",
        {
            "at": rows.NEWEST,
            "ids": [_board_id(number) for number in range(rows.EMPLOYERS)],
            "boards": [_board(number) for number in range(rows.EMPLOYERS)],
        },
    )


def fingerprint_of(said: Columns) -> identity.Fingerprint:
    """Of the recorded posting, as its text stands in the rows."""
    from apps.vacancies.identity.texts import sketch
    from apps.vacancies.normalise import posting

    text = sketch(said["description_text"])
    return identity.Fingerprint(
        key="", source=_KIND, board="", source_id=said["source_id"], url=said["url"], title_key=said["title_key"],
        places=identity.place_keys([posting.Place(**place) for place in said["locations"]]),
        employment_type=said["employment_type"], minhash=text.minhash, words=text.words, runs=text.runs,
        vocabulary=text.vocabulary,
    )  # fmt: skip


def copying(base: list[Columns]) -> Callable[[Any, list[Place]], None]:
    """Writes the raw postings of these laps of the recorded postings."""
    found: list[identity.Fingerprint] = []

    def copy(cursor: Any, batch: list[Place]) -> None:
        found.extend(map(fingerprint_of, base[len(found) :]))
        with cursor.copy(f"COPY {TABLE} ({', '.join(_COLUMNS)}) FROM STDIN") as out:
            for row in _rows(found, batch):
                out.write_row(row)

    return copy


def _rows(found: list[identity.Fingerprint], batch: list[Place]) -> Iterator[tuple[Any, ...]]:
    for place in batch:
        one, at = lapped(found[place.of], place), place.listed_at
        yield (
            place.id, at, at, _board_id(place.employer), one.source_id, one.url, "{}", "", "", 1, at, at, at, 0, None,
            place.id, "new", 1.0, json.dumps(identity.to_json(one)), array("I", one.minhash).tobytes(), one.key,
            one.vendor, identity.canonical_url(one.url), list(identity.blocking_keys(one)),
        )  # fmt: skip


def lapped(found: identity.Fingerprint, place: Place) -> identity.Fingerprint:
    """The fingerprint of a lap of a recorded posting."""
    board = _board(place.employer)
    moved = int.from_bytes(hashlib.blake2b(str(place.lap).encode(), digest_size=4).digest())
    seen = "\x1f".join((board, found.title_key, *found.places))
    return replace(
        found, key=hashlib.blake2b(seen.encode(), digest_size=16).hexdigest(), board=board, company_key=board,
        source_id=f"{place.number}", url=f"https://jobs.ashbyhq.com/{board}/{place.id}", posted_at=place.listed_at,
        minhash=tuple(minimum ^ moved for minimum in found.minhash),
    )  # fmt: skip


def _board(number: int) -> str:
    return f"works {number}"


def _board_id(number: int) -> UUID:
    return rows.company_id(number)
