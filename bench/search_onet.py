"""(a) of `bench.search_quality`: does search know what work uses and does? Over the occupations of O*NET, made at run time.

No posting says "operates a lathe, hence a machinist", so the documents are O*NET's 1,016 occupations, ranked by the parts
that rank vacancies: PostgreSQL's text rank, the space of meanings as fitted on the postings, the graph of titles, and the
fusion of them. Two questions: which occupations list a technology (documents: title and description), and which
occupation does what a description says (documents: titles alone; words of its own title taken out of the question).
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from bench.recorded import SHARED_DATA
from bench.search_figures import MODES, Figures, Mode
from bench.search_metrics import estimate, ndcg

if TYPE_CHECKING:
    from apps.matching.search.ordering import Found
    from apps.matching.semantic.embedding import Floats

QUESTIONS = 150
# How many occupations may list a technology for it to tell them apart.
LISTED = range(3, 41)
_SPACE = UUID(int=0)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"[a-z]+")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Occupation:
    code: str
    title: str
    description: str

    @property
    def pk(self) -> UUID:
        return uuid5(_SPACE, self.code)


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    grades: dict[UUID, int]


def occupations(shared_data: Path = SHARED_DATA) -> list[Occupation]:
    rows = _rows(shared_data / "skills" / "onet_occupation_data.txt.gz")
    return [Occupation(row["O*NET-SOC Code"], row["Title"], row["Description"]) for row in rows]


def by_technology(known: Sequence[Occupation], shared_data: Path = SHARED_DATA) -> list[Question]:
    """A technology; 3 for the occupations in which it is in demand, 2 for the others that list it."""
    pks = {one.code: one.pk for one in known}
    listed: dict[str, dict[UUID, int]] = defaultdict(dict)
    for row in _rows(shared_data / "skills" / "onet_technology_skills.txt.gz"):
        if (pk := pks.get(row["O*NET-SOC Code"])) is not None:
            listed[row["Example"]][pk] = 3 if row["In Demand"] == "Y" else 2
    telling = [Question(text, grades) for text, grades in listed.items() if len(grades) in LISTED]
    return _some(telling)


def by_description(known: Sequence[Occupation]) -> list[Question]:
    """The beginning of a description without the words of its title; 3 for its occupation, 1 for its close kin."""
    kin: dict[str, list[UUID]] = defaultdict(list)
    for one in known:
        kin[one.code[:6]].append(one.pk)
    questions = []
    for one in known:
        named = {word[:5] for word in _WORD.findall(one.title.lower())}
        words = [word for word in re.findall(r"[\w-]+", one.description) if not _is_of(named, word)]
        grades = dict.fromkeys(kin[one.code[:6]], 1) | {one.pk: 3}
        questions.append(Question(" ".join(words[:_MOST_WORDS]), grades))
    return _some(questions)


def measure() -> Figures:
    """Print (a), and answer its figures. Needs Django and the database of the corpus."""
    known = occupations()
    print("\n(a) O*NET's occupations, nDCG@10, 95 % intervals over questions\n")
    print("| question | n | mode | nDCG@10 |")
    print("| --- | --- | --- | --- |")
    figures: Figures = {}
    with_text = _Ranker(known, [(one.title, one.description) for one in known])
    by_title = _Ranker(known, [(one.title, "") for one in known])
    for name, ranker, questions in (
        ("technology", with_text, by_technology(known)),
        ("description", by_title, by_description(known)),
    ):
        for mode in MODES:
            scored = [ndcg(ranker.rank(one.text, mode), one.grades) for one in questions]
            found = estimate([value for value in scored if value is not None])
            print(f"| {name} | {len(questions)} | {mode} | {found} |")
            figures[f"onet.{name}.{mode}.ndcg"] = round(found.mean, 4)
    return figures


class _Ranker:
    """Documents, ranked as vacancies are."""

    def __init__(self, known: Sequence[Occupation], documents: Sequence[tuple[str, str]]) -> None:
        from apps.matching import semantic
        from apps.matching.occupations import graph

        self.known, self.documents = known, documents
        self.space = semantic.current()
        self.vectors: tuple[Floats, Floats] | None = None
        if self.space is not None:
            self.vectors = self.space.embedder.embed_postings(documents)
        self.named = [graph().read(title).occupation for title, _ in documents]

    def rank(self, query: str, mode: Mode) -> list[UUID]:
        from apps.matching.search.ordering import Weights, fuse

        found = self._found()
        if mode != "semantic":
            for pk, rank in self._text_ranks(query):
                found[pk].text = rank
        if mode != "keyword":
            self._add_meaning(query, found, by_words=mode == "hybrid")
        touched = [
            each
            for each in found.values()
            if each.text is not None or each.title is not None or each.said is not None
        ]
        return [placed.pk for placed in fuse(touched, Weights())]

    def _found(self) -> dict[UUID, Found]:
        from apps.matching.search.ordering import Found

        return {one.pk: Found(one.pk, _EPOCH, _EPOCH) for one in self.known}

    def _text_ranks(self, query: str) -> list[tuple[UUID, float]]:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT place, rank FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS one(title, body, place), "
                "websearch_to_tsquery('english', %s) AS asked, LATERAL (SELECT setweight(to_tsvector('english', title), 'A') "
                "|| setweight(to_tsvector('english', body), 'D') AS said) AS text, "
                "LATERAL (SELECT ts_rank('{.05,.1,.25,1}', said, asked, 1) AS rank) AS ranked WHERE said @@ asked",
                [[title for title, _ in self.documents], [body for _, body in self.documents], query],
            )
            return [(self.known[place - 1].pk, float(rank)) for place, rank in cursor.fetchall()]

    def _add_meaning(self, query: str, found: dict[UUID, Found], *, by_words: bool) -> None:
        from apps.core.db import as_system
        from apps.matching.occupations import expand
        from apps.matching.search.by_occupation import names_of
        from apps.matching.search.relevance import Asked, Shown
        from apps.matching.search.showing import rarity_of

        expansion = expand(query)
        named = set(names_of(expansion))
        with as_system():
            asked = Asked(query, expansion, rarity_of(query), by_words=by_words)
        for one, name in zip(self.known, self.named, strict=True):
            said = asked.of(Shown(one.title, name, "", is_remote=False))
            if name in named or said.asked:
                found[one.pk].said = said
        if self.space is None or self.vectors is None:
            return
        wanted = self.space.embed_query(query)
        titles, bodies = self.vectors[0] @ wanted, self.vectors[1] @ wanted
        has_body = any(body for _, body in self.documents)
        for one, title, body in zip(self.known, titles, bodies, strict=True):
            found[one.pk].title = float(title)
            found[one.pk].body = float(body) if has_body else None


def _is_of(named: set[str], word: str) -> bool:
    return any(part[:5] in named for part in _WORD.findall(word.lower()))


def _some(questions: Iterable[Question]) -> list[Question]:
    """A fixed sample, by a hash of the text."""
    return sorted(questions, key=lambda one: hashlib.blake2b(one.text.encode()).digest())[:QUESTIONS]


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
