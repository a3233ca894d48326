"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

READ_VACANCIES = "matching.read_vacancies"


@background(READ_VACANCIES, queue="ingest", is_global=True)
def read_vacancies(running: Running) -> None:
    """Read every open vacancy of the catalogue that is new, has changed, or was read by older code."""
    from apps.matching import services

    done = 0
    for read in services.read_vacancies():
        done += read
        running.progress(done, message="vacancies read")
    running.finish({"read": done})
