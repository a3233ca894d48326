"""Which vacancies of the catalogue were written lately, and by which transaction."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class CatalogueWrite(models.Model):
    """A vacancy that came, went, or changed in what it is found and counted by.

    A trigger writes these rows, whoever changed the vacancy and how (migration 0007). With `transaction` (PostgreSQL's
    number of the writer's, `xid8`) whoever holds a copy of the catalogue as of a `pg_snapshot` knows exactly what it
    lacks: commits do not come in the order of any clock or sequence. The vacancy may be gone: it is no foreign key.
    """

    id = models.BigAutoField(primary_key=True)
    vacancy_id = models.UUIDField()
    transaction = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["transaction"], name="write_by_transaction"),
            models.Index(fields=["at"], name="write_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.vacancy_id} by {self.transaction}"
