"""Which role the present thread of work speaks to PostgreSQL as, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connections, transaction
from psycopg.errors import OperationalError, error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus

from apps.core.caller import Caller

APP, SYSTEM, OWNER = "default", "system", "owner"

_alias: ContextVar[str | None] = ContextVar("alias", default=None)
_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)


class NoCaller(RuntimeError):
    """A query was made outside of `acting()` and `as_system()`: row level security would hide every row."""


def current_alias() -> str:
    """The alias that queries of this context go to. Raises NoCaller where none was entered."""
    alias = _alias.get()
    if alias is None:
        raise NoCaller("no caller: enter acting(caller) or as_system() before touching the database")
    return alias


@contextmanager
def _on(alias: str, caller: Caller | None) -> Iterator[None]:
    alias_token, caller_token = _alias.set(alias), _caller.set(caller)
    try:
        yield
    finally:
        _alias.reset(alias_token)
        _caller.reset(caller_token)


@contextmanager
def acting(caller: Caller) -> Iterator[Caller]:
    """One transaction as `foothold_app`, in which PostgreSQL shows the caller's workspace and no other.

    Entering again for the same caller is a savepoint. Another caller inside is a bug and raises: the settings
    last to the end of the outer transaction.
    """
    outer = _caller.get() if _alias.get() == APP else None
    if outer is not None and (outer.workspace_id, outer.user_id) != (caller.workspace_id, caller.user_id):
        raise RuntimeError("acting() inside acting() for somebody else")
    with _on(APP, caller), transaction.atomic(using=APP):
        if outer is None:
            _tell(caller)
        yield caller


# %s: canonical ids, of which no character is one of SQL's.
_SETTINGS = "SELECT set_config('app.workspace', '%s', true), set_config('app.user', '%s', true)"


def _tell(caller: Caller) -> None:
    """The first words of a transaction. With its BEGIN in one message: apart, they took a third of a short request."""
    connection = connections[APP]
    sql = _SETTINGS % (UUID(str(caller.workspace_id)), UUID(str(caller.user_id)))
    wire = connection.connection.pgconn
    if wire.transaction_status != TransactionStatus.IDLE:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        return
    if connection.queries_logged:
        # Where Django keeps what it sent (tests that count queries, DEBUG), this stands among the others.
        connection.queries_log.append({"sql": sql, "time": "0"})
    with connection.wrap_database_errors:
        result = wire.exec_(f"BEGIN; {sql}".encode())
        if result.status != ExecStatus.TUPLES_OK:
            fault = error_from_result(result)
            # Of a connection that was lost there is no code that would say so.
            raise OperationalError(str(fault)) if wire.status == ConnStatus.BAD else fault


@contextmanager
def within(workspace_id: UUID) -> Iterator[None]:
    """For a moment of the caller's transaction, PostgreSQL shows another workspace instead of theirs.

    For making a workspace and for joining one, which must be one transaction with what the caller does. Who may:
    `core/db/system_users.py`.
    """
    caller = current_caller()
    with atomic(), connections[APP].cursor() as cursor:
        cursor.execute("SELECT set_config('app.workspace', %s, true)", [str(workspace_id)])
        yield
        # After an exception the savepoint's rollback takes the setting back.
        cursor.execute("SELECT set_config('app.workspace', %s, true)", [str(caller.workspace_id)])


def as_system() -> AbstractContextManager[None]:
    """Work of no workspace, as `foothold_system`. Which modules may: `core/db/system_users.py`. Opens no transaction."""
    return _on(SYSTEM, None)


def as_owner() -> AbstractContextManager[None]:
    """As the owner of the tables: migrations only."""
    return _on(OWNER, None)


def atomic() -> AbstractContextManager[None]:
    """A transaction (or savepoint) in whichever role this context speaks as."""
    return transaction.atomic(using=current_alias())


def on_commit(function: Callable[[], object]) -> None:
    """Run after the surrounding transaction has committed; at once where there is none."""
    transaction.on_commit(lambda: function() and None, using=current_alias())


def current_caller() -> Caller:
    """For whom this context acts. Raises NoCaller outside of `acting()`."""
    caller = _caller.get()
    if caller is None:
        raise NoCaller("this is work of a workspace: enter acting(caller) first")
    return caller
