"""The test's own TOTP against the vectors of RFC 6238, and the product's code against the test's."""

from __future__ import annotations

import base64

import pytest
from allauth.mfa.totp.internal import auth as library

from apps.accounts.auth.mfa.totp import step_of
from tests.accounts.rfc6238 import totp
from tests.accounts.second_factors import Clock, clock

__all__ = ["clock"]
SEED = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_vectors_of_appendix_b(at: int, code: str) -> None:
    assert totp(SEED, at=at, digits=8) == code


def test_the_steps_that_are_taken(clock: Clock) -> None:
    secret = library.generate_totp_secret()
    steps = {away: step_of(secret, clock.code(secret, steps=away)) for away in range(-3, 4)}
    present = int(clock.now) // 30
    assert steps == {-3: None, -2: None, -1: present - 1, 0: present, 1: present + 1, 2: None, 3: None}


@pytest.mark.parametrize("code", ["", " ", "000", "١٢٣٤٥٦", "abcdef", "1" * 64, "\x00"])
def test_what_is_no_code(code: str) -> None:
    assert step_of(SEED, code) is None
