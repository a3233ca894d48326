"""What an owner does with the second factors and linked providers of their own account.

Each locks the owner's row, so that two changes at once can't take the last way in together, and asks for proof.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator

from apps.accounts.auth.mfa import factors, passkeys, proof, recovery, totp
from apps.accounts.auth.mfa.factors import Factors
from apps.accounts.auth.mfa.passkeys import Added
from apps.accounts.auth.mfa.telling import tell
from apps.accounts.auth.mfa.totp import Enrolment
from apps.accounts.auth.oauth import accounts
from apps.accounts.models import User
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict


def _owner(caller: Caller) -> User:
    return User.objects.select_for_update(no_key=True, of=("self",)).get(pk=caller.user_id)


def _proven_owner(caller: Caller, *, password: str, code: str) -> User:
    user = _owner(caller)
    proof.require(user, password=password, code=code, caller=caller)
    return user


def factors_of(*, caller: Caller) -> Factors:
    return factors.of(User(pk=caller.user_id))


def begin_totp(*, caller: Caller, password: str = "", code: str = "") -> Enrolment:
    """Raises ValidationFailed, PermissionRefused, Throttled for the proof; Conflict where TOTP is on."""
    with atomic():
        return totp.begin(_proven_owner(caller, password=password, code=code))


def confirm_totp(*, caller: Caller, code: str) -> list[str]:
    """Answers recovery codes when this is the first factor. Raises NothingBegun, ValidationFailed, Conflict."""
    with atomic():
        return totp.confirm(_owner(caller), code, caller=caller)


def disable_totp(*, caller: Caller, password: str = "", code: str = "") -> None:
    with atomic():
        totp.disable(_proven_owner(caller, password=password, code=code), caller=caller)


def regenerate_recovery_codes(*, caller: Caller, password: str = "", code: str = "") -> list[str]:
    """Raises Conflict where there is no factor that they could stand in for."""
    with atomic():
        user = _proven_owner(caller, password=password, code=code)
        if not factors.are_on(user):
            raise Conflict("Turn a second factor on first: recovery codes stand in for it.")
        codes = recovery.replaced(user)
        tell("mfa.recovery_codes_replaced", user=user, caller=caller, changed=["recovery_codes"])
        return codes


def begin_passkey(*, caller: Caller, password: str = "", code: str = "") -> dict[str, Any]:
    with atomic():
        return passkeys.begin(_proven_owner(caller, password=password, code=code))


def create_passkey(*, caller: Caller, name: str, credential: dict[str, Any]) -> Added:
    """The proof was given to `begin_passkey`. Raises NothingBegun, ValidationFailed, Conflict."""
    with atomic():
        return passkeys.create(_owner(caller), name=name, credential=credential, caller=caller)


def passkey_called(*, caller: Caller, public_id: UUID) -> Authenticator:
    """Locked. Raises NotFound."""
    return passkeys.called(User(pk=caller.user_id), public_id)


def update_passkey(*, row: Authenticator, name: str, caller: Caller) -> Authenticator:
    """A name opens nothing: no proof is asked for."""
    return passkeys.rename(row, name, user=User(pk=caller.user_id), caller=caller)


def delete_passkey(*, public_id: UUID, caller: Caller, password: str = "", code: str = "") -> None:
    """Raises NotFound, and Conflict where it is the only way in."""
    with atomic():
        user = _proven_owner(caller, password=password, code=code)
        passkeys.remove(passkeys.called(user, public_id), user=user, caller=caller)


def unlink_provider(*, provider: str, caller: Caller) -> None:
    """Raises NotFound, and Conflict where it is the only way in."""
    with atomic():
        accounts.unlink(_owner(caller), provider, caller=caller)
