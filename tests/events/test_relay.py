"""The outbox: written with what made it true, delivered at least once, one handler's fault delaying only itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import acting, as_system
from apps.events import registry
from apps.events.models import Delivery, Event
from apps.events.redaction import SecretInEvent
from apps.events.relay import relay
from apps.events.services import NewEvent, publish, publish_all
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def heard() -> Iterator[dict[str, list[Any]]]:
    """Two handlers of a type of event of this test's own."""
    kind = f"test.{uuid4().hex[:8]}"
    calls: dict[str, list[Any]] = {"type": [kind], "good": [], "bad": [], "faults": []}

    @registry.handles(kind, name=f"{kind}.good")
    def good(event: registry.Happened) -> None:
        calls["good"].append(event)

    @registry.handles(kind, name=f"{kind}.bad")
    def bad(event: registry.Happened) -> None:
        calls["bad"].append(event)
        if calls["faults"]:
            raise calls["faults"].pop()

    yield calls
    registry._by_type.pop(kind)
    for name in (f"{kind}.good", f"{kind}.bad"):
        registry._by_name.pop(name)


def tell(member: Person, heard: dict[str, list[Any]]) -> Event:
    with acting(member.caller):
        return publish(heard["type"][0], workspace_id=member.caller.workspace_id, actor_id=member.caller.user_id,
                       payload={"n": 1})  # fmt: skip


def test_many_are_told_at_once_and_in_order(member: Person, heard: dict[str, list[Any]]) -> None:
    kind, place = heard["type"][0], member.caller.workspace_id
    many = [NewEvent(type=kind, workspace_id=place, payload={"n": number}) for number in range(30)]
    with acting(member.caller), CaptureQueriesContext(connections["default"]) as asked:
        assert publish_all(iter(many)) != []
        assert publish_all([]) == []
    assert sum("INSERT" in query["sql"] for query in asked) == 2
    relay()
    assert [event.payload["n"] for event in heard["good"]] == list(range(30))


def test_of_many_all_are_told_or_none(member: Person, heard: dict[str, list[Any]]) -> None:
    kind, place = heard["type"][0], member.caller.workspace_id
    said: list[dict[str, Any]] = [{"n": 1}, {"password": "no"}]
    with acting(member.caller), pytest.raises(SecretInEvent):
        publish_all(NewEvent(type=kind, workspace_id=place, payload=one) for one in said)
    relay()
    assert heard["good"] == []


def test_every_handler_hears_it_once(member: Person, heard: dict[str, list[Any]]) -> None:
    event = tell(member, heard)
    relay()
    relay()
    assert [h.id for h in heard["good"]] == [h.id for h in heard["bad"]] == [event.pk]
    assert heard["good"][0].payload == {"n": 1}


def test_what_is_undone_was_never_said(member: Person, heard: dict[str, list[Any]]) -> None:
    with pytest.raises(ZeroDivisionError), acting(member.caller):
        publish(heard["type"][0], workspace_id=member.caller.workspace_id)
        raise ZeroDivisionError
    relay()
    assert heard["good"] == []
    with as_system():
        assert not Event.objects.filter(type=heard["type"][0]).exists()


def test_a_fault_delays_only_its_handler_and_is_tried_again(
    member: Person, heard: dict[str, list[Any]]
) -> None:
    heard["faults"].append(RuntimeError("ada@example.com"))
    tell(member, heard)
    relay()
    assert len(heard["good"]) == 1
    with as_system():
        late = Delivery.objects.get(handler__endswith=".bad")
        assert (late.status, late.attempts, late.fault) == ("due", 1, "RuntimeError")
        assert late.due_at > timezone.now()
        Delivery.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(seconds=1))
    relay()
    assert len(heard["bad"]) == 2
    with as_system():
        assert Delivery.objects.get(pk=late.pk).status == "done"


def test_a_delivery_that_always_fails_ends_dead_and_is_kept(
    member: Person, heard: dict[str, list[Any]]
) -> None:
    heard["faults"] += [RuntimeError()] * 20
    tell(member, heard)
    for _ in range(14):
        relay()
        with as_system():
            Delivery.objects.filter(status="due").update(due_at=timezone.now() - timedelta(seconds=1))
    with as_system():
        dead = Delivery.objects.get(handler__endswith=".bad")
    assert (dead.status, dead.attempts) == ("dead", 12)


def test_relays_side_by_side_deliver_once(member: Person, heard: dict[str, list[Any]]) -> None:
    for _ in range(20):
        tell(member, heard)

    def run() -> None:
        relay()
        connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard["good"]) == len(heard["bad"]) == 20
    assert len({event.id for event in heard["good"]}) == 20


def test_events_lie_in_the_partition_of_their_month(member: Person, heard: dict[str, list[Any]]) -> None:
    event = tell(member, heard)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM events_event WHERE id = %s", [event.pk])
        (table,) = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM events_event_rest")
        assert cursor.fetchone() == (0,)
    assert table == f"events_event_{timezone.now():%Y%m}"
