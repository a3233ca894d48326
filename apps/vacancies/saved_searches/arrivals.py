"""What came or changed, kept until saved searches were held against it: written in the transaction that brought it.

So a crash loses neither: before the commit there is no vacancy, after it there is the row that says what is owed.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from apps.core.db import on_commit
from apps.core.queue import send
from apps.vacancies.models import Arrival, OwnArrival


def note(vacancy_ids: Iterable[UUID]) -> None:
    """Vacancies of the catalogue that are new, open again, or say something else. As the system role."""
    ids = list(dict.fromkeys(vacancy_ids))
    if ids:
        Arrival.objects.create(vacancy_ids=ids)
        on_commit(_wake)


def note_own(workspace_id: UUID, vacancy_ids: Iterable[UUID]) -> None:
    """The same of a workspace's own vacancies."""
    ids = list(dict.fromkeys(vacancy_ids))
    if ids:
        OwnArrival.objects.create(workspace_id=workspace_id, vacancy_ids=ids)
        on_commit(_wake)


def _wake() -> None:
    """A lost message costs seconds: beat asks again."""
    send("vacancies.percolate", queue="default")
