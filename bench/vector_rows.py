"""The vectors of real text that `bench.vectors` asks: of many vacancies, and of what is asked.

They are of the recorded postings, embedded by what was learnt from those that have a body. There are 89,000, of which 18,000
do; further rows are recombined: a recorded title, and lines of two recorded bodies, all drawn at random, so that title and
body of such a row need not belong together, and titles repeat. Made once, they are kept below `var/bench/vectors`, under a
name that says what they were made of.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np
from pypdfium2 import PdfDocument

from apps.matching.semantic import learning, learnt
from apps.matching.semantic import lessons as own_lessons
from apps.matching.semantic.cells import Floats
from apps.matching.semantic.learnt import LearntEmbedder, fit
from apps.vacancies.normalise.text import sanitise, to_text
from bench.recorded import SHARED_DATA, recorded_drafts
from bench.vector_parts import recombined

SIDES = ("titles", "bodies")
_AT_ONCE = 2000
# Postings that the settings were chosen by.
_TUNED_BY = slice(5, 20_000, 333)
_KEPT = Path(__file__).resolve().parents[1] / "var" / "bench" / "vectors"


def kept(count: int) -> Path:
    """The folder of the vectors of `count` vacancies (`titles.npy`, `bodies.npy`: [count, d], halves or floats) and of both
    kinds of questions (`resumes.npy`, `postings.npy`: float32[n, d]), made where it is not there."""
    folder = _KEPT / f"{count}-{_made_of(count)}"
    if not folder.exists():
        _make(folder, count)
    return folder


def _made_of(count: int) -> str:
    """Names the vectors of `count` rows by the code and the records they come from."""
    digest = hashlib.sha256(f"{np.__version__} {count}".encode())
    for module in (learning, learnt, own_lessons):
        digest.update(Path(str(module.__file__)).read_bytes())
    for folder in ("postings", "feeds", "resumes"):
        for path in sorted((SHARED_DATA / folder).rglob("*")):
            digest.update(f"{path.relative_to(SHARED_DATA)} {path.stat().st_size}".encode())
    return digest.hexdigest()[:16]


def _make(folder: Path, count: int) -> None:
    postings = [(draft.title, to_text(sanitise(draft.description_html))) for _, draft in recorded_drafts()]
    full = [posting for posting in postings if len(posting[1]) > 200]
    began = time.process_time()
    embedder = fit(full, own_lessons.lessons(), version="bench")
    print(f"fit: {len(full)} postings, {len(embedder.words)} words, {time.process_time() - began:.1f} CPU s")
    texts = ["\n".join(posting) for posting in postings[_TUNED_BY]]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as half:
        for name, asked in (("postings", texts), ("resumes", resume_texts())):
            np.save(Path(half) / f"{name}.npy", np.stack([embedder.embed_query(text) for text in asked]))
        began = time.process_time()
        _embed(embedder, postings, count, Path(half))
        print(
            f"{count} vacancies embedded: {count / (time.process_time() - began):.0f} a CPU second",
            flush=True,
        )
        Path(half).rename(folder)
        Path(half).mkdir()


def _embed(embedder: LearntEmbedder, postings: list[tuple[str, str]], count: int, folder: Path) -> None:
    """Straight into the files, as halves: they are what is stored, and millions need not fit into memory."""
    titles, bodies = (
        np.lib.format.open_memmap(
            folder / f"{name}.npy", mode="w+", dtype=np.float16, shape=(count, embedder.dimensions)
        )
        for name in SIDES
    )
    postings = postings[:count]
    for start in range(0, len(postings), _AT_ONCE):
        part = slice(start, min(start + _AT_ONCE, len(postings)))
        titles[part], bodies[part] = embedder.embed_postings(postings[part])
    done, recorded = len(postings), np.asarray(titles[: len(postings)])
    for of, made in recombined(embedder, postings, count - len(postings)):
        part = slice(done, done + len(of))
        titles[part], bodies[part] = recorded[of], made
        done += len(of)
    titles.flush()
    bodies.flush()


def resume_texts() -> list[str]:
    """What the recorded resumes say, as their files hold it."""
    texts = []
    for path in sorted((SHARED_DATA / "resumes" / "pdf").glob("*.pdf")):
        with closing(PdfDocument(path)) as document:
            texts.append("\n".join(page.get_textpage().get_text_range() for page in document))
    return [text for text in texts if len(text) > 500]


def floats(folder: Path, name: str) -> Floats:
    """The vectors of one side, float32[count, d], in memory."""
    return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"), dtype=np.float32)
