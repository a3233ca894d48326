"""What asks somebody to join a workspace, takes that back, and lets them in."""

from __future__ import annotations

import math
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from apps.accounts import roles
from apps.accounts.invitation_tokens import InvitationClaims
from apps.accounts.models import Colleague, Invitation, Membership, User, Workspace, fold_email
from apps.accounts.services.workspaces import lock_as, lock_workspace
from apps.core import windows
from apps.core.caller import Caller
from apps.core.db import atomic, within
from apps.core.errors import Conflict, NotFound, PermissionRefused, Throttled
from apps.events.services import publish

GOOD_FOR = timedelta(days=7)
MOST_OPEN = 50
# Mails to one address a day, whoever sends them: an invitation is a letter that nobody asked for.
MAILS_A_DAY = 10
FEATURE = "members"


def create_invitation(*, email: str, role: str, caller: Caller) -> Invitation:
    """Ask an address to join; the mail leaves after the commit.

    Raises PermissionRefused (above the caller's own role), Conflict (in already, asked already, too many open, a
    personal workspace), Throttled (too many mails to this address).
    """
    email = fold_email(email)
    with atomic():
        workspace, own_role = lock_as(caller)
        _refuse_beyond(own_role, role)
        _refuse_closed(workspace)
        if Colleague.objects.filter(email=email).exists():
            raise Conflict("They are a member already.")
        now = timezone.now()
        unanswered = Invitation.objects.filter(workspace_id=workspace.pk, accepted_at=None, revoked_at=None)
        if unanswered.filter(email=email, expires_at__gt=now).exists():
            raise Conflict("They are invited already; send it again instead.")
        for expired in unanswered.filter(email=email):
            _revoke(expired, caller)
        if unanswered.filter(expires_at__gt=now).count() >= MOST_OPEN:
            raise Conflict(f"{MOST_OPEN} invitations are open; that is the most.")
        _spare(email)
        invitation = Invitation.objects.create(
            workspace=workspace,
            email=email,
            role=role,
            invited_by_id=caller.user_id,
            expires_at=now + GOOD_FOR,
        )
        _tell("invitation.created", invitation, caller, changed=["email", "expires_at", "role"])
    return invitation


def resend_invitation(*, invitation_id: UUID, caller: Caller) -> None:
    """Send the mail again, good for another seven days. Raises NotFound, Conflict (accepted), Throttled."""
    with atomic():
        workspace, own_role = lock_as(caller)
        _refuse_closed(workspace)
        invitation = _locked(invitation_id, workspace.pk)
        _refuse_beyond(own_role, invitation.role)
        if invitation.accepted_at is not None:
            raise Conflict("This invitation has been accepted.")
        _spare(invitation.email)
        invitation.expires_at = timezone.now() + GOOD_FOR
        invitation.save(update_fields=["expires_at", "updated_at"])
        _tell("invitation.resent", invitation, caller, changed=["expires_at"])


def revoke_invitation(*, invitation_id: UUID, caller: Caller) -> None:
    """Take it back: its token is good for nothing. Raises NotFound, Conflict (accepted)."""
    with atomic():
        workspace, own_role = lock_as(caller)
        invitation = _locked(invitation_id, workspace.pk)
        _refuse_beyond(own_role, invitation.role)
        if invitation.accepted_at is not None:
            raise Conflict("This invitation has been accepted; remove the member instead.")
        _revoke(invitation, caller)


def revoke_those_of(user_id: UUID, *, caller: Caller) -> None:
    """Take back what somebody sent who may no longer invite. Within the caller's transaction."""
    rows = Invitation.objects.select_for_update(of=("self",)).filter(
        workspace_id=caller.workspace_id, invited_by_id=user_id, accepted_at=None, revoked_at=None
    )
    for invitation in rows:
        _revoke(invitation, caller)


def accept_invitation(*, claims: InvitationClaims, caller: Caller) -> UUID:
    """Join the workspace of a mailed token, and answer its id; who has joined by it already is simply told again.

    The plan had to hold members when the mail was sent, and is not asked again.
    Raises NotFound, PermissionRefused (sent to another address), Conflict (expired, taken back, used before).
    """
    email = User.objects.values_list("email", flat=True).get(pk=caller.user_id)
    with within(claims.workspace_id):
        workspace = lock_workspace(claims.workspace_id)
        invitation = _locked(claims.invitation_id, workspace.pk)
        if invitation.email != claims.email or invitation.email != email:
            raise PermissionRefused("This invitation was sent to another address; sign in with that one.")
        place = Membership.objects.filter(user_id=caller.user_id, workspace_id=workspace.pk).first()
        if invitation.accepted_at is not None and place is not None:
            return workspace.pk
        refuse_unusable(invitation)
        _refuse_closed(workspace)
        if place is None:
            place = Membership.objects.create(
                user_id=caller.user_id, workspace=workspace, role=invitation.role
            )
        invitation.accepted_at, invitation.accepted_by_id = timezone.now(), caller.user_id
        invitation.save(update_fields=["accepted_at", "accepted_by_id", "updated_at"])
        _tell("invitation.accepted", invitation, caller, changed=["accepted_at", "accepted_by_id"])
        return workspace.pk


def refuse_unusable(invitation: Invitation) -> None:
    """Raises Conflict unless it can be accepted as it is now."""
    refusals = {
        Invitation.Status.ACCEPTED: "This invitation has been used; ask for a new one.",
        Invitation.Status.REVOKED: "This invitation was taken back.",
        Invitation.Status.EXPIRED: "This invitation has expired; ask for a new one.",
    }
    if invitation.status in refusals:
        raise Conflict(refusals[invitation.status])


def _refuse_beyond(own_role: str, role: str) -> None:
    if not roles.may_give(own_role, role):
        raise PermissionRefused(f"Your role ({own_role}) may not invite somebody as {role}.")


def _refuse_closed(workspace: Workspace) -> None:
    if workspace.kind == Workspace.Kind.PERSONAL:
        raise Conflict("A personal workspace is one person's: make a team's workspace and invite them there.")
    if workspace.deletion_due_at is not None:
        raise Conflict("This workspace is about to be deleted.")


def _spare(email: str) -> None:
    window = windows.hit(f"invitations to {email}", MAILS_A_DAY, 86_400)
    if not window.allowed:
        raise Throttled(
            "This address has been written to often enough today.",
            headers={"Retry-After": str(math.ceil(window.resets_in))},
        )


def _locked(invitation_id: UUID, workspace_id: UUID) -> Invitation:
    found = (
        Invitation.objects.select_for_update(of=("self",))
        .filter(pk=invitation_id, workspace_id=workspace_id)
        .first()
    )
    if found is None:
        raise NotFound()
    return found


def _revoke(invitation: Invitation, caller: Caller) -> None:
    if invitation.revoked_at is not None:
        return
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at", "updated_at"])
    _tell("invitation.revoked", invitation, caller, changed=["revoked_at"])


def _tell(event_type: str, invitation: Invitation, caller: Caller, *, changed: list[str]) -> None:
    publish(
        event_type,
        workspace_id=invitation.workspace_id,
        actor_id=caller.user_id,
        subject_type="invitation",
        subject_id=invitation.pk,
        changed=changed,
        payload={"role": invitation.role},
    )
