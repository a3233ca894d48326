"""A workspace's own board as what a crawl writes to: its own vacancies, never the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.errors import AppError
from apps.vacancies.ingest import own_rows
from apps.vacancies.ingest.closing import MISSES
from apps.vacancies.ingest.target import Counts, Prepared, Received, Run
from apps.vacancies.marketplace.limits import turn_for
from apps.vacancies.models import OwnSourceRun, OwnVacancy
from apps.vacancies.models.posting import VacancyStatus
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.capabilities import DetailedSource
from apps.vacancies.sources.registry import adapter_for


class OwnTarget:
    """See `Target`. Every transaction acts for `caller`, of the board's workspace."""

    noun = "source"

    def __init__(self, run: OwnSourceRun, *, credentials: Mapping[str, str], caller: Caller) -> None:
        board = run.source
        self.run: Run = run
        self.caller = caller
        self.workspace_id: UUID = run.workspace_id
        self.adapter = adapter_for(board.kind, board.spec)
        self.board = Board(slug=board.board, company_name=board.company_name)
        self.credentials = credentials
        self.turn = turn_for(self.adapter, credentials)
        self.fault: AppError | None = None

    def transaction(self) -> AbstractContextManager[object]:
        """See `Target`."""
        return acting(self.caller)

    def met(self) -> set[str]:
        """See `Target`."""
        return set(
            self._rows().filter(last_seen_at__gte=self.run.started_at).values_list("source_id", flat=True)
        )

    def unseen(self, listed: Mapping[str, str]) -> set[str]:
        """See `Target`."""
        known = self._rows().filter(source_id__in=listed.keys()).values_list("source_id", "list_hash")
        return set(listed) - {name for name, kept in known if kept and kept == listed[name]}

    def prepare(self, received: Sequence[Received]) -> Prepared | None:
        """See `Target`. A workspace's own boards are small."""
        return None

    def write(self, received: Sequence[Received], prepared: Prepared | None = None) -> Counts:
        """See `Target`."""
        batch = own_rows.Batch(self.run, self.adapter, self.board, self.caller)
        return batch.write(received)

    def touch(self) -> int:
        """See `Target`."""
        return self._standing().update(last_seen_at=timezone.now(), missed=0)

    def standing(self) -> tuple[int, int]:
        """See `Target`."""
        found = self._standing().aggregate(
            all=Count("pk"), listed=Count("pk", filter=Q(last_seen_at__gte=self.run.started_at))
        )
        return found["all"], found["listed"]

    def close_unlisted(self, now: datetime) -> int:
        """See `Target`."""
        missing = self._standing().filter(last_seen_at__lt=self.run.started_at)
        missing.update(missed=F("missed") + 1)
        gone = list(
            missing.filter(missed__gte=MISSES).defer("search", "description_html", "description_text")
        )
        own_rows.close(gone, now, self.caller)
        return len(gone)

    def is_settled(self) -> bool:
        """See `Target`."""
        owed = Q(missed__gt=0)
        if isinstance(self.adapter, DetailedSource):
            owed |= Q(list_hash="")
        return not self._standing().filter(owed).exists()

    def _rows(self) -> QuerySet[OwnVacancy]:
        return OwnVacancy.objects.filter(workspace_id=self.workspace_id, own_source_id=self.run.source_id)

    def _standing(self) -> QuerySet[OwnVacancy]:
        return self._rows().filter(status=VacancyStatus.OPEN)
