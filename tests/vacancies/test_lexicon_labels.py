"""How much of what a reader finds in real postings the lexicon finds, and how much of what it finds is right.

The labels hold ids and slugs only; the texts are the recorded ones. Postings were drawn by seed (20261121 to
20261123) over four sources and read by hand. The floors guard against getting worse; they are no estimate for
postings never seen, which README.md of the lexicon gives.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from apps.vacancies import lexicon

LABELS: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "data" / "skills_labels.json").read_text(encoding="utf-8")
)


def _titled(title: str, body: str) -> str:
    return f"{title}\n\n{body}"


def _postings(folder: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(folder / "ashby_full_descriptions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for job in map(json.loads, lines):
            yield f"ashby:{job['id']}", _titled(job["title"], job.get("descriptionPlain") or "")
    with gzip.open(folder / "hn_who_is_hiring.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            text = re.sub(r"<[^>]+>", "", (item.get("text") or "").replace("<p>", "\n\n"))
            yield f"hn:{item['id']}", html.unescape(text)
    with gzip.open(folder / "uber_full_descriptions.json.gz", "rt", encoding="utf-8") as file:
        for job in json.load(file)["jobs"]:
            number = job["url"].rstrip("/").rsplit("/", 1)[1]
            yield f"uber:{number}", _titled(job["title"], job.get("description") or "")
    with gzip.open(folder / "rekrute_fr_en.json.gz", "rt", encoding="utf-8") as file:
        for key, job in json.load(file).items():
            yield f"rekrute:{key}", _titled(job["title"], "\n".join(job.get("skills_text") or []))


@pytest.fixture(scope="module")
def labelled_texts(shared_data: Path) -> dict[str, str]:
    wanted = {key for labels in LABELS.values() for key in labels}
    return {key: text for key, text in _postings(shared_data / "postings") if key in wanted}


def test_labels_are_many_and_in_one_split_only() -> None:
    assert sum(map(len, LABELS.values())) >= 130
    assert not LABELS["tune"].keys() & LABELS["looked_at"].keys()


@pytest.mark.shared
@pytest.mark.parametrize(("split", "precision", "recall"), [("tune", 0.88, 0.86), ("looked_at", 0.85, 0.77)])
def test_precision_and_recall(
    labelled_texts: dict[str, str], split: str, precision: float, recall: float
) -> None:
    hits = found_count = labelled_count = 0
    for key, slugs in LABELS[split].items():
        found = set(lexicon.skills_in(labelled_texts[key]))
        hits += len(found & set(slugs))
        found_count += len(found)
        labelled_count += len(slugs)
    assert hits / found_count >= precision
    assert hits / labelled_count >= recall
