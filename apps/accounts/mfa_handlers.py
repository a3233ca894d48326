"""Mails to the owner when the ways into an account change. What they say stands here, not in events."""

from __future__ import annotations

from django.core.mail import send_mail

from apps.accounts.auth import identity
from apps.events.registry import Handler, Happened, handles

_NOT_YOU = "If it was not you, change your password, end the other sessions and look at your second factors."
_NOTICES = {
    "mfa.enabled": ("A second factor was turned on", "From now on, codes of an app are asked for when you sign in."),
    "mfa.disabled": ("A second factor was turned off", "Codes of an app are no longer asked for when you sign in."),
    "mfa.recovery_codes_replaced": ("New recovery codes were made", "Those from before are no longer good."),
    "mfa.recovery_code_used": (
        "A recovery code was used",
        "Somebody signed in to your account with one of your recovery codes.",
    ),
    "passkey.created": ("A passkey was added", "It signs in to your account by itself."),
    "passkey.deleted": ("A passkey was removed", "It no longer signs in to your account."),
    "oauth.linked": (
        "Another way to sign in was linked",
        "An account elsewhere with your e-mail address now signs in to your account here.",
    ),
    "oauth.unlinked": ("A way to sign in was unlinked", "An account elsewhere no longer signs in to your account."),
    "user.password_voided": (
        "Set a new password",
        "Somebody proved that this address is theirs, but the account with it was never confirmed. Whoever opened it "
        "can no longer sign in. If the account is to be yours, ask for a new password: that confirms the address.",
    ),
}  # fmt: skip


def _notice(subject: str, text: str) -> Handler:
    def send(event: Happened) -> None:
        user = identity.user_called(event.subject_id) if event.subject_id else None
        if user is not None:
            send_mail(subject, f"{text}\n\n{_NOT_YOU}\n", None, [user.email])

    return send


for _type, (_subject, _text) in _NOTICES.items():
    handles(_type, name=f"accounts.tell_of.{_type}")(_notice(_subject, _text))
