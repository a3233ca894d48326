"""The vectors of vacancies as rows: written as vacancies come and change, read whole for the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connections
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from numpy.typing import NDArray

from apps.core.db import atomic, current_alias
from apps.core.db.bulk import upsert
from apps.core.models import uuid7
from apps.matching.ids import ID
from apps.matching.models import SemanticFit, VacancyVector
from apps.matching.semantic.cells import Floats, Halves
from apps.matching.semantic.embedding import Embedder
from apps.matching.semantic.index import Rows
from apps.vacancies.models import Vacancy

BATCH = 500
_READ_AT_ONCE = 5000
_COLUMNS = (
    "id", "created_at", "updated_at", "fit_id", "vacancy_id", "vacancy_updated_at", "title", "body",
)  # fmt: skip
_SELECT = """
    SELECT uuid_send(held.vacancy_id), halfvec_send(held.title), halfvec_send(held.body)
    FROM matching_vacancyvector held JOIN vacancies_vacancy ON vacancies_vacancy.id = held.vacancy_id
    WHERE held.fit_id = %s AND held.updated_at >= %s AND vacancies_vacancy.status = 'open'
      AND vacancies_vacancy.merged_into_id IS NULL
"""
# `halfvec_send`: two 16-bit numbers about the vector, then its numbers, the high byte first.
_HEAD = 4


def embed_missing(fit: SemanticFit, embedder: Embedder) -> Iterator[int]:
    """Embed each open vacancy that has no vectors as it stands, the newest first; yields the size of each batch.

    Every batch is committed: run again after a crash it goes on where it was. Raises EmbeddingFailed.
    """
    last: UUID | None = None
    while batch := list(_missing(fit, last)):
        last = batch[-1].pk
        titles, bodies = embedder.embed_postings([(row.title, row.description_text) for row in batch])
        _write(fit, batch, titles, bodies)
        yield len(batch)


def is_any_missing(fit: SemanticFit) -> bool:
    return _missing(fit, None).exists()


def openings() -> QuerySet[Vacancy]:
    """What is embedded: the open vacancies of the catalogue."""
    return Vacancy.objects.filter(status="open", merged_into=None)


def read(fit: SemanticFit, since: datetime) -> Rows:
    """The vectors of open vacancies that were written at `since` or later."""
    columns: tuple[list[NDArray[Any]], ...] = ([], [], [])
    for rows in _read_parts(fit, since):
        for column, part in zip(columns, rows, strict=True):
            column.append(part)
    width = columns[1][0].shape[1] if columns[1] else fit.dimensions
    return Rows(_whole(columns[0], ID), *(_whole(side, np.float16, width) for side in columns[1:]))


def _whole(parts: list[NDArray[Any]], kind: Any, *width: int) -> NDArray[Any]:
    """Takes the parts out of their list: of millions, no two columns are to be in memory twice."""
    made = np.concatenate([*parts, np.empty((0, *width), dtype=kind)])
    parts.clear()
    return made


def _read_parts(fit: SemanticFit, since: datetime) -> Iterator[Rows]:
    connection = connections[current_alias()]
    with atomic():
        connection.ensure_connection()
        with connection.connection.cursor("semantic_vectors", binary=True) as cursor:
            cursor.execute(_SELECT, [fit.pk, since])
            while rows := cursor.fetchmany(_READ_AT_ONCE):
                ids, titles, bodies = zip(*rows, strict=True)
                yield Rows(np.frombuffer(b"".join(ids), dtype=ID), _numbers(titles), _numbers(bodies))


def _numbers(sent: Sequence[bytes]) -> Halves:
    whole = np.frombuffer(b"".join(sent), dtype=np.uint8).reshape(len(sent), -1)
    return np.ascontiguousarray(whole[:, _HEAD:]).view(">f2").astype(np.float16)


def _missing(fit: SemanticFit, before: UUID | None) -> QuerySet[Vacancy]:
    is_current = VacancyVector.objects.filter(
        fit=fit, vacancy=OuterRef("pk"), vacancy_updated_at=OuterRef("updated_at")
    )
    rows = openings().filter(~Exists(is_current))
    rows = rows.filter(pk__lt=before) if before else rows
    return rows.only("id", "title", "description_text", "updated_at").order_by("-pk")[:BATCH]


def _write(fit: SemanticFit, batch: Sequence[Vacancy], titles: Floats, bodies: Floats) -> None:
    now = timezone.now()
    rows = (
        (uuid7(), now, now, fit.pk, vacancy.pk, vacancy.updated_at, _as_text(title), _as_text(body))
        for vacancy, title, body in zip(batch, titles, bodies, strict=True)
    )
    with atomic():
        upsert(
            VacancyVector,
            _COLUMNS,
            rows,
            conflict=("vacancy_id", "fit_id"),
            update=("updated_at", "vacancy_updated_at", "title", "body"),
        )


def _as_text(vector: Floats) -> str:
    # Half precision holds no more digits.
    numbers = [f"{number:.5g}" for number in vector.tolist()]
    return f"[{','.join(numbers)}]"
