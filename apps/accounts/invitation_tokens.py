"""The token in an invitation's mail: signed when the mail is sent, and stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core import signing

from apps.accounts.models import Invitation
from apps.core.errors import FieldError, ValidationFailed

_SALT = "accounts.invitation"


@dataclass(frozen=True, slots=True)
class InvitationClaims:
    """What a token says. Whether it still holds (expired, taken back) stands in the invitation's row."""

    workspace_id: UUID
    invitation_id: UUID
    email: str


def invitation_token(invitation: Invitation) -> str:
    return signing.dumps([str(invitation.workspace_id), str(invitation.pk), invitation.email], salt=_SALT)


def read_invitation(token: str) -> InvitationClaims:
    """Raises ValidationFailed for a token that is not ours: whoever sends it may be signed in all right."""
    try:
        workspace_id, invitation_id, email = signing.loads(token, salt=_SALT)
        return InvitationClaims(UUID(workspace_id), UUID(invitation_id), str(email))
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as fault:
        detail = "This is no token of an invitation; copy it whole from the mail."
        raise ValidationFailed(f"token: {detail}", errors=[FieldError("token", "invalid", detail)]) from fault
