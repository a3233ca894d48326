"""Why a claim was refused, in words: what it holds that no fact of the entry says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from apps.generation.grounding.facts import Fact
from apps.generation.grounding.tokens import Token, tokens
from apps.generation.vocabulary import ClaimKind
from apps.vacancies import lexicon

_NAMED: tuple[ClaimKind, ...] = ("employer", "institution", "title", "qualification", "language")


class Culprit(NamedTuple):
    kind: ClaimKind
    reason: str


def culprit_of(claim: str, words: Sequence[Token], reached: int, facts: Iterable[Fact]) -> Culprit:
    """The fault at the first word that could not be laid over a fact; `facts` are all there are, of any entry."""
    if reached >= len(words):
        return Culprit("sentence", "it states no fact")
    rest = words[reached:]
    known = tuple(facts)
    for word in rest:
        if (word.is_number or word.is_date) and not any(
            word.key == other.key for fact in known for other in tokens(fact.text)
        ):
            return Culprit(
                "date" if word.is_date else "number", f"“{word.text}” stands nowhere in the source"
            )
    named = _misplaced(rest, known)
    if named:
        return named
    held = {slug for fact in known for slug in lexicon.skills_in(fact.text)}
    foreign = [mention for mention in lexicon.find_skills(claim) if mention.slug not in held]
    if foreign:
        return Culprit("skill", f"“{claim[foreign[0].start : foreign[0].end]}” is no skill of the source")
    return Culprit("sentence", f"from “{rest[0].text}” on it says what no single entry says")


def _misplaced(rest: Sequence[Token], facts: tuple[Fact, ...]) -> Culprit | None:
    """A name of the source, used where it does not belong."""
    keys = " ".join(word.key for word in rest)
    for fact in facts:
        name = " ".join(word.key for word in tokens(fact.text))
        if fact.kind in _NAMED and name and f" {name} " in f" {keys} ":
            return Culprit(fact.kind, f"“{fact.text}” of {fact.entry or 'the person'} does not belong here")
    return None
