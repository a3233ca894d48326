"""Which account an identity elsewhere signs in to. The address alone never decides: it must be proven on both sides."""

from __future__ import annotations

from django.db import IntegrityError
from django.utils import timezone

from apps.accounts.auth import sessions
from apps.accounts.auth.identity import open_personal_workspace, publish_of
from apps.accounts.auth.mfa import factors
from apps.accounts.auth.mfa.telling import tell
from apps.accounts.auth.oauth.providers import Identity
from apps.accounts.models import OAuthLink, User, fold_email
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import Conflict, NotAuthenticated, NotFound

_LONGEST_NAME = 200


class NoVerifiedEmail(Conflict):
    """Said whether or not somebody has an account with that address."""

    title = "The provider vouches for no e-mail address of yours; confirm one there, or register here"


class NeverConfirmed(Conflict):
    """Somebody registered the address and never proved it. They are shut out; who owns it resets the password."""

    title = (
        "An account with this address was opened and never confirmed. Its password no longer works: "
        "ask for a new one by mail, which confirms the address, then sign in this way"
    )


class AnotherLinked(Conflict):
    title = "Another account of this provider is linked already; unlink it first"


def account_of(identity: Identity) -> User:
    """The account that `identity` signs in to: linked before, linked now by a proven address, or new.

    Raises NoVerifiedEmail, NeverConfirmed, AnotherLinked, and NotAuthenticated for a closed account.
    """
    with as_system():
        try:
            found = _resolve(identity)
        except IntegrityError:
            # A twin made the account or the link a moment ago: it is there now.
            found = _resolve(identity)
    if isinstance(found, Conflict):
        raise found
    if not found.is_active:
        raise NotAuthenticated("This account is closed.")
    return found


def _resolve(identity: Identity) -> User | Conflict:
    """A conflict is answered, not raised: what was done to an unproven account must be committed."""
    with atomic():
        link = OAuthLink.objects.select_related("user").filter(
            provider=identity.provider, subject=identity.subject
        )
        known = link.first()
        if known is not None:
            return known.user
        if not identity.email:
            return NoVerifiedEmail()
        users = User.objects.select_for_update(no_key=True, of=("self",))
        user = users.filter(email=fold_email(identity.email)).first()
        if user is None:
            return _open(identity)
        if not user.is_email_verified:
            return _shut_out(user)
        if OAuthLink.objects.filter(user=user, provider=identity.provider).exists():
            return AnotherLinked()
        _link(user, identity)
        publish_of(user, "oauth.linked", changed=[identity.provider])
        return user


def _open(identity: Identity) -> User:
    """A new account, proven by the provider, without a password."""
    email = fold_email(identity.email)
    name = identity.full_name.strip()[:_LONGEST_NAME] or email.partition("@")[0][:_LONGEST_NAME]
    user = User(email=email, full_name=name, email_verified_at=timezone.now())
    user.set_unusable_password()
    user.save(force_insert=True)
    open_personal_workspace(user)
    _link(user, identity)
    publish_of(user, "user.registered")
    return user


def _link(user: User, identity: Identity) -> None:
    OAuthLink.objects.create(
        user=user, provider=identity.provider, subject=identity.subject, email=fold_email(identity.email)
    )


def _shut_out(user: User) -> Conflict:
    """Take from an account what a stranger may have put there to wait for its owner: its password and its sessions.

    Who is here owns the address; who registered it may be somebody else, and what they wrote is not handed over.
    """
    if user.has_usable_password():
        user.set_unusable_password()
        user.token_version += 1
        user.save(update_fields=["password", "token_version", "updated_at"])
        sessions.revoke_all(user.pk)
        publish_of(user, "user.password_voided", changed=["password"])
    return NeverConfirmed()


def unlink(user: User, provider: str, *, caller: Caller) -> None:
    """Cut a locked user's own link. Raises NotFound, and Conflict where it is the only way in."""
    link = OAuthLink.objects.filter(user=user, provider=provider).first()
    if link is None:
        raise NotFound("This provider is not linked to your account.")
    if not factors.can_enter_without(user, provider=provider):
        raise Conflict("It is the only way into your account: set a password or add a passkey first.")
    link.delete()
    tell("oauth.unlinked", user=user, caller=caller, changed=[provider])
