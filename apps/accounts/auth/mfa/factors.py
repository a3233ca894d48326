"""Which factors an account has. Within `acting()` one sees one's own; sign-in asks as the system."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from apps.accounts.models import OAuthLink, User

Type = Authenticator.Type


@dataclass(frozen=True, slots=True)
class Factors:
    """What is on. Recovery codes are no factor of their own: they stand in for one."""

    totp: bool
    passkeys: int
    recovery_codes_left: int

    @property
    def enabled(self) -> bool:
        return self.totp or self.passkeys > 0

    @property
    def methods(self) -> tuple[str, ...]:
        """What a challenge can be answered with."""
        offered = {
            "totp": self.totp,
            "passkey": self.passkeys > 0,
            "recovery_code": self.enabled and self.recovery_codes_left > 0,
        }
        return tuple(name for name, is_offered in offered.items() if is_offered)


def authenticators(user: User) -> QuerySet[Authenticator]:
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user_id=user.pk)
    return found


def of(user: User) -> Factors:
    """One query."""
    rows = list(authenticators(user))
    codes = next((row for row in rows if row.type == Type.RECOVERY_CODES), None)
    return Factors(
        totp=any(row.type == Type.TOTP for row in rows),
        passkeys=sum(row.type == Type.WEBAUTHN for row in rows),
        recovery_codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
    )


def are_on(user: User) -> bool:
    """Whether a password, or a provider, is not proof enough."""
    return authenticators(user).filter(type__in=(Type.TOTP, Type.WEBAUTHN)).exists()


def can_enter_without(user: User, *, provider: str = "", passkey: Authenticator | None = None) -> bool:
    """Whether a way in is left when a link or a passkey goes."""
    if user.has_usable_password():
        return True
    if OAuthLink.objects.filter(user=user).exclude(provider=provider).exists():
        return True
    passkeys = authenticators(user).filter(type=Type.WEBAUTHN)
    return passkeys.exclude(pk=passkey.pk if passkey else None).exists()


def drop_leftover_codes(user: User) -> None:
    """Recovery codes go with the last factor they stood in for."""
    if not are_on(user):
        authenticators(user).filter(type=Type.RECOVERY_CODES).delete()
