"""Codes of an authenticator app (RFC 6238): made and read by allauth, each good once."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal import auth as library
from allauth.mfa.utils import decrypt

from apps.accounts.auth import attempts
from apps.accounts.auth.attempts import NothingBegun, Purpose
from apps.accounts.auth.mfa import recovery
from apps.accounts.auth.mfa.factors import Type, authenticators, drop_leftover_codes
from apps.accounts.auth.mfa.refusals import wrong
from apps.accounts.auth.mfa.telling import tell
from apps.accounts.models import User
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import Conflict, NotFound

LAST_STEP = "last_step"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an authenticator app is set up with, by hand, by link, or by picture."""

    secret: str
    otpauth_url: str
    qr_svg: str


def begin(user: User) -> Enrolment:
    """A secret that waits ten minutes for its first code. Raises Conflict where TOTP is on."""
    _refuse_second(user)
    secret = library.generate_totp_secret()
    attempts.keep_for(Purpose.NEW_TOTP, user.pk, state={"secret": secret})
    adapter = get_adapter()
    url = adapter.build_totp_url(user, secret)
    return Enrolment(secret, url, adapter.build_totp_svg(url))


def confirm(user: User, code: str, *, caller: Caller) -> list[str]:
    """Turn TOTP on with the first code of the waiting secret; answers recovery codes, if they are the first.

    Raises NothingBegun, ValidationFailed for a wrong code, Conflict where TOTP is on.
    """
    _refuse_second(user)
    secret, step = _first_code(user, code)
    with atomic():
        row = library.TOTP.activate(user, secret).instance
        row.data[LAST_STEP] = step
        row.save(update_fields=["data"])
        codes = recovery.first_codes(user)
        tell("mfa.enabled", user=user, caller=caller, changed=["totp"])
    return codes


def _first_code(user: User, code: str) -> tuple[str, int]:
    """The waiting secret and the step of its code; a wrong code is counted, whatever becomes of the request."""
    with as_system(), atomic():
        attempt = attempts.locked(Purpose.NEW_TOTP, str(user.pk), gone=NothingBegun)
        secret = str(attempts.state_of(attempt)["secret"])
        step = step_of(secret, code)
        if step is None:
            attempts.failed(attempt)
        else:
            attempt.delete()
    if step is None:
        raise wrong("code", "This is not the present code.")
    return secret, step


def disable(user: User, *, caller: Caller) -> None:
    """Turn TOTP off, and drop recovery codes that stand in for nothing else. Raises NotFound where it is off."""
    with atomic():
        if not authenticators(user).filter(type=Type.TOTP).delete()[0]:
            raise NotFound("TOTP is not on.")
        drop_leftover_codes(user)
        tell("mfa.disabled", user=user, caller=caller, changed=["totp"])


def use(user: User, code: str) -> bool:
    """Whether `code` is the user's now, and newer than the last one used (RFC 6238 5.2). Locks the row.

    The last step stands in the row and not in a cache: a code is good once when Valkey is lost, too.
    """
    with atomic():
        row = authenticators(user).select_for_update().filter(type=Type.TOTP).first()
        if row is None:
            return False
        step = step_of(decrypt(row.data["secret"]), code)
        if step is None or step <= row.data.get(LAST_STEP, -1):
            return False
        row.data[LAST_STEP] = step
        row.save(update_fields=["data"])
        row.record_usage()
        return True


def step_of(secret: str, code: str) -> int | None:
    """The time step that `code` belongs to: the present one, the one before or the one after; None if to none."""
    for step in library.yield_hotp_counters_from_time():
        expected = library.format_hotp_value(library.hotp_value(secret, step))
        if library.compare_user_code(actual=code, expected=expected):
            return int(step)
    return None


def _refuse_second(user: User) -> None:
    if authenticators(user).filter(type=Type.TOTP).exists():
        raise Conflict("TOTP is on already; turn it off first.")
