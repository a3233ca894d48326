"""Erasing an account or a workspace for good: in batches, so that a worker that is killed loses one at most.

The rows of every app go in the order of `core.holdings`, then those that came in meanwhile, and in the same
transaction the account or workspace itself. As system: the rows of one person lie in many workspaces.
"""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from apps.accounts import deletion_notices as notices
from apps.accounts.jobs import ERASE_USER, ERASE_WORKSPACE
from apps.accounts.models import Membership, Role, User, Workspace
from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic, wait_for_turn
from apps.core.holdings import Person, Scope, erase_batch, erasing_order, forget_names
from apps.events.services import publish
from apps.jobs.models import OVER, GlobalTask
from apps.jobs.running import LeaseLost, Running
from apps.jobs.services import enqueue_global

MOST_AT_ONCE = 100


def enqueue_due() -> int:
    """A task for every account and workspace whose grace is over and that has none; answers how many."""
    now = timezone.now()
    with atomic():
        # Two of us at once would give one account two workers.
        wait_for_turn("accounts.erase_due")
        busy = _under_way()
        due = [
            (kind, name, pk)
            for model, kind, name in (
                (User, ERASE_USER, "user_id"),
                (Workspace, ERASE_WORKSPACE, "workspace_id"),
            )
            for pk in model._default_manager.filter(deletion_due_at__lte=now)
            .exclude(pk__in=busy)
            .order_by("deletion_due_at")
            .values_list("pk", flat=True)[:MOST_AT_ONCE]
        ]
        for kind, name, pk in due:
            enqueue_global(kind=kind, arguments={name: str(pk)})
    return len(due)


def _under_way() -> set[str]:
    """Accounts and workspaces that an unfinished task speaks of."""
    found: set[str] = set()
    open_tasks = GlobalTask.objects.filter(kind__in=[ERASE_USER, ERASE_WORKSPACE]).exclude(status__in=OVER)
    for arguments in open_tasks.values_list("arguments", flat=True):
        found.update(str(arguments[name]) for name in ("user_id", "workspace_id") if name in arguments)
        found.update(arguments.get("workspaces", ()))
    return found


def erase_user(running: Running) -> None:
    """The work of `accounts.erase_user`. An account that was kept after all stays as it is."""
    person = _close_account(running, UUID(running.arguments["user_id"]))
    if person is None:
        with atomic():
            running.finish({"erased": False})
        return
    for workspace_id in running.arguments["workspaces"]:
        _erase_rows(running, Scope(workspace_id=UUID(workspace_id)))
        with atomic():
            _erase_workspace(UUID(workspace_id))
    scope = Scope(person=person)
    _erase_rows(running, scope)
    notices.tell_of_erased_account(person.email)
    with atomic():
        user = User.objects.select_for_update(of=("self",)).filter(pk=person.id).first()
        if user is not None:
            _sweep(scope)
            user.delete()
            forget_names([person.id])
            publish("user.erased", workspace_id=NO_WORKSPACE, subject_type="user", subject_id=person.id)
        running.finish({"erased": True})


def erase_workspace(running: Running) -> None:
    """The work of `accounts.erase_workspace`. A workspace that was kept after all stays as it is."""
    workspace = _remember_owners(running)
    if workspace is None:
        with atomic():
            running.finish({"erased": False})
        return
    _erase_rows(running, Scope(workspace_id=workspace.pk))
    owners = User.objects.filter(pk__in=running.arguments["owners"]).values_list("email", flat=True)
    notices.tell_of_erased_workspace(list(owners), workspace.name)
    with atomic():
        _erase_workspace(workspace.pk)
        running.finish({"erased": True})


def _close_account(running: Running, user_id: UUID) -> Person | None:
    """Nobody gets in from here on; which workspaces go along is written down. None where the deletion was taken back."""
    with atomic():
        user = User.objects.select_for_update(of=("self",)).filter(pk=user_id).first()
        now = timezone.now()
        if user is None or user.deletion_due_at is None or user.deletion_due_at > now:
            return None
        user.is_active = False
        user.save(update_fields=["is_active", "updated_at"])
        alone = [workspace for workspace in _workspaces_of(user) if not _leave_to_others(workspace, user)]
        for workspace in alone:
            # Due by itself, too: whatever becomes of this task, beat finds it.
            workspace.deletion_due_at = now
            workspace.save(update_fields=["deletion_due_at", "updated_at"])
        known = running.arguments.get("workspaces", [])
        _note(running, workspaces=sorted({*known, *(str(workspace.pk) for workspace in alone)}))
        return Person(id=user.pk, email=user.email)


def _workspaces_of(user: User) -> list[Workspace]:
    mine = Membership.objects.filter(user=user).values("workspace_id")
    return list(Workspace.objects.select_for_update(no_key=True).filter(pk__in=mine).order_by("pk"))


def _leave_to_others(workspace: Workspace, user: User) -> bool:
    """Whether somebody stays. Nobody's leave is held up by who is left: the longest-standing of the highest role
    becomes the owner where there is no other."""
    others = list(Membership.objects.filter(workspace=workspace).exclude(user=user).order_by("created_at"))
    if others and not any(member.role == Role.OWNER for member in others):
        heir = min(others, key=lambda member: Role.values.index(member.role))
        heir.role = Role.OWNER
        heir.save(update_fields=["role", "updated_at"])
        publish(
            "member.role_changed",
            workspace_id=workspace.pk,
            subject_type="member",
            subject_id=heir.pk,
            changed=["role"],
            payload={"user_id": str(heir.user_id)},
        )
    return bool(others)


def _remember_owners(running: Running) -> Workspace | None:
    """Who is told at the end, for their memberships go first. None where the deletion was taken back."""
    with atomic():
        rows = Workspace.objects.select_for_update(no_key=True, of=("self",))
        workspace = rows.filter(
            pk=running.arguments["workspace_id"], deletion_due_at__lte=timezone.now()
        ).first()
        if workspace is not None and "owners" not in running.arguments:
            owners = Membership.objects.filter(workspace=workspace, role=Role.OWNER)
            _note(running, owners=[str(pk) for pk in owners.values_list("user_id", flat=True)])
        return workspace


def _note(running: Running, **arguments: list[str]) -> None:
    """Keep in the task's row what a later attempt can no longer find out. Ids only."""
    running.arguments = {**running.arguments, **arguments}
    mine = GlobalTask.objects.filter(pk=running.task.pk, lease=running.lease)
    if not mine.update(arguments=running.arguments):
        raise LeaseLost()


def _erase_rows(running: Running, scope: Scope) -> None:
    done = 0
    for holding in erasing_order():
        while erased := erase_batch(holding, scope):
            done += erased
            running.progress(done, message="rows erased")


def _sweep(scope: Scope) -> None:
    """What came in while the rest was erased: nothing more can, for the row it would belong to is locked."""
    for holding in erasing_order():
        while erase_batch(holding, scope):
            pass


def _erase_workspace(workspace_id: UUID) -> None:
    workspace = Workspace.objects.select_for_update(of=("self",)).filter(pk=workspace_id).first()
    if workspace is None:
        return
    _sweep(Scope(workspace_id=workspace_id))
    workspace.delete()
    forget_names([workspace_id])
    publish("workspace.erased", workspace_id=NO_WORKSPACE, subject_type="workspace", subject_id=workspace_id)
