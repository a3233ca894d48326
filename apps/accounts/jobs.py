"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

ERASE_USER = "accounts.erase_user"
ERASE_WORKSPACE = "accounts.erase_workspace"
# Each attempt goes on where the last one was killed.
_ATTEMPTS = 100


@background(ERASE_USER, is_global=True, most_attempts=_ATTEMPTS)
def erase_user(running: Running) -> None:
    """Everything of a person, after the grace they had."""
    from apps.accounts import erasing

    erasing.erase_user(running)


@background(ERASE_WORKSPACE, is_global=True, most_attempts=_ATTEMPTS)
def erase_workspace(running: Running) -> None:
    """Everything of a workspace, after the grace it had."""
    from apps.accounts import erasing

    erasing.erase_workspace(running)
