"""Where the line lies between questions about work and questions about something else. Pure.

A logistic regression over a handful of signals, learnt from two lists of ours (`on_topic.txt`, `off_topic.txt`) and from the
names of occupations. Each question of a list is judged by the evidence of all the others: what it says itself proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from apps.matching.occupations import all_occupations, graph
from apps.matching.semantic.evidence import Evidence, Kind, Tally, Told, parts_of, words_of
from apps.matching.semantic.line import Line, Signals, signals

# Grows when a line of before means something else: then all is fitted anew.
VERSION = 1
# Of our own searches for work, each judged without itself, so many may be lost. They are harder than most: whole
# sentences without the name of any work, single words of a craft. Chosen on the `set` half of `bench/judgements`.
MOST_LOST = 0.10
# Only occupations that this many of the fitted titles name: what the catalogue lacks can't be found near.
FEWEST_TITLES = 10
MOST_ASKED, MOST_TITLES = 600, 20_000
# Parts of words are many: those met less often say nothing reliable.
_FEWEST_OF_PART = 3
# How much the names of occupations weigh among the questions about work: nearly all say so at once.
_OF_NAMES = 0.3
_RIDGE, _STEPS, _STILL = 1e-2, 50, 1e-7

Nearness = Callable[[Sequence[str]], Sequence[float]]
_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How many questions of each kind were asked, the shares kept and refused, and how well they part at all (`auc`)."""

    on_topic: int
    off_topic: int
    kept: float
    refused: float
    auc: float


def calibrate(nearness_of: Nearness, titles: Iterable[str]) -> tuple[Line, Calibration]:
    """Ask questions of both kinds, weigh what their signals tell, and draw the line. The same titles give the same."""
    titles = list(titles)
    searches, others, names = questions_about_work(), questions_about_else(), names_of_work(titles)
    told = Told(searches, others, _all_names(), list(dict.fromkeys(titles))[:MOST_TITLES])
    words, parts = Tally(words_of, told), Tally(parts_of, told, fewest=_FEWEST_OF_PART)
    by_words, by_parts = words.evidence(), parts.evidence()

    def known(kind: Kind, questions: Sequence[str]) -> list[Signals]:
        return [
            signals(text, near, words.without(text, kind), parts.without(text, kind))
            for text, near in zip(questions, nearness_of(questions), strict=True)
        ]

    def asked(questions: Sequence[str]) -> list[Signals]:
        return [
            signals(text, near, by_words.of(words_of(text)), by_parts.of(parts_of(text)))
            for text, near in zip(questions, nearness_of(questions), strict=True)
        ]

    of_searches, of_others = known("work", searches), known("else", others)
    weights, bias = _learnt(of_searches, asked(names), of_others)
    on_topic, off_topic = (np.sort(np.array(some) @ weights + bias) for some in (of_searches, of_others))
    threshold = float(np.quantile(on_topic, MOST_LOST))
    return _line(weights, bias, threshold, by_words, by_parts), Calibration(
        on_topic=len(searches) + len(names),
        off_topic=len(others),
        kept=round(float((on_topic >= threshold).mean()), 4),
        refused=round(float((off_topic < threshold).mean()), 4),
        auc=round(_auc(on_topic, off_topic), 4),
    )


def names_of_work(titles: Iterable[str]) -> list[str]:
    """Names of the occupations that these titles name often enough, evenly chosen."""
    named = Counter(graph().read(title).occupation for title in titles)
    forms = [
        form
        for occupation in all_occupations()
        if named[occupation.slug] >= FEWEST_TITLES
        for form in occupation.all_forms()
    ]
    step = max(1, -(-len(forms) // MOST_ASKED))
    return forms[::step]


@cache
def questions_about_work() -> tuple[str, ...]:
    """Ours: `on_topic.txt`, one a line."""
    return _lines("on_topic.txt")


@cache
def questions_about_else() -> tuple[str, ...]:
    """Ours: `off_topic.txt`, one a line."""
    return _lines("off_topic.txt")


def _lines(name: str) -> tuple[str, ...]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _all_names() -> list[str]:
    return [form for occupation in all_occupations() for form in occupation.all_forms()]


def _line(weights: _Numbers, bias: float, threshold: float, words: Evidence, parts: Evidence) -> Line:
    return Line(
        [round(each, 6) for each in weights.tolist()], round(bias, 6), round(threshold, 6), words, parts
    )


def _learnt(
    searches: Sequence[Signals], names: Sequence[Signals], others: Sequence[Signals]
) -> tuple[_Numbers, float]:
    """Weights of the signals and what is added, by Newton's method; both kinds of questions weigh the same."""
    of_names = _OF_NAMES if names else 0.0
    told = np.array([*searches, *names, *others], dtype=np.float64)
    wanted = np.array([1.0] * (len(searches) + len(names)) + [0.0] * len(others))
    counts = np.concatenate(
        [
            np.full(len(searches), (1 - of_names) / len(searches)),
            np.full(len(names), of_names / max(1, len(names))),
            np.full(len(others), 1 / len(others)),
        ]
    )
    mean, spread = told.mean(axis=0), told.std(axis=0) + 1e-9
    rows = np.column_stack([np.ones(len(told)), (told - mean) / spread])
    held = np.diag([0.0] + [2 * _RIDGE] * len(mean)) + 1e-9 * np.eye(len(mean) + 1)
    found = np.zeros(len(mean) + 1)
    for _ in range(_STEPS):
        odds = 1 / (1 + np.exp(-(rows @ found)))
        slope = rows.T @ (counts * (odds - wanted)) + held @ found
        step = np.linalg.solve((rows * (counts * odds * (1 - odds))[:, None]).T @ rows + held, slope)
        found -= step
        if np.abs(step).max() < _STILL:
            break
    weights = found[1:] / spread
    return weights, float(found[0] - weights @ mean)


def _auc(higher: _Numbers, lower: _Numbers) -> float:
    """How often one of `higher` lies above one of `lower`; 1 parts them fully, .5 not at all. Both ascending."""
    below = np.searchsorted(lower, higher, side="left") + np.searchsorted(lower, higher, side="right")
    return float(below.mean() / 2 / len(lower))
