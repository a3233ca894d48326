"""The second half of a sign-in, and sign-in by passkey alone. Registered where the first half asks (`second_factor`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from apps.accounts.auth import attempts, lockout, sessions
from apps.accounts.auth.attempts import AttemptGone, Purpose
from apps.accounts.auth.identity import publish_of
from apps.accounts.auth.mfa import factors, passkeys, recovery, totp
from apps.accounts.auth.mfa.ceremony import PasskeyRefused
from apps.accounts.auth.mfa.proof import bucket_of
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Issued
from apps.accounts.models import SignInAttempt, User
from apps.core.db import as_system, atomic
from apps.core.errors import Conflict, TokenInvalid

SECONDS = int(attempts.LIFETIME.total_seconds())


class AnswerRefused(TokenInvalid):
    """The same for a code that is wrong, used, or of no factor that is on."""

    code, status, title = "not_authenticated", 401, "The second factor was not accepted"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the three."""

    code: str = ""
    recovery_code: str = ""
    credential: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class PasskeyQuestion:
    """`options` go to `navigator.credentials.get`, its answer comes back with `challenge`."""

    challenge: str
    options: dict[str, Any]
    expires_in: int


def open_challenge(user: User, context: RequestContext) -> MfaChallenge:
    """For somebody whose first proof was good. Good once, for ten minutes and five failures."""
    token = attempts.open_attempt(Purpose.CHALLENGE, user_id=user.pk, state={})
    return MfaChallenge(token, factors.of(user).methods, SECONDS)


def ask_for_passkey(challenge: str) -> PasskeyQuestion:
    """What the browser needs to answer a challenge by passkey. Raises AttemptGone, Conflict where there is none."""
    with as_system(), atomic():
        attempt, user = _locked(challenge)
        if not passkeys.of(user).exists():
            raise Conflict("There is no passkey to ask for; answer with a code.")
        options, state = passkeys.ask(user)
        attempt.state = attempts.dumped(state)
        attempt.save(update_fields=["state", "updated_at"])
    return PasskeyQuestion(challenge, options, SECONDS)


def complete(challenge: str, answer: Answer, context: RequestContext) -> Issued:
    """Tokens for a challenge that is answered. What was used, the challenge and the session are one transaction.

    Raises AttemptGone, AnswerRefused, Throttled.
    """
    with as_system():
        with atomic():
            attempt, user = _locked(challenge)
            bucket = bucket_of(user, context.device_of(user.pk))
            lockout.take(bucket)
            if _is_good(user, answer, attempt):
                attempt.delete()
                issued = sessions.begin(user, context)
                lockout.clear(bucket)
                return issued
            # Committed before the refusal is raised: else nobody would count.
            attempts.failed(attempt)
            publish_of(user, "mfa.refused")
        raise AnswerRefused()


def _locked(challenge: str) -> tuple[SignInAttempt, User]:
    attempt = attempts.locked(Purpose.CHALLENGE, challenge)
    user = attempt.user
    if user is None or not user.is_active:
        raise AttemptGone()
    return attempt, user


def _is_good(user: User, answer: Answer, attempt: SignInAttempt) -> bool:
    if answer.credential is not None:
        try:
            with atomic():
                passkeys.use(user, answer.credential, attempts.state_of(attempt))
        except PasskeyRefused:
            return False
        return True
    if answer.recovery_code:
        is_good = recovery.use(user, answer.recovery_code)
        if is_good:
            publish_of(user, "mfa.recovery_code_used", changed=["recovery_codes"])
        return is_good
    return totp.use(user, answer.code)


def ask_anybody() -> PasskeyQuestion:
    """Sign-in without a name: the browser offers the passkeys it has for us."""
    with as_system():
        options, state = passkeys.ask(None)
    return PasskeyQuestion(attempts.open_attempt(Purpose.PASSKEY_SIGN_IN, state=state), options, SECONDS)


def enter_by_passkey(challenge: str, credential: dict[str, Any], context: RequestContext) -> Issued:
    """Tokens for a passkey that verified its owner: both factors in one. A challenge is good for one try.

    Raises AttemptGone, PasskeyRefused.
    """
    attempt = attempts.take(Purpose.PASSKEY_SIGN_IN, challenge)
    with as_system(), atomic():
        user = passkeys.owner_of(credential)
        passkeys.use(user, credential, attempts.state_of(attempt))
        return sessions.begin(user, context)
