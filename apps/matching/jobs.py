"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

READ_VACANCIES = "matching.read_vacancies"
FIT_MEANING = "matching.fit_meaning"
EMBED_VACANCIES = "matching.embed_vacancies"


@background(READ_VACANCIES, queue="ingest", is_global=True)
def read_vacancies(running: Running) -> None:
    """Read every open vacancy of the catalogue that is new, has changed, or was read by older code."""
    from apps.matching import services

    done = 0
    for read in services.read_vacancies():
        done += read
        running.progress(done, message="vacancies read")
    running.finish({"read": done})


@background(FIT_MEANING, queue="ingest", is_global=True)
def fit_meaning(running: Running) -> None:
    """Learn from the stored postings what words mean, and give every open vacancy its vectors."""
    from apps.matching.semantic import services

    services.fit_meaning(running)


@background(EMBED_VACANCIES, queue="ingest", is_global=True)
def embed_vacancies(running: Running) -> None:
    """Give what is new or has changed its vectors, and bring the index of this host up to date."""
    from apps.matching.semantic import services

    services.embed_vacancies(running)
