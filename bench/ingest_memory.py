"""How much memory the 15,000 recorded full postings take to ingest in one go: `python -m bench.ingest_memory`.

Needs ../shared. One process reads all boards one after the other, on servers of its own under var/bench-memory, which begin
empty; its peak of resident memory is printed, in which PostgreSQL has no part. Exits with 1 above the bar.
"""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import orjson

ROOT = Path(__file__).resolve().parents[1]
POSTINGS = ROOT.parent / "shared" / "data" / "postings"
BAR_MB = 400
FIGURES = ("seen", "created", "merged", "changed", "unchanged", "refused")
# The third file has no vendor's shape: it is a board that is described by data.
UBER = {
    "url": "https://www.uber.com/careers.json",
    "items": "jobs",
    "lists_everything": True,
    "fields": {
        "id": "url", "url": "url", "title": "title", "locations": "locations[*]", "description_html": "description",
        "company_name": "=Uber",
    },
}  # fmt: skip


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def boards(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Kind, board and recorded answer. The file of Hacker News holds a year: a board of it is one thread."""
    yield "ashby", "everything", POSTINGS / "ashby_full_descriptions.jsonl.gz"
    yield "generic", "uber", POSTINGS / "uber_full_descriptions.json.gz"
    with gzip.open(POSTINGS / "hn_who_is_hiring.jsonl.gz") as comments:
        for comment in comments:
            thread = folder / f"{orjson.loads(comment).get('parent', 0)}.jsonl"
            with thread.open("ab") as part:
                part.write(comment)
    for thread in sorted(folder.glob("*.jsonl")):
        yield "hackernews", thread.stem, thread


def main() -> int:
    var_dir = ROOT / "var" / "bench-memory"
    os.environ |= {"VAR_DIR": str(var_dir), "DJANGO_SETTINGS_MODULE": "project.settings.dev"}
    from project import embedded

    embedded.stop(var_dir)
    shutil.rmtree(var_dir, ignore_errors=True)
    embedded.start(var_dir)
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        return _measure()
    finally:
        embedded.stop(var_dir)


def _measure() -> int:
    from apps.core.db import as_system
    from apps.vacancies.models import Source

    with as_system():
        Source.objects.get_or_create(kind="generic", board="uber", defaults={"spec": UBER})
    print(f"before the first posting: {peak_mb():.0f} MB")
    seen = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, board, path in boards(Path(folder)):
            seen += _ingest(kind, board, path)
    peak = peak_mb()
    print(f"{seen} postings in one process: peak {peak:.0f} MB of {BAR_MB} MB")
    return int(peak > BAR_MB)


def _ingest(kind: str, board: str, path: Path) -> int:
    """Read one recorded answer; how many postings it had."""
    from apps.vacancies.ingest import command
    from apps.vacancies.ingest.crawl import Order

    began = time.perf_counter()
    order = Order(kind=kind, board=board, origin=str(path), company_name=board.title())
    task = command.ask(order, start=False)
    command.run_here(task)
    result = command.result_of(command.state_of(task))
    took = time.perf_counter() - began
    figures = ", ".join(f"{result[key]} {key}" for key in FIGURES if result[key])
    print(
        f"{kind} {board}: {result['outcome']}: {figures} in {took:.0f} s; peak {peak_mb():.0f} MB", flush=True
    )
    return int(result["seen"])


if __name__ == "__main__":
    sys.exit(main())
