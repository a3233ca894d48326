"""What a provider of identities is. Pure: no Django, no network.

A provider knows where to send the browser, and turns the code it comes back with into who somebody is there.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Journey:
    """What is kept here while the browser is at the provider: the PKCE verifier, and the nonce of the id_token."""

    verifier: str
    nonce: str
    redirect_uri: str

    @classmethod
    def begun(cls, redirect_uri: str) -> Journey:
        return cls(secrets.token_urlsafe(48), secrets.token_urlsafe(24), redirect_uri)

    @property
    def challenge(self) -> str:
        """S256 of the verifier (RFC 7636)."""
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is at a provider. `subject` lasts; `email` is "" unless the provider says that it is verified."""

    provider: str
    subject: str
    email: str
    full_name: str


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """What the provider knows this installation by."""

    client_id: str
    client_secret: str


class Provider(Protocol):
    @property
    def name(self) -> str:
        """As it stands in paths and links."""

    @property
    def title(self) -> str:
        """As people know it."""

    def authorization_url(self, journey: Journey, state: str) -> str:
        """Where the browser goes. Raises UpstreamError, UpstreamTimeout."""

    def identify(self, code: str, journey: Journey) -> Identity:
        """Who came back with `code`. Raises TokenInvalid for a code the provider refuses, UpstreamError, UpstreamTimeout."""


def with_query(url: str, parameters: dict[str, str]) -> str:
    """`url` with more parameters; one that has a query keeps it."""
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(parameters)}"
