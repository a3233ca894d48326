"""A workspace's own boards: what brings its own vacancies, seen by nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage.stocks import require_room
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict
from apps.events.services import publish
from apps.jobs.models import OVER, Task
from apps.jobs.services import enqueue
from apps.vacancies.boards import saying
from apps.vacancies.boards.connections import connection_for
from apps.vacancies.boards.kinds import board_kind
from apps.vacancies.boards.naming import Named, named, refused
from apps.vacancies.jobs import READ_OWN_BOARD
from apps.vacancies.models import OwnSource
from apps.vacancies.models.sources import AbstractSource
from apps.vacancies.sources.capabilities import KeyedSource
from apps.vacancies.sources.registry import adapter_for


def create_board(
    *,
    caller: Caller,
    kind: str = "",
    board: str = "",
    url: str = "",
    spec: dict[str, Any] | None = None,
    connection_id: UUID | None = None,
    **said: Any,
) -> OwnSource:
    """A board that fills the workspace's own vacancies; it is read within a minute, then as its terms allow.

    Raises ValidationFailed, PermissionRefused, PlanLimitReached, Conflict (it is there already).
    """
    found = named(kind=kind, board=board, url=url, spec=spec)
    saying.check(said, terms=found.kind.terms, caller=caller)
    connection = connection_for(
        found.kind, connection_id, needs_key=isinstance(found.adapter, KeyedSource), caller=caller
    )
    row = OwnSource(
        workspace_id=caller.workspace_id,
        created_by_id=caller.user_id,
        connection=connection,
        **columns_of(found, spec, said),
    )
    with atomic():
        require_room(caller=caller, meter=Meter.SOURCES)
        written(row)
        tell("own_source.created", row, caller)
    return row


def columns_of(found: Named, spec: dict[str, Any] | None, said: dict[str, Any]) -> dict[str, Any]:
    """The columns of a new board, due at once."""
    return {
        "kind": found.kind.kind,
        "board": found.board,
        "spec": spec,
        "company_name": said.get("company_name", ""),
        "base_url": said.get("base_url", ""),
        "is_enabled": said.get("is_enabled", True),
        "interval_seconds": said.get("interval_seconds"),
        "next_run_at": timezone.now(),
    }


def update_board(*, row: OwnSource, changes: dict[str, Any], caller: Caller) -> OwnSource:
    """Change a locked board. Which board it is stays. Raises as `create_board`."""
    kind = board_kind(row.kind)
    saying.check(changes, terms=kind.terms, caller=caller)
    changed = saying.apply(row, changes)
    given = {"connection_id"} & changes.keys()
    connection_id = changes["connection_id"] if given else row.connection_id
    if given and connection_id != row.connection_id:
        changed.append("connection_id")
    if not changed:
        return row
    if {"connection_id", "spec", "base_url"} & set(changed):
        # Where a key is sent is said by whose key it is, and by nobody else.
        _refuse_another_s_key(row, connection_id, caller)
        needs_key = isinstance(adapter_for(row.kind, row.spec), KeyedSource)
        row.connection = connection_for(kind, connection_id, needs_key=needs_key, caller=caller)
        if row.connection is not None:
            row.created_by_id = caller.user_id
    with atomic():
        if row.is_enabled and "is_enabled" in changed:
            row.next_run_at = timezone.now()
        row.save()
        tell("own_source.changed", row, caller, changed)
    return row


def _refuse_another_s_key(row: OwnSource, connection_id: UUID | None, caller: Caller) -> None:
    is_kept = connection_id is not None and connection_id == row.connection_id
    if is_kept and row.created_by_id != caller.user_id:
        raise refused("connection_id", "Its key is somebody else's: name a connection of your own.")


def delete_board(*, row: OwnSource, caller: Caller) -> None:
    """Read it no more. Its vacancies stay the workspace's own, as they were last seen."""
    with atomic():
        tell("own_source.deleted", row, caller)
        row.delete()


def run_board(*, row: OwnSource, caller: Caller) -> Task:
    """Read a locked board now. Raises Conflict while it is read, or left alone for having failed."""
    with atomic():
        refuse_while_cooling(row)
        if is_under_way(row):
            raise Conflict("This board is being read already.")
        task = start(row, caller)
        tell("own_source.run_asked", row, caller, task_id=task.pk)
    return task


def start(row: OwnSource, caller: Caller) -> Task:
    """A task that reads the board for `caller`, and when it is due again: in one transaction."""
    row.next_run_at = next_run_at(row)
    OwnSource.objects.filter(pk=row.pk).update(next_run_at=row.next_run_at)
    return enqueue(kind=READ_OWN_BOARD, caller=caller, arguments={"source_id": str(row.pk)})


def next_run_at(row: AbstractSource) -> datetime:
    """An interval from now, and up to a tenth of it more, by the id: boards added at once are not due at once."""
    seconds = saying.interval_of(row, board_kind(row.kind).terms)
    return timezone.now() + timedelta(seconds=seconds + row.pk.int % max(1, seconds // 10))


def is_under_way(row: OwnSource) -> bool:
    open_tasks = Task.objects.filter(workspace_id=row.workspace_id, kind=READ_OWN_BOARD).exclude(
        status__in=OVER
    )
    return open_tasks.filter(arguments__source_id=str(row.pk)).exists()


def refuse_while_cooling(row: AbstractSource) -> None:
    until = row.cooldown_until
    if until and until > timezone.now():
        raise Conflict(f"This board failed too often; it is left alone until {until:%Y-%m-%dT%H:%M:%SZ}.")


def written(row: AbstractSource) -> None:
    """Insert a board. Raises Conflict where it is there already."""
    try:
        with atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise Conflict(f"The board {row.board!r} of {row.kind} is there already.") from fault


def tell(
    event: str, row: OwnSource, caller: Caller, changed: list[str] | None = None, task_id: UUID | None = None
) -> None:
    said = {"source_id": str(row.pk), "kind": row.kind, "board": row.board}
    publish(
        event,
        workspace_id=row.workspace_id,
        actor_id=caller.user_id,
        subject_type="own_source",
        subject_id=row.pk,
        changed=changed or [],
        payload={**said, "task_id": str(task_id)} if task_id else said,
    )
