"""Statements sent without a cursor: they are what psycopg's would be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest
from django.db import connections
from psycopg.errors import DivisionByZero, OperationalError
from psycopg.pq import TransactionStatus

from apps.core.db import as_system, atomic, wire
from tests.database import _superuser

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def connection() -> Iterator[wire.Connection]:
    with as_system():
        connections["system"].ensure_connection()
        yield connections["system"].connection
        connections["system"].close()


@pytest.mark.parametrize("prepared", [True, False])
def test_values_come_back_as_they_went(connection: wire.Connection, prepared: bool) -> None:
    sql = b"SELECT $1::uuid, $2::numeric, $3::timestamptz, $4::text, $5::text[], $6::int, $7::bool"
    sent = [UUID(int=7), Decimal("12.5"), datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "ä", ["a", "b"], None, True]
    for _ in range(2):
        assert wire.rows_of(connection, sql, sent, prepared=prepared) == [tuple(sent)]


def test_json_is_its_bytes_and_nothing_is_no_rows(connection: wire.Connection) -> None:
    assert wire.rows_of(connection, b"""SELECT '{"a": 1}'::jsonb""", [], prepared=False) == [
        (b'\x01{"a": 1}',)
    ]
    assert wire.rows_of(connection, b"SELECT 1 WHERE false", [], prepared=False) == []


@pytest.mark.parametrize("prepared", [True, False])
def test_a_fault_is_psycopgs_and_the_connection_goes_on(connection: wire.Connection, prepared: bool) -> None:
    for _ in range(2):
        with pytest.raises(DivisionByZero):
            wire.rows_of(connection, b"SELECT 1 / $1::int", [0], prepared=prepared)
    assert wire.rows_of(connection, b"SELECT 1 / $1::int", [1], prepared=prepared) == [(1,)]


def test_a_statement_is_prepared_once_for_each_kind_of_value(connection: wire.Connection) -> None:
    for value in (1, 2, 2**40, 2**41):
        assert wire.rows_of(connection, b"SELECT $1 + 0", [value], prepared=True) == [(value,)]
    found = connection.execute(
        "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT $1 + 0'"
    )
    assert found.fetchone() == (2,)


def test_the_statement_longest_unused_makes_room(connection: wire.Connection) -> None:
    for number in range(wire.PREPARED + 3):
        for asked in (0, number):
            assert wire.rows_of(connection, b"SELECT %d" % asked, [], prepared=True) == [(asked,)]
    rows = connection.execute("SELECT statement FROM pg_prepared_statements").fetchall()
    kept = {statement for (statement,) in rows}
    assert len(rows) == wire.PREPARED
    assert {"SELECT 0", f"SELECT {wire.PREPARED + 2}"} <= kept
    assert "SELECT 1" not in kept


def test_it_begins_the_transaction_of_an_atomic_block(connection: wire.Connection) -> None:
    with atomic():
        wire.rows_of(connection, b"SELECT set_config('foothold.told', 'yes', true)", [], prepared=False)
        assert connection.pgconn.transaction_status == TransactionStatus.INTRANS
        sql = b"SELECT current_setting('foothold.told', true)"
        assert wire.rows_of(connection, sql, [], prepared=True) == [("yes",)]
    assert connection.pgconn.transaction_status == TransactionStatus.IDLE
    assert wire.rows_of(connection, sql, [], prepared=True) == [("",)]


def test_a_connection_that_is_lost_is_said_to_be(connection: wire.Connection) -> None:
    with _superuser() as superuser:
        superuser.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.info.backend_pid])
    with pytest.raises(OperationalError):
        wire.rows_of(connection, b"SELECT 1", [], prepared=False)
    assert isinstance(connection, psycopg.Connection)
    assert connection.closed
