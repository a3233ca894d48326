"""Texts a second, load time, and what the alternatives cost: `python -m bench.lexicon [POSTINGS.jsonl.gz]`.

The alternatives are timed only where their packages are importable; they find raw spellings, without word
boundaries, casing, company or boilerplate, so they are a lower bound of what a matcher built on them would cost.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from apps.vacancies import lexicon
from apps.vacancies.lexicon.reading import read_entries

_TEXTS = 1000
POSTINGS = (
    Path(__file__).resolve().parents[2] / "shared" / "data" / "postings" / "ashby_full_descriptions.jsonl.gz"
)


def _descriptions(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [str(json.loads(line).get("descriptionPlain") or "") for line in lines]
    return texts[:: max(1, len(texts) // _TEXTS)]


def _seconds(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def _report(name: str, load: float, work: Callable[[str], object], texts: list[str]) -> None:
    taken = min(_seconds(work, texts) for _ in range(3))
    print(f"{name:<24}{load * 1000:8.0f} ms load{len(texts) / taken:10.0f} texts/s")


def _alternatives(spellings: list[str], texts: list[str]) -> None:
    start = time.perf_counter()
    pattern = re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(spellings, key=len, reverse=True))) + r")\b"
    )
    _report("one regex", time.perf_counter() - start, lambda text: pattern.findall(text.lower()), texts[::10])
    if importlib.util.find_spec("ahocorasick_rs"):
        ahocorasick_rs = importlib.import_module("ahocorasick_rs")
        start = time.perf_counter()
        automaton = ahocorasick_rs.AhoCorasick(spellings)
        find = automaton.find_matches_as_indexes
        _report(
            "ahocorasick-rs", time.perf_counter() - start, lambda t: find(t.lower(), overlapping=True), texts
        )
    if importlib.util.find_spec("ahocorasick"):
        ahocorasick = importlib.import_module("ahocorasick")
        start = time.perf_counter()
        trie = ahocorasick.Automaton()
        for index, spelling in enumerate(spellings):
            trie.add_word(spelling, index)
        trie.make_automaton()
        _report("pyahocorasick", time.perf_counter() - start, lambda t: list(trie.iter(t.lower())), texts)


def main(path: Path) -> None:
    """Prints a line for our matcher and one for each alternative."""
    texts = _descriptions(path)
    start = time.perf_counter()
    skills = lexicon.all_skills()
    load = time.perf_counter() - start
    spellings = sorted({s.text.lower() for entry in read_entries() for s in entry.surfaces})
    print(
        f"{len(skills)} skills, {len(spellings)} spellings, {len(texts)} texts of {sum(map(len, texts)) // len(texts)} characters"
    )
    _report("lexicon", load, lexicon.find_skills, texts)
    _alternatives(spellings, texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else POSTINGS)
