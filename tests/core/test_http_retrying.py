"""The Retry-After header in both its forms."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from apps.core.http.retrying import parse_retry_after

_NOW = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Fri, 20 Nov 2026 12:00:30 GMT", 30),
        ("Fri, 20 Nov 2026 14:00:30 +0200", 30),
        ("Fri, 20 Nov 2026 11:59:00 GMT", 0),
        ("Fri, 20 Nov 2026 12:00:30", 30),
        ("9" * 400, 86_400),
        ("Fri, 20 Nov 2099 12:00:00 GMT", 86_400),
    ],
)
def test_retry_after_in_seconds(value: str, seconds: float) -> None:
    assert parse_retry_after(value, _NOW) == seconds


@pytest.mark.parametrize("value", [None, "", "soon", "-5", "1.5", "²", "Fri, 99 Nov 2026 12:00:30 GMT"])
def test_retry_after_that_cannot_be_read_is_none(value: str | None) -> None:
    assert parse_retry_after(value, _NOW) is None
