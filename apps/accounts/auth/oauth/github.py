"""GitHub: OAuth 2 with PKCE, and its API for who somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.accounts.auth.oauth.exchange import (
    CodeRefused,
    ProviderUnreadable,
    an_object,
    get_json,
    redeem,
    text,
)
from apps.accounts.auth.oauth.providers import ClientCredentials, Identity, Journey, with_query

# GitHub refuses a code with a 200 that says this.
_BAD_CODE = "bad_verification_code"


@dataclass(frozen=True, slots=True)
class GitHubProvider:
    """`url` and `api_url` without a slash at their ends: github.com's, or those of an Enterprise server."""

    url: str
    api_url: str
    client: ClientCredentials
    name: str = "github"
    title: str = "GitHub"

    def authorization_url(self, journey: Journey, state: str) -> str:
        return with_query(
            f"{self.url}/login/oauth/authorize",
            {
                "client_id": self.client.client_id,
                "redirect_uri": journey.redirect_uri,
                "scope": "read:user user:email",
                "state": state,
                "code_challenge": journey.challenge,
                "code_challenge_method": "S256",
            },
        )

    def identify(self, code: str, journey: Journey) -> Identity:
        answer = redeem(
            f"{self.url}/login/oauth/access_token",
            {
                "client_id": self.client.client_id,
                "client_secret": self.client.client_secret,
                "code": code,
                "redirect_uri": journey.redirect_uri,
                "code_verifier": journey.verifier,
            },
        )
        if answer.get("error") == _BAD_CODE:
            raise CodeRefused()
        token = text(answer, "access_token")
        user = an_object(get_json(f"{self.api_url}/user", bearer=token))
        subject, name = user.get("id"), user.get("name") or user.get("login")
        # The number lasts; a login can be given up and taken by somebody else.
        if not isinstance(subject, int) or isinstance(subject, bool):
            raise ProviderUnreadable()
        addresses = get_json(f"{self.api_url}/user/emails", bearer=token)
        if not isinstance(addresses, list):
            raise ProviderUnreadable()
        return Identity(
            provider=self.name,
            subject=str(subject),
            email=_primary(addresses),
            full_name=name if isinstance(name, str) else "",
        )


def _primary(addresses: Iterable[object]) -> str:
    """The primary address, if it is verified; what `/user` says of an address is not, and is not read."""
    for entry in map(an_object, addresses):
        if entry.get("primary") is True and entry.get("verified") is True:
            return text(entry, "email")
    return ""
