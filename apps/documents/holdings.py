"""What this app holds of a workspace: rows, and the bytes they own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from apps.core.db import on_commit
from apps.core.holdings import Person, holds
from apps.documents.models import Document
from apps.documents.services import blobs


def _delete_bytes(keys: list[Any]) -> None:
    """After the rows are gone for good: a crash in between leaves bytes that nobody owns, and those are swept."""
    owned = list(Document.objects.filter(pk__in=keys).values_list("blob_key", flat=True))
    on_commit(lambda: [blobs().delete(key) for key in owned])


def _delete_folder(workspace_id: UUID) -> None:
    blobs().delete_workspace(str(workspace_id))


def _exports_of(person: Person) -> Q:
    return Q(kind=Document.Kind.EXPORT, created_by_id=person.id)


holds(
    Document,
    hides=("blob_key",),
    belongs=_exports_of,
    on_erase=_delete_bytes,
    on_emptied=_delete_folder,
)
