"""What a workspace does with vacancies: its own ones, and its marks on any."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import PermissionRefused
from apps.core.models import uuid7
from apps.events.services import publish
from apps.vacancies import history, selectors
from apps.vacancies.models import OwnVacancy, OwnVacancyChange, VacancyMark
from apps.vacancies.saved_searches import arrivals

# What a member may say; everything else of the row is computed from it.
SAID = (
    "title", "company_name", "locations", "remote", "employment_type", "seniority", "salary_min", "salary_max",
    "salary_currency", "salary_period", "budget", "description_html", "url", "apply_url", "application_deadline",
)  # fmt: skip


def create_own_vacancy(*, caller: Caller, **said: Any) -> OwnVacancy:
    """A vacancy that only the caller's workspace sees. What is not said is read from the description."""
    with atomic():
        vacancy = OwnVacancy(
            id=uuid7(), workspace_id=caller.workspace_id, created_by_id=caller.user_id, source="own"
        )
        vacancy.source_id = str(vacancy.id)
        _apply(vacancy, said)
        vacancy.save(force_insert=True)
        arrivals.note_own(caller.workspace_id, [vacancy.pk])
        _publish("vacancy.created", vacancy, caller)
    return vacancy


def own_for_change(*, vacancy_id: UUID, caller: Caller) -> OwnVacancy:
    """The workspace's own vacancy, locked. Raises NotFound, or PermissionRefused for one of the catalogue."""
    vacancy = selectors.get_vacancy(vacancy_id=vacancy_id, caller=caller, lock_own=True)
    if not isinstance(vacancy, OwnVacancy):
        raise PermissionRefused("The catalogue is read-only; add a vacancy of your own instead.")
    return vacancy


def update_own_vacancy(*, vacancy: OwnVacancy, caller: Caller, changes: dict[str, Any]) -> OwnVacancy:
    """Change a locked own vacancy; what was read from the description is read again."""
    before = _said_by(vacancy)
    after = {**before, **changes}
    changed = [name for name in SAID if before[name] != after[name]]
    if not changed:
        return vacancy
    old = dict(vars(vacancy))
    with atomic():
        _apply(vacancy, after)
        vacancy.save()
        _keep_change(vacancy, old)
        arrivals.note_own(caller.workspace_id, [vacancy.pk])
        _publish("vacancy.changed", vacancy, caller, changed)
    return vacancy


def _keep_change(vacancy: OwnVacancy, before: dict[str, Any]) -> None:
    fields = history.diff(before, vars(vacancy))
    if fields:
        OwnVacancyChange.objects.create(
            workspace_id=vacancy.workspace_id,
            own_vacancy=vacancy,
            kind=OwnVacancyChange.Kind.CHANGED,
            fields=fields,
        )


def delete_own_vacancy(*, vacancy: OwnVacancy, caller: Caller) -> None:
    with atomic():
        _publish("vacancy.deleted", vacancy, caller)
        vacancy.delete()


def _said_by(vacancy: OwnVacancy) -> dict[str, Any]:
    said = {name: getattr(vacancy, name) for name in SAID}
    return {**said, "locations": [place["text"] for place in vacancy.locations]}


def _apply(vacancy: OwnVacancy, said: dict[str, Any]) -> None:
    # It reads texts as those of boards are read; who only declares or reads vacancies loads none of that.
    from apps.vacancies import typed_in

    typed_in.fill(vacancy, said)


def _publish(event: str, vacancy: OwnVacancy, caller: Caller, changed: list[str] | None = None) -> None:
    publish(
        event,
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="vacancy",
        subject_id=vacancy.pk,
        changed=changed or [],
        payload={"vacancy_id": str(vacancy.pk)},
    )


def _mark(*, vacancy_id: UUID, caller: Caller) -> VacancyMark:
    """The workspace's mark on a vacancy, made if there is none, and locked."""
    vacancy = selectors.get_vacancy(vacancy_id=vacancy_id, caller=caller)
    target = {"own_vacancy": vacancy} if isinstance(vacancy, OwnVacancy) else {"vacancy": vacancy}
    mark, _ = VacancyMark.objects.select_for_update().get_or_create(
        workspace_id=caller.workspace_id, **target
    )
    return mark


def _marked(
    mark: VacancyMark, vacancy_id: UUID, caller: Caller, event: str, changed: list[str]
) -> VacancyMark:
    if changed:
        mark.save()
        publish(
            event,
            workspace_id=caller.workspace_id,
            actor_id=caller.user_id,
            subject_type="vacancy",
            subject_id=vacancy_id,
            changed=changed,
            payload={"vacancy_id": str(vacancy_id)},
        )
    return mark


def save_vacancy(
    *, vacancy_id: UUID, caller: Caller, note: str | None = None, tags: list[str] | None = None
) -> VacancyMark:
    """Keep a vacancy; saving again changes the note or the tags where they are given."""
    with atomic():
        mark = _mark(vacancy_id=vacancy_id, caller=caller)
        changed = []
        if mark.saved_at is None:
            mark.saved_at = timezone.now()
            changed.append("saved_at")
        if note is not None and note != mark.note:
            mark.note = note
            changed.append("note")
        if tags is not None and sorted(set(tags)) != mark.tags:
            mark.tags = sorted(set(tags))
            changed.append("tags")
        return _marked(mark, vacancy_id, caller, "vacancy.saved", changed)


def unsave_vacancy(*, vacancy_id: UUID, caller: Caller) -> None:
    with atomic():
        mark = _mark(vacancy_id=vacancy_id, caller=caller)
        if mark.saved_at is not None:
            mark.saved_at, mark.note, mark.tags = None, "", []
            _marked(mark, vacancy_id, caller, "vacancy.unsaved", ["saved_at"])


def hide_vacancy(*, vacancy_id: UUID, caller: Caller) -> None:
    with atomic():
        mark = _mark(vacancy_id=vacancy_id, caller=caller)
        if mark.hidden_at is None:
            mark.hidden_at = timezone.now()
            _marked(mark, vacancy_id, caller, "vacancy.hidden", ["hidden_at"])


def unhide_vacancy(*, vacancy_id: UUID, caller: Caller) -> None:
    with atomic():
        mark = _mark(vacancy_id=vacancy_id, caller=caller)
        if mark.hidden_at is not None:
            mark.hidden_at = None
            _marked(mark, vacancy_id, caller, "vacancy.unhidden", ["hidden_at"])


def mark_applied(*, vacancy_id: UUID, caller: Caller, at: datetime | None) -> None:
    """For `applications`: when the workspace applied, or None when it no longer counts as applied."""
    with atomic():
        mark = _mark(vacancy_id=vacancy_id, caller=caller)
        if mark.applied_at != at:
            mark.applied_at = at
            _marked(mark, vacancy_id, caller, "vacancy.applied", ["applied_at"])
