"""Passkeys (WebAuthn): made, used, renamed and removed; the cryptography is allauth's and fido2's."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet

from apps.accounts.auth import attempts
from apps.accounts.auth.attempts import NothingBegun, Purpose
from apps.accounts.auth.mfa import factors, recovery
from apps.accounts.auth.mfa.ceremony import PasskeyRefused, ceremony
from apps.accounts.auth.mfa.factors import Type, authenticators
from apps.accounts.auth.mfa.refusals import wrong
from apps.accounts.auth.mfa.telling import tell
from apps.accounts.models import User
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, NotFound
from apps.core.models import uuid7

if TYPE_CHECKING:
    from fido2.webauthn import AuthenticatorData, CollectedClientData

# Beside allauth's own keys of `Authenticator.data`: an id that can be shown, and the last signature count.
PUBLIC_ID, SIGN_COUNT = "public_id", "sign_count"
MOST = 20

# It writes the ids of people's credentials at every use.
logging.getLogger("fido2").setLevel(logging.WARNING)


def _library() -> Any:
    """allauth's half of the ceremonies, which has no types; fido2 comes with it, for who holds a passkey."""
    from allauth.mfa.webauthn.internal import auth

    return auth


@dataclass(frozen=True, slots=True)
class Added:
    passkey: Authenticator
    recovery_codes: list[str]


def of(user: User) -> QuerySet[Authenticator]:
    return authenticators(user).filter(type=Type.WEBAUTHN)


def called(user: User, public_id: UUID) -> Authenticator:
    """One of the user's own, locked. Raises NotFound."""
    found = of(user).select_for_update().filter(**{f"data__{PUBLIC_ID}": str(public_id)}).first()
    if found is None:
        raise NotFound()
    return found


def begin(user: User) -> dict[str, Any]:
    """What `navigator.credentials.create` wants, good for ten minutes. A passkey knows its owner and asks for them."""
    if of(user).count() >= MOST:
        raise Conflict(f"An account holds at most {MOST} passkeys; remove one first.")
    with ceremony() as state:
        options: dict[str, Any] = _library().begin_registration(user, passwordless=True)["publicKey"]
    attempts.keep_for(Purpose.NEW_PASSKEY, user.pk, state=state)
    return options


def create(user: User, *, name: str, credential: dict[str, Any], caller: Caller) -> Added:
    """Keep the credential that a browser made for `begin`; with the first factor come recovery codes.

    Raises NothingBegun, ValidationFailed, Conflict for one that is kept already.
    """
    attempt = attempts.take(Purpose.NEW_PASSKEY, str(user.pk), gone=NothingBegun)
    try:
        made = _registered(credential, attempts.state_of(attempt))
    except PasskeyRefused as fault:
        raise wrong("credential", fault.detail) from fault
    if _is_known(user, made):
        raise Conflict("This passkey is yours already.")
    with atomic():
        row: Authenticator = _library().WebAuthn.add(user, name, credential).instance
        row.data |= {PUBLIC_ID: str(uuid7()), SIGN_COUNT: made.counter}
        row.save(update_fields=["data"])
        codes = recovery.first_codes(user)
        tell("passkey.created", user=user, caller=caller, changed=["passkeys"])
    return Added(row, codes)


def _registered(credential: dict[str, Any], state: Mapping[str, Any]) -> AuthenticatorData:
    with ceremony(dict(state)):
        parsed = _library().parse_registration_response(credential)
        _require_origin(parsed.response.client_data)
        made: AuthenticatorData = _library().complete_registration(credential)
        _require_usable(made)
    return made


def _is_known(user: User, made: AuthenticatorData) -> bool:
    """Whether it is one of the user's. Somebody else's of the same id signs in nobody but them."""
    assert made.credential_data is not None  # _require_usable
    return _library().get_authenticator_by_credential_id(user, made.credential_data.credential_id) is not None


def rename(row: Authenticator, name: str, *, user: User, caller: Caller) -> Authenticator:
    if row.data["name"] != name:
        with atomic():
            row.data["name"] = name
            row.save(update_fields=["data"])
            tell("passkey.updated", user=user, caller=caller, changed=["name"])
    return row


def remove(row: Authenticator, *, user: User, caller: Caller) -> None:
    """Raises Conflict where it is the only way in."""
    if not factors.can_enter_without(user, passkey=row):
        raise Conflict("It is the only way into your account: set a password or link a provider first.")
    with atomic():
        row.delete()
        factors.drop_leftover_codes(user)
        tell("passkey.deleted", user=user, caller=caller, changed=["passkeys"])


def ask(user: User | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `navigator.credentials.get` wants, and the state to hold the answer against; for anybody's without a user."""
    with ceremony() as state:
        options: dict[str, Any] = _library().begin_authentication(user)["publicKey"]
    return options, state


def owner_of(credential: dict[str, Any]) -> User:
    """Whose passkey a credential says it is; believed only once `use` has verified it. Raises PasskeyRefused."""
    with ceremony():
        found: User = _library().extract_user_from_response(credential)
    return found


def use(user: User, credential: dict[str, Any], state: Mapping[str, Any]) -> Authenticator:
    """The user's passkey that signed the challenge of `state`. Within the caller's transaction.

    Raises PasskeyRefused, also for a count of signatures that did not grow: then the key exists twice.
    """
    with ceremony(dict(state)):
        parsed = _library().parse_authentication_response(credential)
        _require_origin(parsed.response.client_data)
        found = _library().complete_authentication(user, credential)
        count = int(parsed.response.authenticator_data.counter)
    row = Authenticator.objects.select_for_update().get(pk=found.pk)
    last = row.data.get(SIGN_COUNT, 0)
    # Synced passkeys don't count and always say 0 (WebAuthn 6.1.1).
    if (count or last) and count <= last:
        raise PasskeyRefused()
    row.data[SIGN_COUNT] = count
    row.save(update_fields=["data"])
    row.record_usage()
    return row


def _require_origin(client_data: CollectedClientData) -> None:
    """The relying party's rule lets every subdomain and port in; a list of origins is stricter."""
    if settings.WEBAUTHN_ORIGINS and client_data.origin not in settings.WEBAUTHN_ORIGINS:
        raise PasskeyRefused()


def _require_usable(made: AuthenticatorData) -> None:
    """A key that can't be read, or is of an algorithm we can't verify, would never sign anybody in."""
    from cryptography.exceptions import InvalidSignature
    from fido2.cose import CoseKey

    key = made.credential_data.public_key if made.credential_data else None
    if key is None or key.ALGORITHM not in CoseKey.supported_algorithms():
        raise PasskeyRefused()
    # Reading it is a part of verifying: only a key that is one gets as far as finding the signature wrong.
    with contextlib.suppress(InvalidSignature):
        key.verify(b"", b"")
