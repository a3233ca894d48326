"""How long the recorded boards take to ingest, and again: `python -m bench.boards`. Needs ../shared.

Servers of its own under var/bench, durable as in production; every figure is printed, none is asserted.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FEEDS = ROOT.parent / "shared" / "data" / "feeds"


def boards() -> list[tuple[str, Path]]:
    return [
        (kind, path) for kind in ("greenhouse", "lever", "ashby") for path in sorted((FEEDS / kind).iterdir())
    ]


def ingest_all() -> tuple[float, dict[str, int]]:
    """Seconds for all boards one after the other, and what they came to."""
    from apps.vacancies.ingest import command
    from apps.vacancies.ingest.crawl import Order

    totals = dict.fromkeys(("seen", "created", "changed", "merged", "unchanged", "refused"), 0)
    began = time.perf_counter()
    for kind, path in boards():
        name = path.name.split(".")[0]
        task = command.ask(Order(kind=kind, board=name, origin=str(path), company_name=name), start=False)
        command.run_here(task)
        result = command.result_of(command.state_of(task))
        for key in totals:
            totals[key] += result[key]
    return time.perf_counter() - began, totals


def main() -> int:
    var_dir = ROOT / "var" / "bench"
    os.environ |= {"VAR_DIR": str(var_dir), "DJANGO_SETTINGS_MODULE": "project.settings.dev"}
    from project import embedded

    embedded.start(var_dir)
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        for run in ("first", "again"):
            seconds, totals = ingest_all()
            print(
                f"{run}: {len(boards())} boards in {seconds:.1f} s: "
                + ", ".join(f"{v} {k}" for k, v in totals.items())
            )
    finally:
        embedded.stop(var_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main())
