"""Signed requests: HTTP Message Signatures (RFC 9421) by Ed25519, the body by its Content-Digest (RFC 9530).

What must be covered: `@method`, and `@target-uri` or `@authority` with `@path` and `@query`; `content-digest`
where there is a body. Parameters: `created` (within five minutes), `keyid` (the key's prefix), `nonce` (once).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
from django.http import HttpRequest
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    MappingKeyResolver,
    VerifyResult,
)
from http_message_signatures.algorithms import ED25519

from apps.core import windows
from apps.core.api.body_limit import most_bytes
from apps.core.errors import PayloadTooLarge

MAX_AGE: Final = timedelta(minutes=5)
CLOCK_SKEW: Final = timedelta(seconds=30)
# Longer than any signature is good for: one that could still be replayed has its nonce on record.
NONCE_SECONDS: Final = 600
SHORTEST_NONCE: Final = 16
LONGEST_NONCE: Final = 128
_WHOLE_TARGET = ({'"@target-uri"'}, {'"@authority"', '"@path"', '"@query"'})


class SignatureRefused(Exception):
    """Says what is wrong with a signature, in words for whoever made it."""


class NotEd25519(ValueError):
    """The text is no Ed25519 public key in PEM."""


@dataclass(frozen=True, slots=True)
class _Message:
    """A request as the library reads it."""

    method: str
    url: str
    headers: Mapping[str, str]


def read_public_key(pem: str) -> str:
    """The one PEM form of an Ed25519 public key. Raises NotEd25519."""
    try:
        key = load_pem_public_key(pem.encode())
    except (ValueError, UnsupportedAlgorithm) as fault:
        raise NotEd25519("not a public key in PEM") from fault
    if not isinstance(key, Ed25519PublicKey):
        raise NotEd25519("a public key of another kind")
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def is_signed(request: HttpRequest) -> bool:
    return "Signature" in request.headers or "Signature-Input" in request.headers


def verify(request: HttpRequest, *, key_id: str, public_key: str) -> None:
    """Hold a request against its one signature, and take its nonce. Raises SignatureRefused, PayloadTooLarge."""
    if not is_signed(request):
        raise SignatureRefused("This API key signs its requests, and this one has no signature.")
    keys = MappingKeyResolver(public_keys={key_id: public_key.encode()}, private_keys={})
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=keys)
    verifier.max_clock_skew = CLOCK_SKEW
    message = _Message(request.method or "", request.build_absolute_uri(), request.headers)
    try:
        # One signature: the library refuses several where none is chosen by a tag.
        [result] = verifier.verify(message, max_age=MAX_AGE)
        _require_cover(result)
        verifier.verify_body(message, [result], _whole_body(request))
    except HTTPMessageSignaturesException as fault:
        raise SignatureRefused(f"The signature is refused: {_reason(fault)}.") from fault
    _take_nonce(key_id, result.nonce)


def _reason(fault: Exception) -> str:
    return str(fault).rstrip(".")[:200] or "it does not belong to this request and key"


def _require_cover(result: VerifyResult) -> None:
    covered = set(result.covered_components)
    if '"@method"' not in covered or not any(target <= covered for target in _WHOLE_TARGET):
        raise SignatureRefused(
            "The signature must cover @method, and @target-uri or all of @authority, @path and @query."
        )


def _whole_body(request: HttpRequest) -> bytes:
    """The body, read here before a parser does, and left where the parsers find it again.

    Django's own `body` refuses what is larger than a JSON body may be, which a file may well be.
    """
    if not hasattr(request, "_body"):
        most = most_bytes()
        body = request.read(most + 1)
        if len(body) > most:
            raise PayloadTooLarge(f"A body may hold {most // 1024 // 1024} MB at most.")
        request._body = body
    return request.body


def _take_nonce(key_id: str, nonce: str | None) -> None:
    """Last of all, so that nobody but the signer can use one up."""
    if nonce is None or not SHORTEST_NONCE <= len(nonce) <= LONGEST_NONCE:
        raise SignatureRefused(
            f"The signature must have a nonce of {SHORTEST_NONCE} to {LONGEST_NONCE} characters."
        )
    if not windows.hit(f"nonce:{key_id}:{nonce}", 1, NONCE_SECONDS).allowed:
        raise SignatureRefused("This nonce was used before: a signature is good for one request.")
