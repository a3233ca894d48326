"""How much of what a reader finds in recorded postings the lexicon finds, and how much of what it finds is right:
`python -m bench.skills`.

Labels hold ids and slugs only, the texts are the recorded ones. A split that has been read while the lexicon was
mended tells how well it fits, not what to expect of new postings; README.md of the lexicon gives both.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from apps.vacancies import lexicon

_ROOT = Path(__file__).resolve().parents[1]
LABELS = _ROOT / "tests" / "vacancies" / "data" / "skills_labels.json"
POSTINGS = _ROOT.parent / "shared" / "data" / "postings"
_DRAWS = 2000


class Counts(NamedTuple):
    """What a reader and the lexicon have in common in one posting or in several."""

    hits: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        """In [0, 1]; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """In [0, 1]; 1 where there was nothing to find."""
        return self.hits / self.labelled if self.labelled else 1.0


def read_labels() -> dict[str, dict[str, list[str]]]:
    """Posting id to slugs, by split."""
    labels: dict[str, dict[str, list[str]]] = json.loads(LABELS.read_text(encoding="utf-8"))
    return labels


def read_texts(keys: Collection[str], folder: Path = POSTINGS) -> dict[str, str]:
    """Title and body of the recorded postings with those ids ("ashby:…", "hn:…", "uber:…", "rekrute:…")."""
    return {key: text for key, text in _postings(folder) if key in keys}


def _postings(folder: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(folder / "ashby_full_descriptions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for job in map(json.loads, lines):
            yield f"ashby:{job['id']}", f"{job['title']}\n\n{job.get('descriptionPlain') or ''}"
    with gzip.open(folder / "hn_who_is_hiring.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            text = re.sub(r"<[^>]+>", "", (item.get("text") or "").replace("<p>", "\n\n"))
            yield f"hn:{item['id']}", html.unescape(text)
    with gzip.open(folder / "uber_full_descriptions.json.gz", "rt", encoding="utf-8") as file:
        for job in json.load(file)["jobs"]:
            number = job["url"].rstrip("/").rsplit("/", 1)[1]
            yield f"uber:{number}", f"{job['title']}\n\n{job.get('description') or ''}"
    with gzip.open(folder / "rekrute_fr_en.json.gz", "rt", encoding="utf-8") as file:
        for key, job in json.load(file).items():
            yield f"rekrute:{key}", f"{job['title']}\n\n" + "\n".join(job.get("skills_text") or [])


def count(labels: Mapping[str, Collection[str]], texts: Mapping[str, str]) -> list[Counts]:
    """One `Counts` a posting, in the order of the labels."""
    counts = []
    for key, slugs in labels.items():
        found = set(lexicon.skills_in(texts[key]))
        counts.append(Counts(len(found & set(slugs)), len(found), len(slugs)))
    return counts


def total(counts: Iterable[Counts]) -> Counts:
    """All postings as one: precision and recall of the sums, not means over postings."""
    hits, found, labelled = map(sum, zip(*counts, strict=True))
    return Counts(hits, found, labelled)


def interval(values: list[float]) -> str:
    """The middle 95 % of the values."""
    ordered = sorted(values)
    return f"{ordered[int(len(ordered) * 0.025)]:.3f} to {ordered[int(len(ordered) * 0.975)]:.3f}"


def main() -> None:
    """Prints n, precision and recall of every split, with 95 % intervals over postings drawn again."""
    splits = read_labels()
    texts = read_texts({key for labels in splits.values() for key in labels})
    for name, labels in splits.items():
        counts = count(labels, texts)
        whole = total(counts)
        draw = random.Random(0)
        drawn = [total(draw.choices(counts, k=len(counts))) for _ in range(_DRAWS)]
        print(
            f"{name:<12}{len(labels):5} postings{whole.labelled:6} labels"
            f"   P {whole.precision:.3f} ({interval([one.precision for one in drawn])})"
            f"   R {whole.recall:.3f} ({interval([one.recall for one in drawn])})"
        )


if __name__ == "__main__":
    main()
