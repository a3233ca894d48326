"""How a vacancy came to be what it is: which postings were taken for one, and what changed when."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from apps.core.models import CatalogueModel, OwnedModel
from apps.vacancies.models.catalogue import RawPosting, Vacancy
from apps.vacancies.models.owned import OwnVacancy


class MergeDecision(CatalogueModel):
    """A posting was taken for one of a vacancy's, or may be one: why, how sure, and who said the last word.

    `from_vacancy` is the vacancy it was until then; null for a posting that joined when it was first met. `evidence`
    is {stage, similarity, ...}: what the decision was made by. Undone and refused ones stay: they keep apart.
    """

    class Kind(models.TextChoices):
        SAME = "same"
        CROSS_POST = "cross_post"
        AGENCY_COPY = "agency_copy"
        REPOST = "repost"
        EVERGREEN = "evergreen"
        MANY_PLACES = "many_places"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        APPLIED = "applied"
        REFUSED = "refused"
        UNDONE = "undone"

    posting = models.ForeignKey(RawPosting, on_delete=models.CASCADE, related_name="decisions")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="decisions")
    from_vacancy = models.ForeignKey(
        Vacancy, on_delete=models.CASCADE, null=True, blank=True, related_name="left_by"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices)
    confidence = models.FloatField()
    reason = models.CharField(max_length=200)
    evidence = models.JSONField(default=dict, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by_id = models.UUIDField(null=True, blank=True, help_text="Who of the staff; empty: the rules.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["posting", "vacancy"], name="decision_once"),
        ]
        indexes = [
            models.Index(
                fields=["-confidence", "id"],
                condition=models.Q(state="proposed"),
                name="decision_to_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}: {self.reason}"


class AbstractChange(models.Model):
    """Something about a vacancy that changed. `fields` is {name: [before, after]}; of long texts only the name."""

    class Kind(models.TextChoices):
        CHANGED = "changed"
        CLOSED = "closed"
        REOPENED = "reopened"
        REPOSTED = "reposted"
        MERGED = "merged"
        UNMERGED = "unmerged"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    at = models.DateTimeField(default=timezone.now)
    fields = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        abstract = True


class VacancyChange(AbstractChange, CatalogueModel):
    """What changed about a vacancy of the catalogue."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="changes")

    class Meta:
        indexes = [
            models.Index(fields=["vacancy", "-at"], name="change_by_vacancy"),
            models.Index(
                fields=["at"], condition=models.Q(kind__in=["reopened", "reposted"]), name="change_came_again"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vacancy_id} {self.kind}"


class OwnVacancyChange(AbstractChange, OwnedModel):
    """What changed about a vacancy of the workspace's own."""

    own_vacancy = models.ForeignKey(OwnVacancy, on_delete=models.CASCADE, related_name="changes")

    class Meta:
        indexes = [models.Index(fields=["own_vacancy", "-at"], name="ownchange_by_vacancy")]

    def __str__(self) -> str:
        return f"{self.own_vacancy_id} {self.kind}"
