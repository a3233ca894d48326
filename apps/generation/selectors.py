"""What a writer is told, and what of a generation is no column."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.utils import timezone

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.generation.models import Generation
from apps.generation.vocabulary import Length
from apps.generation.writers import Assignment
from apps.matching.pasted import title_and_text
from apps.resumes.shape import ordered
from apps.vacancies.selectors import AnyVacancy

# The verifier and its patterns are for who has something written, not for who lists what was.
if TYPE_CHECKING:
    from apps.generation.grounding import Unsupported, VacancyBrief


def get_generation(*, generation_id: UUID, caller: Caller, lock: bool = False) -> Generation:
    """A generation of the caller's workspace, with its resume version. Raises NotFound."""
    rows = Generation.objects.filter(workspace_id=caller.workspace_id, pk=generation_id)
    rows = rows.select_related("resume_version")
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound()
    return found


def assignment_of(generation: Generation) -> Assignment:
    """Raises NotFound where the vacancy has gone since."""
    options = generation.options
    return Assignment(
        kind=generation.kind,
        source=ordered(generation.resume_version.content),
        vacancy=brief_of(generation),
        # The day it was asked for: a second run after a crash writes the same.
        today=timezone.localdate(generation.created_at),
        length=cast(Length, options["length"]),
        tone=options["tone"],
        language=options["language"],
        emphasis=tuple(options["emphasis"]),
    )


def brief_of(generation: Generation) -> VacancyBrief:
    from apps.generation.grounding import VacancyBrief

    vacancy: AnyVacancy | None = generation.vacancy or generation.own_vacancy
    if vacancy is not None:
        return VacancyBrief(
            title=vacancy.title,
            company_name=vacancy.company_name,
            description_text=vacancy.description_text,
            requirements=tuple(vacancy.requirements),
            skills=tuple(vacancy.skills),
        )
    if not generation.vacancy_text:
        raise NotFound("The vacancy is gone.")
    title, text = title_and_text(generation.vacancy_text)
    return VacancyBrief(title=title, description_text=text)


def unsupported_of(generation: Generation) -> tuple[Unsupported, ...]:
    from apps.generation.grounding import Unsupported

    return tuple(Unsupported(**claim) for claim in generation.unsupported)
