"""Feature flags: waffle's, met by user, workspace, plan or a share of people."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from waffle.models import AbstractUserFlag

from apps.accounts.models.workspaces import Workspace


class Flag(AbstractUserFlag):
    """On for everyone, for nobody, or for those named here. `percent` is a lasting share of users, not of requests."""

    workspaces = models.ManyToManyField(Workspace, blank=True, related_name="+")
    plans = ArrayField(
        models.CharField(max_length=32),
        default=list,
        blank=True,
        help_text="Codes of plans: free, pro, team.",
    )

    class Meta:
        verbose_name = "feature flag"
