"""How many rounds of questions an index takes beside numpy, and how much of the truth it finds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from apps.matching.semantic.cells import Floats, Mask, Numbers, Places
from bench.table import spread

K = 10
SHARES = (1.0, 0.3, 0.05, 0.01)
# A question and the rows that count: the rows found, nearest first.
Ask = Callable[[Floats, Mask | None], Numbers | Places]


@dataclass
class Figures:
    """Of one index at one width of the filter: recall of each question on each side, CPU seconds a question of each round."""

    recalls: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    numpy_seconds: list[float] = field(default_factory=list)

    def and_of(self, other: Figures) -> Figures:
        """Both sides asked, one after the other."""
        return Figures(
            self.recalls + other.recalls,
            [one + two for one, two in zip(self.seconds, other.seconds, strict=True)],
            [one + two for one, two in zip(self.numpy_seconds, other.numpy_seconds, strict=True)],
        )

    @property
    def ratios(self) -> list[float]:
        return [theirs / own for own, theirs in zip(self.seconds, self.numpy_seconds, strict=True)]

    @property
    def recall(self) -> float:
        return statistics.mean(self.recalls)

    @property
    def milliseconds(self) -> str:
        own, theirs = (1000 * statistics.median(each) for each in (self.seconds, self.numpy_seconds))
        return f"{own:.1f} ms of CPU against {theirs:.0f}"

    def said(self) -> str:
        return f"{spread(self.ratios, 1)}, recall@{K} {self.recall:.3f}, {self.milliseconds}"


def brute(vectors: Floats) -> Ask:
    """numpy's product over every row, the filter as a mask."""

    def ask(question: Floats, allowed: Mask | None) -> Places:
        scores = vectors @ question
        if allowed is not None:
            scores[~allowed] = -2
        best = np.argpartition(-scores, K)[:K]
        return np.asarray(best[np.argsort(-scores[best])])

    return ask


def filter_of(count: int, share: float) -> Mask | None:
    """A random share of the rows; None for all of them."""
    return None if share == 1 else np.random.default_rng(3).random(count) < share


def beside_numpy(
    indexes: Sequence[Ask], vectors: Floats, questions: Floats, allowed: Mask | None, rounds: int
) -> list[Figures]:
    """Numpy and every index in turns: A B C, A B C. What numpy finds in the first round is the truth."""
    truth: list[Numbers | Places] = []
    found: list[Figures] = []
    for _ in range(rounds):
        numpys, answers = _asked(brute(vectors), questions, allowed)
        if not found:
            truth = answers
            found = [Figures(_recalls(ask, vectors, questions, allowed, truth)) for ask in indexes]
        for ask, figures in zip(indexes, found, strict=True):
            figures.numpy_seconds.append(numpys)
            figures.seconds.append(_asked(ask, questions, allowed)[0])
    return found


def _recalls(
    ask: Ask, vectors: Floats, questions: Floats, allowed: Mask | None, truth: Sequence[Numbers | Places]
) -> list[float]:
    """Of the ten found, those at least as near as the true tenth, to a thousandth: titles repeat."""
    recalls = []
    for question, true in zip(questions, truth, strict=True):
        tenth = float((vectors[true] @ question).min())
        near = vectors[ask(question, allowed)] @ question >= tenth - 1e-3 * abs(tenth)
        recalls.append(float(np.count_nonzero(near)) / len(true))
    return recalls


def _asked(ask: Ask, questions: Floats, allowed: Mask | None) -> tuple[float, list[Numbers | Places]]:
    """Seconds a question of this thread's CPU (what others do on the machine stays out of it), and what was found."""
    began = time.thread_time()
    found = [ask(question, allowed) for question in questions]
    return (time.thread_time() - began) / len(questions), found
