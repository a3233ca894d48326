"""Signs that a posting may not be actively hiring, and what each is worth. Pure.

A signal, never a verdict: every sign has an innocent reading, and none by itself makes the level high. Sentences name
steps (90 days), not days, so that the same posting reads the same from one day to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from apps.vacancies.ghost_words import says_pipeline, titled_pipeline

Level = Literal["none", "low", "medium", "high"]
LEVELS: Final[tuple[Level, ...]] = ("none", "low", "medium", "high")
# The least score of each level above none.
LOW, MEDIUM, HIGH = 0.15, 0.4, 0.65
# An employer's rate of reposts says something from so many postings on.
FEWEST_POSTINGS = 20
_OPEN_LONG = ((365, 0.45), (180, 0.3), (90, 0.18))
_REPOSTED = ((3, 0.35), (2, 0.22), (1, 0.1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one posting. `listed_at` is when it was posted, or first seen; times are aware.

    `changed_at` is when its content last changed (None: not since it was first seen, or not known: `listed_at` counts).
    `company_reposts` is the share of the employer's `company_postings` that were posted again.
    """

    is_open: bool
    listed_at: datetime
    changed_at: datetime | None = None
    repost_count: int = 0
    is_evergreen: bool = False
    company_postings: int = 0
    company_reposts: float = 0.0
    deadline: date | None = None
    has_pay: bool = False
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sign: a code that stays, a sentence for people, and its weight, 0 to 1."""

    code: str
    sentence: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """How much speaks for a posting that may not be actively hiring. `score` is 0 to 1; the gravest reason comes first."""

    level: Level
    score: float
    reasons: tuple[Reason, ...]


def judge(facts: Facts, now: datetime) -> Signal:
    """The signs together: 1 minus the product of what each leaves over. A closed posting has no signal."""
    if not facts.is_open:
        return Signal(level="none", score=0.0, reasons=())
    reasons = sorted(_reasons(facts, now), key=lambda reason: -reason.weight)
    left = 1.0
    for reason in reasons:
        left *= 1 - reason.weight
    score = round(1 - left, 2)
    return Signal(level=level_of(score), score=score, reasons=tuple(reasons))


def level_of(score: float) -> Level:
    if score >= HIGH:
        return "high"
    return "medium" if score >= MEDIUM else "low" if score >= LOW else "none"


def _reasons(facts: Facts, now: datetime) -> Iterator[Reason]:
    for sign in _SIGNS:
        if (reason := sign(facts, now)) is not None:
            yield reason


def _open_long(facts: Facts, now: datetime) -> Reason | None:
    age = now - facts.listed_at
    for days, weight in _OPEN_LONG:
        if age >= timedelta(days=days):
            return Reason(
                code="open_long", sentence=f"It has been listed for more than {days} days.", weight=weight
            )
    return None


def _unchanged(facts: Facts, now: datetime) -> Reason | None:
    if now - max(facts.listed_at, facts.changed_at or facts.listed_at) < timedelta(days=180):
        return None
    return Reason(code="unchanged", sentence="Its text has not changed for more than 180 days.", weight=0.12)


def _reposted(facts: Facts, now: datetime) -> Reason | None:
    for times, weight in _REPOSTED:
        if facts.repost_count >= times:
            said = "once" if times == 1 else "twice" if times == 2 else "three times or more"
            return Reason(code="reposted", sentence=f"It has been posted anew {said}.", weight=weight)
    return None


def _evergreen(facts: Facts, now: datetime) -> Reason | None:
    if not facts.is_evergreen:
        return None
    said = "The same text comes back under new numbers, as postings do that are never filled."
    return Reason(code="evergreen", sentence=said, weight=0.35)


def _company_reposts(facts: Facts, now: datetime) -> Reason | None:
    if facts.company_postings < FEWEST_POSTINGS or facts.company_reposts < 0.3:
        return None
    said = "The employer posts many of its vacancies more than once."
    return Reason(code="company_reposts", sentence=said, weight=0.12)


def _deadline_passed(facts: Facts, now: datetime) -> Reason | None:
    # Where it is still that day somewhere, it has not passed.
    if facts.deadline is None or facts.deadline >= (now - timedelta(hours=12)).date():
        return None
    said = "The day until which one could apply has passed, and it is still listed."
    return Reason(code="deadline_passed", sentence=said, weight=0.45)


def _pipeline(facts: Facts, now: datetime) -> Reason | None:
    if titled_pipeline(facts.title):
        said = "Its title asks for people in general, not for somebody for one position."
        return Reason(code="pipeline_title", sentence=said, weight=0.5)
    if not says_pipeline(facts.text):
        return None
    if facts.has_pay:
        said = "It says that it gathers people for later openings."
        return Reason(code="pipeline_text", sentence=said, weight=0.2)
    said = "It says that it gathers people for later openings, and names no pay."
    return Reason(code="pipeline_text", sentence=said, weight=0.35)


_SIGNS: Final[tuple[Callable[[Facts, datetime], Reason | None], ...]] = (
    _open_long, _unchanged, _reposted, _evergreen, _company_reposts, _deadline_passed, _pipeline,
)  # fmt: skip
