"""Which files somebody sees."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from apps.core.caller import Caller
from apps.documents.models import Document


def visible_to(caller: Caller, documents: QuerySet[Document]) -> QuerySet[Document]:
    """Those of the workspace; an export of somebody's data only to themselves, and to no program."""
    found = documents.filter(workspace_id=caller.workspace_id)
    if caller.api_key_id is not None:
        return found.exclude(kind=Document.Kind.EXPORT)
    return found.filter(~Q(kind=Document.Kind.EXPORT) | Q(created_by_id=caller.user_id))
