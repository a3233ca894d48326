"""After a crawl, its vacancies are read for matching."""

from __future__ import annotations

from apps.events.registry import Happened, handles
from apps.matching import services


@handles("source_run.finished", name="matching.read_vacancies")
def read_vacancies(event: Happened) -> None:
    if event.payload.get("created") or event.payload.get("changed"):
        services.ask_to_read_vacancies()
