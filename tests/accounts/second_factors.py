"""Getting a second factor, as a client does it; and a clock for the codes, which a test may set."""

from __future__ import annotations

import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as library
from django.test import Client

from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import Answer, login, post
from tests.accounts.rfc6238 import STEP, totp
from tests.factories.accounts import PASSWORD, Person


class Clock:
    """What the server believes the time is; it stands still, so that no test runs over the edge of a step."""

    def __init__(self) -> None:
        self.now = time.time()

    def code(self, secret: str, *, steps: int = 0) -> str:
        """The code of now, or of some steps away."""
        return totp(secret, at=self.now + steps * STEP)

    def next_step(self) -> None:
        self.now += STEP


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    clock = Clock()
    monkeypatch.setattr(library, "time", SimpleNamespace(time=lambda: clock.now))
    yield clock


def turn_totp_on(person: Person, clock: Clock) -> tuple[str, list[str]]:
    """The secret and the recovery codes; the code of this step is used up."""
    begun = post(person.client, "auth/mfa/totp/", {"password": PASSWORD})
    assert begun.status_code == 200, begun.content
    secret = begun.json()["secret"]
    confirmed = post(person.client, "auth/mfa/totp/confirm/", {"code": clock.code(secret)})
    assert confirmed.status_code == 200, confirmed.content
    clock.next_step()
    return secret, confirmed.json()["recovery_codes"]


def begin_passkey(person: Person, **proof: str) -> Any:
    begun = post(person.client, "auth/mfa/passkeys/begin/", proof or {"password": PASSWORD})
    assert begun.status_code == 200, begun.content
    return begun.json()["options"]


def add_passkey(person: Person, authenticator: Authenticator, name: str = "Laptop") -> Answer:
    """The answer of `createPasskey`."""
    credential = authenticator.create(begin_passkey(person))
    return post(person.client, "auth/mfa/passkeys/", {"name": name, "credential": credential})


def challenge_for(person: Person, client: Client) -> str:
    """The challenge that the right password gives."""
    answer = login(client, person.user.email)
    assert answer.status_code == 202, answer.content
    return str(answer.json()["challenge"])


def events_of(person: Person) -> list[str]:
    """What has been told of a person's account, in order."""
    with as_system():
        rows = Event.objects.filter(subject_type="user", subject_id=person.user.pk).order_by("id")
        return list(rows.values_list("type", flat=True))


def deliver() -> None:
    while relay():
        pass
