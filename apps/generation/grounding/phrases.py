"""The facts of one entry, made ready to be recognised in a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from apps.generation.grounding.facts import Fact
from apps.generation.grounding.tokens import Token, tokens
from apps.generation.grounding.wording import BOUNDARIES, GUARDS, HEDGES, SCOPED_BOUNDARIES, SUPERLATIVES
from apps.vacancies import lexicon

Role = Literal["prose", "skill", "date", "short"]

_FEWEST_KEPT = 3
_NOT_SPOKEN = frozenset(("flag", "label", "extra", "language", "level"))
"""Kinds that make no phrase by themselves; languages and their levels make one together."""
_RANGES = frozenset(("to", "and", "bis", "a", "-"))


class Phrase(NamedTuple):
    """`lengths` are how many of `words` a claim may use, counted from the head, longest first."""

    words: tuple[Token, ...]
    facts: tuple[Fact, ...]
    role: Role
    lengths: tuple[int, ...]

    @property
    def written(self) -> str:
        """The words as they are written, but for case and punctuation."""
        return " ".join(word.text for word in self.words)


class Group(NamedTuple):
    """What may be joined into one claim: the phrases of one entry. `section` is "" for the person."""

    phrases: tuple[Phrase, ...]
    section: str
    is_current: bool

    @property
    def is_job(self) -> bool:
        return self.section in ("work_experience", "volunteering")


def group_of(facts: Sequence[Fact]) -> Group:
    """The phrases of the facts of one entry."""
    found = [*_levels(facts)]
    for fact in facts:
        if fact.kind in ("sentence", "vacancy_sentence"):
            found.append(_prose(fact))
            found.extend(_skills_shown(fact))
        elif fact.kind not in _NOT_SPOKEN:
            found.append(_short(fact))
    return Group(
        tuple(phrase for phrase in found if phrase.words),
        section=facts[0].entry.partition(".")[0],
        is_current=any(fact.kind == "flag" for fact in facts),
    )


def _prose(fact: Fact) -> Phrase:
    words = tokens(fact.text)
    if words and words[0].key == "i":
        words = words[1:]
    return Phrase(words, (fact,), "prose", (len(words), *cuts(words)))


def _short(fact: Fact) -> Phrase:
    words = tokens(f"gpa {fact.text}" if fact.path.endswith(".gpa") else fact.text)
    role: Role = "short"
    if fact.kind == "date":
        role = "date"
    elif fact.kind in ("skill", "vacancy_skill"):
        role = "skill"
    return Phrase(words, (fact,), role, (len(words),))


def _levels(facts: Iterable[Fact]) -> Iterable[Phrase]:
    """A language and its level are one phrase; a low level may not be left out."""
    level: dict[str, Fact] = {fact.entry: fact for fact in facts if fact.kind == "level"}
    for fact in facts:
        if fact.kind != "language":
            continue
        own = level.get(fact.entry)
        name = tokens(fact.text)
        if own is None:
            yield Phrase(name, (fact,), "short", (len(name),))
            continue
        words = (*name, *tokens(own.text))
        low = any(word.key in GUARDS for word in words)
        yield Phrase(words, (fact, own), "short", (len(words),) if low else (len(words), len(name)))


def _skills_shown(fact: Fact) -> Iterable[Phrase]:
    """Skills that a sentence names, unless it says how little of them there was."""
    if any(word.key in HEDGES for word in tokens(fact.text)):
        return
    for mention in lexicon.find_skills(fact.text):
        words = tokens(fact.text[mention.start : mention.end])
        yield Phrase(words, (fact,), "skill", (len(words),))


def cuts(words: Sequence[Token]) -> tuple[int, ...]:
    """Where a sentence may end early, longest first: before a clause that qualifies nothing that is kept."""
    return tuple(
        length
        for length in range(len(words) - 1, _FEWEST_KEPT - 1, -1)
        if _may_end(words[:length], words[length:])
    )


def _may_end(kept: Sequence[Token], tail: Sequence[Token]) -> bool:
    scoped = any(word.is_number or word.key in SUPERLATIVES or word.key.endswith("est") for word in kept)
    if not (tail[0].breaks or tail[0].key in (SCOPED_BOUNDARIES if scoped else BOUNDARIES)):
        return False
    if tail[0].breaks and scoped and tail[0].key in BOUNDARIES - SCOPED_BOUNDARIES:
        return False
    if any(word.key in GUARDS for word in tail):
        return False
    splits_a_range = tail[0].is_number or (tail[0].key in _RANGES and len(tail) > 1 and tail[1].is_number)
    return not (splits_a_range and any(word.is_number for word in kept[-3:]))
