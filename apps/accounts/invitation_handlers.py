"""The mail that asks somebody to join. Names are other people's text: one line each, and never in a header."""

from __future__ import annotations

from django.core.mail import send_mail

from apps.accounts.invitation_tokens import invitation_token
from apps.accounts.models import Invitation
from apps.accounts.selectors import invitation_as_sent
from apps.events.registry import Happened, handles

_LONGEST_NAME = 80


@handles("invitation.created", name="accounts.send_invitation")
def send_invitation(event: Happened) -> None:
    _send(event)


@handles("invitation.resent", name="accounts.send_invitation_again")
def send_invitation_again(event: Happened) -> None:
    _send(event)


def _send(event: Happened) -> None:
    if event.subject_id is None:
        return
    invitation = invitation_as_sent(workspace_id=event.workspace_id, invitation_id=event.subject_id)
    if invitation is None or invitation.status != Invitation.Status.PENDING:
        return
    inviter = one_line(getattr(invitation, "invited_by_name", None) or "") or "Somebody"
    send_mail(
        "You are invited to a workspace on Foothold",
        f'{inviter} invites you to the workspace "{one_line(invitation.workspace.name)}" as {invitation.role}.\n\n'
        "Sign in with this e-mail address, or register it first. Then accept by pasting the token below into the "
        "app, or by sending it to `invitations/accept/`. "
        f"It is good until {invitation.expires_at:%d %B %Y}.\n\n"
        f"{invitation_token(invitation)}\n\n"
        "If you do not know who this is, do nothing.\n",
        None,
        [invitation.email],
    )


def one_line(text: str) -> str:
    """Somebody's text within ours: no line breaks, nothing invisible or turning the direction, and short."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:_LONGEST_NAME]
