"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

INGEST = "vacancies.ingest"


@background(INGEST, queue="ingest", is_global=True)
def ingest(running: Running) -> None:
    """One run over one board."""
    from apps.vacancies.ingest import command

    command.work(running)
