"""How reading a board goes, in one word: for a row, and as a condition for many."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from apps.vacancies.models.sources import AbstractSource


class HealthStatus(models.TextChoices):
    """The first that holds, in this order."""

    ALARMED = "alarmed"  # it fell from many postings to few: somebody should look
    COOLING = "cooling"  # it failed too often, and is left alone for a while
    FAILING = "failing"
    NEVER_RUN = "never_run"
    OK = "ok"


def status_of(board: AbstractSource, now: datetime) -> HealthStatus:
    if board.alarm:
        return HealthStatus.ALARMED
    if board.cooldown_until and board.cooldown_until > now:
        return HealthStatus.COOLING
    if board.failures:
        return HealthStatus.FAILING
    return HealthStatus.OK if board.last_run_at else HealthStatus.NEVER_RUN


def having(status: str, now: datetime) -> Q:
    """The condition under which `status_of` answers so."""
    conditions = {
        HealthStatus.ALARMED: ~Q(alarm=""),
        HealthStatus.COOLING: Q(cooldown_until__gt=now),
        HealthStatus.FAILING: Q(failures__gt=0),
        HealthStatus.NEVER_RUN: Q(last_run_at=None),
    }
    found = Q()
    for each, holds in conditions.items():
        if each == status:
            return found & holds
        # A comparison with NULL is neither true nor false: said the other way round, it is.
        found &= (
            (Q(cooldown_until=None) | Q(cooldown_until__lte=now)) if each == HealthStatus.COOLING else ~holds
        )
    return found
