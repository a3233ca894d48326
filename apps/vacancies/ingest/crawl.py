"""An order for a run over a board of the catalogue, and the row of the run. See `engine.py` for the run itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic
from apps.events.services import publish
from apps.vacancies.ingest import engine
from apps.vacancies.ingest.catalogue_target import CatalogueTarget
from apps.vacancies.ingest.engine import Finish, Progress
from apps.vacancies.models import Source, SourceRun
from apps.vacancies.sources.registry import adapter_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to read. `origin` is a file or URL with a recorded answer; "" reads the board itself."""

    kind: str
    board: str
    origin: str = ""
    base_url: str = ""
    company_name: str = ""

    def as_arguments(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.__slots__}


def open_run(order: Order, task_id: UUID | None) -> SourceRun:
    """The run of this task, begun now or before a crash."""
    with atomic():
        board, is_new = Source.objects.get_or_create(
            kind=order.kind,
            board=order.board,
            defaults={"company_name": order.company_name, "base_url": order.base_url},
        )
        given = {name: getattr(order, name) for name in ("company_name", "base_url") if getattr(order, name)}
        changed = [name for name, value in given.items() if getattr(board, name) != value]
        if changed:
            # What was read elsewhere says nothing of what is there now.
            Source.objects.filter(pk=board.pk).update(**given, etag="", last_modified="")
            board.refresh_from_db()
        adapter_for(board.kind, board.spec)
        if is_new or changed:
            tell_of_board("source.created" if is_new else "source.changed", board, changed)
        if task_id is None:
            run = SourceRun.objects.create(source=board)
        else:
            run, _ = SourceRun.objects.get_or_create(task_id=task_id, defaults={"source": board})
        run.source = board
        return run


def tell_of_board(event: str, board: Source, changed: list[str]) -> None:
    """Publish that a board was made or changed."""
    publish(
        event,
        workspace_id=NO_WORKSPACE,
        subject_type="source",
        subject_id=board.pk,
        changed=changed,
        payload={"kind": board.kind, "board": board.board},
    )


def crawl(order: Order, run: SourceRun, progress: Progress, finish: Finish) -> SourceRun:
    """Read a board into the catalogue: see `engine.crawl`."""
    ended = engine.crawl(CatalogueTarget(run), progress, finish, origin=order.origin)
    assert isinstance(ended, SourceRun)
    return ended
