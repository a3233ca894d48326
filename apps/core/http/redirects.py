"""Where a redirect may lead, and what may go along. Pure."""

from __future__ import annotations

from dataclasses import replace

import httpx

from apps.core.http.addresses import Endpoint
from apps.core.http.errors import RedirectRefused, UpstreamStatus
from apps.core.http.messages import Outgoing

STATUSES = frozenset({301, 302, 303, 307, 308})

# What a caller may have put in besides: keys and cookies meant for the first host alone.
_HEADERS_FOR_ANYONE = frozenset({"accept", "accept-language"})


def next_hop(request: Outgoing, status: int, location: str, *, cross_host: bool) -> Outgoing:
    """The request that follows. Its address is still to be checked like any other.

    Raises RedirectRefused (another host, https to http), UpstreamStatus (no place named, or a body would have
    to be sent again).
    """
    if not location or (request.method not in ("GET", "HEAD") and status != 303):
        raise UpstreamStatus(status)
    here = httpx.URL(request.url)
    try:
        there = here.join(location).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError):
        raise RedirectRefused("The site redirects to an address that cannot be read.") from None
    if here.scheme == "https" and there.scheme == "http":
        raise RedirectRefused("The site redirects from https to http.")
    if not cross_host and here.host != there.host:
        raise RedirectRefused("The site redirects to another host.")
    hop = replace(request, url=str(there))
    if status == 303 and request.method != "HEAD":
        hop = replace(hop, method="GET", content=None)
    if Endpoint.of(here) != Endpoint.of(there):
        kept = {name: value for name, value in hop.headers.items() if name.lower() in _HEADERS_FOR_ANYONE}
        hop = replace(hop, headers=kept, etag=None, last_modified=None)
    return hop
