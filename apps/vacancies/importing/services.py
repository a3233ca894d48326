"""Importing by address as a task: the reading holds no transaction, the keeping is one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import MD5
from django.utils import timezone

from apps.core.caller import Caller
from apps.core.db import wait_for_turn
from apps.core.models import uuid7
from apps.events.services import publish
from apps.jobs.models import Task
from apps.jobs.running import Running
from apps.jobs.services import enqueue
from apps.vacancies import columns, identity
from apps.vacancies.importing.finding import BoardEnd, Found, find
from apps.vacancies.jobs import IMPORT_URL
from apps.vacancies.models import Company, OwnVacancy, RawPosting, Source
from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.posting import Posting
from apps.vacancies.saved_searches import arrivals


def ask(*, caller: Caller, url: str) -> Task:
    """A task that reads the page."""
    return enqueue(kind=IMPORT_URL, caller=caller, arguments={"url": url})


def work(running: Running) -> None:
    """The task. Its result is {vacancy_id, origin, is_new, read_by, confidence, doubts}."""
    url: str = running.arguments["url"]
    with running.acting() as caller:
        if result := _held(url, caller):
            running.finish(result)
            return
    running.progress(0, 2, "Reading the page")

    def end_of(kind: str, board: str) -> BoardEnd:
        with running.acting():
            row = Source.objects.filter(kind=kind, board__iexact=board).order_by("id").first()
        return BoardEnd(company_name=row.company_name, base_url=row.base_url) if row else BoardEnd()

    found = find(url, end_of)
    posting = normalise(found.draft)
    running.progress(1, 2, "Keeping what it says")
    with running.acting() as caller:
        # One at a time: twins would both find nothing. By the posting's own address too, for the one given may be a
        # short link, or the page of its application form.
        wait_for_turn(f"import:{caller.workspace_id}:{identity.canonical_url(posting.url)}")
        running.finish(_held(posting.url, caller) or _keep(posting, found, caller))


def _held(url: str, caller: Caller) -> dict[str, Any] | None:
    """The result where the workspace, or else the catalogue, has this address already."""
    address = identity.canonical_url(url)
    if not address:
        return None
    same = {"hashed": MD5(Value(address)), "canonical_url": address}
    own = (
        OwnVacancy.objects.alias(hashed=MD5("canonical_url"))
        .filter(workspace_id=caller.workspace_id, **same)
        .order_by("id")
        .first()
    )
    if own is not None:
        return _result(own.pk, "own", is_new=False, read_by="known", confidence=own.confidence)
    postings = RawPosting.objects.alias(hashed=MD5("canonical_url")).filter(**same, vacancy__isnull=False)
    held = postings.values_list("vacancy_id", "merge_confidence").order_by("first_seen_at", "id").first()
    return _result(held[0], "catalogue", is_new=False, read_by="known", confidence=1.0) if held else None


def _keep(posting: Posting, found: Found, caller: Caller) -> dict[str, Any]:
    vacancy = OwnVacancy(id=uuid7(), workspace_id=caller.workspace_id, created_by_id=caller.user_id)
    for name, value in columns.of_posting(posting).items():
        setattr(vacancy, name, value)
    vacancy.source, vacancy.source_id = posting.source, posting.source_id[:200]
    vacancy.canonical_url = identity.canonical_url(posting.url)[:2000]
    vacancy.confidence = found.draft.confidence
    vacancy.field_sources = dict(posting.field_sources)
    vacancy.company = Company.objects.filter(key=posting.company_key).first() if posting.company_key else None
    vacancy.first_seen_at = vacancy.last_seen_at = timezone.now()
    vacancy.listed_at = vacancy.posted_at or vacancy.first_seen_at
    vacancy.save(force_insert=True)
    arrivals.note_own(caller.workspace_id, [vacancy.pk])
    publish(
        "vacancy.created",
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="vacancy",
        subject_id=vacancy.pk,
        payload={"vacancy_id": str(vacancy.pk)},
    )
    return _result(
        vacancy.pk,
        "own",
        is_new=True,
        read_by=found.read_by,
        confidence=vacancy.confidence,
        doubts=found.doubts,
    )


def _result(
    vacancy_id: UUID,
    origin: str,
    *,
    is_new: bool,
    read_by: str,
    confidence: float,
    doubts: tuple[str, ...] = (),
) -> dict[str, Any]:
    return {
        "vacancy_id": str(vacancy_id),
        "origin": origin,
        "is_new": is_new,
        "read_by": read_by,
        "confidence": confidence,
        "doubts": list(doubts),
    }
