"""A statement with numbered places, sent over a connection as it is; rows in PostgreSQL's binary form.

What psycopg's cursors are made of, without the cursor: to make one, and to look up again how each column of each answer is
read, took longer than most of our statements. How values are written and read is psycopg's in any case.
"""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

import psycopg
from psycopg import abc
from psycopg.abc import Buffer
from psycopg.adapt import AdaptersMap, PyFormat, Transformer
from psycopg.errors import OperationalError, error_from_result
from psycopg.pq import ConnStatus, ExecStatus, Format, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult
from psycopg.types.string import ByteaBinaryLoader

# As many as psycopg keeps prepared in a connection.
PREPARED: Final = 100
Row = tuple[Any, ...]
Connection = psycopg.Connection[Any]
# SQL and the types of its values: another type is another statement.
_Kind = tuple[bytes, tuple[int, ...]]


@lru_cache(maxsize=1)
def _adapters() -> AdaptersMap:
    made = AdaptersMap(psycopg.adapters)
    # JSON as it came: who reads a list (`core.reading.kinds`) knows what to make of it.
    made.register_loader("jsonb", ByteaBinaryLoader)
    return made


class _Context:
    """Of no connection, which would be kept alive by it: all of ours speak UTF-8 and UTC."""

    connection = None

    @property
    def adapters(self) -> AdaptersMap:
        return _adapters()


@dataclass(slots=True)
class _Known:
    """What one connection knows already: how types are written and read, and the names of prepared statements."""

    transformer: abc.Transformer = field(default_factory=lambda: Transformer(_Context()))
    names: OrderedDict[_Kind, bytes] = field(default_factory=OrderedDict)
    numbers: itertools.count[int] = field(default_factory=itertools.count)


_known: WeakKeyDictionary[Connection, _Known] = WeakKeyDictionary()


def require(wire: PGconn, result: PGresult, status: ExecStatus) -> None:
    """Raises what psycopg would for an answer of another status."""
    if result.status != status:
        fault = error_from_result(result)
        # Of a connection that was lost there is no code that would say so.
        raise OperationalError(str(fault)) if wire.status == ConnStatus.BAD else fault


def rows_of(connection: Connection, sql: bytes, values: Sequence[Any], *, prepared: bool) -> list[Row]:
    """All rows of one statement. A jsonb is its bytes. `prepared`: planned once for all values.

    In the connection's transaction; begins one where the connection says so. Raises psycopg's errors.
    """
    known = _known.get(connection)
    if known is None:
        known = _known[connection] = _Known()
    wire, transformer = connection.pgconn, known.transformer
    if not connection.autocommit and wire.transaction_status == TransactionStatus.IDLE:
        require(wire, wire.exec_(b"BEGIN"), ExecStatus.COMMAND_OK)
    written = transformer.dump_sequence(values, [PyFormat.AUTO] * len(values))
    if prepared:
        name = _name(wire, known, (sql, transformer.types or ()))
        # Nulls are taken as `exec_params` takes them; psycopg's own types have forgotten them here.
        result = wire.exec_prepared(name, cast(Sequence[Buffer], written), transformer.formats, Format.BINARY)
    else:
        result = wire.exec_params(sql, written, transformer.types, transformer.formats, Format.BINARY)
    require(wire, result, ExecStatus.TUPLES_OK)
    transformer.set_pgresult(result)
    rows: list[Row] = transformer.load_rows(0, result.ntuples, tuple)
    transformer.set_pgresult(None)
    return rows


def _name(wire: PGconn, known: _Known, kind: _Kind) -> bytes:
    """Of the statement, which this connection has prepared by then; the one longest unused makes room."""
    name = known.names.get(kind)
    if name is not None:
        known.names.move_to_end(kind)
        return name
    if len(known.names) >= PREPARED:
        _, oldest = known.names.popitem(last=False)
        require(wire, wire.exec_(b"DEALLOCATE " + oldest), ExecStatus.COMMAND_OK)
    name = b"foothold_%d" % next(known.numbers)
    require(wire, wire.prepare(name, *kind), ExecStatus.COMMAND_OK)
    known.names[kind] = name
    return name
