"""What changes who belongs to a workspace, and as what. The last owner neither goes nor steps down."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from apps.accounts import roles
from apps.accounts.models import ApiKey, Membership, Role, Workspace
from apps.accounts.services import invitations
from apps.accounts.services.workspaces import lock_as
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, NotFound, PermissionRefused
from apps.events.services import publish


def change_role(*, membership_id: UUID, role: str, caller: Caller) -> None:
    """Make a member something else; already that, nothing happens.

    Raises NotFound, PermissionRefused (above the caller's own role), Conflict (the last owner).
    """
    with atomic():
        workspace, actor, member = _parties(membership_id, caller)
        if not roles.may_change(actor, member.role, role):
            raise PermissionRefused(f"Your role ({actor}) may not make a {member.role} {_a(role)}.")
        if member.role == role:
            return
        _keep_an_owner(workspace, member, "Make somebody else an owner first: a workspace needs one.")
        before, member.role = member.role, role
        member.save(update_fields=["role", "updated_at"])
        if not roles.manages(role):
            invitations.revoke_those_of(member.user_id, caller=caller)
        _tell(
            "member.role_changed", member, caller, changed=["role"], payload={"from": before, "to": str(role)}
        )


def remove_member(*, membership_id: UUID, caller: Caller) -> None:
    """Take somebody out, or leave. Their tokens and keys for this workspace are good for nothing from then on.

    Raises NotFound, PermissionRefused, Conflict (the last owner; one's own personal workspace).
    """
    with atomic():
        workspace, actor, member = _parties(membership_id, caller)
        leaves = member.user_id == caller.user_id
        if not roles.may_remove(actor, member.role, is_self=leaves):
            raise PermissionRefused(f"Your role ({actor}) may not remove {_a(member.role)}.")
        if workspace.kind == Workspace.Kind.PERSONAL and member.role == Role.OWNER:
            raise Conflict("A personal workspace can't be left: it goes with the account.")
        _keep_an_owner(workspace, member, "The last owner can't go: make somebody else an owner first.")
        # Who comes back later finds no key alive, and nobody gets in again by an invitation they sent themselves.
        ApiKey.objects.filter(
            workspace_id=workspace.pk, user_id=member.user_id, revoked_at__isnull=True
        ).update(revoked_at=timezone.now())
        invitations.revoke_those_of(member.user_id, caller=caller)
        _tell("member.left" if leaves else "member.removed", member, caller)
        member.delete()


def _parties(membership_id: UUID, caller: Caller) -> tuple[Workspace, str, Membership]:
    """The workspace, locked, the caller's role in it as it is now, and the member."""
    workspace, role = lock_as(caller)
    member = (
        Membership.objects.select_for_update(of=("self",))
        .filter(pk=membership_id, workspace_id=workspace.pk)
        .first()
    )
    if member is None:
        raise NotFound()
    return workspace, role, member


def _keep_an_owner(workspace: Workspace, member: Membership, refusal: str) -> None:
    if member.role != Role.OWNER:
        return
    others = Membership.objects.filter(workspace_id=workspace.pk, role=Role.OWNER).exclude(pk=member.pk)
    if not others.exists():
        raise Conflict(refusal)


def _a(role: str) -> str:
    return f"an {role}" if role[0] in "ao" else f"a {role}"


def _tell(
    event_type: str,
    member: Membership,
    caller: Caller,
    *,
    changed: list[str] | None = None,
    payload: dict[str, str] | None = None,
) -> None:
    publish(
        event_type,
        workspace_id=member.workspace_id,
        actor_id=caller.user_id,
        subject_type="member",
        subject_id=member.pk,
        changed=changed or [],
        payload={"user_id": str(member.user_id), **(payload or {})},
    )
