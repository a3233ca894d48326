"""The row of a vacancy as a pure function of its postings: merging and its undoing are moving postings. Pure.

Each field is taken from one posting, so that halves of two ranges or two addresses never meet: from the employer's own
board before an aggregator or an agency, from who says anything before who is silent, from who was seen first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

# Columns of a vacancy by name, and `company_key` in place of the company.
Content = Mapping[str, Any]
Place = Mapping[str, Any]

PAY = ("salary_min", "salary_max", "salary_currency", "salary_period", "salary_year_min", "salary_year_max")
# What belongs together comes from one posting, and is said where the first of its columns is.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("title", "title_key", "job_function"),
    ("company_name", "company_key"),
    ("company_logo_url",),
    ("locations", "location_text", "countries", "remote_scopes"),
    ("time_zones",),
    ("remote",),
    ("employment_type",),
    ("seniority",),
    PAY,
    ("description_text", "description_html", "snippet", "requirements", "skills", "language"),
    ("department",),
    ("visa_sponsorship",),
    ("security_clearance",),
    ("budget_type", "budget_min", "budget_max"),
    ("client_score",),
    ("posted_at",),
    ("application_deadline",),
)
# Where a reader is sent: to a posting that still stands, if there is one.
ADDRESS = ("url", "apply_url", "source", "source_id")
COLUMNS = (
    *(name for group in (*GROUPS, ADDRESS) for name in group if name != "company_key"),
    "content_hash", "field_sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A posting as its vacancy is derived from it.

    `is_secondhand`: an aggregator's or an agency's. `is_repost`: it came when the one before it was closed.
    `is_elsewhere`: the same opening in another place. `joined_at` is when it was moved here, None for one that was
    always here. `created_at` and `updated_at` are those of its row.
    """

    id: UUID
    content: Content
    first_seen_at: datetime
    last_seen_at: datetime
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None
    content_changed_at: datetime | None = None
    joined_at: datetime | None = None
    is_secondhand: bool = False
    is_repost: bool = False
    is_elsewhere: bool = False


def derive(postings: Sequence[Held]) -> dict[str, Any]:
    """Every column of a vacancy's row but `id`, `created_at` and `merged_into`; `company_key` stands for the company.

    `field_sources` is {field: how} for one posting, as it says itself, else {field: {"posting": id, "how": how}}.
    The order of the postings does not matter. Raises ValueError for none.
    """
    if not postings:
        raise ValueError("a vacancy without a posting has no row to derive")
    ranked = sorted(postings, key=_rank(postings))
    row = dict(ranked[0].content) if len(ranked) == 1 else _combined(ranked)
    first_seen_at = min(one.first_seen_at for one in ranked)
    closings = [one.closed_at for one in ranked if one.closed_at is not None]
    is_closed = len(closings) == len(ranked)
    return row | {
        "first_seen_at": first_seen_at,
        "last_seen_at": max(one.last_seen_at for one in ranked),
        "listed_at": row["posted_at"] or first_seen_at,
        "status": "closed" if is_closed else "open",
        "closed_at": max(closings) if is_closed else None,
        "repost_count": sum(one.is_repost for one in ranked),
        "content_changed_at": max(
            (one.content_changed_at for one in ranked if one.content_changed_at), default=None
        ),
        "updated_at": _version(ranked),
    }


def _rank(postings: Sequence[Held]) -> Any:
    """Sort key, the best first. What was closed before another of them appeared has been replaced by it."""
    newest = max(one.first_seen_at for one in postings)

    def rank(one: Held) -> tuple[bool, bool, datetime, UUID]:
        is_replaced = one.closed_at is not None and one.closed_at <= newest
        return is_replaced, one.is_secondhand, one.first_seen_at, one.id

    return rank


def _combined(ranked: Sequence[Held]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    said_by: dict[str, dict[str, str]] = {}
    hashes: list[str] = []
    standing = sorted(ranked, key=lambda one: one.closed_at is not None)
    for group, candidates in (*((group, ranked) for group in GROUPS), (ADDRESS, standing)):
        chosen = next((one for one in candidates if _says(one.content, group)), candidates[0])
        row |= {name: chosen.content[name] for name in group}
        said_by |= _provenance(chosen, group)
        hashes.append(str(chosen.content["content_hash"]))
    elsewhere = [one for one in ranked if one.is_elsewhere]
    if elsewhere:
        row |= _in_all_places([ranked[0], *elsewhere])
        hashes += [str(one.content["content_hash"]) for one in elsewhere]
    row["field_sources"] = said_by
    row["content_hash"] = hashes[0] if len(set(hashes)) == 1 else _digest(hashes)
    return row


def _says(content: Mapping[str, Any], group: tuple[str, ...]) -> bool:
    names = group if group is PAY else group[:1]
    return any(content[name] not in (None, "", []) for name in names)


def _provenance(posting: Held, group: tuple[str, ...]) -> dict[str, dict[str, str]]:
    said: Mapping[str, str] = posting.content["field_sources"]
    names = (*group, "salary") if group is PAY else group  # a normaliser reads pay as one
    return {name: {"posting": str(posting.id), "how": said[name]} for name in names if name in said}


def _in_all_places(postings: Sequence[Held]) -> dict[str, Any]:
    """One opening that its board lists once per place stands in all of them."""
    places: dict[str, Place] = {}
    words: set[str] = set()
    countries: set[str] = set()
    scopes: set[str] = set()
    for one in postings:
        places |= {
            str(place["text"]): place for place in one.content["locations"] if place["text"] not in places
        }
        words |= set(filter(None, str(one.content["location_text"]).split(" · ")))
        countries |= set(one.content["countries"])
        scopes |= set(one.content["remote_scopes"])
    return {
        "locations": list(places.values()),
        "location_text": " · ".join(sorted(words)),
        "countries": sorted(countries),
        "remote_scopes": sorted(scopes),
    }


def _version(ranked: Sequence[Held]) -> datetime:
    """When the row became what it is. Readers of a row keep what they read of it by this (`matching`): so another
    set of postings gets another time, by less than a millisecond, and the same set the same again."""
    moments = [one.updated_at for one in ranked] + [one.joined_at for one in ranked if one.joined_at]
    if len(ranked) == 1:
        return max(moments)
    members = _digest(sorted(str(one.id) for one in ranked))
    return max(moments) + timedelta(microseconds=1 + int(members[:8], 16) % 999)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
