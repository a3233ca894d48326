"""Columns of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from apps.core import encryption

if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField


class EncryptedTextField(_TextField):
    """Text that is ciphertext in the database and its backups. It can't be searched or ordered by."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return None if text is None else encryption.encrypt(text)

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        return None if value is None else encryption.decrypt(value)
