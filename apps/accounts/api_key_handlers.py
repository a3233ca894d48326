"""Mails about API keys, to whoever they act for: a key that they know nothing of is somebody else's work."""

from __future__ import annotations

from uuid import UUID

from django.core.mail import send_mail

from apps.accounts.auth import identity
from apps.events.registry import Happened, handles


@handles("api_key.created", name="accounts.tell_of_new_key")
def tell_of_new_key(event: Happened) -> None:
    _tell(
        event,
        "A new API key for your account",
        "An API key that acts as you was made. If that was you, there is nothing to do.\n\n"
        "If not, revoke it in your settings, end your other sessions and change your password.\n",
    )


@handles("api_key.revoked", name="accounts.tell_of_revoked_key")
def tell_of_revoked_key(event: Happened) -> None:
    if event.payload["user_id"] == str(event.actor_id):
        return
    _tell(
        event,
        "One of your API keys was revoked",
        "An admin of your workspace has revoked an API key of yours. What used it can't get in any more.\n",
    )


def _tell(event: Happened, subject: str, text: str) -> None:
    user = identity.user_called(UUID(event.payload["user_id"]))
    if user is not None:
        send_mail(subject, text, None, [user.email])
