"""The only way to the outside. `fetch` is for use; the rest is to say what is wanted and what went wrong.

Everything but `fetch` itself is pure; it reads the installation's settings on its first call.
"""

from __future__ import annotations

import functools
import os

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
    "UnexpectedType", "Unreachable", "UpstreamStatus", "fetch",
]  # fmt: skip


def fetch(request: Outgoing, *, policy: Policy) -> Fetched:
    """`HttpClient.fetch` by the client of this process.

    Settings: OUTBOUND_USER_AGENT, OUTBOUND_ALLOW (list of `host:port`), OUTBOUND_PORTS (list of numbers).
    """
    from django.conf import settings

    config = OutboundConfig(
        user_agent=settings.OUTBOUND_USER_AGENT,
        allow=frozenset(map(Endpoint.parse, settings.OUTBOUND_ALLOW)),
        ports=frozenset(settings.OUTBOUND_PORTS),
    )
    return _client(config).fetch(request, policy=policy)


@functools.lru_cache(maxsize=4)
def _client(config: OutboundConfig) -> HttpClient:
    return HttpClient(config)


# Connections opened before a fork must not be shared with the child.
os.register_at_fork(after_in_child=_client.cache_clear)
