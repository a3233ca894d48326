"""Reading applications: the row, and what became of it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from apps.applications import querysets, workflow
from apps.applications.models import Application, ApplicationNote
from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.events.models import Event


def get_application(*, application_id: UUID, caller: Caller, lock: bool = False) -> Application:
    """An application of the caller's workspace with its vacancy. Raises NotFound."""
    rows = querysets.detailed().filter(workspace_id=caller.workspace_id, pk=application_id)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound()
    return found


def active_count(caller: Caller) -> int:
    """How many applications of the caller's workspace are under way."""
    rows = Application.objects.filter(workspace_id=caller.workspace_id)
    return rows.exclude(state__in=[state.value for state in workflow.OVER]).count()


def timeline(*, application_id: UUID, caller: Caller) -> QuerySet[Event]:
    """Every event of an application, each with the `note` of that step. Raises NotFound."""
    owned = Application.objects.filter(workspace_id=caller.workspace_id, pk=application_id)
    if not owned.exists():
        raise NotFound()
    notes = ApplicationNote.objects.filter(event_id=OuterRef("pk")).values("text")[:1]
    return Event.objects.filter(
        workspace_id=caller.workspace_id, subject_id=application_id, type__startswith="application."
    ).annotate(note=Coalesce(Subquery(notes), Value(""), output_field=CharField()))
