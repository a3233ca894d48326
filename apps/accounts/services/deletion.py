"""Asking for an account or a workspace to be deleted, and taking that back. What erases them then: `erasing.py`."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from apps.accounts.models import Membership, Role, Session, User, Workspace
from apps.accounts.services.workspaces import lock_workspace
from apps.core.caller import Caller
from apps.core.db import atomic, on_commit, within
from apps.core.errors import Conflict, FieldError, PermissionRefused, ValidationFailed
from apps.core.queue import send
from apps.events.services import publish

# A sign-in of this age counts as proof that it is still the same person.
FRESH = timedelta(minutes=10)
UNDER_WAY = "It is being erased already; that can't be taken back."


def request_user_deletion(*, caller: Caller) -> User:
    """Delete the caller's account when the grace is over; asked before, nothing happens.

    Raises PermissionRefused for a sign-in that is not fresh, Conflict for the last owner of other people's workspace.
    """
    with atomic():
        _require_fresh_sign_in(caller)
        user = _lock_user(caller)
        if user.deletion_due_at is None:
            _begin(user, caller, grace=timedelta(days=settings.ERASURE_GRACE_DAYS))
        return user


def erase_user_now(*, password: str, caller: Caller) -> User:
    """Delete the caller's account without grace. An account that has no password proves itself by a fresh sign-in.

    Raises PermissionRefused for a wrong password, Conflict for the last owner of other people's workspace.
    """
    with atomic():
        user = _lock_user(caller)
        if not user.has_usable_password():
            _require_fresh_sign_in(caller)
        elif not user.check_password(password):
            raise PermissionRefused("The password is wrong.")
        if user.deletion_due_at is None or user.deletion_due_at > timezone.now():
            _begin(user, caller, grace=timedelta())
        return user


def keep_user(*, caller: Caller) -> User:
    """Take the deletion back within its grace; none asked for, nothing happens. Raises Conflict when it has begun."""
    with atomic():
        user = _lock_user(caller)
        if user.deletion_due_at is not None:
            _take_back(user)
            _tell("user.deletion_taken_back", user, caller)
        return user


def request_workspace_deletion(*, caller: Caller) -> Workspace:
    """Delete the caller's workspace when the grace is over; asked before, nothing happens. Raises Conflict for a
    personal one."""
    with atomic():
        workspace = _lock_team(caller)
        if workspace.deletion_due_at is None:
            _end(workspace, caller, grace=timedelta(days=settings.ERASURE_GRACE_DAYS))
        return workspace


def erase_workspace_now(*, name: str, caller: Caller) -> Workspace:
    """Delete the caller's workspace without grace. Raises ValidationFailed when `name` is not its name, Conflict for a
    personal one."""
    with atomic():
        workspace = _lock_team(caller)
        if name != workspace.name:
            detail = "Type the workspace's name as it stands."
            raise ValidationFailed(detail, errors=[FieldError("name", "mismatch", detail)])
        if workspace.deletion_due_at is None or workspace.deletion_due_at > timezone.now():
            _end(workspace, caller, grace=timedelta())
        return workspace


def restore_workspace(*, caller: Caller) -> Workspace:
    """Take the deletion back within its grace; none asked for, nothing happens. Raises Conflict when it has begun."""
    with atomic():
        workspace = lock_workspace(caller.workspace_id)
        if workspace.deletion_due_at is not None:
            _take_back(workspace)
            _tell("workspace.deletion_taken_back", workspace, caller)
        return workspace


def _lock_user(caller: Caller) -> User:
    return User.objects.select_for_update(no_key=True, of=("self",)).get(pk=caller.user_id)


def _lock_team(caller: Caller) -> Workspace:
    workspace = lock_workspace(caller.workspace_id)
    if workspace.kind == Workspace.Kind.PERSONAL:
        raise Conflict("A personal workspace goes with its account: delete that.")
    return workspace


def _require_fresh_sign_in(caller: Caller) -> None:
    since = timezone.now() - FRESH
    if not _this_session(caller).filter(created_at__gte=since).exists():
        raise PermissionRefused("Sign in again first: this asks for a sign-in of the last ten minutes.")


def _this_session(caller: Caller) -> QuerySet[Session]:
    found = Session.objects.filter(user_id=caller.user_id)
    return found.filter(pk=caller.session_id) if caller.session_id else found.none()


def _begin(user: User, caller: Caller, *, grace: timedelta) -> None:
    _refuse_to_orphan(caller)
    now = timezone.now()
    user.deletion_due_at = now + grace
    user.save(update_fields=["deletion_due_at", "updated_at"])
    # Whoever else holds a session is shut out at once; with grace, this one stays, to take it back.
    kept = _this_session(caller) if grace else Session.objects.none()
    Session.objects.filter(user_id=user.pk, revoked_at=None).exclude(pk__in=kept).update(revoked_at=now)
    _tell("user.deletion_requested", user, caller, at_once=not grace)


def _end(workspace: Workspace, caller: Caller, *, grace: timedelta) -> None:
    workspace.deletion_due_at = timezone.now() + grace
    workspace.save(update_fields=["deletion_due_at", "updated_at"])
    _tell("workspace.deletion_requested", workspace, caller, at_once=not grace)


def _take_back(subject: User | Workspace) -> None:
    if subject.deletion_due_at is not None and subject.deletion_due_at <= timezone.now():
        raise Conflict(UNDER_WAY)
    subject.deletion_due_at = None
    subject.save(update_fields=["deletion_due_at", "updated_at"])


def _refuse_to_orphan(caller: Caller) -> None:
    """Raises Conflict naming the workspaces in which others would be left without an owner."""
    mine = Workspace.objects.filter(memberships__user_id=caller.user_id, memberships__role=Role.OWNER)
    left = [workspace.name for workspace in mine.order_by("name") if _is_last_owner(workspace, caller)]
    if left:
        names = ", ".join(f'"{name}"' for name in left)
        raise Conflict(f"You are the last owner of {names}: hand it over or delete it first.")


def _is_last_owner(workspace: Workspace, caller: Caller) -> bool:
    with within(workspace.pk):
        others = Membership.objects.filter(workspace=workspace).exclude(user_id=caller.user_id)
        roles = set(others.values_list("role", flat=True))
    return bool(roles) and Role.OWNER not in roles


def _tell(event_type: str, subject: User | Workspace, caller: Caller, *, at_once: bool = False) -> None:
    publish(
        event_type,
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type=event_type.partition(".")[0],
        subject_id=subject.pk,
        changed=["deletion_due_at"],
    )
    if at_once:
        # A lost message costs minutes: beat looks for what is due.
        on_commit(lambda: send("accounts.erase_due", queue="default"))
