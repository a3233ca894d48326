"""How reading a board goes, in one word: for a row, and as a condition for many."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from apps.vacancies.models.sources import AbstractSource


class HealthStatus(models.TextChoices):
    """The first that holds, in this order."""

    ALARMED = "alarmed"  # it fell from many postings to few: somebody should look
    COOLING = "cooling"  # it failed too often, and is left alone for a while
    FAILING = "failing"
    NEVER_RUN = "never_run"
    PARTIAL = "partial"  # its last run did not see all of it, so that it closed nothing
    OK = "ok"


def status_of(board: AbstractSource, now: datetime) -> HealthStatus:
    if board.alarm:
        return HealthStatus.ALARMED
    if board.cooldown_until and board.cooldown_until > now:
        return HealthStatus.COOLING
    if board.failures:
        return HealthStatus.FAILING
    if board.last_run_at is None:
        return HealthStatus.NEVER_RUN
    is_whole = board.last_complete_at is not None and board.last_complete_at >= board.last_run_at
    return HealthStatus.OK if is_whole else HealthStatus.PARTIAL


def having(status: str, now: datetime) -> Q:
    """The condition under which `status_of` answers so."""
    # Each with its contrary: a comparison with NULL is neither true nor false.
    rests, runs_on = Q(cooldown_until__gt=now), Q(cooldown_until=None) | Q(cooldown_until__lte=now)
    ran = Q(last_run_at__isnull=False)
    whole = Q(last_complete_at__gte=F("last_run_at"))
    broken = Q(last_complete_at=None) | Q(last_complete_at__lt=F("last_run_at"))
    conditions = {
        HealthStatus.ALARMED: (~Q(alarm=""), Q(alarm="")),
        HealthStatus.COOLING: (rests, runs_on),
        HealthStatus.FAILING: (Q(failures__gt=0), Q(failures=0)),
        HealthStatus.NEVER_RUN: (~ran, ran),
        HealthStatus.PARTIAL: (broken, whole),
    }
    found = Q()
    for each, (holds, does_not) in conditions.items():
        if each == status:
            return found & holds
        found &= does_not
    return found
