"""What identity is decided by: small enough to be stored beside each posting. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from apps.vacancies.identity.addresses import posting_key, vendor_key
from apps.vacancies.identity.places import place_keys
from apps.vacancies.identity.texts import sketch
from apps.vacancies.normalise.posting import Posting

# An id of theirs names one posting whatever the board.
_GLOBAL_IDS = frozenset({"greenhouse", "lever", "ashby"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What identity is decided by, field by field.

    `key` is the `identity_key`: two postings with one key have the same employer, title and places. `url` is the
    posting's own. `places` are `place_keys`. `minhash`, `words`, `runs` and `vocabulary` are the text's `Sketch`; empty
    for a text too short to compare, 0 = not counted. `reposts` is how often the vacancy behind it was offered again.
    "" = not known.
    """

    key: str
    source: str
    board: str
    source_id: str
    url: str = ""
    company_key: str = ""
    title_key: str = ""
    places: tuple[str, ...] = ()
    requisition_id: str = ""
    employment_type: str = ""
    minhash: tuple[int, ...] = ()
    words: bytes = b""
    runs: int = 0
    vocabulary: int = 0
    posted_at: datetime | None = None
    is_closed: bool = False
    reposts: int = 0

    @property
    def posting(self) -> str:
        """The key of the posting at its source."""
        return posting_key(self.source, self.board, self.source_id)

    @property
    def vendor(self) -> str:
        """The posting's id at the vendor that hosts it, which an aggregator's link reveals too; "" = not known."""
        if self.source in _GLOBAL_IDS:
            return f"{self.source}:{self.source_id.casefold()}"
        return vendor_key(self.url)


def fingerprint(posting: Posting, *, is_closed: bool = False) -> Fingerprint:
    """The fingerprint of a cleaned posting."""
    text = sketch(posting.description_text)
    return Fingerprint(
        key=identity_key(posting),
        source=posting.source,
        board=posting.board,
        source_id=posting.source_id,
        url=posting.url,
        company_key=posting.company_key,
        title_key=posting.title_key,
        places=place_keys(posting.locations),
        requisition_id=posting.requisition_id.casefold(),
        employment_type=posting.employment_type or "",
        minhash=text.minhash,
        words=text.words,
        runs=text.runs,
        vocabulary=text.vocabulary,
        posted_at=posting.posted_at,
        is_closed=is_closed,
    )


def identity_key(posting: Posting) -> str:
    """32 hex digits, equal for postings of one employer with one title in the same places; "" where one of the three
    is not known, for then nothing can be said to be the same."""
    places = place_keys(posting.locations)
    if not (posting.company_key and posting.title_key and places):
        return ""
    seen = "\x1f".join((posting.company_key, posting.title_key, *places))
    return hashlib.blake2b(seen.encode(), digest_size=16).hexdigest()


def to_json(found: Fingerprint) -> dict[str, str | int | list[str] | None]:
    """What of a fingerprint has no column of its own. `from_json` takes it back."""
    return {
        "company_key": found.company_key,
        "title_key": found.title_key,
        "places": list(found.places),
        "requisition_id": found.requisition_id,
        "employment_type": found.employment_type,
        "words": found.words.hex(),
        "runs": found.runs,
        "vocabulary": found.vocabulary,
        "posted_at": found.posted_at.isoformat() if found.posted_at else None,
    }


def from_json(
    kept: Mapping[str, str | int | list[str] | None], *, key: str, source: str, board: str, source_id: str,
    url: str, minhash: tuple[int, ...], is_closed: bool, reposts: int = 0,
) -> Fingerprint:  # fmt: skip
    """A stored fingerprint: `to_json`'s mapping (fields it lacks are "not known") and what has columns."""
    places, posted_at = kept.get("places"), kept.get("posted_at")
    return Fingerprint(
        key=key,
        source=source,
        board=board,
        source_id=source_id,
        url=url,
        company_key=str(kept.get("company_key") or ""),
        title_key=str(kept.get("title_key") or ""),
        places=tuple(places) if isinstance(places, list) else (),
        requisition_id=str(kept.get("requisition_id") or ""),
        employment_type=str(kept.get("employment_type") or ""),
        minhash=minhash,
        words=bytes.fromhex(str(kept.get("words") or "")),
        runs=_count(kept.get("runs")),
        vocabulary=_count(kept.get("vocabulary")),
        posted_at=datetime.fromisoformat(posted_at) if isinstance(posted_at, str) else None,
        is_closed=is_closed,
        reposts=reposts,
    )


def _count(value: str | int | list[str] | None) -> int:
    return value if isinstance(value, int) else 0
