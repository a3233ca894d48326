"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

GENERATE = "generation.generate"


@background(GENERATE, queue="generation")
def generate(running: Running) -> None:
    """Write what was asked for, and keep it if it holds."""
    from apps.generation import work

    work.generate(running)
