"""The only way to the outside. `fetch` and `stream` are for use; the rest is to say what is wanted and what went wrong.

Everything below this file is pure; these two read the installation's settings when they are called.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager

from apps.core.http.addresses import Endpoint
from apps.core.http.client import HttpClient, OutboundConfig
from apps.core.http.errors import (
    AddressRefused,
    BrokenBody,
    HostBusy,
    RedirectRefused,
    RobotsRefused,
    TooLarge,
    UnexpectedType,
    Unreachable,
    UpstreamStatus,
)
from apps.core.http.gate import HostGate, HostLimit, LocalHostGate
from apps.core.http.messages import Fetched, Outgoing, Policy

__all__ = [
    "AddressRefused", "BrokenBody", "Endpoint", "Fetched", "HostBusy", "HostGate", "HostLimit", "HttpClient",
    "LocalHostGate", "OutboundConfig", "Outgoing", "Policy", "RedirectRefused", "RobotsRefused", "TooLarge",
    "UnexpectedType", "Unreachable", "UpstreamStatus", "fetch", "stream",
]  # fmt: skip


def fetch(request: Outgoing, *, policy: Policy) -> Fetched:
    """`HttpClient.fetch` by the client of this process."""
    return _client().fetch(request, policy=policy)


def stream(request: Outgoing, *, policy: Policy) -> AbstractContextManager[Iterator[bytes]]:
    """`HttpClient.stream` by the client of this process."""
    return _client().stream(request, policy=policy)


def _client() -> HttpClient:
    """Settings: OUTBOUND_ALLOW (a list of `host:port`); OUTBOUND_USER_AGENT and OUTBOUND_PORTS if they differ."""
    from django.conf import settings

    config = OutboundConfig(
        user_agent=getattr(settings, "OUTBOUND_USER_AGENT", OutboundConfig.user_agent),
        allow=frozenset(map(Endpoint.parse, settings.OUTBOUND_ALLOW)),
        ports=frozenset(getattr(settings, "OUTBOUND_PORTS", OutboundConfig.ports)),
    )
    return _client_for(config)


@functools.lru_cache(maxsize=4)
def _client_for(config: OutboundConfig) -> HttpClient:
    from apps.core.cached.valkey import valkey
    from apps.core.shared_gate import SharedHostGate

    return HttpClient(config, gate=SharedHostGate(valkey))


# Connections opened before a fork must not be shared with the child.
os.register_at_fork(after_in_child=_client_for.cache_clear)
