"""One batch of a workspace's own board into its own vacancies, with their history: a constant number of queries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.utils import timezone

from apps.core.caller import Caller
from apps.core.errors import AppError
from apps.core.models import uuid7
from apps.events.services import NewEvent, publish_all
from apps.vacancies import columns, history, identity
from apps.vacancies.ingest.target import Counts, Item, Received, Run
from apps.vacancies.marketplace import clients
from apps.vacancies.models import Company, MarketplaceClient, OwnVacancy, OwnVacancyChange, VacancyMark
from apps.vacancies.models.posting import VacancyStatus
from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.posting import Posting
from apps.vacancies.saved_searches import arrivals
from apps.vacancies.sources.base import Board, PostingRefused, Source

Kind = OwnVacancyChange.Kind
# A shape that no recorded answer had: this posting is refused, its kind of fault is shown.
UNFORESEEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError)


@dataclass(slots=True)
class _Read:
    """A posting that was read, and the row it is kept in."""

    received: Received
    hash: str
    posting: Posting
    confidence: float
    row: OwnVacancy | None


class Batch:
    """Writes within the caller's transaction. What this run has written already is passed over."""

    def __init__(self, run: Run, adapter: Source, board: Board, caller: Caller) -> None:
        self.run, self.adapter, self.board, self.caller = run, adapter, board, caller
        self.now = timezone.now()
        self.counts = Counts()

    def write(self, received: Sequence[Received]) -> Counts:
        """Every item of it, each id once."""
        known = self._known([each.source_id[:200] for each in received])
        same: list[OwnVacancy] = []
        read: list[_Read] = []
        for each in received:
            row = known.get(each.source_id[:200])
            if row is not None and row.last_seen_at >= self.run.started_at:
                continue
            self.counts.seen += 1
            self._sort(each, row, same, read)
        self.counts.unchanged = len(same)
        self._touch(same)
        self._keep(read)
        return self.counts

    def _known(self, names: Sequence[str]) -> dict[str, OwnVacancy]:
        rows = OwnVacancy.objects.filter(
            workspace_id=self.caller.workspace_id, own_source_id=self.run.source_id, source_id__in=names
        )
        return {
            row.source_id: row for row in rows.select_for_update(of=("self",)).defer("search").order_by("pk")
        }

    def _sort(
        self, each: Received, row: OwnVacancy | None, same: list[OwnVacancy], read: list[_Read]
    ) -> None:
        """Whether there is anything new in an item, and what. What can't be read is not gone."""
        payload_hash = _hash(each.item, self.adapter.adapter_version)
        stands = row is not None and row.status == VacancyStatus.OPEN
        if row is not None and stands and (each.is_known or row.payload_hash == payload_hash):
            same.append(row)
            return
        try:
            draft = self.adapter.parse(each.item, self.board)
            posting = normalise(draft)
        except AppError as fault:
            self.counts.refuse(
                each.source_id, fault.reason if isinstance(fault, PostingRefused) else fault.detail
            )
        except UNFORESEEN as fault:
            self.counts.refuse(each.source_id, f"unforeseen shape ({type(fault).__name__})")
        else:
            read.append(_Read(each, payload_hash, posting, draft.confidence, row))
            return
        if row is not None:
            OwnVacancy.objects.filter(pk=row.pk).update(last_seen_at=self.now, missed=0)

    def _touch(self, rows: Iterable[OwnVacancy]) -> None:
        OwnVacancy.objects.filter(pk__in=[row.pk for row in rows]).update(last_seen_at=self.now, missed=0)

    def _keep(self, read: Sequence[_Read]) -> None:
        if not read:
            return
        keys = {each.posting.company_key for each in read if each.posting.company_key}
        companies = {company.key: company for company in Company.objects.filter(key__in=keys)}
        met = clients.remember(self.caller.workspace_id, [each.posting.client for each in read])
        new: list[OwnVacancy] = []
        changed: list[OwnVacancy] = []
        changes: list[OwnVacancyChange] = []
        for each in read:
            values = self._values(each, companies, met)
            if each.row is None:
                new.append(self._new(each, values))
                continue
            changes += self._changes(each.row, values)
            for name, value in values.items():
                setattr(each.row, name, value)
            changed.append(each.row)
        names = sorted(
            {name for each in read for name in self._values(each, companies, met)} | {"updated_at"}
        )
        OwnVacancy.objects.bulk_create(new)
        OwnVacancy.objects.bulk_update(changed, names)
        OwnVacancyChange.objects.bulk_create(changes)
        arrivals.note_own(
            self.caller.workspace_id, [row.pk for row in new] + [change.own_vacancy_id for change in changes]
        )
        self.counts.created, self.counts.changed = len(new), len(changed)
        tell(changes, self.caller)

    def _values(
        self, each: _Read, companies: dict[str, Company], met: dict[str, MarketplaceClient]
    ) -> dict[str, Any]:
        """The columns of a row that this answer decides."""
        posting, found = each.posting, columns.of_posting(each.posting)
        first_seen = each.row.first_seen_at if each.row else self.now
        return {
            **found,
            **clients.columns_of(posting.client, met),
            "company_id": companies[posting.company_key].pk if posting.company_key in companies else None,
            "canonical_url": identity.canonical_url(posting.url)[:2000],
            "payload_hash": each.hash,
            "list_hash": each.received.list_hash,
            "field_sources": dict(posting.field_sources),
            "confidence": each.confidence,
            "missed": 0,
            "last_seen_at": self.now,
            "listed_at": posting.posted_at or first_seen,
            "status": VacancyStatus.OPEN,
            "closed_at": None,
            "updated_at": self.now,
        }

    def _new(self, each: _Read, values: dict[str, Any]) -> OwnVacancy:
        return OwnVacancy(
            id=uuid7(),
            workspace_id=self.caller.workspace_id,
            own_source_id=self.run.source_id,
            created_by_id=self.caller.user_id,
            source=self.adapter.kind,
            source_id=each.received.source_id[:200],
            first_seen_at=self.now,
            **values,
        )

    def _changes(self, row: OwnVacancy, values: dict[str, Any]) -> list[OwnVacancyChange]:
        """What the history says of a row that is about to be these values."""
        before = {name: getattr(row, name) for name in history.COLUMNS}
        fields = history.diff(before, values)
        found = [self._change(row, Kind.REOPENED, {})] if row.status == VacancyStatus.CLOSED else []
        return [*found, self._change(row, Kind.CHANGED, fields)] if fields else found

    def _change(self, row: OwnVacancy, kind: str, fields: history.Changes) -> OwnVacancyChange:
        return OwnVacancyChange(
            workspace_id=row.workspace_id, own_vacancy=row, kind=kind, at=self.now, fields=fields
        )


def close(rows: Sequence[OwnVacancy], now: datetime, caller: Caller) -> None:
    """Rows that two complete crawls did not list."""
    reason = "the board no longer lists it"
    OwnVacancy.objects.filter(pk__in=[row.pk for row in rows]).update(
        status=VacancyStatus.CLOSED, closed_at=now, updated_at=now
    )
    changes = [
        OwnVacancyChange(
            workspace_id=row.workspace_id, own_vacancy=row, kind=Kind.CLOSED, at=now, reason=reason
        )
        for row in rows
    ]
    OwnVacancyChange.objects.bulk_create(changes)
    tell(changes, caller)


def tell(changes: Sequence[OwnVacancyChange], caller: Caller) -> None:
    """An event for each that the workspace saved or applied to; of all others the run's event has the counts."""
    wanted = {change.own_vacancy_id for change in changes}
    marked = set(
        VacancyMark.objects.filter(workspace_id=caller.workspace_id, own_vacancy_id__in=wanted)
        .exclude(saved_at=None, applied_at=None)
        .values_list("own_vacancy_id", flat=True)
    )
    publish_all(
        NewEvent(
            type=f"vacancy.{change.kind}",
            workspace_id=caller.workspace_id,
            subject_type="vacancy",
            subject_id=change.own_vacancy_id,
            changed=change.fields,
            payload={"vacancy_id": str(change.own_vacancy_id)},
        )
        for change in changes
        if change.own_vacancy_id in marked
    )


def _hash(item: Item, adapter_version: int) -> str:
    """Of an item as this version of its reader sees it: another version reads it anew."""
    payload = orjson.dumps(item, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS, default=str)
    return hashlib.sha256(b"%d:" % adapter_version + payload).hexdigest()
