"""When a call is worth repeating, and after how long. Pure."""

from __future__ import annotations

import email.utils
import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from apps.core.errors import UpstreamTimeout
from apps.core.http import deadline
from apps.core.http.errors import Unreachable, UpstreamStatus
from apps.core.http.messages import Policy

T = TypeVar("T")

_LONGEST_RETRY_AFTER = 86_400.0
_LONGEST_BACKOFF = 30.0
# What a later attempt can mend: the server's passing troubles, not its verdicts.
_TRANSIENT_STATUSES = frozenset({408, 425, 429}) | (frozenset(range(500, 600)) - {501, 505})


def parse_retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds to wait, 0 to a day, from either form of the header; None when absent or unreadable."""
    if not value:
        return None
    if value.strip().isdecimal():
        seconds = float(value)
    else:
        try:
            moment = email.utils.parsedate_to_datetime(value)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return min(max(seconds, 0.0), _LONGEST_RETRY_AFTER)


def run(attempt: Callable[[], T], *, policy: Policy, may_repeat: bool, sleep: Callable[[float], None]) -> T:
    """The answer of the first attempt that succeeds, or the last one's error."""
    backoff = wait_random_exponential(multiplier=policy.backoff_seconds, max=_LONGEST_BACKOFF)

    def wait(state: RetryCallState) -> float:
        asked = _retry_after(state)
        # Jitter on top of what was asked: all who were turned away must not come back in one moment.
        return backoff(state) if asked is None else asked + random.uniform(0, policy.backoff_seconds)  # noqa: S311 - no secret

    def is_too_long(state: RetryCallState) -> bool:
        too_patient = (_retry_after(state) or 0.0) > policy.max_retry_after
        return too_patient or state.upcoming_sleep >= deadline.remaining()

    out_of_attempts = stop_after_attempt(policy.attempts if may_repeat else 1)
    retrying = Retrying(
        retry=retry_if_exception(_is_transient),
        stop=lambda state: out_of_attempts(state) or is_too_long(state),
        wait=wait,
        sleep=sleep,
        reraise=True,
    )
    return retrying(attempt)


def _is_transient(error: BaseException) -> bool:
    if isinstance(error, UpstreamStatus):
        return error.upstream_status in _TRANSIENT_STATUSES
    return isinstance(error, Unreachable | UpstreamTimeout)


def _retry_after(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, UpstreamStatus) else None
