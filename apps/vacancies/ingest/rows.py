"""Writing the rows of a batch at once: vacancies as their postings make them, and what was received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from apps.core.db.bulk import upsert
from apps.core.models import uuid7
from apps.vacancies.ingest import changes, members
from apps.vacancies.ingest.derive import Held, derive
from apps.vacancies.ingest.identify import Placed
from apps.vacancies.ingest.members import Joined
from apps.vacancies.models import RawPosting, SourceRun, Vacancy

_STAMPS = frozenset(each.name for each in fields(Held))
_IN_JSON = ("fingerprint", "content")


def write_vacancies(placed: Sequence[Placed], now: datetime) -> None:
    """Derive the vacancies of these postings anew, with all that they hold besides, and keep what changed and why.

    Their locks are held (`identify.place`). A vacancy of one posting costs no read but that of its row, where there
    is one to compare with.
    """
    if not placed:
        return
    by_vacancy: dict[UUID, list[Placed]] = defaultdict(list)
    for each in placed:
        by_vacancy[each.vacancy_id].append(each)
    before = members.rows_of([pk for pk, group in by_vacancy.items() if _has_a_past(group)])
    shared = {pk: row for pk, row in before.items() if any(each.is_shared for each in by_vacancy[pk])}
    held = members.held_by(shared, shared)
    _keep_what_the_row_said(held)
    agencies = members.agencies_among(each.content["company_key"] for each in placed if each.is_shared)
    for each in placed:
        others = held.setdefault(each.vacancy_id, {})
        each.content_changed_at = _content_changed_at(each, before.get(each.vacancy_id), now)
        others[each.posting_id] = _held(each, others.get(each.posting_id), agencies, now)
    rows = {pk: derive(list(postings.values())) for pk, postings in held.items()}
    members.write_rows(rows, dict.fromkeys(rows, now))
    changes.keep_decisions(placed, now)
    changes.keep(before, rows, by_vacancy, now)


def _has_a_past(group: Sequence[Placed]) -> bool:
    """Whether the vacancy's row is there, and is needed: a mere re-reading of its one posting needs it not."""
    return not any(each.is_new for each in group) and any(
        each.is_shared or not each.is_reread for each in group
    )


def _keep_what_the_row_said(held: Mapping[UUID, Mapping[UUID, Held]]) -> None:
    """A posting that was alone had its vacancy's row say it; now that others join, it is kept beside it."""
    members.store_contents({pk: postings for pk, postings in held.items() if len(postings) == 1}, alone=False)


def _content_changed_at(each: Placed, before: Vacancy | None, now: datetime) -> datetime | None:
    """When the source last changed what its posting says; that we read it otherwise is no change."""
    if each.raw is None or not each.is_known or each.is_reread:
        return each.raw.content_changed_at if each.raw else None
    old = each.raw.content["content_hash"] if each.raw.content else before and before.content_hash
    return now if old != each.posting.content_hash else each.raw.content_changed_at


def _held(each: Placed, stored: Held | None, agencies: set[str], now: datetime) -> Held:
    raw = each.raw
    kept = {name: value for name, value in each.kept.items() if name in _STAMPS}
    seen: dict[str, Any] = {
        "content": each.content,
        "last_seen_at": now,
        "updated_at": now,
        "closed_at": None,
        "content_changed_at": each.content_changed_at,
    } | kept
    if stored is not None:
        return replace(stored, **seen)
    decision = each.decision
    joined = Joined({decision.kind}, now) if decision and decision.is_merge else Joined()
    return Held(
        id=each.posting_id,
        first_seen_at=raw.first_seen_at if raw else now,
        created_at=raw.created_at if raw else now,
        **seen,
        **joined.stamps(each.posting.source, each.content, agencies),
    )


def write_raw(run: SourceRun, values: Sequence[dict[str, Any]], now: datetime) -> None:
    """Keep what was received, readable or not."""
    if not values:
        return
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
    names = list({**common, **values[0]})

    def row(value: dict[str, Any]) -> list[Any]:
        full = {**common, **value, "id": value["id"] or uuid7(), "payload": _json(value["payload"])}
        full |= {name: None if full[name] is None else Jsonb(full[name]) for name in _IN_JSON}
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
