"""Asking for a document, and what becomes of the draft."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage import services as usage
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, FieldError, ValidationFailed
from apps.core.models import uuid7
from apps.events.services import publish
from apps.generation import selectors, writers
from apps.generation.jobs import GENERATE
from apps.generation.models import Generation
from apps.jobs.models import Status as TaskStatus
from apps.jobs.models import Task
from apps.jobs.services import cancel, enqueue
from apps.resumes.selectors import get_resume, get_version
from apps.resumes.services import create_resume
from apps.resumes.shape import ordered
from apps.vacancies.models import OwnVacancy
from apps.vacancies.selectors import get_vacancy

if TYPE_CHECKING:
    from apps.generation.grounding import Unsupported

Status = Generation.Status


def request_generation(
    *,
    caller: Caller,
    kind: str,
    resume_id: UUID,
    vacancy_id: UUID | None = None,
    vacancy_text: str = "",
    options: dict[str, Any],
) -> tuple[Generation, Task]:
    """Have it written by a worker, from the resume as it stands now.

    Raises NotFound for a resume or vacancy the caller can't see, ValidationFailed for a kind that nobody writes yet,
    PlanLimitReached.
    """
    offered = writers.offered_kinds()
    if kind not in offered:
        detail = f"Not offered yet; offered are: {', '.join(offered)}."
        raise ValidationFailed(f"kind: {detail}", errors=[FieldError("kind", "not_offered", detail)])
    resume = get_resume(resume_id=resume_id, caller=caller)
    vacancy = get_vacancy(vacancy_id=vacancy_id, caller=caller) if vacancy_id else None
    is_own = isinstance(vacancy, OwnVacancy)
    generation_id = uuid7()
    with atomic():
        task = enqueue(kind=GENERATE, caller=caller, arguments={"generation_id": str(generation_id)})
        generation = Generation.objects.create(
            id=generation_id,
            workspace_id=caller.workspace_id,
            kind=kind,
            resume_version=get_version(resume_id=resume.pk, caller=caller, number=resume.current_version),
            vacancy_id=None if is_own else vacancy_id,
            own_vacancy_id=vacancy_id if is_own else None,
            vacancy_text=vacancy_text,
            options=options,
            task_id=task.pk,
            created_by_id=caller.user_id,
        )
        # Whatever becomes of the task ends it: used when something was written, given back when not.
        usage.reserve(caller=caller, meter=Meter.GENERATIONS, key=str(generation_id), task_id=task.pk)
        _tell("generation.requested", generation, caller.user_id)
    return generation, task


def begin(*, generation_id: UUID, caller: Caller) -> Generation:
    """Show that a worker has it. One that is over stays as it is."""
    with atomic():
        generation = selectors.get_generation(generation_id=generation_id, caller=caller, lock=True)
        if generation.status == Status.QUEUED:
            generation.status = Status.RUNNING
            generation.save(update_fields=["status", "updated_at"])
    return generation


def accept_draft(*, generation_id: UUID, caller: Caller, draft: writers.Draft) -> Generation:
    """Hold the draft against the resume. What it says more is listed, and nothing else comes of it; else it becomes a
    resume of its own. Whoever wrote it: this decides. One that is over already stays as it is.
    """
    from apps.generation.grounding import ResumeDraft, facts_of, verify

    with atomic():
        generation = selectors.get_generation(generation_id=generation_id, caller=caller, lock=True)
        if generation.is_over:
            return generation
        written = draft.written
        generation.provider, generation.model = written.provider, written.model
        generation.metadata = _metadata(draft)
        _charge_tokens(generation, caller, written)
        facts = facts_of(ordered(generation.resume_version.content))
        verdict = verify(ResumeDraft(written.content), facts)
        if not verdict.is_grounded:
            return _refused(generation, caller, verdict.unsupported)
        generation.result_resume = _result(generation, caller, draft)
        generation.content = written.content
        generation.alternatives = [
            other for other in written.alternatives if verify(ResumeDraft(other), facts).is_grounded
        ]
        generation.evidence = [
            {"claim": one.claim, "source_path": one.source_path, "source_text": one.source_text}
            for one in verdict.evidence
        ]
        generation.suggestions = [
            {
                "edit": {"kind": one.edit.kind, "value": one.edit.value, "text": one.edit.text},
                "gain": one.gain,
            }
            for one in written.suggestions
        ]
        return _end(generation, caller.user_id, Status.SUCCEEDED)


def refuse_draft(*, generation_id: UUID, caller: Caller, unsupported: Sequence[Unsupported]) -> Generation:
    """For a writer that found out by itself that its draft says more than its source."""
    with atomic():
        generation = selectors.get_generation(generation_id=generation_id, caller=caller, lock=True)
        return generation if generation.is_over else _refused(generation, caller, unsupported)


def end_with_task(*, task_id: UUID, cancelled: bool) -> None:
    """Its task is over without a result: called off, or failed for a reason that no draft gave.

    Called as the system role, by the handler of the task's event.
    """
    with atomic():
        generation = Generation.objects.select_for_update(of=("self",)).filter(task_id=task_id).first()
        if generation is not None and not generation.is_over:
            _end(generation, None, Status.CANCELLED if cancelled else Status.FAILED)


def rate_generation(*, generation: Generation, caller: Caller, rating: str, comment: str) -> Generation:
    """Say whether a locked generation was good. Rating again changes it."""
    if not generation.is_over:
        raise Conflict("It is not written yet.")
    if (generation.rating, generation.rating_comment) == (rating, comment):
        return generation
    with atomic():
        generation.rating, generation.rating_comment = rating, comment
        generation.save(update_fields=["rating", "rating_comment", "updated_at"])
        _tell("generation.rated", generation, caller.user_id)
    return generation


def delete_generation(*, generation: Generation, caller: Caller) -> None:
    """Remove a locked generation, and call off its work. The resume that came of it stays."""
    with atomic():
        if not generation.is_over:
            _call_off(generation.task_id, caller)
        _tell("generation.deleted", generation, caller.user_id)
        generation.delete()


def result_of(generation: Generation) -> dict[str, str]:
    """What the task says of it."""
    return {"generation_id": str(generation.pk), "result_resume_id": str(generation.result_resume_id)}


def _call_off(task_id: UUID, caller: Caller) -> None:
    open_task = Task.objects.filter(pk=task_id, status__in=[TaskStatus.QUEUED, TaskStatus.RUNNING])
    if open_task.select_for_update().exists():
        cancel(task_id=task_id, caller=caller)


def _result(generation: Generation, caller: Caller, draft: writers.Draft) -> Any:
    version = generation.resume_version
    vacancy = generation.vacancy or generation.own_vacancy
    title = f"{version.title} · {vacancy.title}" if vacancy else f"{version.title} (tailored)"
    return create_resume(
        caller=caller,
        title=title[:200],
        content=draft.written.content,
        language=version.language,
        origin="tailored",
        parent=version.resume,
        reason="generated",
    )


def _charge_tokens(generation: Generation, caller: Caller, written: writers.Written) -> None:
    """What a model has read and written is gone, whether the draft holds or not."""
    tokens = written.tokens_in + written.tokens_out
    if tokens or written.cost:
        cost = Decimal(str(written.cost))
        usage.charge(caller=caller, meter=Meter.TOKENS, key=str(generation.pk), amount=tokens, cost=cost)


def _metadata(draft: writers.Draft) -> dict[str, Any]:
    written = draft.written
    return {
        "tokens_in": written.tokens_in,
        "tokens_out": written.tokens_out,
        "cost": written.cost,
        "latency_ms": draft.latency_ms,
        "attempts": [dict(attempt) for attempt in draft.attempts],
    }


def _refused(generation: Generation, caller: Caller, unsupported: Sequence[Unsupported]) -> Generation:
    generation.unsupported = [one._asdict() for one in unsupported]
    return _end(generation, caller.user_id, Status.FAILED)


def _end(generation: Generation, actor_id: UUID | None, status: Generation.Status) -> Generation:
    generation.status, generation.finished_at = status, timezone.now()
    generation.save()
    if status != Status.CANCELLED:
        _tell(
            "generation.completed" if status == Status.SUCCEEDED else "generation.failed",
            generation,
            actor_id,
        )
    return generation


def _tell(event: str, generation: Generation, actor_id: UUID | None) -> None:
    """Ids only: what was written is read where the walls are."""
    result = generation.result_resume_id
    publish(
        event,
        workspace_id=generation.workspace_id,
        actor_id=actor_id,
        subject_type="generation",
        subject_id=generation.pk,
        payload={
            "generation_id": str(generation.pk),
            "task_id": str(generation.task_id),
            "result_resume_id": str(result) if result else None,
        },
    )
