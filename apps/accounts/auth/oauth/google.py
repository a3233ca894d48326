"""Google, and any other OpenID Connect provider: found by its discovery document, believed by its signature."""

from __future__ import annotations

import hmac
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

import jwt

from apps.accounts.auth.oauth.exchange import ProviderUnreadable, an_object, get_json, redeem, text
from apps.accounts.auth.oauth.providers import ClientCredentials, Identity, Journey, with_query
from apps.core.errors import UpstreamError

# Signed by a key of the provider's: a MAC or "none" could be made by anyone who knows the client id.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")
REQUIRED_CLAIMS = ("iss", "sub", "aud", "exp", "iat")
_LEEWAY, _KEPT = 60, 600


class IdentityRefused(UpstreamError):
    """The id_token is forged, stale, or meant for somebody else."""

    title = "The provider's statement could not be trusted"


class _Documents:
    """Discovery and keys, kept for ten minutes. Thread-safe; two who ask at once may both fetch."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Mapping[str, object]]] = {}
        self._lock = threading.Lock()

    def get(self, url: str, *, anew: bool = False) -> Mapping[str, object]:
        with self._lock:
            found = self._kept.get(url)
        if found is not None and not anew and time.monotonic() - found[0] < _KEPT:
            return found[1]
        document = an_object(get_json(url))
        with self._lock:
            self._kept[url] = (time.monotonic(), document)
        return document


_documents = _Documents()


@dataclass(frozen=True, slots=True)
class GoogleProvider:
    """`issuer` without a slash at its end, exactly as it stands in the id_token."""

    issuer: str
    client: ClientCredentials
    name: str = "google"
    title: str = "Google"

    def authorization_url(self, journey: Journey, state: str) -> str:
        return with_query(
            text(self._discovered(), "authorization_endpoint"),
            {
                "response_type": "code",
                "client_id": self.client.client_id,
                "redirect_uri": journey.redirect_uri,
                "scope": "openid email profile",
                "state": state,
                "nonce": journey.nonce,
                "code_challenge": journey.challenge,
                "code_challenge_method": "S256",
            },
        )

    def identify(self, code: str, journey: Journey) -> Identity:
        tokens = redeem(
            text(self._discovered(), "token_endpoint"),
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": journey.redirect_uri,
                "client_id": self.client.client_id,
                "client_secret": self.client.client_secret,
                "code_verifier": journey.verifier,
            },
        )
        claims = self._verified(text(tokens, "id_token"), journey.nonce)
        email = claims.get("email")
        # A boolean, and true: some providers send words.
        is_verified = claims.get("email_verified") is True and isinstance(email, str)
        name = claims.get("name")
        return Identity(
            provider=self.name,
            subject=text(claims, "sub"),
            email=str(email) if is_verified else "",
            full_name=name if isinstance(name, str) else "",
        )

    def _discovered(self) -> Mapping[str, object]:
        found = _documents.get(f"{self.issuer}/.well-known/openid-configuration")
        if text(found, "issuer") != self.issuer:
            raise ProviderUnreadable()
        return found

    def _verified(self, token: str, nonce: str) -> Mapping[str, object]:
        """The claims of an id_token, held to OpenID Connect Core 3.1.3.7. Raises IdentityRefused, UpstreamError."""
        try:
            claims: Mapping[str, object] = jwt.decode(
                token,
                self._key_of(token),
                algorithms=ALGORITHMS,
                audience=self.client.client_id,
                issuer=self.issuer,
                leeway=_LEEWAY,
                options={"require": list(REQUIRED_CLAIMS)},
            )
        except (jwt.PyJWTError, ValueError, TypeError) as fault:
            raise IdentityRefused() from fault
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise IdentityRefused()
        audience = claims["aud"]
        if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != self.client.client_id:
            raise IdentityRefused()
        return claims

    def _key_of(self, token: str) -> jwt.PyJWK:
        """The provider's key that the token names; read anew when it is one we have not seen."""
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise IdentityRefused()
        url = text(self._discovered(), "jwks_uri")
        for anew in (False, True):
            keys = jwt.PyJWKSet.from_dict(dict(_documents.get(url, anew=anew))).keys
            named = [key for key in keys if key.key_id == header.get("kid")]
            # A set of one key needs no name.
            found = named or (keys if "kid" not in header and len(keys) == 1 else [])
            if found:
                return found[0]
        raise IdentityRefused()
