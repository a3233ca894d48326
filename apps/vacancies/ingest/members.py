"""Vacancies of several postings: what they hold, and writing the rows that are derived from it.

Who moves a posting, or changes what one says, holds the lock of its vacancy. Locks are taken once in a transaction and
in the order of the ids, so that no two wait for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from psycopg.types.json import Jsonb

from apps.core.db.bulk import upsert
from apps.vacancies.ingest import content
from apps.vacancies.ingest.derive import Content, Held, derive
from apps.vacancies.models import Company, MergeDecision, RawPosting, Vacancy
from apps.vacancies.sources.registry import is_aggregator

Row = dict[str, Any]
_KEPT = ("id", "created_at")
_IN_JSON = ("locations", "field_sources")
_REPOSTS = {MergeDecision.Kind.REPOST, MergeDecision.Kind.EVERGREEN}


@dataclass(slots=True)
class Joined:
    """What the decisions that stand say of one posting."""

    kinds: set[str] = field(default_factory=set)
    at: datetime | None = None

    def stamps(self, kind: str, content: Mapping[str, Any], agencies: Collection[str]) -> dict[str, Any]:
        """The fields of `Held` that decisions and the source decide."""
        return {
            "joined_at": self.at,
            "is_repost": not self.kinds.isdisjoint(_REPOSTS),
            "is_elsewhere": MergeDecision.Kind.MANY_PLACES in self.kinds,
            "is_secondhand": is_aggregator(kind) or content["company_key"] in agencies,
        }


def lock(vacancy_ids: Collection[UUID]) -> dict[UUID, UUID | None]:
    """Lock these vacancies, and what was merged into them, to the end of the transaction.

    Answers what each was merged into.
    """
    wanted = set(vacancy_ids)
    rows = Vacancy.objects.filter(Q(pk__in=wanted) | Q(merged_into__in=wanted))
    rows = rows.order_by("pk").select_for_update(no_key=True)
    return dict(rows.values_list("pk", "merged_into_id"))


def rows_of(vacancy_ids: Collection[UUID]) -> dict[UUID, Vacancy]:
    """The rows as they stand, with their companies."""
    rows = Vacancy.objects.filter(pk__in=set(vacancy_ids)).select_related("company").defer("search")
    return {row.pk: row for row in rows} if vacancy_ids else {}


def held_by(vacancy_ids: Collection[UUID], rows: Mapping[UUID, Vacancy]) -> dict[UUID, dict[UUID, Held]]:
    """The postings of these vacancies, by vacancy and by posting: three queries.

    `rows` are the vacancies as they stand, for what a posting that is alone says.
    """
    found: dict[UUID, dict[UUID, Held]] = {vacancy_id: {} for vacancy_id in vacancy_ids}
    if not found:
        return found
    raws = list(
        RawPosting.objects.filter(vacancy_id__in=found)
        .select_related("source")
        .only(
            "vacancy_id", "content", "content_changed_at", "first_seen_at", "last_seen_at", "closed_at",
            "created_at", "updated_at", "source__kind",
        )
    )  # fmt: skip
    joined = joined_by([raw.pk for raw in raws])
    said = {raw.pk: said_by(raw, rows) for raw in raws}
    agencies = agencies_among(each["company_key"] for each in said.values())
    for raw in raws:
        stamps = joined[raw.pk].stamps(raw.source.kind, said[raw.pk], agencies)
        found[cast(UUID, raw.vacancy_id)][raw.pk] = Held(
            id=raw.pk,
            content=said[raw.pk],
            first_seen_at=raw.first_seen_at,
            last_seen_at=raw.last_seen_at,
            created_at=raw.created_at,
            updated_at=raw.updated_at,
            closed_at=raw.closed_at,
            content_changed_at=raw.content_changed_at,
            **stamps,
        )
    return found


def said_by(raw: RawPosting, rows: Mapping[UUID, Vacancy]) -> Content:
    """What a posting says: stored beside it, or in the row of its vacancy where it is the only one."""
    return content.from_json(raw.content) if raw.content else content.of_row(rows[cast(UUID, raw.vacancy_id)])


def joined_by(posting_ids: Collection[UUID]) -> dict[UUID, Joined]:
    """What the decisions that stand say of these postings: one query. A posting without any has an empty one."""
    found: dict[UUID, Joined] = defaultdict(Joined)
    decisions = MergeDecision.objects.filter(posting_id__in=posting_ids, state=MergeDecision.State.APPLIED)
    for posting_id, kind, at, into, now_in in decisions.values_list(
        "posting_id", "kind", "decided_at", "vacancy_id", "posting__vacancy_id"
    ):
        found[posting_id].kinds.add(kind)
        if into == now_in:
            found[posting_id].at = at
    return found


def agencies_among(company_keys: Iterable[str]) -> set[str]:
    """The keys of companies that hire for others."""
    return set(
        Company.objects.filter(key__in=set(company_keys), kind=Company.Kind.AGENCY).values_list(
            "key", flat=True
        )
    )


def company_ids(rows: Iterable[Row]) -> dict[str, UUID]:
    """The companies of these rows by key, made where they are new."""
    wanted: dict[str, tuple[str, str]] = {}
    for row in rows:
        name = row["company_name"] or "Unnamed employer"
        wanted.setdefault(row["company_key"], (name, row["company_logo_url"]))
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


def write_rows(rows: Mapping[UUID, Row], created_at: Mapping[UUID, datetime]) -> None:
    """Insert or update vacancies as derived; `created_at` counts for those that are new."""
    if not rows:
        return
    companies = company_ids(rows.values())
    values = [
        {**row, "id": vacancy_id, "created_at": created_at.get(vacancy_id, row["first_seen_at"])}
        | {name: Jsonb(row[name]) for name in _IN_JSON}
        | {"company_id": companies[row["company_key"]]}
        for vacancy_id, row in rows.items()
    ]
    names = [name for name in values[0] if name != "company_key"]
    upsert(
        Vacancy,
        names,
        ([each[name] for name in names] for each in values),
        conflict=["id"],
        update=[name for name in names if name not in _KEPT],
    )
    follow(rows)


def follow(vacancy_ids: Collection[UUID]) -> None:
    """What was merged into these opens and closes with them, for who holds on to it; their content stays theirs."""
    absorbed = Vacancy.objects.filter(merged_into__in=vacancy_ids)
    ids = list(absorbed.values_list("pk", flat=True))
    if not ids:
        return
    target = Vacancy.objects.filter(pk=OuterRef("merged_into"))
    absorbed.update(
        status=Subquery(target.values("status")[:1]), closed_at=Subquery(target.values("closed_at")[:1])
    )
    follow(ids)


def rederive(held: Mapping[UUID, Mapping[UUID, Held]]) -> dict[UUID, Row]:
    """Write the rows of locked vacancies anew from what they hold; answers the rows. One that holds nothing stays."""
    rows = {vacancy_id: derive(list(postings.values())) for vacancy_id, postings in held.items() if postings}
    write_rows(rows, {pk: min(each.created_at for each in held[pk].values()) for pk in rows})
    return rows


def store_contents(held: Mapping[UUID, Mapping[UUID, Held]], *, alone: bool | None = None) -> None:
    """Keep beside each posting what it says where its vacancy has several; where it is alone, its vacancy's row does.

    `alone` says which, where more postings are about to be written.
    """
    for postings in held.values():
        is_alone = len(postings) == 1 if alone is None else alone
        for posting in postings.values():
            kept = None if is_alone else content.to_json(posting.content)
            RawPosting.objects.filter(pk=posting.id).update(content=kept)
