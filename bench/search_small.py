"""A small, quick version of `bench.search_quality`, for CI: `python -m bench.search_small [--accept]`. Needs ../shared.

Every eighth question, over the postings that were graded for these. Its figures are their own and stand in
`bench/judgements/quality_small.json`: among so few postings everything is found more easily than in the whole.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bench import search_judgements as judgements
from bench.search_figures import FEW, Ask, Figures, ask_all, figures_of

if TYPE_CHECKING:
    from bench.search_corpus import Draft

COMMITTED = judgements.FOLDER / "quality_small.json"
# Every eighth question, of what was graded 0 every sixth, and of the questions about something else every fourth.
_STEP, _USELESS, _OFF = 8, 6, 4


def queries() -> list[judgements.Query]:
    return judgements.queries()[::_STEP]


def keys() -> set[str]:
    """What was graded for these questions: all that is of some use, and part of what is not."""
    chosen: set[str] = set()
    for query in queries():
        chosen.update(key for key, grade in query.grades.items() if grade)
        chosen.update([key for key, grade in query.grades.items() if not grade][::_USELESS])
    return chosen


def drafts(shared_data: Path | None = None) -> Iterator[Draft]:
    from bench.recorded import SHARED_DATA, recorded_drafts

    return recorded_drafts(shared_data or SHARED_DATA, keys())


def measure(ask: Ask, placed: Mapping[str, UUID]) -> Figures:
    """The figures over all of these questions, and the share of questions about something else that are cut off."""
    off = [text for text in judgements.off_topic() if not judgements.is_open(text)][::_OFF]
    few = sum(len(ask(text, "hybrid")) <= FEW for text in off) / len(off)
    figures = figures_of(ask_all(ask, queries(), placed), queries())
    return {name: value for name, value in figures.items() if name.startswith("all.")} | {
        "check.off_topic.few": round(few, 4)
    }


def main(arguments: Sequence[str]) -> int:
    from bench.search_database import loaded
    from bench.search_quality import asker

    with loaded("bench-search-small", drafts) as placed:
        figures = measure(asker([]), placed)
    print(json.dumps(figures, indent=1, sort_keys=True))
    if "--accept" in arguments:
        COMMITTED.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
