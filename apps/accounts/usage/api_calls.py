"""Requests by API key, counted in PostgreSQL: exact at the limit, and nothing to lose with Valkey or a process.

One statement a request, outside of the request's transaction: nobody holds the counter while they work.
"""

from __future__ import annotations

from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage import counting
from apps.core.caller import Caller


def count(caller: Caller) -> None:
    """Count one call of a program; a person's are not counted. As system, in no transaction.

    Raises PlanLimitReached, and counts nothing then.
    """
    if caller.api_key_id is None:
        return
    counting.take(
        workspace_id=caller.workspace_id,
        meter=Meter.API_CALLS,
        amount=1,
        column="used",
        now=timezone.now(),
    )
