"""Writing many rows at once: companies, vacancies and raw postings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from apps.core.db.bulk import upsert
from apps.core.models import uuid7
from apps.vacancies import columns
from apps.vacancies.ingest.identify import Placed
from apps.vacancies.models import Company, RawPosting, SourceRun, Vacancy

NAMELESS = "?"

# What a posting of the same vacancy brings anew each time it changes; the rest of a row stays.
_STAMPS = ("id", "created_at", "updated_at", "first_seen_at", "last_seen_at", "listed_at", "closed_at", "status",
           "repost_count", "source", "source_id", "company_id", "content_hash", "field_sources")  # fmt: skip
_KEPT = {"id", "created_at", "first_seen_at"}


def company_ids(placed: Iterable[Placed]) -> dict[str, UUID]:
    """The companies of these postings by key, made where they are new."""
    wanted: dict[str, tuple[str, str]] = {}
    for each in placed:
        posting = each.posting
        key = posting.company_key[:200] or NAMELESS
        wanted.setdefault(
            key, (posting.company_name[:200] or "Unnamed employer", posting.company_logo_url[:500])
        )
    known = dict(Company.objects.filter(key__in=wanted).values_list("key", "pk"))
    new = [
        Company(key=key, name=name, logo_url=logo)
        for key, (name, logo) in sorted(wanted.items())
        if key not in known
    ]
    if new:
        # Another ingest may have made one meanwhile: theirs stays.
        Company.objects.bulk_create(new, ignore_conflicts=True)
        known = dict(Company.objects.filter(key__in=wanted).values_list("key", "pk"))
    return known


def write_vacancies(placed: Sequence[Placed], now: datetime) -> None:
    """Insert or update the vacancies whose content these postings decide, and show those merged into as alive."""
    if not placed:
        return
    merged = [each.vacancy_id for each in placed if each.is_merged]
    if merged:
        Vacancy.objects.filter(pk__in=merged).update(last_seen_at=now, status="open", closed_at=None)
    deciding = {each.vacancy_id: each for each in placed if not each.is_merged}
    if not deciding:
        return
    companies = company_ids(deciding.values())
    values = [_vacancy_values(each, companies, now) for each in deciding.values()]
    names = list(values[0])
    upsert(
        Vacancy,
        names,
        ([row[name] for name in names] for row in values),
        conflict=["id"],
        update=[name for name in names if name not in _KEPT],
    )


def _vacancy_values(each: Placed, companies: dict[str, UUID], now: datetime) -> dict[str, Any]:
    posting = each.posting
    content = columns.of_posting(posting)
    content["locations"] = Jsonb(content["locations"])
    first_seen = each.first_seen_at or now
    stamps = dict.fromkeys(_STAMPS)
    stamps |= {
        "id": each.vacancy_id,
        "created_at": now,
        "updated_at": now,
        "first_seen_at": first_seen,
        "last_seen_at": now,
        "listed_at": posting.posted_at or first_seen,
        "closed_at": None,
        "status": "open",
        "repost_count": each.repost_count,
        "source": posting.source,
        "source_id": posting.source_id[:200],
        "company_id": companies[posting.company_key[:200] or NAMELESS],
        "content_hash": posting.content_hash,
        "field_sources": Jsonb(dict(posting.field_sources)),
    }
    return content | stamps


def write_raw(run: SourceRun, values: Sequence[dict[str, Any]], now: datetime) -> None:
    """Keep what was received, readable or not."""
    if not values:
        return
    names = [
        "id", "created_at", "updated_at", "source_id", "source_posting_id", "url", "payload", "payload_hash", "list_hash",
        "adapter_version", "fetched_at", "first_seen_at", "last_seen_at", "missed", "closed_at", "vacancy_id",
        "merge_reason", "merge_confidence", "fingerprint", "minhash", "identity_key", "vendor_key", "canonical_url",
    ]  # fmt: skip
    common = {
        "created_at": now,
        "updated_at": now,
        "source_id": run.source_id,
        "fetched_at": now,
        "first_seen_at": now,
        "last_seen_at": now,
        "missed": 0,
        "closed_at": None,
        "list_hash": "",
    }

    def row(value: dict[str, Any]) -> list[Any]:
        full = {**common, **value, "id": value["id"] or uuid7(), "payload": _json(value["payload"])}
        full["fingerprint"] = Jsonb(full["fingerprint"])
        return [full[name] for name in names]

    upsert(
        RawPosting,
        names,
        map(row, values),
        conflict=["source_id", "source_posting_id"],
        update=[name for name in names if name not in ("id", "created_at", "source_id", "first_seen_at")],
    )


def _json(payload: bytes) -> str:
    """JSON text as PostgreSQL takes it: it has no place for NUL."""
    text = payload.decode()
    return text.replace("\\u0000", "") if "\\u0000" in text else text
