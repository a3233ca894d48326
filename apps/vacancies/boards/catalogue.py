"""The catalogue's boards, changed by staff. The application role only reads them: each change is one as the system,
in a transaction of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE, Caller
from apps.core.db import as_system, atomic
from apps.core.errors import Conflict, InUse, NotFound, PermissionRefused
from apps.events.services import publish
from apps.jobs.models import OVER, GlobalTask
from apps.jobs.services import enqueue_global
from apps.vacancies.boards import saying, services
from apps.vacancies.boards.kinds import board_kind
from apps.vacancies.boards.naming import named, refused
from apps.vacancies.jobs import INGEST, RENORMALISE
from apps.vacancies.models import Source
from apps.vacancies.sources.capabilities import KeyedSource


def _staff_only(caller: Caller) -> None:
    if not caller.is_staff:
        raise PermissionRefused(
            "The catalogue's boards are for staff; leave `origin` out to add one of your own."
        )


def _has_keys(source: KeyedSource) -> bool:
    held = settings.SOURCE_CREDENTIALS.get(source.kind, {})
    return all(held.get(name) for name in source.credential_names)


def create_board(
    *,
    caller: Caller,
    kind: str = "",
    board: str = "",
    url: str = "",
    spec: dict[str, Any] | None = None,
    **said: Any,
) -> Source:
    """A board of the catalogue. One of a kind that is off by default waits to be asked for.

    Raises PermissionRefused (not staff), ValidationFailed, Conflict.
    """
    _staff_only(caller)
    if said.pop("connection_id", None) is not None:
        raise refused("connection_id", "A key is a member's own: the catalogue is read without one.")
    found = named(kind=kind, board=board, url=url, spec=spec)
    if isinstance(found.adapter, KeyedSource) and not _has_keys(found.adapter):
        raise refused("kind", f"{found.kind.name} is read with a member's own key, as a board of theirs.")
    saying.check(said, terms=found.kind.terms, caller=caller)
    row = Source(**services.columns_of(found, spec, said))
    if not found.kind.terms.default_on:
        row.next_run_at = None
    with as_system(), atomic():
        services.written(row)
        tell("source.created", row, caller.user_id)
    return row


def locked(board_id: UUID) -> Source:
    """Within the system's transaction. Raises NotFound."""
    row = Source.objects.select_for_update().filter(pk=board_id).first()
    if row is None:
        raise NotFound()
    return row


def update_board(*, board_id: UUID, changes: dict[str, Any], caller: Caller) -> Source:
    """Change a board, but not which one it is. Raises as `create_board`, NotFound."""
    _staff_only(caller)
    if changes.pop("connection_id", None) is not None:
        raise refused("connection_id", "A key is a member's own: the catalogue is read without one.")
    with as_system(), atomic():
        row = locked(board_id)
        saying.check(changes, terms=board_kind(row.kind).terms, caller=caller)
        changed = saying.apply(row, changes)
        if not changed:
            return row
        if row.is_enabled and "is_enabled" in changed:
            row.next_run_at = timezone.now()
        row.save()
        tell("source.changed", row, caller.user_id, changed)
    return row


def delete_board(*, board_id: UUID, caller: Caller) -> None:
    """Forget a board that has brought nothing, with its runs. Raises NotFound, InUse (it has postings: nothing would
    ever close their vacancies)."""
    _staff_only(caller)
    with as_system(), atomic():
        row = locked(board_id)
        if row.postings.exists():
            raise InUse("It has brought postings; switch it off instead: `is_enabled`.")
        tell("source.deleted", row, caller.user_id)
        row.delete()


def run_board(*, board_id: UUID, caller: Caller) -> GlobalTask:
    """Read a board now. Raises NotFound, Conflict (it is being read, or left alone)."""
    _staff_only(caller)
    with as_system(), atomic():
        return ask_run(locked(board_id), actor_id=caller.user_id)


def ask_run(row: Source, *, actor_id: UUID | None) -> GlobalTask:
    """The same of a locked row, as the system. Raises Conflict."""
    services.refuse_while_cooling(row)
    if is_under_way(row):
        raise Conflict("This board is being read already.")
    task = start(row)
    tell("source.run_asked", row, actor_id, task_id=task.pk)
    return task


def start(row: Source) -> GlobalTask:
    """A task that reads a locked board, and when it is due again: in one transaction."""
    row.next_run_at = services.next_run_at(row)
    Source.objects.filter(pk=row.pk).update(next_run_at=row.next_run_at)
    return enqueue_global(kind=INGEST, arguments={"kind": row.kind, "board": row.board})


def is_under_way(row: Source) -> bool:
    open_tasks = GlobalTask.objects.filter(kind=INGEST).exclude(status__in=OVER)
    return open_tasks.filter(arguments__kind=row.kind, arguments__board=row.board).exists()


def clear_alarm(row: Source, *, actor_id: UUID | None) -> None:
    """Somebody has looked: what a locked board says is believed again, its fall too, and it is due at once."""
    if not row.alarm and not row.failures and not row.cooldown_until:
        return
    if row.alarm:
        # The alarm is raised by what stood open before: nothing did, as far as the next crawl is concerned.
        row.open_postings = 0
    row.alarm, row.alarmed_at, row.failures, row.cooldown_until = "", None, 0, None
    row.next_run_at = timezone.now() if row.is_enabled else row.next_run_at
    row.save()
    tell("source.alarm_cleared", row, actor_id, ["alarm", "failures", "cooldown_until"])


def switch(row: Source, *, is_enabled: bool, actor_id: UUID | None) -> None:
    """Read a locked board from now on, or no more."""
    if row.is_enabled == is_enabled:
        return
    row.is_enabled = is_enabled
    row.next_run_at = timezone.now() if is_enabled else row.next_run_at
    row.save()
    tell("source.changed", row, actor_id, ["is_enabled"])


def ask_again(row: Source, *, actor_id: UUID | None) -> GlobalTask:
    """A task that reads again what a locked board has sent, without a fetch: for a reader that has learnt something."""
    # Reading again is the work of crawls, of which nobody else here has a need.
    from apps.vacancies.ingest.renormalise import Scope

    scope = Scope(kind=row.kind, board=row.board, everything=True)
    task = enqueue_global(kind=RENORMALISE, arguments=scope.as_arguments())
    tell("source.rereading_asked", row, actor_id, task_id=task.pk)
    return task


def tell(
    event: str,
    row: Source,
    actor_id: UUID | None,
    changed: list[str] | None = None,
    task_id: UUID | None = None,
) -> None:
    said = {"source_id": str(row.pk), "kind": row.kind, "board": row.board}
    publish(
        event,
        workspace_id=NO_WORKSPACE,
        actor_id=actor_id,
        subject_type="source",
        subject_id=row.pk,
        changed=changed or [],
        payload={**said, "task_id": str(task_id)} if task_id else said,
    )
