"""What changes a member's own account elsewhere. Its secret goes in, and comes out for whoever uses it only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from apps.accounts import connection_kinds
from apps.accounts.connection_kinds import Value
from apps.accounts.models import Connection, User
from apps.accounts.selectors import read_secret
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, FieldError, ValidationFailed
from apps.events.services import publish

MOST_CONNECTIONS: Final = 50


def create_connection(
    *,
    kind: str,
    name: str,
    caller: Caller,
    account: str = "",
    options: Mapping[str, Value] | None = None,
    secret: Mapping[str, str] | None = None,
) -> Connection:
    """A connection of the caller's in this workspace. Raises ValidationFailed (what the kind does not take), Conflict."""
    options, secret = dict(options or {}), dict(secret or {})
    _check(kind, options, secret)
    row = Connection(
        workspace_id=caller.workspace_id,
        user_id=caller.user_id,
        kind=kind,
        name=name,
        account=account,
        options=options,
    )
    _put_secret(row, secret)
    with atomic():
        # Two at once would both count the same.
        User.objects.select_for_update(no_key=True, of=("self",)).get(pk=caller.user_id)
        if Connection.objects.filter(user_id=caller.user_id).count() >= MOST_CONNECTIONS:
            raise Conflict(f"You have {MOST_CONNECTIONS} connections in this workspace, which is the most.")
        _written(row, lambda: row.save(force_insert=True))
        _tell("connection.created", row, caller, ("kind", "name", "account", "options", "secret"))
    return row


def replace_connection(
    *,
    row: Connection,
    caller: Caller,
    name: str,
    account: str,
    options: Mapping[str, Value],
    secret: Mapping[str, str],
) -> Connection:
    """Everything of a locked connection but its kind, anew. Needs no secret that was there before."""
    _check(row.kind, options, secret)
    row.name, row.account, row.options = name, account, dict(options)
    _put_secret(row, secret)
    return _changed(row, caller, ("name", "account", "options", "secret"))


def update_connection(*, row: Connection, changes: dict[str, Any], caller: Caller) -> Connection:
    """Change parts of a locked connection. In `options` and `secret` None takes a field away, others stay.

    Raises ValidationFailed, Conflict (the name is taken; a secret that can't be read any more).
    """
    changed = [
        name for name in ("name", "account") if changes.get(name, getattr(row, name)) != getattr(row, name)
    ]
    options = _merged(row.options, changes.get("options") or {})
    if options != row.options:
        changed.append("options")
    secret: dict[str, str] | None = None
    if changes.get("secret"):
        secret = _merged(read_secret(row), changes["secret"])
        changed.append("secret")
    if not changed:
        return row
    # Secrets that stay were good when they came in: that they are there is all that counts.
    _check(row.kind, options, dict.fromkeys(row.secret_fields, "-") if secret is None else secret)
    for name in ("name", "account"):
        setattr(row, name, changes.get(name, getattr(row, name)))
    row.options = options
    if secret is not None:
        _put_secret(row, secret)
    return _changed(row, caller, changed)


def delete_connection(*, row: Connection, caller: Caller) -> None:
    """Forget a locked connection with its secret. What it is called elsewhere stays there: we only lose the key."""
    with atomic():
        _tell("connection.deleted", row, caller, ())
        row.delete()


def note_use(*, connection_id: UUID, caller: Caller, fault: str = "") -> None:
    """Say that a connection was used: it worked, or failed by `fault` (words for its owner, no secret in them)."""
    Connection.objects.filter(
        pk=connection_id, user_id=caller.user_id, workspace_id=caller.workspace_id
    ).update(
        status=Connection.Status.FAILING if fault else Connection.Status.WORKING,
        fault=fault[:200],
        last_used_at=timezone.now(),
    )


def _merged(held: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**held, **given}.items() if value is not None}


def _check(code: str, options: Mapping[str, Value], secret: Mapping[str, str]) -> None:
    kind = connection_kinds.kind_called(code)
    if kind is None:
        known = ", ".join(each.code for each in connection_kinds.all_kinds())
        faults = [FieldError("kind", "invalid_choice", f"One of {known}.")]
    else:
        faults = connection_kinds.faults(kind, options, secret)
    if faults:
        raise ValidationFailed(f"{faults[0].attr}: {faults[0].detail}", errors=faults)


def _put_secret(row: Connection, secret: Mapping[str, str]) -> None:
    row.secret = json.dumps(dict(secret)) if secret else ""
    row.secret_fields = sorted(secret)


def _changed(row: Connection, caller: Caller, changed: Iterable[str]) -> Connection:
    # Whether it works was found out with what it was before.
    row.status, row.fault = Connection.Status.UNTRIED, ""
    with atomic():
        _written(row, row.save)
        _tell("connection.updated", row, caller, changed)
    return row


def _written(row: Connection, write: Callable[[], object]) -> None:
    try:
        with atomic():
            write()
    except IntegrityError as fault:
        raise Conflict(f"You have a connection of this kind called {row.name!r} already.") from fault


def _tell(event_type: str, row: Connection, caller: Caller, changed: Iterable[str]) -> None:
    publish(
        event_type,
        workspace_id=row.workspace_id,
        actor_id=caller.user_id,
        subject_type="connection",
        subject_id=row.pk,
        changed=changed,
        payload={"kind": row.kind},
    )
