"""Changing a board, whoever's it is: a workspace's own, or for staff one of the catalogue."""

from __future__ import annotations

from typing import Any

from apps.core.caller import Caller
from apps.jobs.models import GlobalTask, Task
from apps.vacancies.boards import catalogue, services
from apps.vacancies.boards.selectors import AnyBoard
from apps.vacancies.models import OwnSource


def create_board(*, caller: Caller, origin: str, **said: Any) -> AnyBoard:
    """See `services.create_board`, `catalogue.create_board`."""
    if origin == "catalogue":
        return catalogue.create_board(caller=caller, **said)
    return services.create_board(caller=caller, **said)


def update_board(*, row: AnyBoard, changes: dict[str, Any], caller: Caller) -> AnyBoard:
    """See `services.update_board`, `catalogue.update_board`."""
    if isinstance(row, OwnSource):
        return services.update_board(row=row, changes=changes, caller=caller)
    return catalogue.update_board(board_id=row.pk, changes=changes, caller=caller)


def delete_board(*, row: AnyBoard, caller: Caller) -> None:
    """See `services.delete_board`, `catalogue.delete_board`."""
    if isinstance(row, OwnSource):
        services.delete_board(row=row, caller=caller)
    else:
        catalogue.delete_board(board_id=row.pk, caller=caller)


def run_board(*, row: AnyBoard, caller: Caller) -> Task | GlobalTask:
    """See `services.run_board`, `catalogue.run_board`."""
    if isinstance(row, OwnSource):
        return services.run_board(row=row, caller=caller)
    return catalogue.run_board(board_id=row.pk, caller=caller)
