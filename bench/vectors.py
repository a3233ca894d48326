"""Row 8: one resume against all vacancies, filters on, by meaning: `python -m bench.vectors [VACANCIES] [ROUNDS] [tune]`.

Ours: `Cells` (alike ones once, in cells, found by a few numbers each, decided by all), mapped from the file. The other side:
numpy's float32 product over every row, the filter as a mask, `argpartition`. Both in one thread, by its CPU time, both asked
for the ten nearest titles and the ten nearest bodies. A B A B; what is printed is the median of the rounds' ratios.

The vectors are those of real text: the recorded postings, embedded by what was learnt from those that have a body. There
are 89,000, of which 18,000 do; further rows are recombined: a recorded title, and lines of two recorded bodies, all drawn at
random, so that title and body of such a row need not belong together. Made once, they are kept below `var/bench/vectors`,
under a name that says what they were made of.

Questions are the recorded resumes, the whole text of each. What `cells` and `clusters` are set to was chosen by others, recorded
postings (title and text), for which `tune` prints the same figures. These stand in the catalogue themselves. A filter
lets a random share of the rows through: real ones lie in heaps. Recall is by cosine: of the ten found, those at least as near as
the true tenth, to a thousandth (titles repeat).

Last, what it takes to score and explain the fifty best (`bench.explaining`).
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfDocument

from apps.matching.semantic import clusters, learning, learnt
from apps.matching.semantic import lessons as own_lessons
from apps.matching.semantic.cells import Cells, Floats, Mask
from apps.matching.semantic.learnt import LearntEmbedder, fit
from apps.vacancies.normalise.text import sanitise, to_text
from bench.explaining import explained
from bench.recorded import SHARED_DATA, recorded_drafts

K = 10
SHARES = (1.0, 0.3, 0.05, 0.01)
_AT_ONCE = 2000
# Postings that the settings were chosen by.
TUNED_BY = slice(5, 20_000, 333)
_KEPT = Path(__file__).resolve().parents[1] / "var" / "bench" / "vectors"
_SIDES = ("titles", "bodies")


def recorded_postings() -> list[tuple[str, str]]:
    return [(draft.title, to_text(sanitise(draft.description_html))) for _, draft in recorded_drafts()]


def recombined(postings: list[tuple[str, str]], count: int) -> Iterator[tuple[str, str]]:
    """`count` postings: the recorded ones, then new ones of their parts."""
    yield from postings[:count]
    chance = random.Random(8)
    bodies = [body.split("\n") for _, body in postings if len(body) > 400]
    for _ in range(count - len(postings)):
        title, _ = chance.choice(postings)
        one, other = chance.choice(bodies), chance.choice(bodies)
        lines = chance.sample(one, max(1, len(one) * 2 // 3)) + chance.sample(other, max(1, len(other) // 4))
        yield title, "\n".join(lines)


def embedded(embedder: LearntEmbedder, postings: Iterator[tuple[str, str]], count: int) -> list[Floats]:
    sides = [np.empty((count, embedder.dimensions), dtype=np.float32) for _ in range(2)]
    done = 0
    batch: list[tuple[str, str]] = []
    for posting in postings:
        batch.append(posting)
        if len(batch) == _AT_ONCE or done + len(batch) == count:
            for side, vectors in zip(sides, embedder.embed_postings(batch), strict=True):
                side[done : done + len(batch)] = vectors
            done += len(batch)
            batch = []
    return sides


def resume_texts() -> list[str]:
    """What the recorded resumes say, as their files hold it."""
    texts = []
    for path in sorted((SHARED_DATA / "resumes" / "pdf").glob("*.pdf")):
        with closing(PdfDocument(path)) as document:
            texts.append("\n".join(page.get_textpage().get_text_range() for page in document))
    return [text for text in texts if len(text) > 500]


def brute(vectors: Floats, question: Floats, allowed: Mask | None) -> NDArray[Any]:
    scores = vectors @ question
    if allowed is not None:
        scores[~allowed] = -2
    best = np.argpartition(-scores, K)[:K]
    return np.asarray(best[np.argsort(-scores[best])])


def mapped(vectors: Floats, folder: Path, name: str) -> Cells:
    arrays = {}
    for part, array in clusters.build(vectors.astype(np.float16)).items():
        np.save(folder / f"{name}.{part}.npy", array)
        arrays[part] = np.load(folder / f"{name}.{part}.npy", mmap_mode="r")
    return Cells(arrays)


def recall(vectors: Floats, question: Floats, found: NDArray[Any], truth: NDArray[Any]) -> float:
    tenth = float((vectors[truth] @ question).min())
    return float(np.count_nonzero(vectors[found] @ question >= tenth - 1e-3 * abs(tenth)) / len(truth))


def seconds(ask: Callable[[], object]) -> float:
    """Of this thread's CPU: what others do on the machine stays out of it."""
    began = time.thread_time()
    ask()
    return time.thread_time() - began


def measure(sides: list[Floats], ours: list[Cells], questions: Floats, share: float, rounds: int) -> None:
    count = len(sides[0])
    allowed = None if share == 1 else np.random.default_rng(3).random(count) < share

    def theirs_all() -> list[list[NDArray[Any]]]:
        return [[brute(side, question, allowed) for side in sides] for question in questions]

    def ours_all() -> list[list[NDArray[Any]]]:
        return [[side.nearest(question, K, allowed) for side in ours] for question in questions]

    truth, found = theirs_all(), ours_all()
    recalls = [
        [
            recall(sides[at], question, found[number][at], truth[number][at])
            for number, question in enumerate(questions)
        ]
        for at in range(2)
    ]
    times = [(seconds(theirs_all), seconds(ours_all)) for _ in range(rounds)]
    ratios = [them / us for them, us in times]
    each = 1000 / len(questions)
    print(
        f"{share:>5.0%} let through: {statistics.median(ratios):5.1f}x ({min(ratios):.1f} to {max(ratios):.1f}; goal 10), "
        f"recall@10 {statistics.mean(recalls[0] + recalls[1]):.3f} (title {statistics.mean(recalls[0]):.3f}, "
        f"body {statistics.mean(recalls[1]):.3f}; goal .98), "
        f"{statistics.median(us for _, us in times) * each:.2f} ms against "
        f"{statistics.median(them for them, _ in times) * each:.1f} CPU ms a resume",
        flush=True,
    )


def made_of(count: int) -> str:
    """Names the vectors of `count` rows by the code and the records they come from."""
    digest = hashlib.sha256(f"{np.__version__} {count}".encode())
    for module in (learning, learnt, own_lessons):
        digest.update(Path(str(module.__file__)).read_bytes())
    for folder in ("postings", "feeds", "resumes"):
        for path in sorted((SHARED_DATA / folder).rglob("*")):
            digest.update(f"{path.relative_to(SHARED_DATA)} {path.stat().st_size}".encode())
    return digest.hexdigest()[:16]


def make(folder: Path, count: int) -> None:
    """The vectors of `count` vacancies and of both kinds of questions, as files in `folder`."""
    postings = recorded_postings()
    full = [posting for posting in postings if len(posting[1]) > 200]
    began = time.process_time()
    embedder = fit(full, own_lessons.lessons(), version="bench")
    print(f"fit: {len(full)} postings, {len(embedder.words)} words, {time.process_time() - began:.1f} CPU s")
    began = time.process_time()
    sides = embedded(embedder, recombined(postings, count), count)
    print(f"{count} vacancies embedded: {count / (time.process_time() - began):.0f} a CPU second", flush=True)
    texts = ["\n".join(posting) for posting in postings[TUNED_BY]]
    arrays = dict(zip(_SIDES, sides, strict=True))
    for name, asked in (("postings", texts), ("resumes", resume_texts())):
        arrays[name] = np.stack([embedder.embed_query(text) for text in asked])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as half:
        for name, array in arrays.items():
            np.save(Path(half) / f"{name}.npy", array)
        Path(half).rename(folder)
        Path(half).mkdir()


def main(count: int, rounds: int, asked: str) -> int:
    folder = _KEPT / f"{count}-{made_of(count)}"
    if not folder.exists():
        make(folder, count)
    sides = [np.load(folder / f"{name}.npy") for name in _SIDES]
    questions = np.load(folder / f"{asked}.npy")
    with tempfile.TemporaryDirectory() as written:
        began = time.process_time()
        ours = [mapped(side, Path(written), name) for side, name in zip(sides, _SIDES, strict=True)]
        size = sum(path.stat().st_size for path in Path(written).iterdir())
        print(
            f"index: {time.process_time() - began:.1f} CPU s, {size / 1e6:.0f} MB; "
            + ", ".join(
                f"{len(side.exact)} different {name}" for name, side in zip(_SIDES, ours, strict=True)
            )
        )
        print(f"{len(questions)} {asked} as questions", flush=True)
        for share in SHARES:
            measure(sides, ours, questions, share, rounds)
    print(explained(), flush=True)
    return 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "tune"]
    count, rounds = (int(word) for word in words + ["300000", "5"][len(words) :])
    sys.exit(main(count, rounds, "postings" if "tune" in sys.argv[1:] else "resumes"))
