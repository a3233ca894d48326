"""Where a request comes from, as far as that can be known."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# Of a request that came over no network (a socket file).
UNKNOWN = "0.0.0.0"  # nosec B104  # noqa: S104 - written down, not listened on
# What one subscriber is given: any of its 2^64 addresses is the same customer.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """The address of the client, canonical: `192.0.2.7`, `2001:db8::1`.

    With `TRUSTED_PROXIES` = n, the n-th entry of `X-Forwarded-For` from the right: each proxy appends whom it heard, so
    what a client wrote itself stands further left. Without that many entries the request missed a proxy, and the
    connection's own address counts.
    """
    proxies = int(settings.TRUSTED_PROXIES)
    if proxies > 0:
        heard = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        forwarded = _read(heard[-proxies]) if len(heard) >= proxies else None
        if forwarded is not None:
            return str(forwarded)
    return str(_read(request.META.get("REMOTE_ADDR", "")) or UNKNOWN)


def client_network(request: HttpRequest) -> str:
    """What limits count by: an IPv4 address, or the /64 of an IPv6 one (`2001:db8::/64`)."""
    address = ip_address(client_address(request))
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, IPV6_PREFIX), strict=False))
    return str(address)


def _read(written: str) -> IPv4Address | IPv6Address | None:
    """An address, whatever proxies write around it: `192.0.2.7:4711`, `[2001:db8::1]:443`, `::ffff:192.0.2.7`."""
    text = written.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
