"""What was sent to a marketplace in a member's name."""

from __future__ import annotations

from django.db import models

from apps.core.models import OwnedModel
from apps.vacancies.models.owned import OwnVacancy


class Proposal(OwnedModel):
    """One proposal for one posting, sent once: `key` is ours, and the same key never sends twice.

    `unknown`: the request left, and no answer told what became of it; only its owner can look. `platform_id`,
    `platform_status` and `submitted_at` are the marketplace's own words. Of the text only the digest is kept here.
    """

    class State(models.TextChoices):
        SENDING = "sending"
        SENT = "sent"
        REFUSED = "refused"
        UNKNOWN = "unknown"

    key = models.CharField(max_length=200)
    own_vacancy = models.ForeignKey(
        OwnVacancy, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    platform = models.CharField(max_length=32)
    posting_id = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.SENDING)
    platform_id = models.CharField(max_length=200, blank=True, default="")
    platform_status = models.CharField(max_length=64, blank=True, default="")
    submitted_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=200, blank=True, default="")
    created_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "key"], name="proposal_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=["sending", "sent", "refused", "unknown"]), name="proposal_state"
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at"], name="proposal_by_workspace")]

    def __str__(self) -> str:
        return f"{self.platform} {self.posting_id}: {self.state}"
