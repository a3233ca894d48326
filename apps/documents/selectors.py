"""Reading files."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.documents.models import Document
from apps.documents.querysets import visible_to


def get_document(*, document_id: UUID, caller: Caller) -> Document:
    """A file of the caller's workspace. Raises NotFound."""
    found = visible_to(caller, Document.objects.filter(pk=document_id)).first()
    if found is None:
        raise NotFound()
    return found
