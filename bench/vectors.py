"""Row 8: one resume against all vacancies, filters on, by meaning: `python -m bench.vectors [VACANCIES] [ROUNDS] [WORD ...]`.

Ours: `Cells` (alike ones once, in cells, found by a few numbers each, decided by all), mapped from the file. The other side:
numpy's float32 product over every row, the filter as a mask, `argpartition`. Both in one thread, by its CPU time, both asked
for the ten nearest titles and the ten nearest bodies. A B A B; what is printed is the median of the rounds' ratios. The words
`faiss`, `usearch_i8` and `usearch_f16` ask those too (`bench.peers.vector_indexes`, requirements-bench.txt). They are given each different vector once.

The vectors are those of real text (`bench.vector_rows`), or with the word `stored` those of the index that stands beside a
database of so many rows (`bench.vector_stored`). Questions are the recorded resumes, the whole text of each. What
`cells` and `clusters` are set to was chosen by others, recorded postings (title and text), for which `tune` prints the same
figures. These stand in the catalogue themselves. What the peers are set to was chosen by the resumes, in their favour. A filter
lets a random share of the rows through: real ones lie in heaps.

Last, what it takes to score and explain the fifty best (`bench.explaining`).
"""

from __future__ import annotations

import os

# Before numpy is loaded.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import numpy as np

from apps.matching.semantic import clusters
from apps.matching.semantic.cells import Cells, Floats
from bench.explaining import explained
from bench.table import Row, spread
from bench.vector_figures import SHARES, Ask, Figures, K, beside_numpy, filter_of
from bench.vector_rows import SIDES, floats, kept, resume_texts
from bench.vector_stored import every, megabytes, stored

OURS, PEERS = "ours", ("faiss", "usearch_i8", "usearch_f16")


def ours(vectors: Floats, folder: Path) -> Ask:
    """Built, written and mapped."""
    began = time.process_time()
    arrays = {}
    for part, array in clusters.build(vectors.astype(np.float16)).items():
        np.save(folder / f"{part}.npy", array)
        arrays[part] = np.load(folder / f"{part}.npy", mmap_mode="r")
    built = time.process_time() - began
    cells = Cells(arrays)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"  {OURS}: {built:.1f} CPU s, {size / 1e6:.0f} MB with the vectors, {len(cells.exact)} different")
    return asking(cells)


def asking(cells: Cells) -> Ask:
    return lambda question, allowed: cells.nearest(question, K, allowed)


def figures_of(
    indexes: dict[str, Ask], vectors: Floats, questions: Floats, rounds: int
) -> list[dict[str, Figures]]:
    """By width of the filter: those of each index by its name."""
    found = []
    for share in SHARES:
        allowed = filter_of(len(vectors), share)
        figures = beside_numpy(list(indexes.values()), vectors, questions, allowed, rounds)
        found.append(dict(zip(indexes, figures, strict=True)))
        for name, one in found[-1].items():
            print(f"  {share:>4.0%} {name}: {one.said()}", flush=True)
    return found


def of_made(
    count: int, rounds: int, asked: str, peers: Collection[str]
) -> Iterator[list[dict[str, Figures]]]:
    """Side by side: all indexes built over what is kept."""
    folder = kept(count)
    for side in SIDES:
        vectors, questions = floats(folder, side), np.load(folder / f"{asked}.npy")
        print(f"{side}: {len(vectors)}, {len(questions)} {asked} as questions", flush=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as written:
            indexes = {OURS: ours(vectors, Path(written))}
            if peers:
                from bench.peers.vector_choice import made

                indexes |= made(vectors, peers)
            yield figures_of(indexes, vectors, questions, rounds)


def of_stored(count: int, rounds: int) -> Iterator[list[dict[str, Figures]]]:
    """Side by side: the index as it stands."""
    sides, embedder = stored(count)
    questions = np.stack([embedder.embed_query(text) for text in resume_texts()])
    for side, cells in sides.items():
        print(
            f"{side}: {len(cells)}, {len(cells.exact)} different, {megabytes(cells):.0f} MB, {len(questions)} resumes",
            flush=True,
        )
        yield figures_of({OURS: asking(cells)}, every(cells), questions, rounds)


def main(figures: Iterable[list[dict[str, Figures]]], rows: str) -> int:
    titles, bodies = figures
    for name in titles[0]:
        for share, title, body in zip(SHARES, titles, bodies, strict=True):
            both = title[name].and_of(body[name])
            said = f"{spread(both.ratios, 1)} at recall@{K} {both.recall:.3f}, {both.milliseconds}"
            goal = ">= 10 at recall .98" if name == OURS else "shown"
            print(
                Row("8", f"{name} over numpy, {rows}, {share:.0%} let through", said, goal).said(), flush=True
            )
    print(explained(), flush=True)
    return 0


if __name__ == "__main__":
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    count, rounds = (int(word) for word in numbers + ["300000", "5"][len(numbers) :])
    asked = "postings" if "tune" in sys.argv else "resumes"
    peers = [word for word in sys.argv[1:] if word in PEERS]
    is_stored = "stored" in sys.argv
    figures = of_stored(count, rounds) if is_stored else of_made(count, rounds, asked, peers)
    sys.exit(main(figures, f"{count:,} rows{' as stored' if is_stored else ''}"))
