"""Reading files."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.documents.models import Document


def get_document(*, document_id: UUID, caller: Caller) -> Document:
    """A file of the caller's workspace. Raises NotFound."""
    found = Document.objects.filter(workspace_id=caller.workspace_id, pk=document_id).first()
    if found is None:
        raise NotFound()
    return found
