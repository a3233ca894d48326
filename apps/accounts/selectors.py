"""Who somebody is in another of their workspaces, and what a mailed invitation asks them into."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

from apps.accounts import querysets
from apps.accounts.models import Connection, Invitation, Membership
from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.encryption import SecretUnreadable
from apps.core.errors import Conflict, NotFound


def caller_in(caller: Caller, workspace_id: UUID) -> Caller | None:
    """The same person acting in another of their workspaces, as the database says now; None for a stranger.

    A key is good for the workspace it was made in, whatever else its maker belongs to.
    """
    if workspace_id == caller.workspace_id:
        return caller
    if caller.api_key_id is not None:
        return None
    with acting(caller):
        found = (
            Membership.objects.filter(user_id=caller.user_id, workspace_id=workspace_id)
            .values_list(
                "role",
                "workspace__plan_id",
                "workspace__plan__features",
                "workspace__plan__rate_factor",
            )
            .first()
        )
    if found is None:
        return None
    role, plan, features, rate_factor = found
    return replace(
        caller,
        workspace_id=workspace_id,
        role=role,
        plan=str(plan),
        features=frozenset(features),
        rate_factor=rate_factor,
    )


# Reads as the workspace, for nobody in particular.
_NOBODY = UUID(int=0)


def invitation_as_sent(*, workspace_id: UUID, invitation_id: UUID) -> Invitation | None:
    """An invitation with `workspace` and `invited_by_name`, for whoever holds its mail; None when it is gone.

    Its own transaction: neither a public request nor a handler acts for a workspace already.
    """
    with acting(Caller(user_id=_NOBODY, workspace_id=workspace_id, role="viewer")):
        return (
            querysets.with_inviter(Invitation.objects.all())
            .select_related("workspace")
            .filter(pk=invitation_id, workspace_id=workspace_id)
            .first()
        )


def connection_secret(connection_id: UUID, caller: Caller) -> dict[str, str]:
    """The secret fields of one of the caller's own connections in this workspace, for the app that uses it now.

    Never for an answer or a log. Raises NotFound, Conflict (locked with a key that is gone).
    """
    row = Connection.objects.filter(
        pk=connection_id, user_id=caller.user_id, workspace_id=caller.workspace_id
    ).first()
    if row is None:
        raise NotFound()
    return read_secret(row)


def read_secret(row: Connection) -> dict[str, str]:
    """The secret fields of a connection. Raises Conflict where the key that locked them is gone."""
    try:
        found: dict[str, str] = json.loads(row.secret or "{}")
    except SecretUnreadable as fault:
        raise Conflict("The stored secret can't be read any more; give the connection anew.") from fault
    return found
