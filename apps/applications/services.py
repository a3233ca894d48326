"""What a workspace does with its applications."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage.stocks import require_room
from apps.applications import querysets, workflow
from apps.applications.models import Application, ApplicationNote
from apps.applications.selectors import get_application
from apps.applications.workflow import State
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, FieldError, NotFound, ValidationFailed
from apps.events.models import Event
from apps.events.services import publish
from apps.resumes.models import Resume
from apps.vacancies.models import OwnVacancy
from apps.vacancies.selectors import get_vacancy
from apps.vacancies.services import create_own_vacancy, mark_applied


def create_application(
    *,
    caller: Caller,
    vacancy_id: UUID | None = None,
    typed_in: dict[str, Any] | None = None,
    state: State = State.SAVED,
    applied_at: datetime | None = None,
    resume_version_id: UUID | None = None,
    note: str = "",
) -> Application:
    """An application for a vacancy that is known, or for one `typed_in` (as `create_own_vacancy` takes it).

    Raises NotFound for a vacancy or a resume the caller cannot see, Conflict when the workspace has an application for
    it, PlanLimitReached.
    """
    now = timezone.now()
    applied_at = _first_applied_at(state, applied_at, now)
    with atomic():
        # An own vacancy is locked, so that nobody deletes it before the application stands.
        vacancy = (
            get_vacancy(vacancy_id=vacancy_id, caller=caller, lock_own=True)
            if vacancy_id is not None
            else create_own_vacancy(caller=caller, **(typed_in or {}))
        )
        _hold_resume_version(resume_version_id, caller)
        is_own = isinstance(vacancy, OwnVacancy)
        application = Application(
            workspace_id=caller.workspace_id,
            state=state.value,
            state_changed_at=applied_at if state is State.APPLIED and applied_at else now,
            applied_at=applied_at,
            note=note,
            resume_version_id=resume_version_id,
            created_by_id=caller.user_id,
            **{"own_vacancy" if is_own else "vacancy": vacancy},
        )
        if state not in workflow.OVER:
            require_room(caller=caller, meter=Meter.ACTIVE_APPLICATIONS)
        _insert(application)
        if applied_at is not None:
            mark_applied(vacancy_id=vacancy.pk, caller=caller, at=applied_at)
        _publish("application.created", application, caller, to=state, at=application.state_changed_at)
    return application


def transition_application(
    *, application_id: UUID, caller: Caller, to: State, at: datetime | None = None, note: str = ""
) -> Application:
    """Move it to `to`, as of `at` (now by default); already there, it stays as it is.

    Raises Conflict where `workflow` has no such step, naming those it has; ValidationFailed for an `at` that is
    in the future or before the last change; PlanLimitReached where it is taken up again.
    """
    with atomic():
        application = get_application(application_id=application_id, caller=caller, lock=True)
        before = State(application.state)
        if before is to:
            return application
        if to not in application.allowed:
            raise _no_such_step(application, to)
        moment = _moment_of_change(application, at)
        if before in workflow.OVER and to not in workflow.OVER:
            require_room(caller=caller, meter=Meter.ACTIVE_APPLICATIONS)
        application.archived_from = before.value if to is State.ARCHIVED else ""
        application.state, application.state_changed_at = to.value, moment
        _set_applied_at(application, caller, workflow.applied_at_after(to, moment, application.applied_at))
        application.save()
        event = _publish(
            "application.transitioned", application, caller, ("state",), before=before, to=to, at=moment
        )
        if note:
            ApplicationNote.objects.create(
                workspace_id=caller.workspace_id,
                application=application,
                event_id=event.pk,
                text=note,
                created_by_id=caller.user_id,
            )
    return application


def update_application(*, application_id: UUID, caller: Caller, changes: dict[str, Any]) -> Application:
    """Change `note` or `resume_version_id`. Raises NotFound for a resume the caller cannot see."""
    with atomic():
        application = get_application(application_id=application_id, caller=caller, lock=True)
        changed = [name for name, value in changes.items() if getattr(application, name) != value]
        if not changed:
            return application
        if "resume_version_id" in changed:
            _hold_resume_version(changes["resume_version_id"], caller)
        for name in changed:
            setattr(application, name, changes[name])
        application.save()
        _publish("application.changed", application, caller, changed)
    return application


def delete_application(*, application_id: UUID, caller: Caller) -> None:
    """Delete it with its notes; the vacancy no longer counts as applied to."""
    with atomic():
        application = get_application(application_id=application_id, caller=caller, lock=True)
        _set_applied_at(application, caller, None)
        _publish("application.deleted", application, caller)
        application.delete()


def _insert(application: Application) -> None:
    """Insert, or raise Conflict with the id of the application that the vacancy has already."""
    try:
        with atomic():
            application.save(force_insert=True)
    except IntegrityError:
        rows = Application.objects.filter(workspace_id=application.workspace_id)
        twin = querysets.for_vacancy(rows, application.any_vacancy_id).first()
        if twin is None:
            raise
        raise Conflict(
            f"There is an application for this vacancy already: {twin.pk}.",
            errors=[FieldError("vacancy_id", "exists", str(twin.pk))],
        ) from None


def _hold_resume_version(version_id: UUID | None, caller: Caller) -> None:
    """Keep its resume from being deleted until this is committed. Raises NotFound for one of another workspace."""
    if version_id is None:
        return
    rows = Resume.objects.filter(workspace_id=caller.workspace_id, versions__pk=version_id)
    if rows.select_for_update(of=("self",), no_key=True).first() is None:
        detail = "There is no such version of a resume."
        raise NotFound(detail, errors=[FieldError("resume_version_id", "not_found", detail)])


def _set_applied_at(application: Application, caller: Caller, at: datetime | None) -> None:
    """The row and the workspace's mark on the vacancy say the same."""
    if application.applied_at != at:
        application.applied_at = at
        mark_applied(vacancy_id=application.any_vacancy_id, caller=caller, at=at)


def _first_applied_at(state: State, applied_at: datetime | None, now: datetime) -> datetime | None:
    """When an application that begins in `state` was sent, if it was."""
    if applied_at is not None and state is State.SAVED:
        raise _invalid("applied_at", "A saved application has not been sent; give another state.")
    if applied_at is not None and applied_at > now:
        raise _invalid("applied_at", "Must not be in the future.", "max_value")
    return workflow.applied_at_after(state, now, applied_at)


def _moment_of_change(application: Application, at: datetime | None) -> datetime:
    now, last = timezone.now(), application.state_changed_at
    if at is None:
        # Never behind the last change, whatever the clock of this host says.
        return max(now, last)
    if at > now:
        raise _invalid("at", "Must not be in the future.", "max_value")
    # Keeping it here says nothing of when it was sent: that may have been days before.
    if at < last and application.state != State.SAVED:
        raise _invalid("at", f"Must not be before the last change, {_as_text(last)}.", "min_value")
    return at


def _no_such_step(application: Application, to: State) -> Conflict:
    archived_from = State(application.archived_from) if application.archived_from else None
    steps = workflow.onward(State(application.state), archived_from)
    return Conflict(
        f"From {application.state} it cannot go to {to.value}, only to {', '.join(step.value for step in steps)}.",
        errors=[FieldError("to", step.value, reason) for step, reason in steps.items()],
    )


def _invalid(attr: str, detail: str, code: str = "invalid") -> ValidationFailed:
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, code, detail)])


def _as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _publish(
    event: str,
    application: Application,
    caller: Caller,
    changed: list[str] | tuple[str, ...] = (),
    *,
    before: State | None = None,
    to: State | None = None,
    at: datetime | None = None,
) -> Event:
    """Ids, states and times: a person's words stay in tables that can be erased."""
    return publish(
        event,
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="application",
        subject_id=application.pk,
        changed=changed,
        payload={
            "application_id": str(application.pk),
            "vacancy_id": str(application.any_vacancy_id),
            "from_state": before and before.value,
            "to_state": to and to.value,
            "at": at and _as_text(at),
        },
    )
