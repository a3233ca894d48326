"""Which addresses we call at all. Pure.

The lists are IANA's special-purpose registries, written out: `ipaddress.is_global` changed its mind between
patch releases of Python, and knows nothing of addresses embedded in IPv6 or of cloud metadata.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import NamedTuple

import httpx

from apps.core.http.errors import AddressRefused

_REFUSED_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # Azure's metadata, in the midst of public space
    )
)  # fmt: skip
_GLOBAL_V6 = IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "3fff::/20")  # protocol use (Teredo too), documentation
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")

_DEFAULT_PORTS = {"http": 80, "https": 443}


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anyone on the internet can be behind this address; IPv6 is judged by the IPv4 it carries."""
    if isinstance(address, IPv6Address):
        embedded = _embedded(address)
        if embedded is None:
            return address in _GLOBAL_V6 and not any(address in network for network in _REFUSED_V6)
        address = embedded
    return not any(address in network for network in _REFUSED_V4)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in _MAPPED or address in _NAT64:
        return IPv4Address(address.packed[12:])
    return IPv4Address(address.packed[2:6]) if address in _6TO4 else None


class Endpoint(NamedTuple):
    """One host, as a name or an address, and one port."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Endpoint:
        """Reads `127.0.0.1:8001` or `[::1]:8001`. Raises ValueError: no port, no network and no wildcard."""
        host, colon, port = text.strip().rpartition(":")
        host = host.removeprefix("[").removesuffix("]").lower()
        if not (colon and host and port.isdecimal()) or set(host) & set("*/@? "):
            raise ValueError(f"not an exact host:port: {text!r}")
        return cls(host, int(port))

    @classmethod
    def of(cls, url: httpx.URL) -> Endpoint:
        """The end of an http(s) URL, with the scheme's port where none is written."""
        return cls(url.raw_host.decode("ascii").lower(), url.port or _DEFAULT_PORTS.get(url.scheme, 0))


class Guard:
    """Refuses by the form of a URL first, and by what its host resolves to when the connection is made."""

    def __init__(self, *, allow: Iterable[Endpoint] = (), ports: Iterable[int] = (80, 443)) -> None:
        self._allow = frozenset(allow)
        self._ports = frozenset(ports)

    def check_url(self, url: httpx.URL) -> None:
        """Raises AddressRefused for a scheme, port, user part or literal address that is never called."""
        if url.scheme not in _DEFAULT_PORTS:
            raise AddressRefused("scheme", "only http and https addresses are read")
        if url.userinfo or not url.host:
            raise AddressRefused("invalid", "an address is a host and a path, without a user name")
        endpoint = Endpoint.of(url)
        if endpoint in self._allow:
            return
        if _is_literal(endpoint.host):
            self.check_addresses(endpoint, [endpoint.host])
        if endpoint.port not in self._ports:
            raise AddressRefused("port", "this port is not read")

    def check_addresses(self, endpoint: Endpoint, addresses: Iterable[str]) -> None:
        """Raises AddressRefused unless every one is public: a mixed answer is an attack or a misconfiguration."""
        if endpoint in self._allow:
            return
        if not all(is_public(ipaddress.ip_address(address)) for address in addresses):
            raise AddressRefused


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
