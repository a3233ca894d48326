"""Reading a workspace's own board, as a task of the workspace."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.errors import NotFound
from apps.jobs.running import Running
from apps.vacancies.boards.connections import credentials_of, keeper_of
from apps.vacancies.ingest import surviving
from apps.vacancies.ingest.engine import crawl
from apps.vacancies.ingest.own_target import OwnTarget
from apps.vacancies.marketplace.accounts import REFUSED, note
from apps.vacancies.marketplace.upwork import is_token_refused
from apps.vacancies.models import OwnSource, OwnSourceRun
from apps.vacancies.models.sources import RunOutcome


def work(running: Running) -> None:
    """The background kind. Its result is the summary of the run. Where PostgreSQL goes away for a moment the run goes on
    behind its checkpoint."""
    surviving.work(running, lambda: _read(running))


def _read(running: Running) -> None:
    with running.acting() as caller:
        run = _opened(UUID(running.arguments["source_id"]), running.task.pk, caller)
    connection_id, keeper = run.source.connection_id, keeper_of(run.source, caller)
    with acting(keeper):
        credentials = credentials_of(connection_id)
    if run.finished_at is not None:
        return
    target = OwnTarget(run, credentials=credentials, caller=caller)
    ended = crawl(target, lambda done, line: running.progress(done, message=line), running.finish)
    if connection_id and target.fault and is_token_refused(target.fault):
        note(connection_id, keeper, REFUSED)
    elif connection_id and ended.outcome in (RunOutcome.COMPLETE, RunOutcome.UNCHANGED):
        note(connection_id, keeper)


def _opened(source_id: UUID, task_id: UUID, caller: Caller) -> OwnSourceRun:
    """The run of this task, begun now or before a crash. Raises NotFound."""
    board = OwnSource.objects.filter(pk=source_id, workspace_id=caller.workspace_id).first()
    if board is None:
        raise NotFound("This board is no longer there.")
    run, _ = OwnSourceRun.objects.get_or_create(
        task_id=task_id, defaults={"source": board, "workspace_id": caller.workspace_id}
    )
    run.source = board
    return run
