"""Writing events, and doing to them what only a superuser of PostgreSQL can do."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.core.management import call_command
from django.db import connections

from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.events.sealing import seal
from apps.events.services import publish
from tests.database import _superuser
from tests.factories.accounts import Person


def record(person: Person, count: int = 1, **more: Any) -> list[Event]:
    """Events in the chain of a person's workspace, each committed by itself."""
    said: dict[str, Any] = {"payload": {"note": "Ada's own words"}, **more}
    events = []
    for number in range(count):
        with acting(person.caller):
            events.append(
                publish(
                    f"test.happened_{number}",
                    workspace_id=person.caller.workspace_id,
                    actor_id=person.caller.user_id,
                    **said,
                )
            )
    return events


def record_global(event_type: str, **more: Any) -> Event:
    with as_system():
        return publish(event_type, workspace_id=NO_WORKSPACE, **more)


def sealed(person: Person, count: int = 5) -> list[Event]:
    """A chain: the person's registration and `count` events more, sealed; in the order of their numbers."""
    record(person, count)
    seal()
    return chain_of(person.caller.workspace_id)


def chain_of(workspace_id: UUID) -> list[Event]:
    with as_system():
        return list(Event.objects.filter(workspace_id=workspace_id, seq__isnull=False).order_by("seq"))


@contextmanager
def superuser() -> Iterator[psycopg.Cursor[tuple[Any, ...]]]:
    """Past every trigger and policy."""
    with _superuser(connections["owner"].settings_dict["NAME"]) as connection, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor


def audit_verify(*arguments: str) -> tuple[int, dict[str, Any]]:
    """`manage.py audit verify --json`: its exit code and what it printed."""
    out = io.StringIO()
    try:
        call_command("audit", "verify", *arguments, "--json", stdout=out)
        code = 0
    except SystemExit as end:
        code = int(str(end.code))
    report: dict[str, Any] = json.loads(out.getvalue())
    return code, report


def assert_touched(event: Event, fault: str, *, missing: bool = False) -> None:
    """The command fails and names this event first."""
    code, report = audit_verify()
    assert code == 1
    first = report["touched"][0]
    assert (first["workspace_id"], first["seq"], first["id"], first["fault"]) == (
        str(event.workspace_id),
        event.seq,
        None if missing else str(event.pk),
        fault,
    ), report
