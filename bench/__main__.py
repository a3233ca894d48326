"""`make bench`: everything we measure, one after the other. `bench/RESULTS.md` holds what was seen, where and when.

The dear ones come last: `bench.growth` loads three million vacancies, which takes an hour and some 40 GB below var/bench, once;
`python -m bench.growth 3 30000 300000` does without them.
"""

from __future__ import annotations

import subprocess
import sys

PARTS = (
    "bench.resume_parsing",
    "bench.resume_rendering",
    "bench.lexicon",
    "bench.boards",
    "bench.normalisers",
    "bench.ingest_memory",
    "bench.listing",
    "bench.commands",
    "bench.facets",
    "bench.percolation",
    "bench.search_quality",
    "bench.similar",
    "bench.matching",
    "bench.identity",
    "bench.near_duplicates",
    "bench.vectors",
    "bench.search_words",
    "bench.growth",
)


def main() -> int:
    failed = []
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        if subprocess.run([sys.executable, "-m", part], check=False).returncode:
            failed.append(part)
    for part in failed:
        print(f"failed: {part}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
