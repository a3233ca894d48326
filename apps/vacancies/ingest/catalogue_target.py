"""The catalogue as what a crawl writes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic, current_alias
from apps.core.errors import AppError
from apps.vacancies.ingest import batch, closing
from apps.vacancies.ingest.target import Counts, Prepared, Received, Run
from apps.vacancies.models import RawPosting, SourceRun
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.capabilities import DetailedSource
from apps.vacancies.sources.registry import adapter_for

# Both tables in one statement, so that no crash leaves a posting seen and its vacancy not.
_TOUCH = """
WITH seen AS (
    UPDATE vacancies_rawposting SET last_seen_at = %(now)s, missed = 0
    WHERE source_id = %(source)s AND closed_at IS NULL RETURNING vacancy_id
), alive AS (
    UPDATE vacancies_vacancy SET last_seen_at = %(now)s WHERE id IN (SELECT vacancy_id FROM seen)
)
SELECT count(*) FROM seen
"""


class CatalogueTarget:
    """See `Target`. Used as system, which alone may write the catalogue."""

    noun = "source"
    workspace_id: UUID = NO_WORKSPACE
    turn: Callable[[float], None] | None = None
    fault: AppError | None = None

    def __init__(self, run: SourceRun) -> None:
        board = run.source
        self.run: Run = run
        self.adapter = adapter_for(board.kind, board.spec)
        self.board = Board(slug=board.board, company_name=board.company_name)
        self.credentials: Mapping[str, str] = settings.SOURCE_CREDENTIALS.get(board.kind, {})

    def transaction(self) -> AbstractContextManager[object]:
        """See `Target`."""
        return atomic()

    def met(self) -> set[str]:
        """See `Target`."""
        return set(self._seen().values_list("source_posting_id", flat=True))

    def unseen(self, listed: Mapping[str, str]) -> set[str]:
        """See `Target`."""
        known = RawPosting.objects.filter(
            source_id=self.run.source_id, source_posting_id__in=listed.keys()
        ).values_list("source_posting_id", "list_hash")
        return set(listed) - {name for name, kept in known if kept and kept == listed[name]}

    def prepare(self, received: Sequence[Received]) -> batch.Readings:
        """See `Target`."""
        return batch.prepare(self._catalogued(), self.adapter, self.board, received)

    def write(self, received: Sequence[Received], prepared: Prepared | None = None) -> Counts:
        """See `Target`."""
        readings = prepared if isinstance(prepared, batch.Readings) else None
        return batch.write_batch(self._catalogued(), self.adapter, self.board, received, readings)

    def touch(self) -> int:
        """See `Target`."""
        with connections[current_alias()].cursor() as cursor:
            cursor.execute(_TOUCH, {"now": timezone.now(), "source": self.run.source_id})
            return int(cursor.fetchone()[0])

    def standing(self) -> tuple[int, int]:
        """See `Target`."""
        found = self._standing().aggregate(
            all=Count("pk"), listed=Count("pk", filter=Q(last_seen_at__gte=self.run.started_at))
        )
        return found["all"], found["listed"]

    def close_unlisted(self, now: datetime) -> int:
        """See `Target`."""
        return closing.close_unlisted(self._catalogued(), now)

    def is_settled(self) -> bool:
        """See `Target`."""
        owed = Q(missed__gt=0)
        if isinstance(self.adapter, DetailedSource):
            owed |= Q(list_hash="")
        return not self._standing().filter(owed).exists()

    def _catalogued(self) -> SourceRun:
        if not isinstance(self.run, SourceRun):
            raise TypeError("a run of a workspace's own board writes no catalogue")
        return self.run

    def _standing(self) -> QuerySet[RawPosting]:
        return RawPosting.objects.filter(source_id=self.run.source_id, closed_at=None)

    def _seen(self) -> QuerySet[RawPosting]:
        return RawPosting.objects.filter(source_id=self.run.source_id, last_seen_at__gte=self.run.started_at)
