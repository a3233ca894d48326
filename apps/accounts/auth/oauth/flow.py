"""Signing in with an account elsewhere: there with a state that is kept here, and back with a code, once."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.conf import settings

from apps.accounts.auth import attempts, sessions
from apps.accounts.auth.attempts import AttemptGone, Purpose
from apps.accounts.auth.oauth.accounts import account_of
from apps.accounts.auth.oauth.providers import ClientCredentials, Journey, Provider
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Issued
from apps.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Departure:
    """Where to send the browser, and the state it must come back with. `expires_in` in seconds."""

    authorization_url: str
    state: str
    expires_in: int


def providers() -> dict[str, Provider]:
    """Those that the settings configure, by name."""
    # They reach outside, and read what comes back: for who signs in so.
    from apps.accounts.auth.oauth.github import GitHubProvider
    from apps.accounts.auth.oauth.google import GoogleProvider

    known: tuple[Provider, ...] = (
        GoogleProvider(
            settings.GOOGLE_ISSUER.rstrip("/"),
            ClientCredentials(settings.GOOGLE_CLIENT_ID, settings.GOOGLE_CLIENT_SECRET),
        ),
        GitHubProvider(
            settings.GITHUB_URL.rstrip("/"),
            settings.GITHUB_API_URL.rstrip("/"),
            ClientCredentials(settings.GITHUB_CLIENT_ID, settings.GITHUB_CLIENT_SECRET),
        ),
    )
    is_ready = {"google": bool(settings.GOOGLE_CLIENT_ID), "github": bool(settings.GITHUB_CLIENT_ID)}
    return {
        provider.name: provider
        for provider in known
        if is_ready[provider.name] and settings.OAUTH_REDIRECT_URL
    }


def provider_called(name: str) -> Provider:
    """Raises NotFound."""
    found = providers().get(name)
    if found is None:
        raise NotFound("This server does not sign in with this provider.")
    return found


def depart(name: str) -> Departure:
    """Raises NotFound, UpstreamError, UpstreamTimeout."""
    provider = provider_called(name)
    journey = Journey.begun(settings.OAUTH_REDIRECT_URL)
    state = attempts.new_token()
    # The provider's own documents first: nothing is kept for a journey that can't begin.
    url = provider.authorization_url(journey, state)
    attempts.open_attempt(Purpose.OAUTH, token=state, provider=name, state=asdict(journey))
    return Departure(url, state, int(attempts.LIFETIME.total_seconds()))


def arrive(name: str, *, code: str, state: str, context: RequestContext) -> Issued | MfaChallenge:
    """Tokens, or a challenge for the second factor. The state is used up whatever happens.

    Raises NotFound, TokenInvalid for a state or a code that is not good, UpstreamError, UpstreamTimeout, and what
    `account_of` raises. No transaction is open while the provider is waited for.
    """
    provider = provider_called(name)
    attempt = attempts.take(Purpose.OAUTH, state)
    if attempt.provider != name:
        raise AttemptGone()
    journey = Journey(**attempts.state_of(attempt))
    return sessions.admit(account_of(provider.identify(code, journey)), context)
