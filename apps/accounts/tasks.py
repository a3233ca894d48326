"""Thin: see `erasing.py`, `auth/sessions.py`, `usage/services.py`."""

from __future__ import annotations

from celery import shared_task

from apps.core.db import as_system


@shared_task(name="accounts.erase_due")
def erase_due() -> int:
    from apps.accounts import erasing

    with as_system():
        return erasing.enqueue_due()


@shared_task(name="accounts.forget_old_attempts")
def forget_old_attempts() -> int:
    from apps.accounts.auth import attempts

    return attempts.forget_old()


@shared_task(name="accounts.forget_old_sessions")
def forget_old_sessions() -> int:
    from apps.accounts.auth import sessions

    return sessions.forget_old()


@shared_task(name="accounts.settle_stray")
def settle_stray() -> int:
    from apps.accounts.usage import services

    with as_system():
        return services.end_strays()
