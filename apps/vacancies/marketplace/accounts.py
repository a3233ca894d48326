"""A member's own account at a marketplace, while it is used: its secret goes out, and whether it worked is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from apps.accounts.models import Connection
from apps.accounts.selectors import connection_secret
from apps.accounts.services.connections import note_use
from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.errors import AppError, Conflict
from apps.vacancies.marketplace.upwork import is_token_refused

REFUSED: Final = "The token is refused: connect the account again."


def connection_of(caller: Caller, platform: str) -> UUID:
    """The caller's connection to a marketplace, one that is not known to fail first. Raises Conflict without one."""
    rows = Connection.objects.filter(
        workspace_id=caller.workspace_id, user_id=caller.user_id, kind=platform
    ).values_list("pk", "status")
    found = sorted(rows, key=lambda row: (row[1] == Connection.Status.FAILING, row[0]))
    if not found:
        raise Conflict(f"Connect your own {platform} account first.")
    return found[0][0]


@contextmanager
def account(connection_id: UUID, caller: Caller) -> Iterator[Mapping[str, str]]:
    """The secret fields of a connection for as long as it takes. Not inside a transaction: what is noted must stay.

    A refused token marks the connection failing, a use that went well working; other faults say nothing of the account.
    Raises NotFound, Conflict (the secret can't be read).
    """
    with acting(caller):
        secret = connection_secret(connection_id, caller)
    try:
        yield secret
    except AppError as fault:
        if is_token_refused(fault):
            note(connection_id, caller, REFUSED)
        raise
    note(connection_id, caller)


def note(connection_id: UUID, caller: Caller, fault: str = "") -> None:
    """Say in a transaction of its own whether an account worked."""
    with acting(caller):
        note_use(connection_id=connection_id, caller=caller, fault=fault)
