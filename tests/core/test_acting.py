"""How a transaction begins: with the caller's settings, in one message."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import OperationalError, connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting
from tests.database import _superuser
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def told() -> tuple[str, str]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_setting('app.workspace', true), current_setting('app.user', true)")
        workspace, user = cursor.fetchone()
    return workspace, user


def test_the_settings_last_as_long_as_the_transaction(member: Person, stranger: Person) -> None:
    for person in (member, stranger):
        with acting(person.caller):
            assert told() == (str(person.caller.workspace_id), str(person.caller.user_id))
            assert connections["default"].in_atomic_block
            with acting(person.caller):
                assert told()[0] == str(person.caller.workspace_id)
    assert told() == ("", "")


def test_what_is_done_is_undone_by_an_exception(member: Person) -> None:
    from apps.jobs.models import Task

    with pytest.raises(ZeroDivisionError), acting(member.caller):
        Task.objects.create(
            workspace_id=member.caller.workspace_id,
            user_id=member.caller.user_id,
            role="owner",
            kind="test.one",
        )
        _ = 1 / 0
    with acting(member.caller):
        assert not Task.objects.exists()
    assert told() == ("", "")


def test_its_words_are_counted_among_the_queries(member: Person) -> None:
    with CaptureQueriesContext(connections["default"]) as queries, acting(member.caller):
        pass
    assert sum("set_config" in query["sql"] for query in queries) == 1


def test_nothing_but_ids_is_written_into_them(member: Person) -> None:
    from dataclasses import replace

    broken = replace(member.caller, user_id="', false); DROP TABLE x; --")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="UUID"), acting(broken):
        pass
    assert isinstance(member.caller.user_id, UUID)


def test_a_connection_that_is_lost_is_said_to_be(member: Person) -> None:
    with acting(member.caller):
        process = connections["default"].connection.info.backend_pid
    with _superuser() as superuser:
        superuser.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
    with pytest.raises(OperationalError), acting(member.caller):
        pass
    connections["default"].close()
    with acting(member.caller):
        assert told()[0] == str(member.caller.workspace_id)
