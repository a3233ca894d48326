"""What does the work, for a process that will: a server or a worker loads it before the first request or task.

To say which addresses, tables and tasks there are takes none of it, so commands, the scheduler and tests start without.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from project.logs import configure_structlog

WORK: Final = (
    "apps.accounts.auth.signing",
    "apps.generation.work",
    "apps.matching.search",
    "apps.matching.selectors",
    "apps.matching.wishes",
    "apps.resumes.parsing",
    "apps.resumes.rendering.outputs",
    "apps.vacancies.importing.services",
    "apps.vacancies.ingest.command",
    "apps.vacancies.merging.services",
    "apps.vacancies.typed_in",
    "project.celery",
)


def load_work() -> None:
    """Needs settings and apps. Heavy libraries (PDF, vectors) still wait for their first use."""
    configure_structlog()
    for name in WORK:
        import_module(name)
