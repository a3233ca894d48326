"""One thing written for somebody: from which resume, for which vacancy, what came of it and what it rests on."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from apps.core.models import OwnedModel
from apps.resumes.models import Resume, ResumeVersion
from apps.vacancies.models import OwnVacancy, Vacancy


class Generation(OwnedModel):
    """`content` and `result_resume` are set where it succeeded, `unsupported` where a draft was refused."""

    class Kind(models.TextChoices):
        TAILORED_RESUME = "tailored-resume"
        COVER_LETTER = "cover-letter"
        PROPOSAL = "proposal"
        INTERVIEW_PREP = "interview-prep"
        FOLLOW_UP_EMAIL = "follow-up-email"
        OUTREACH_MESSAGE = "outreach-message"
        SUMMARY = "summary"

    class Status(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Rating(models.TextChoices):
        UP = "up"
        DOWN = "down"

    kind = models.CharField(max_length=24, choices=Kind.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.QUEUED)
    resume_version = models.ForeignKey(ResumeVersion, on_delete=models.CASCADE, related_name="+")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    own_vacancy = models.ForeignKey(
        OwnVacancy, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    vacancy_text = models.TextField(blank=True, default="")
    options = models.JSONField(default=dict, help_text="{tone, length, language, emphasis}")
    content = models.JSONField(null=True, blank=True)
    alternatives = models.JSONField(default=list, blank=True)
    result_resume = models.ForeignKey(
        Resume, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    provider = models.CharField(max_length=40, blank=True, default="")
    model = models.CharField(max_length=80, blank=True, default="")
    evidence = models.JSONField(default=list, blank=True)
    unsupported = models.JSONField(default=list, blank=True)
    suggestions = models.JSONField(default=list, blank=True)
    metadata = models.JSONField(default=dict, blank=True)
    rating = models.CharField(max_length=4, choices=Rating.choices, blank=True, default="")
    rating_comment = models.TextField(blank=True, default="")
    task_id = models.UUIDField()
    created_by_id = models.UUIDField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["queued", "running", "succeeded", "failed", "cancelled"]),
                name="generation_status",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "tailored-resume",
                        "cover-letter",
                        "proposal",
                        "interview-prep",
                        "follow-up-email",
                        "outreach-message",
                        "summary",
                    ]
                ),
                name="generation_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(rating__in=["", "up", "down"]), name="generation_rating"
            ),
            # At most one: a vacancy may be gone by now, or was pasted as text.
            models.CheckConstraint(
                condition=models.Q(vacancy=None) | models.Q(own_vacancy=None), name="generation_one_vacancy"
            ),
            models.CheckConstraint(
                condition=models.Q(content__isnull=False) | ~models.Q(status="succeeded"),
                name="generation_content",
            ),
            models.UniqueConstraint(fields=["task_id"], name="generation_once_a_task"),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at", "-id"], name="generation_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.status}"

    @property
    def is_over(self) -> bool:
        return self.status not in (self.Status.QUEUED, self.Status.RUNNING)

    @property
    def any_vacancy_id(self) -> UUID | None:
        """Of the catalogue or of the workspace's own; None where it was pasted, or is gone."""
        return self.vacancy_id or self.own_vacancy_id
