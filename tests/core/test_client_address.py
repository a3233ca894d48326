"""Where a request comes from: what a proxy of ours says counts, what a client says does not."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from apps.core.api.client import UNKNOWN, client_address, client_network


def address(remote: str, forwarded: str | None = None) -> str:
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return client_address(RequestFactory(headers=headers).get("/", REMOTE_ADDR=remote))


def network(remote: str) -> str:
    return client_network(RequestFactory().get("/", REMOTE_ADDR=remote))


def test_header_is_not_believed_without_a_proxy(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 0
    assert address("192.0.2.7", "198.51.100.1") == "192.0.2.7"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.9, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.9, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (2, "198.51.100.1", "192.0.2.7"),
        (1, None, "192.0.2.7"),
        (1, "", "192.0.2.7"),
        (1, "198.51.100.1, unknown", "192.0.2.7"),
        (1, "198.51.100.1:4711", "198.51.100.1"),
        (1, "[2001:db8::1]:443", "2001:db8::1"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "fe80::1%eth0", "fe80::1"),
    ],
)
def test_proxies_append_whom_they_heard(
    settings: Settings, proxies: int, forwarded: str | None, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert address("192.0.2.7", forwarded) == expected


def test_no_address_is_an_address_of_its_own() -> None:
    assert address("") == UNKNOWN


def test_ipv6_counts_by_subscriber() -> None:
    assert network("2001:db8:1:2:3::4") == network("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    assert network("2001:db8:1:3::4") != network("2001:db8:1:2::4")
    assert network("::ffff:192.0.2.7") == network("192.0.2.7") == "192.0.2.7"
