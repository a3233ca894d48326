"""Sends every query to the role its context speaks as."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from apps.core.db.context import OWNER, current_alias


class ContextRouter:
    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return current_alias()

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return current_alias()

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        # One database behind three roles.
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == OWNER
