"""What may be said of a board, whoever's it is: looked at before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from apps.core.caller import Caller
from apps.core.errors import PermissionRefused
from apps.vacancies.boards.naming import refused
from apps.vacancies.models.sources import AbstractSource
from apps.vacancies.sources.base import Terms
from apps.vacancies.sources.generic_faults import read_spec

# What can be changed of a board that is there: never which board it is.
CHANGEABLE: Final = ("company_name", "base_url", "spec", "is_enabled", "interval_seconds")
LONGEST_INTERVAL: Final = 30 * 24 * 3600


def interval_of(board: AbstractSource, terms: Terms) -> int:
    """Seconds between two crawls: what was asked for, but no fewer than the terms allow."""
    return max(terms.min_interval, board.interval_seconds or 0)


def check(said: Mapping[str, Any], *, terms: Terms, caller: Caller) -> None:
    """Raises ValidationFailed, PermissionRefused (`base_url` is for staff: it is where a key would be sent)."""
    seconds = said.get("interval_seconds")
    if seconds is not None and not terms.min_interval <= seconds <= LONGEST_INTERVAL:
        raise refused(
            "interval_seconds",
            f"From {terms.min_interval} to {LONGEST_INTERVAL}: the source asks for no more.",
            "out_of_range",
        )
    if said.get("base_url") and not caller.is_staff:
        raise PermissionRefused("Only staff send a board's reader to another host.")


def apply(board: AbstractSource, said: Mapping[str, Any]) -> list[str]:
    """Set what differs; the names of it. A spec is looked at whole. Raises ValidationFailed."""
    if said.get("spec") is not None:
        if board.spec is None:
            raise refused("spec", "Only a board of kind `generic` is described.")
        read_spec(said["spec"])
    elif "spec" in said and board.spec is not None:
        raise refused("spec", "A board of kind `generic` has one.", "required")
    changed = [name for name in CHANGEABLE if name in said and getattr(board, name) != said[name]]
    for name in changed:
        setattr(board, name, said[name])
    return changed
