"""What is believed of an OpenID provider: its signature, for us, now, and for this journey. Nothing else."""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.utils import base64url_encode

from apps.accounts.auth.oauth.exchange import CodeRefused, ProviderUnreadable
from apps.accounts.auth.oauth.google import GoogleProvider, IdentityRefused
from apps.accounts.auth.oauth.providers import ClientCredentials, Identity, Journey
from apps.core.errors import UpstreamError
from tests.accounts.providers import CLIENT_ID, CLIENT_SECRET, REDIRECT_URL, OpenIdProvider, running


@pytest.fixture
def provider(settings: Any) -> Iterator[OpenIdProvider]:
    with running(OpenIdProvider()) as server:
        settings.OUTBOUND_ALLOW = (server.endpoint,)
        yield server


def identify(provider: OpenIdProvider, *, code: str = "") -> Identity:
    client = GoogleProvider(provider.url, ClientCredentials(CLIENT_ID, CLIENT_SECRET))
    journey = Journey.begun(REDIRECT_URL)
    good, _ = provider.consent(client.authorization_url(journey, "state"))
    return client.identify(code or good, journey)


def test_a_right_token(provider: OpenIdProvider) -> None:
    assert identify(provider) == Identity(
        provider="google",
        subject="10769150350006150715113082367",
        email="ada@example.com",
        full_name="Ada Example",
    )


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://accounts.google.com.evil.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": None},
        {"aud": [CLIENT_ID, "another-client"]},
        {"aud": [CLIENT_ID, "another-client"], "azp": "another-client"},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"exp": "never"},
        {"iat": int(time.time()) + 3600},
        {"iat": None},
        {"nonce": "of another journey"},
        {"nonce": None},
        {"nonce": 5},
        {"sub": None},
        {"sub": 5},
    ],
)
def test_wrong_claims(provider: OpenIdProvider, claims: dict[str, object]) -> None:
    provider.claims = claims
    with pytest.raises(IdentityRefused):
        identify(provider)


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({"email_verified": False}, ""),
        ({"email_verified": None}, ""),
        ({"email_verified": "true"}, ""),
        ({"email_verified": 1}, ""),
        ({"email": None}, ""),
        ({"email": ["ada@example.com"]}, ""),
        ({"aud": [CLIENT_ID]}, "ada@example.com"),
        ({"aud": [CLIENT_ID, "another"], "azp": CLIENT_ID}, "ada@example.com"),
    ],
)
def test_what_is_read_of_right_ones(provider: OpenIdProvider, claims: dict[str, object], email: str) -> None:
    provider.claims = claims
    assert identify(provider).email == email


def _unsigned(claims: dict[str, object]) -> str:
    return jwt.encode(claims, None, algorithm="none")  # type: ignore[arg-type]  # the attack


def _by_the_client_secret(claims: dict[str, object]) -> str:
    return jwt.encode(claims, CLIENT_SECRET.ljust(32), algorithm="HS256", headers={"kid": "first"})


def _by_another_key(claims: dict[str, object]) -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "first"})


def _by_an_unknown_key(claims: dict[str, object]) -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "unknown"})


@pytest.mark.parametrize("sign", [_unsigned, _by_the_client_secret, _by_another_key, _by_an_unknown_key])
def test_forged_signatures(provider: OpenIdProvider, sign: Any) -> None:
    provider.sign = sign
    with pytest.raises(IdentityRefused):
        identify(provider)


@pytest.mark.parametrize("encoding", [serialization.Encoding.PEM, serialization.Encoding.DER])
def test_the_public_key_as_a_shared_secret(
    provider: OpenIdProvider, encoding: serialization.Encoding
) -> None:
    """The classic confusion: a MAC made with what everybody knows."""
    public = provider.key.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)

    def sign(claims: dict[str, object]) -> str:
        header = {"alg": "HS256", "typ": "JWT", "kid": "first"}
        signed = b".".join(base64url_encode(json.dumps(part).encode()) for part in (header, claims))
        return b".".join([signed, base64url_encode(hmac.digest(public, signed, "sha256"))]).decode()

    provider.sign = sign
    with pytest.raises(IdentityRefused):
        identify(provider)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "..", "e30.e30.", "\x00", 5, None])
def test_no_token_at_all(provider: OpenIdProvider, token: object) -> None:
    provider.broken["/token"] = (200, {"id_token": token})
    with pytest.raises(UpstreamError):
        identify(provider)


def test_keys_are_kept_and_read_anew_after_a_rotation(provider: OpenIdProvider) -> None:
    identify(provider)
    identify(provider)
    assert provider.asked.count("/keys") == provider.asked.count("/.well-known/openid-configuration") == 1
    provider.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    provider.kid = "second"
    assert identify(provider).subject
    assert provider.asked.count("/keys") == 2


def test_a_code_is_for_its_own_journey(provider: OpenIdProvider) -> None:
    with pytest.raises(CodeRefused):
        identify(provider, code="made-up")
    client = GoogleProvider(provider.url, ClientCredentials(CLIENT_ID, CLIENT_SECRET))
    stolen, _ = provider.consent(client.authorization_url(Journey.begun(REDIRECT_URL), "state"))
    with pytest.raises(CodeRefused):
        client.identify(stolen, Journey.begun(REDIRECT_URL))


@pytest.mark.parametrize(
    "document",
    [
        {
            "issuer": "https://accounts.google.com.evil.example",
            "authorization_endpoint": "https://example.com",
        },
        {"issuer": 5},
        {},
        [],
    ],
)
def test_a_discovery_document_of_somebody_else(provider: OpenIdProvider, document: object) -> None:
    provider.broken["/.well-known/openid-configuration"] = (200, document)
    with pytest.raises(ProviderUnreadable):
        identify(provider)


@pytest.mark.parametrize(
    "keys", [{}, {"keys": []}, {"keys": "none"}, {"keys": [{"kty": "RSA"}]}, {"keys": [5]}]
)
def test_broken_keys(provider: OpenIdProvider, keys: object) -> None:
    provider.broken["/keys"] = (200, keys)
    with pytest.raises(UpstreamError):
        identify(provider)
