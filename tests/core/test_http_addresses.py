"""Which addresses are ours and which are the world's."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.http import AddressRefused, Endpoint
from apps.core.http.addresses import Guard, is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
        "2001::1", "2001:db8::1", "3fff::1", "100::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0",
        "fec0::1", "ff02::1", "5f00::1",
    ],
)  # fmt: skip
def test_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
        "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
        "2002:101:101::1",
    ],
)  # fmt: skip
def test_other_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_nothing_python_calls_private_is_public(address: IPv4Address) -> None:
    """A second opinion: the standard library's lists, which ours may exceed and never fall short of."""
    if is_public(address):
        assert not (address.is_private or address.is_loopback or address.is_link_local)
        assert not (address.is_multicast or address.is_reserved or address.is_unspecified)


@given(st.ip_addresses(v=4))
def test_ipv6_is_judged_by_the_ipv4_it_carries(address: IPv4Address) -> None:
    carriers = (
        f"::ffff:{address}",
        f"64:ff9b::{address}",
        f"2002:{int(address) >> 16:x}:{int(address) & 65535:x}::1",
    )
    assert {is_public(ip_address(carrier)) for carrier in carriers} == {is_public(address)}


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.com/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://example.com/", "scheme"),
        ("//example.com/", "scheme"),
        ("http:///path", "invalid"),
        ("https://mira:pw@example.com/", "invalid"),
        ("http://mira@example.com/", "invalid"),
        ("http://example.com:22/", "port"),
        ("http://example.com:8001/", "port"),
        ("http://127.0.0.1/", "private_address"),
        ("http://[::1]/", "private_address"),
        ("https://169.254.169.254/latest/", "private_address"),
        ("http://[::ffff:a9fe:a9fe]/", "private_address"),
    ],
)
def test_guard_refuses_by_the_form_alone(address: str, reason: str) -> None:
    with pytest.raises(AddressRefused) as caught:
        Guard().check_url(httpx.URL(address))
    (error,) = caught.value.errors
    assert (error.attr, error.code) == ("url", reason)


@pytest.mark.parametrize(
    "address", ["http://example.com/", "https://example.com:443/", "http://1.1.1.1/?a=b"]
)
def test_guard_lets_the_world_through(address: str) -> None:
    Guard().check_url(httpx.URL(address))


def test_guard_allows_exact_ends_only() -> None:
    guard = Guard(
        allow=[Endpoint.parse("127.0.0.1:8001"), Endpoint.parse("[::1]:8001"), Endpoint.parse("Board:81")]
    )
    for address in ("http://127.0.0.1:8001/", "http://[::1]:8001/", "https://board:81/", "http://BOARD:81/"):
        guard.check_url(httpx.URL(address))
    for address in (
        "http://127.0.0.1/",
        "http://127.0.0.1:8002/",
        "http://127.0.0.2:8001/",
        "http://a.board:81/",
    ):
        with pytest.raises(AddressRefused):
            guard.check_url(httpx.URL(address))
    guard.check_addresses(Endpoint("board", 81), ["10.0.0.7"])
    with pytest.raises(AddressRefused):
        guard.check_addresses(Endpoint("board", 82), ["10.0.0.7"])


def test_guard_refuses_a_name_with_one_private_address() -> None:
    with pytest.raises(AddressRefused):
        Guard().check_addresses(Endpoint("example.com", 443), ["1.1.1.1", "10.0.0.7"])


@pytest.mark.parametrize(
    "text", ["", "127.0.0.1", "127.0.0.0/8:80", "*:80", "*.example.com:443", ":80", "a:b", "a:", "u@a:1"]
)
def test_endpoint_takes_no_pattern(text: str) -> None:
    with pytest.raises(ValueError, match="exact host:port"):
        Endpoint.parse(text)
