"""After a crawl, its vacancies are read for matching. The work is imported at first need: boot stays light."""

from __future__ import annotations

from apps.events.registry import Happened, handles


@handles("source_run.finished", name="matching.read_vacancies")
def read_vacancies(event: Happened) -> None:
    from apps.matching import services

    if event.payload.get("created") or event.payload.get("changed"):
        services.ask_to_read_vacancies()
