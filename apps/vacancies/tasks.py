"""Thin: see `boards/schedule.py`."""

from __future__ import annotations

from celery import shared_task


@shared_task(name="vacancies.schedule")
def schedule() -> int:
    from apps.vacancies.boards.schedule import start_due

    return start_due()


@shared_task(name="vacancies.percolate")
def percolate() -> int:
    from apps.vacancies.saved_searches.percolation import percolate
    from apps.vacancies.saved_searches.telling import tell_due

    percolate()
    return tell_due()


@shared_task(name="vacancies.read_filters_anew")
def read_filters_anew() -> int:
    from apps.vacancies.saved_searches.services import read_filters_anew

    return read_filters_anew()


@shared_task(name="vacancies.find_boards")
def find_boards() -> int:
    from apps.vacancies.boards.schedule import start_finding

    return start_finding()
