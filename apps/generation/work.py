"""The worker's side: read, write without a database, then keep the draft and finish in one transaction."""

from __future__ import annotations

from uuid import UUID

from django.db import connections

from apps.generation import selectors, services, writers
from apps.generation.grounding import Ungrounded
from apps.generation.models import Generation
from apps.jobs.running import Cancelled, Running


def generate(running: Running) -> None:
    """Safe to run again from the start: until the last transaction nothing but the status has changed.

    Raises `Ungrounded` where the draft was refused; that is kept, and a second run refuses it again without writing.
    """
    generation_id = UUID(running.arguments["generation_id"])
    with running.acting() as caller:
        generation = services.begin(generation_id=generation_id, caller=caller)
        assignment = None if generation.is_over else selectors.assignment_of(generation)
    if assignment is not None:
        running.progress(0, 2, "writing")
        _let_go_of_the_database()
        try:
            draft = writers.write(assignment)
        except Ungrounded as refusal:
            with running.acting() as caller:
                services.refuse_draft(
                    generation_id=generation_id, caller=caller, unsupported=refusal.unsupported
                )
            raise
        running.progress(1, 2, "checking")
        with running.acting() as caller:
            generation = services.accept_draft(generation_id=generation_id, caller=caller, draft=draft)
            if generation.status == Generation.Status.SUCCEEDED:
                running.finish(services.result_of(generation))
    if generation.status == Generation.Status.FAILED:
        raise Ungrounded(selectors.unsupported_of(generation))
    if generation.status == Generation.Status.CANCELLED:
        raise Cancelled()


def _let_go_of_the_database() -> None:
    """A model may take a minute, and connections are few."""
    for connection in connections.all(initialized_only=True):
        connection.close()
