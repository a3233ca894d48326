"""What the rows of the benches are laps of: the recorded postings as we read them, their facts and their vectors.

Kept under `var/bench/rows`: the postings until they are taken away, facts and vectors until the code they are made by is
another. Texts are cut at 1,500 characters.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var" / "bench" / "rows"
LONGEST = 1500
Columns = dict[str, Any]
T = TypeVar("T")
# What decides what is learnt from postings.
_TAUGHT_BY = ("learning.py", "learnt.py", "lessons.py", "words.py", "calibration.py")


@dataclass(frozen=True, slots=True)
class Meanings:
    """What was learnt of the base: `model` is the embedder's; float16[n, d] of titles and of bodies."""

    version: str
    model: bytes
    threshold: float
    vocabulary: int
    titles: NDArray[np.float16]
    bodies: NDArray[np.float16]


def recorded_rows() -> list[Columns]:
    """Every recorded posting that has a text, as columns of a vacancy. Minutes, the first time."""
    return _kept("postings", _read_postings)


def facts_of(base: list[Columns]) -> list[tuple[str, str]]:
    """Occupation and `StoredFacts` as JSON of each."""
    from apps.matching.stored_facts import reader

    return _kept(f"facts-{reader()}", lambda: [_facts(row) for row in base])


def meanings_of(base: list[Columns]) -> Meanings:
    from apps.matching import semantic

    folder = Path(semantic.__file__).parent
    digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in _TAUGHT_BY)).hexdigest()[:12]
    return _kept(f"meanings-{digest}", lambda: _learnt(base, f"learnt-{digest}"))


def _read_postings() -> list[Columns]:
    from apps.vacancies import columns
    from apps.vacancies.normalise import normalise
    from bench.recorded import recorded_drafts

    rows = []
    for key, draft in recorded_drafts():
        if not draft.description_html:
            continue
        row = columns.of_posting(normalise(draft))
        if row["description_text"]:
            text = row["description_text"][:LONGEST]
            kept = {"description_text": text, "description_html": "", "requirements": []}
            rows.append(row | kept | {"source": draft.source, "source_id": key[:190]})
    return rows


def _facts(row: Columns) -> tuple[str, str]:
    from apps.matching.facts import READ_FROM, read
    from apps.matching.stored_facts import to_json
    from apps.vacancies.models import Vacancy

    found = read(Vacancy(**{name: row[name] for name in READ_FROM if name in row}))
    return found.title.occupation, json.dumps(to_json(found))


def _learnt(base: list[Columns], version: str) -> Meanings:
    import numpy as np

    from apps.matching.semantic import learnt
    from apps.matching.semantic.lessons import lessons
    from apps.matching.semantic.services import draw_line

    postings = [(row["title"], row["description_text"]) for row in base]
    embedder = learnt.fit(postings, lessons(), version=version)
    titles, bodies = embedder.embed_postings(postings)
    line, _ = draw_line(embedder, [title for title, _ in postings])
    return Meanings(
        version, line.put_into(embedder.to_bytes()), line.threshold, len(embedder.words),
        titles.astype(np.float16), bodies.astype(np.float16),
    )  # fmt: skip


def _kept(name: str, make: Callable[[], T]) -> T:
    """What this file's own code pickled before, else made now."""
    path = VAR / "base" / f"{name}.pickle"
    if path.exists():
        found: T = pickle.loads(path.read_bytes())  # nosec B301 - written below
        return found
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(pickle.dumps(made))
    part.rename(path)
    return made
