"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

PARSE = "resumes.parse"


@background(PARSE)
def parse(running: Running) -> None:
    """An uploaded document becomes a resume."""
    from apps.resumes import intake

    intake.work(running)
