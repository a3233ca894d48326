"""Talking to a provider: JSON over the guarded client, and every way it can go wrong as one of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlencode

from apps.core import http
from apps.core.errors import TokenInvalid, UpstreamError

# A sign-in waits for it: short patience, no redirects. Everybody's sign-ins go to one host.
_POLICY = http.Policy(
    connect_seconds=3.0,
    read_seconds=5.0,
    total_seconds=8.0,
    attempts=2,
    max_retry_after=1.0,
    max_bytes=1 << 20,
    max_redirects=0,
    robots=False,
    limit=http.HostLimit(requests_per_second=50.0, concurrency=20),
)


class ProviderUnreadable(UpstreamError):
    """The provider's answer is not what its protocol says."""

    title = "The provider sent an answer that could not be used"


class CodeRefused(TokenInvalid):
    """The provider does not know the code, or knows it as used, expired, or given to somebody else."""

    title = "The provider did not accept the code; start again"


def get_json(url: str, *, bearer: str = "") -> object:
    """Raises UpstreamError, UpstreamTimeout."""
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {bearer}"} if bearer else {})
    return _call(http.Outgoing(url, headers=headers))


def redeem(url: str, fields: Mapping[str, str]) -> Mapping[str, object]:
    """The token endpoint's answer for a code. Sent once. Raises CodeRefused, UpstreamError, UpstreamTimeout."""
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
    sent = http.Outgoing(url, method="POST", headers=headers, content=urlencode(fields).encode())
    try:
        return an_object(_call(sent))
    except http.UpstreamStatus as fault:
        # RFC 6749 5.2: a bad code is a 400; a client that the provider does not know (401) is our own fault.
        if fault.upstream_status == 400:
            raise CodeRefused() from fault
        raise


def an_object(found: object) -> Mapping[str, object]:
    if not isinstance(found, dict):
        raise ProviderUnreadable()
    return found


def text(found: Mapping[str, object], name: str) -> str:
    """A string that must be there. Raises ProviderUnreadable."""
    value = found.get(name)
    if not isinstance(value, str) or not value:
        raise ProviderUnreadable()
    return value


def _call(outgoing: http.Outgoing) -> object:
    try:
        with http.fetch(outgoing, policy=_POLICY) as answer:
            return json.loads(answer.body.read())
    except (ValueError, RecursionError) as fault:
        raise ProviderUnreadable() from fault
    except http.AddressRefused as fault:
        # Not the client's input: an address of the settings, or of the provider's own documents.
        raise UpstreamError("The provider names an address that is not called.") from fault
