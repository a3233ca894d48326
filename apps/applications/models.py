"""An application: one vacancy that the workspace wants, and how far it has come."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from apps.applications import workflow
from apps.applications.workflow import State
from apps.core.models import OwnedModel
from apps.resumes.models import ResumeVersion
from apps.vacancies.models import OwnVacancy, Vacancy


class Application(OwnedModel):
    """One per vacancy and workspace. `applied_at` is null until it has been sent, and in `saved`."""

    # An application outlives what it was for: neither the catalogue nor a member takes its vacancy away.
    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    # RESTRICT, not PROTECT: erasing the whole workspace takes both.
    own_vacancy = models.ForeignKey(
        OwnVacancy, on_delete=models.RESTRICT, null=True, blank=True, related_name="applications"
    )
    resume_version = models.ForeignKey(
        ResumeVersion, on_delete=models.SET_NULL, null=True, blank=True, related_name="applications"
    )
    state = models.CharField(max_length=12, choices=workflow.CHOICES, default=State.SAVED.value)
    archived_from = models.CharField(max_length=12, choices=workflow.INITIAL_CHOICES, blank=True, default="")
    state_changed_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, default="")
    position = models.CharField(
        max_length=64,
        blank=True,
        default="",
        db_collation="C",
        help_text="Rank on the board, compared bytewise.",
    )
    created_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vacancy__isnull=False, own_vacancy=None)
                | models.Q(vacancy=None, own_vacancy__isnull=False),
                name="application_one_vacancy",
            ),
            models.UniqueConstraint(fields=["workspace", "vacancy"], name="application_once"),
            models.UniqueConstraint(fields=["workspace", "own_vacancy"], name="application_own_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="application_state"
            ),
            models.CheckConstraint(
                condition=models.Q(archived_from="") & ~models.Q(state="archived")
                | models.Q(
                    state="archived", archived_from__in=[value for value, _ in workflow.INITIAL_CHOICES]
                ),
                name="application_archived_from",
            ),
            models.CheckConstraint(
                condition=models.Q(state="saved", applied_at=None)
                | models.Q(state="applied", applied_at__isnull=False)
                | ~models.Q(state__in=["saved", "applied"]),
                name="application_applied_at",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "-updated_at", "-id"], name="application_recent"),
            models.Index(fields=["workspace", "state", "position"], name="application_board"),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.vacancy_id or self.own_vacancy_id}"

    @property
    def any_vacancy(self) -> Vacancy | OwnVacancy:
        """The vacancy, whichever table holds it."""
        found = self.vacancy or self.own_vacancy
        if found is None:
            raise ValueError("an application without a vacancy")
        return found

    @property
    def any_vacancy_id(self) -> UUID:
        return self.vacancy_id or self.own_vacancy_id  # type: ignore[return-value]  # the CHECK: exactly one

    @property
    def allowed(self) -> tuple[State, ...]:
        """The states reachable now."""
        return workflow.allowed_as_stored(self.state, self.archived_from)


class ApplicationNote(OwnedModel):
    """What a person wrote on one step. Kept beside the event, which is never erased and so holds no words."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="notes")
    event_id = models.UUIDField(unique=True)
    text = models.TextField()
    created_by_id = models.UUIDField(null=True, blank=True)

    def __str__(self) -> str:
        return f"note on {self.event_id}"
