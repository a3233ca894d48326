"""After a crawl, its vacancies are read for matching; what was kept of older answers is shown no more. The work is imported
at first need: boot stays light."""

from __future__ import annotations

from apps.core.caller import NO_WORKSPACE
from apps.events.registry import Happened, handles


@handles("source_run.finished", name="matching.read_vacancies")
def read_vacancies(event: Happened) -> None:
    from apps.matching import services

    if event.payload.get("created") or event.payload.get("changed"):
        services.ask_to_read_vacancies()


@handles("source_run.finished", name="matching.embed_vacancies")
def embed_vacancies(event: Happened) -> None:
    from apps.matching.semantic import services

    if event.payload.get("created") or event.payload.get("changed"):
        services.ask_to_embed()


# What changes the answers of a search: of the catalogue where the event is nobody's, else of its workspace.
_CHANGES = (
    "source_run.finished",
    "source.renormalised",
    "vacancy.merged",
    "vacancy.unmerged",
    "vacancy.created",
    "vacancy.changed",
    "vacancy.closed",
    "vacancy.reopened",
    "vacancy.deleted",
    "vacancy.saved",
    "vacancy.unsaved",
    "vacancy.hidden",
    "vacancy.unhidden",
    "vacancy.applied",
)
_COUNTS = ("created", "changed", "merged", "closed")


def outdate_answers(event: Happened) -> None:
    """Raises where Valkey does not answer: the delivery is owed until it does."""
    from apps.core import cached

    if event.type == "source_run.finished" and not any(event.payload.get(count) for count in _COUNTS):
        return
    is_of_all = event.workspace_id == NO_WORKSPACE
    cached.outdate(cached.CATALOGUE if is_of_all else cached.of_workspace(event.workspace_id))


for _event in _CHANGES:
    handles(_event, name=f"matching.outdate_answers.{_event}")(outdate_answers)
