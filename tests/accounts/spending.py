"""Using up what a plan holds, for the tests of this folder."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.test import Client

from apps.accounts.models import Meter, UsageCounter, UsageRecord
from apps.accounts.usage import services
from apps.core.caller import Caller
from apps.core.db import acting, as_system
from tests.factories.accounts import Person


def use_up(person: Person, meter: Meter, amount: int) -> None:
    with acting(person.caller) as caller:
        services.spend(caller=caller, meter=meter, amount=amount, key=f"used before: {amount}")


def counts(caller: Caller, meter: Meter) -> tuple[int, int]:
    """Used and reserved."""
    with as_system():
        row = UsageCounter.objects.filter(workspace_id=caller.workspace_id, meter=meter).first()
    return (row.used, row.reserved) if row else (0, 0)


def states(caller: Caller, meter: Meter) -> list[str]:
    with as_system():
        rows = UsageRecord.objects.filter(workspace_id=caller.workspace_id, meter=meter)
        return sorted(rows.values_list("state", flat=True))


def at_once(number: int, call: Callable[[int], Any]) -> list[Any]:
    """`call(0..number-1)` from a thread each, with connections of their own, all let go at one moment."""
    answers: list[Any] = [None] * number
    start = threading.Barrier(number)

    def run(place: int) -> None:
        try:
            start.wait()
            answers[place] = call(place)
        except Exception as fault:  # noqa: BLE001 - an answer as any other, for the test to judge
            answers[place] = fault
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[place]) for place in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def usage(client: Client) -> dict[str, Any]:
    """What `users/me/usage/` answers."""
    response = client.get("/api/v1/users/me/usage/")
    assert response.status_code == 200, response.content
    body: dict[str, Any] = response.json()
    return body


def meter(person: Person, name: Meter) -> dict[str, Any]:
    return next(one for one in usage(person.client)["meters"] if one["meter"] == name)


def assert_refused(answer: Any, name: Meter, start: str) -> None:
    """By the plan, for this meter, with a detail that begins like this."""
    body = answer.json()
    assert (answer.status_code, body["code"]) == (403, "plan_limit_reached"), body
    assert body["detail"].startswith(start), body["detail"]
    assert [(error["attr"], error["code"]) for error in body["errors"]] == [(name, "plan_limit_reached")]
