"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

EXPORT = "documents.export"


@background(EXPORT)
def export(running: Running) -> None:
    """Everything held on a person becomes a file of theirs."""
    from apps.documents import exporting

    exporting.work(running)
