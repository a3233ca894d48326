"""Reading boards and their runs: a workspace's own, and for staff the catalogue's with them."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.vacancies.models import OwnSource, OwnSourceRun, Source, SourceRun

AnyBoard = Source | OwnSource
AnyRun = SourceRun | OwnSourceRun


def get_board(*, board_id: UUID, caller: Caller, lock_own: bool = False) -> AnyBoard:
    """A board of the caller's workspace, for staff else one of the catalogue. Raises NotFound."""
    own = OwnSource.objects.filter(workspace_id=caller.workspace_id, pk=board_id)
    if lock_own:
        own = own.select_for_update(of=("self",))
    found: AnyBoard | None = own.first()
    if found is None and caller.is_staff:
        found = Source.objects.filter(pk=board_id).first()
    if found is None:
        raise NotFound()
    return found
