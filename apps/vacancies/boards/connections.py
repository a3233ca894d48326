"""The key of a member's board: whose it is, and what a reader is given of it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from apps.accounts.models import Connection
from apps.accounts.selectors import read_secret
from apps.core.caller import Caller
from apps.vacancies.boards.kinds import BoardKind
from apps.vacancies.boards.naming import refused
from apps.vacancies.models import OwnSource


def connection_for(
    kind: BoardKind, connection_id: UUID | None, *, needs_key: bool, caller: Caller
) -> Connection | None:
    """One of the caller's own connections, of the kind that the board takes. Raises ValidationFailed."""
    if connection_id is None:
        if needs_key:
            raise refused("connection_id", f"{kind.name} needs a key: connect one, and name it.", "required")
        return None
    if not kind.connection_kind:
        raise refused("connection_id", f"{kind.name} needs no key.")
    found = Connection.objects.filter(
        pk=connection_id, user_id=caller.user_id, workspace_id=caller.workspace_id, kind=kind.connection_kind
    ).first()
    if found is None:
        raise refused(
            "connection_id",
            f"You have no such connection of kind {kind.connection_kind!r}.",
            "does_not_exist",
        )
    return found


def keeper_of(board: OwnSource, caller: Caller) -> Caller:
    """Whose key a board is read with, whoever of the workspace asks: row level security shows it to nobody else."""
    return replace(caller, user_id=board.created_by_id or caller.user_id)


def credentials_of(connection_id: UUID | None) -> dict[str, str]:
    """What a board's reader is given: options and secret fields of a connection, acting for its owner.

    Never for an answer or a log. Empty without a connection. Raises Conflict (locked with a key that is gone).
    """
    row = Connection.objects.filter(pk=connection_id).first() if connection_id else None
    if row is None:
        return {}
    options = {name: str(value) for name, value in row.options.items()}
    return {**options, **read_secret(row)}
