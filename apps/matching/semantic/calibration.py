"""Where the line lies between questions about work and questions about something else. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from apps.matching.occupations import all_occupations, graph

# Of the questions about work, so many may be lost: most of those name an occupation, by which they are found all the same.
MOST_LOST = 0.05
# Only occupations that this many of the fitted titles name: what the catalogue lacks can't be found near.
FEWEST_TITLES = 10
MOST_ASKED = 600


@dataclass(frozen=True, slots=True)
class Calibration:
    """`threshold` of aboutness; the shares it keeps and refuses, and how well the two kinds part at all (`auc`)."""

    threshold: float
    on_topic: int
    off_topic: int
    kept: float
    refused: float
    auc: float


def calibrate(aboutness_of: Callable[[str], float], titles: Iterable[str]) -> Calibration:
    """Ask questions of both kinds. Without any about work (an empty graph or catalogue) nothing is cut off."""
    on_topic = sorted(aboutness_of(query) for query in questions_about_work(titles))
    off_topic = sorted(aboutness_of(query) for query in questions_about_else())
    if not on_topic:
        return Calibration(0.0, 0, len(off_topic), 1.0, 0.0, 0.5)
    lost = int(len(on_topic) * MOST_LOST)
    # Between the last question that may be lost and the first that may not.
    threshold = on_topic[lost] if not lost else (on_topic[lost - 1] + on_topic[lost]) / 2
    return Calibration(
        threshold=round(threshold, 6),
        on_topic=len(on_topic),
        off_topic=len(off_topic),
        kept=round(sum(value >= threshold for value in on_topic) / len(on_topic), 4),
        refused=round(sum(value < threshold for value in off_topic) / len(off_topic), 4),
        auc=round(_auc(on_topic, off_topic), 4),
    )


def questions_about_work(titles: Iterable[str]) -> list[str]:
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
def questions_about_else() -> tuple[str, ...]:
    """Ours: `off_topic.txt`, one a line."""
    lines = Path(__file__).with_name("off_topic.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """How often one of `higher` lies above one of `lower`; 1 parts them fully, .5 not at all."""
    won = sum((high > low) + (high == low) / 2 for high in higher for low in lower)
    return won / (len(higher) * len(lower)) if higher and lower else 0.5
