"""Encrypts every secret at rest anew, under the first key of `settings.FIELD_KEYS`.

Found from the models: every `EncryptedTextField`, and the keys of JSON columns that a library's tables keep secrets in.
In batches, each its own transaction: it may be stopped and run again, and the product works meanwhile, for all keys of
the list open. A row that was written meanwhile is left as its writer left it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connections, models
from psycopg import sql

from apps.core import encryption
from apps.core.db import as_system, atomic, current_alias
from apps.core.fields import EncryptedTextField

BATCH = 500
# allauth's second factors: their secrets are encrypted by `auth/mfa/`'s adapter within one JSON column.
JSON_SECRETS = {"mfa.Authenticator": ("data", ("secret", "seed"))}

Relock = Callable[[str], str]


def relock_all(batch: int = BATCH) -> Iterator[tuple[str, int]]:
    """Each column as (`app.Model.field`, rows rewritten). Raises SecretUnreadable for a key that is missing."""
    with as_system():
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                relock = _relock_of(model, field)
                if relock is not None and not model._meta.proxy and model._meta.managed:
                    yield f"{model._meta.label}.{field.name}", _relock_column(model, field, relock, batch)


def _relock_of(model: type[models.Model], field: models.Field[Any, Any]) -> Relock | None:
    if isinstance(field, EncryptedTextField):
        return encryption.relock
    column, names = JSON_SECRETS.get(model._meta.label, ("", ()))
    if field.name != column:
        return None

    def relock_json(text: str) -> str:
        data = json.loads(text)
        changed = {name: encryption.relock(data[name]) for name in names if data.get(name)}
        return json.dumps({**data, **changed})

    return relock_json


def _relock_column(
    model: type[models.Model], field: models.Field[Any, Any], relock: Relock, batch: int
) -> int:
    """The text as it lies in the table, past the field, which would decrypt it."""
    connection = connections[current_alias()]
    key = model._meta.pk
    names = {
        "table": sql.Identifier(model._meta.db_table),
        "column": sql.Identifier(str(field.column)),
        "key": sql.Identifier(str(key.column)),
        "type": sql.SQL(str(field.db_type(connection))),
    }
    read = sql.SQL(
        "SELECT {key}, {column}::text FROM {table} WHERE {column}::text <> '' AND (%(after)s IS NULL OR {key} > %(after)s) "
        "ORDER BY {key} LIMIT %(batch)s FOR UPDATE"
    ).format(**names)
    write = sql.SQL("UPDATE {table} SET {column} = %s::{type} WHERE {key} = %s").format(**names)
    after: UUID | int | None = None
    done = 0
    while True:
        with atomic(), connection.cursor() as cursor:
            cursor.execute(read, {"after": after, "batch": batch})
            rows = cursor.fetchall()
            cursor.executemany(write, [(relock(text), pk) for pk, text in rows])
        done += len(rows)
        if len(rows) < batch:
            return done
        after = rows[-1][0]
