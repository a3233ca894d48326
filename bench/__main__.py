"""`make bench`: what we measure, one part after the other. `python -m bench [PART ...]` runs some of them.

First the rows of ../shared/PERFORMANCE.md that compare speed: what they say is gathered into the table at the head of
`bench/RESULTS.md`, with machine, day and load. `python -m bench table` is these alone. Then what has figures of its own.
A part is a module of this folder with what it is told: `python -m bench "search_words 3000000 3" commands`.

Three million vacancies are loaded once, which takes an hour and some 40 GB below var/bench.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.table import Row, put_into, rows_of, table_of

TABLE = (
    "listing",
    "search_words",
    "search_words 3000000 1",
    "vectors",
    "vectors 3000000 1 stored",
    "commands",
    "growth 1",
)
OTHERS = (
    "resume_parsing",
    "resume_rendering",
    "lexicon",
    "boards",
    "normalisers",
    "ingest_memory",
    "facets",
    "percolation",
    "search_quality",
    "similar",
    "matching",
    "identity",
    "near_duplicates",
)
_PAGE = Path(__file__).with_name("RESULTS.md")


def run(part: str) -> tuple[bool, list[Row]]:
    """Whether it ended well, and the rows it said. What it prints is passed on at once."""
    print(f"\n== {part}", flush=True)
    name, *told = part.split()
    command = [sys.executable, "-m", f"bench.{name}", *told]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return process.returncode == 0, rows_of(lines)


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}"


def main(parts: tuple[str, ...]) -> int:
    unknown = {part.split()[0] for part in parts} - {part.split()[0] for part in (*TABLE, *OTHERS)}
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    load, began = os.getloadavg()[0], time.monotonic()
    ended = {part: run(part) for part in parts}
    rows = [row for _, said in ended.values() for row in said]
    failed = [part for part, (is_well, _) in ended.items() if not is_well]
    if not failed and set(TABLE) <= set(parts):
        minutes = (time.monotonic() - began) / 60
        said = (
            f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, one run of {minutes:.0f} minutes over {', '.join(parts)}. "
            f"{_machine()}; load {load:.1f} as it began."
        )
        _PAGE.write_text(put_into(_PAGE.read_text(), table_of(rows, [said])))
    for part in failed:
        print(f"failed: {part}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    given = tuple(sys.argv[1:])
    sys.exit(main(TABLE if given == ("table",) else given or (*TABLE, *OTHERS)))
