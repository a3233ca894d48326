"""The kinds of background work of this app."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.vacancies.ingest import command

background(command.KIND, queue="ingest", is_global=True)(command.work)
