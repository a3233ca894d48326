"""What is measured of search, whoever answers: figures by name, and how they stand to the committed ones. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from bench.search_judgements import Query, is_open
from bench.search_metrics import Estimate, difference, estimate, judged, ndcg, recall

Mode = Literal["keyword", "semantic", "hybrid"]
MODES: tuple[Mode, ...] = ("keyword", "semantic", "hybrid")
# The first page for a question: what was found, best first.
Ask = Callable[[str, Mode], Sequence[UUID]]
Figures = dict[str, float]
PAGE = 50
# Questions that are no search for work may show this many rows, and no more.
FEW = 5
FALL = 0.02


@dataclass(slots=True)
class Asked:
    """A mode's answers, by query: nDCG@10, recall@50, and which share of the first ten was judged."""

    ndcg: dict[str, float] = field(default_factory=dict)
    recall: dict[str, float] = field(default_factory=dict)
    judged: dict[str, float] = field(default_factory=dict)

    def over(self, queries: Iterable[Query]) -> tuple[Estimate, Estimate] | None:
        """nDCG and recall over some of the queries; None where none of them can be scored."""
        names = {query.text for query in queries}
        gains = [value for name, value in sorted(self.ndcg.items()) if name in names]
        found = [value for name, value in sorted(self.recall.items()) if name in names]
        return (estimate(gains), estimate(found)) if gains and found else None


def grades_of(query: Query, keys: Mapping[str, UUID]) -> dict[UUID, int]:
    """The grade of each vacancy: of two postings that became one, the better. What was refused is left out."""
    grades: dict[UUID, int] = {}
    for key, grade in query.grades.items():
        if (pk := keys.get(key)) is not None:
            grades[pk] = max(grade, grades.get(pk, 0))
    return grades


def ask_all(ask: Ask, queries: Iterable[Query], keys: Mapping[str, UUID]) -> dict[Mode, Asked]:
    answers: dict[Mode, Asked] = {mode: Asked() for mode in MODES}
    for query in queries:
        grades = grades_of(query, keys)
        for mode, asked in answers.items():
            shown = ask(query.text, mode)
            for name, value in (
                ("ndcg", ndcg(shown, grades)),
                ("recall", recall(shown, grades, PAGE)),
                ("judged", judged(shown, grades)),
            ):
                if value is not None:
                    getattr(asked, name)[query.text] = value
    return answers


def parts_of(queries: Sequence[Query]) -> dict[str, list[Query]]:
    return {
        "all": list(queries),
        "trade": [query for query in queries if query.group == "trade"],
        "other": [query for query in queries if query.group == "other"],
        "dev": [query for query in queries if query.may_tune],
        "held_out": [query for query in queries if not query.may_tune],
    }


def figures_of(answers: Mapping[Mode, Asked], queries: Sequence[Query]) -> Figures:
    """The means that are committed and held against later ones."""
    figures: Figures = {}
    for part, some in parts_of(queries).items():
        for mode, asked in answers.items():
            if (both := asked.over(some)) is not None:
                figures[f"{part}.{mode}.ndcg"] = round(both[0].mean, 4)
                figures[f"{part}.{mode}.recall"] = round(both[1].mean, 4)
    return figures


def gains_of_hybrid(answers: Mapping[Mode, Asked], queries: Iterable[Query]) -> dict[Mode, Estimate]:
    """How much better hybrid is than each mode alone, query by query, by nDCG@10."""
    names = {query.text for query in queries}
    own = {name: value for name, value in answers["hybrid"].ndcg.items() if name in names}
    return {mode: difference(own, answers[mode].ndcg) for mode in MODES if mode != "hybrid"}


@dataclass(frozen=True, slots=True)
class CutOff:
    """Of one half of the questions: who was let through, and who was cut.

    `few` and `kept` are shares, `through` and `lost` the questions that fell on the wrong side.
    """

    few: float
    kept: float
    through: tuple[str, ...]
    lost: tuple[str, ...]


def cut_off(
    ask: Ask,
    off: Iterable[str],
    on: Iterable[str],
    queries: Iterable[Query],
    keys: Mapping[str, UUID],
    *,
    by_open: bool = False,
) -> CutOff:
    """Over the half that nobody may choose a cut-off by, or (`by_open`) over the other one.

    A search for work has kept its results when more than `FEW` rows came, or one that was graded 2 or 3.
    """
    asked_off = [text for text in off if is_open(text) == by_open]
    through = [text for text in asked_off if len(ask(text, "hybrid")) > FEW]
    wanted: dict[str, set[UUID]] = {text: set() for text in on if is_open(text) == by_open}
    for query in queries:
        if query.may_tune == by_open:
            wanted[query.text] = {pk for pk, grade in grades_of(query, keys).items() if grade >= 2}
    lost: list[str] = []
    for text, worth in wanted.items():
        shown = ask(text, "hybrid")
        if len(shown) <= FEW and not worth.intersection(shown):
            lost.append(text)
    return CutOff(
        few=1 - len(through) / len(asked_off),
        kept=1 - len(lost) / len(wanted),
        through=tuple(through),
        lost=tuple(lost),
    )


def fallen(now: Mapping[str, float], committed: Mapping[str, float]) -> list[str]:
    """Which committed figures fell by more than `FALL`, or are no longer there, each with what it was and is."""
    lines = []
    for name, before in committed.items():
        after = now.get(name)
        if after is None:
            lines.append(f"{name}: {before:.3f}, now not measured")
        elif after < before - FALL:
            lines.append(f"{name}: {before:.3f}, now {after:.3f}")
    return lines
