"""Ingest end to end against a bare COPY of the rows it made: `python -m bench.ingest [POSTINGS] [ROUNDS]`. Needs ../shared.

Ours: recorded Ashby objects, parsed, normalised, identified, written with their raw postings, and read again unchanged.
The other side: the same vacancies by one COPY into the same table, emptied, with the same indexes and the same text
vector. A round is ours, COPY, again; servers of its own under var/bench, durable as in production.

The recorded postings are fewer than the rows: each further lap gives them other ids, another employer and three words in
ten spelt anew, so that they are other vacancies and no text is one that the indexes know.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parents[1]
POSTINGS = ROOT.parent / "shared" / "data" / "postings" / "ashby_full_descriptions.jsonl.gz"
TABLE = "vacancies_vacancy"
Spread = tuple[float, float, float]


def recorded() -> list[dict[str, Any]]:
    with gzip.open(POSTINGS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def respelt(text: str, lap: int) -> str:
    """Three words in ten with the lap's mark in them; tags and their attributes stay."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if word.isalpha() and hashlib.blake2b(word.encode(), digest_size=1).digest()[0] % 10 < 3:
            words[at] = f"{word}{lap}"
    return " ".join(words)


def lap_of(postings: list[dict[str, Any]], lap: int) -> Iterator[dict[str, Any]]:
    for posting in postings:
        if lap == 0:
            yield posting
            continue
        key = str(uuid5(NAMESPACE_URL, f"{posting['id']}/{lap}"))
        yield {
            **posting,
            "id": key,
            "jobUrl": f"https://jobs.ashbyhq.com/bench{lap}/{key}",
            "applyUrl": f"https://jobs.ashbyhq.com/bench{lap}/{key}/application",
            "descriptionHtml": respelt(str(posting.get("descriptionHtml") or ""), lap),
            "descriptionPlain": "",
        }


def write_boards(folder: Path, count: int) -> list[Path]:
    """One file a lap, each a board of another employer."""
    postings, left = recorded(), count
    files: list[Path] = []
    while left > 0:
        path = folder / f"bench{len(files)}.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for posting in lap_of(postings[:left], len(files)):
                out.write(json.dumps(posting) + "\n")
        left -= len(postings)
        files.append(path)
    return files


def ingest(files: list[Path]) -> tuple[float, dict[str, int]]:
    """Seconds, and what the boards came to."""
    from apps.vacancies.ingest import command
    from apps.vacancies.ingest.crawl import Order

    totals = dict.fromkeys(("seen", "created", "merged", "unchanged", "refused"), 0)
    began = time.perf_counter()
    for path in files:
        order = Order(kind="ashby", board=path.stem, origin=str(path), company_name=f"Bench {path.stem}")
        task = command.ask(order, start=False)
        command.run_here(task)
        result = command.result_of(command.state_of(task))
        for key in totals:
            totals[key] += result[key]
    return time.perf_counter() - began, totals


def _owner() -> Any:
    from django.db import connections

    connections["owner"].ensure_connection()
    return connections["owner"].connection


def empty() -> None:
    with _owner().cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE}, vacancies_company, vacancies_source CASCADE")


def copy_out() -> tuple[list[str], bytes]:
    """The columns that are stored, not generated, and their rows in PostgreSQL's binary form."""
    with _owner().cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
            "AND attgenerated = '' ORDER BY attnum",
            [TABLE],
        )
        names = [name for (name,) in cursor.fetchall()]
        rows = io.BytesIO()
        with cursor.copy(f"COPY {TABLE} ({', '.join(names)}) TO STDOUT (FORMAT binary)") as copy:
            for block in copy:
                rows.write(block)
    return names, rows.getvalue()


def copy_in(names: list[str], rows: bytes) -> float:
    with _owner().cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE} CASCADE")
        began = time.perf_counter()
        with cursor.copy(f"COPY {TABLE} ({', '.join(names)}) FROM STDIN (FORMAT binary)") as copy:
            for start in range(0, len(rows), 1 << 20):
                copy.write(rows[start : start + (1 << 20)])
        return time.perf_counter() - began


def one_round(files: list[Path]) -> tuple[float, float, float, dict[str, int]]:
    """Seconds: ours, again unchanged, COPY."""
    empty()
    ours, totals = ingest(files)
    again, second = ingest(files)
    if second["unchanged"] != totals["created"] + totals["merged"]:
        raise SystemExit(f"not unchanged: {totals} {second}")
    names, rows = copy_out()
    return ours, again, copy_in(names, rows), totals


def main(count: int, rounds: int) -> int:
    var_dir = ROOT / "var" / "bench"
    os.environ |= {"VAR_DIR": str(var_dir), "DJANGO_SETTINGS_MODULE": "project.settings.dev"}
    from project import embedded

    embedded.start(var_dir)
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        with tempfile.TemporaryDirectory() as folder:
            files = write_boards(Path(folder), count)
            ratios: list[float] = []
            unchanged: list[float] = []
            for number in range(rounds):
                ours, again, bare, totals = one_round(files)
                ratios.append(bare / ours)
                unchanged.append(bare / again)
                print(
                    f"round {number + 1}: ours {ours:.1f} s, again {again:.1f} s, COPY {bare:.1f} s; {totals}",
                    flush=True,
                )
        print(
            f"{count} postings: {statistics.median(ratios):.2f} of a bare COPY (goal .25), {min(ratios):.2f} to {max(ratios):.2f}"
        )
        print(
            f"again, unchanged: {statistics.median(unchanged):.2f} (goal 1.0), {min(unchanged):.2f} to {max(unchanged):.2f}"
        )
        empty()
    finally:
        embedded.stop(var_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in (sys.argv[1:] + ["20000", "3"][len(sys.argv) - 1 :]))))
