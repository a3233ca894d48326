"""Postings of invented employers on several boards, ingested as a crawl does, for the tests of merging and history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.core.db import as_system, atomic
from apps.vacancies.ingest import closing
from apps.vacancies.ingest.batch import write_batch
from apps.vacancies.ingest.target import Counts, Received
from apps.vacancies.models import RawPosting, Source, SourceRun, Vacancy
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.registry import get_source

Job = dict[str, Any]
EMPLOYER = "Kestrel Pilots"


def words(number: int, *, changed: int = 0) -> str:
    """A text of ninety words that no other number has; `changed` of them are others."""
    return " ".join(f"word{number}x{i}{'y' if i < changed else ''}" for i in range(90))


def greenhouse(number: int, **changes: Any) -> Job:
    """The employer's own posting of job `number`."""
    return {
        "id": 1000 + number,
        "title": f"Harbour Pilot {_name(number)}",
        "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{1000 + number}",
        "location": {"name": "Rotterdam, Netherlands"},
        "company_name": EMPLOYER,
        "content": f"&lt;p&gt;You steer ships. {words(number)}&lt;/p&gt;",
        "updated_at": "2026-08-01T10:00:00-04:00",
        "first_published": "2026-08-01T10:00:00-04:00",
        **changes,
    }


def lever(number: int, **changes: Any) -> Job:
    """Job `number` on the employer's other board."""
    key = f"00000000-0000-4000-8000-{number:012d}"
    return {
        "id": key,
        "text": f"Harbour Pilot {_name(number)}",
        "hostedUrl": f"https://jobs.lever.co/kestrel/{key}",
        "applyUrl": f"https://jobs.lever.co/kestrel/{key}/apply",
        "createdAt": 1785600000000,
        "categories": {"location": "Rotterdam, Netherlands", "team": "Harbour"},
        "description": f"<p>You steer ships. {words(number)}</p>",
        "descriptionPlain": f"You steer ships. {words(number)}",
        "lists": [],
        "additional": "",
        **changes,
    }


def remotive(number: int, **changes: Any) -> Job:
    """Job `number` at an aggregator, which knows what it pays."""
    return {
        "id": 5000 + number,
        "url": f"https://remotive.com/remote-jobs/harbour/harbour-pilot-{5000 + number}",
        "title": f"Harbour Pilot {_name(number)}",
        "company_name": EMPLOYER,
        "category": "Harbour",
        "tags": [],
        "job_type": "full_time",
        "publication_date": "2026-08-02T10:00:00",
        "candidate_required_location": "Rotterdam, Netherlands",
        "salary": "€60,000 - €70,000",
        "description": f"<p>You steer ships. {words(number)}</p>",
        **changes,
    }


def _name(number: int) -> str:
    """Titles that differ by a word, for one that differs by a number may be read as a level."""
    return ("Amber", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Heath")[number % 8]


def board(kind: str) -> Source:
    with as_system():
        return Source.objects.get_or_create(kind=kind, board="kestrel", defaults={"company_name": EMPLOYER})[
            0
        ]


def crawl(kind: str, jobs: Sequence[Job], *, is_complete: bool = True) -> Counts:
    """One run over a board that lists these; a complete one closes what it misses."""
    source, adapter = board(kind), get_source(kind)
    said = Board(slug=source.board, company_name=source.company_name)
    with as_system(), atomic():
        run = SourceRun.objects.create(source=source)
        counts = write_batch(
            run, adapter, said, [Received(source_id=adapter.source_id_of(job), item=job) for job in jobs]
        )
        if is_complete:
            closing.close_unlisted(run, timezone.now())
    return counts


def postings() -> dict[str, RawPosting]:
    """Every posting by kind of source and id."""
    with as_system():
        rows = RawPosting.objects.select_related("source", "vacancy")
        return {f"{row.source.kind} {row.source_posting_id}": row for row in rows}


def vacancy_of(posting: str) -> UUID:
    """The vacancy that a posting, as "greenhouse 1001", is one of."""
    found = postings()[posting].vacancy_id
    assert found is not None
    return found


Snapshot = dict[str, dict[UUID, dict[str, Any]]]


def snapshot() -> Snapshot:
    """Every column of every vacancy and posting."""
    with as_system():
        found: Snapshot = {}
        for model in (Vacancy, RawPosting):
            names = [field.attname for field in model._meta.concrete_fields]
            found[model.__name__] = {
                row["id"]: {
                    name: bytes(value) if isinstance(value, memoryview) else value
                    for name, value in row.items()
                }
                for row in model.objects.values(*names)
            }
        return found
