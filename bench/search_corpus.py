"""The postings that search is measured over, and how they get into a database: through the product's own ingest.

All that `bench.recorded` reads, with two exceptions: of listings that have no text one per title and employer, and of these
and of Hacker News's comments every fourth, by a hash. They go in as boards described by data, one for each source,
so that the id a posting has there is the one that the judgements name.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from apps.vacancies.sources.base import PostingDraft
from bench.recorded import SHARED_DATA, recorded_drafts

Draft = tuple[str, PostingDraft]  # under its key: `<source>:<posting>`
LEAST_TEXT = 50
_NAMELESS = "Acme"  # what `bench.recorded` calls an employer whom nobody names
_TAG = re.compile(r"<[^>]+>")
_SAID = ("id", "title", "url", "company_name", "description_html", "locations", "remote", "employment_type",
         "department", "seniority", "posted_at", "language")  # fmt: skip


def corpus(shared_data: Path = SHARED_DATA) -> Iterator[Draft]:
    seen: set[tuple[str, str]] = set()
    for key, draft in recorded_drafts(shared_data):
        source = key.partition(":")[0]
        if source == "greenhouse":
            name = (draft.title.casefold(), draft.company_name)
            if name in seen:
                continue
            seen.add(name)
            if _has_no_text(draft) and not _is_fourth("|".join(name)):
                continue
        if source == "hn" and not _is_fourth(key):
            continue
        yield key, draft


def ingest(drafts: Iterable[Draft], folder: Path) -> dict[str, UUID]:
    """Read them into the catalogue; answers the vacancy of each key. What the product refuses is left out.

    Two postings may become one vacancy. Needs Django, and a database that migrations have made.
    """
    from apps.core.db import as_system
    from apps.vacancies.ingest import command
    from apps.vacancies.ingest.crawl import Order
    from apps.vacancies.models import RawPosting, Source

    for path in _boards(drafts, folder):
        with as_system():
            Source.objects.get_or_create(kind="generic", board=path.stem, defaults={"spec": _spec(path.stem)})
        task = command.ask(Order(kind="generic", board=path.stem, origin=str(path)), start=False)
        command.run_here(task)
    with as_system():
        placed = RawPosting.objects.filter(source__kind="generic", vacancy__isnull=False)
        rows = placed.values_list("source__board", "source_posting_id", "vacancy_id")
        return {f"{board}:{name}": pk for board, name, pk in rows}


def _boards(drafts: Iterable[Draft], folder: Path) -> list[Path]:
    """A file for each source, a line for each posting."""
    lines: dict[str, list[str]] = defaultdict(list)
    for key, draft in drafts:
        source, _, posting = key.partition(":")
        lines[source].append(json.dumps(_said(posting, draft)))
    files = {folder / f"{source}.json": said for source, said in lines.items()}
    for path, said in files.items():
        path.write_text("[" + ",\n".join(said) + "]", encoding="utf-8")
    return list(files)


def _said(posting: str, draft: PostingDraft) -> dict[str, Any]:
    names_none = draft.company_name == _NAMELESS and draft.source == "ashby"
    said = {name: getattr(draft, name) for name in _SAID if name != "id"}
    return said | {
        "id": posting,
        # An Ashby answer does not name its employer, but its board does.
        "company_name": draft.board if names_none else draft.company_name,
        "posted_at": draft.posted_at.isoformat() if draft.posted_at else "",
    }


def _spec(board: str) -> dict[str, Any]:
    fields = {name: name for name in _SAID} | {"locations": "locations[*]"}
    return {"url": f"https://{board}.example.com/jobs.json", "lists_everything": True, "fields": fields}


def _has_no_text(draft: PostingDraft) -> bool:
    return len(html.unescape(_TAG.sub(" ", draft.description_html))) < LEAST_TEXT


def _is_fourth(name: str) -> bool:
    return hashlib.blake2b(name.encode(), digest_size=2).digest()[0] % 4 == 0
