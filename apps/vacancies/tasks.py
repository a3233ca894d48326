"""Thin: see `boards/schedule.py`."""

from __future__ import annotations

from celery import shared_task


@shared_task(name="vacancies.schedule")
def schedule() -> int:
    from apps.vacancies.boards.schedule import start_due

    return start_due()


@shared_task(name="vacancies.find_boards")
def find_boards() -> int:
    from apps.vacancies.boards.schedule import start_finding

    return start_finding()
