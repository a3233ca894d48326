"""Sentences held against facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from apps.generation.grounding.alignment import align
from apps.generation.grounding.culprits import culprit_of
from apps.generation.grounding.facts import PERSON, VACANCY, Fact
from apps.generation.grounding.phrases import Group, Phrase, group_of
from apps.generation.grounding.tokens import Token, tokens
from apps.generation.grounding.verdict import Evidence, Unsupported
from apps.generation.grounding.wording import ABOUT_VACANCY, COURTESIES, GLUE, JOINTS
from apps.matching.words import fold

Finding = tuple[tuple[Evidence, ...], tuple[Unsupported, ...]]
_LANGUAGES = "languages"
_COURTESIES = sorted((tokens(courtesy) for courtesy in COURTESIES), key=len, reverse=True)


@dataclass(frozen=True)
class Sources:
    """The facts of a resume and a vacancy, by entry. One instance serves a whole draft."""

    facts: tuple[Fact, ...]

    @cached_property
    def by_entry(self) -> dict[str, tuple[Fact, ...]]:
        """Facts by entry; all languages are one, since each carries its own level."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.entry, []).append(fact)
            if fact.entry.startswith(f"{_LANGUAGES}."):
                found.setdefault(_LANGUAGES, []).append(fact)
        return {entry: tuple(facts) for entry, facts in found.items()}

    @cached_property
    def groups(self) -> dict[str, Group]:
        return {entry: group_of(facts) for entry, facts in self.by_entry.items()}

    @cached_property
    def own(self) -> tuple[Fact, ...]:
        """What is said of the person."""
        return tuple(fact for fact in self.facts if fact.entry != VACANCY)


def check_bullet(claim: str, path: str, sources: Sources, entry: str) -> Finding:
    """A sentence of an entry: whole, cut short, or several of the same entry; nothing else may be joined to it."""
    return _check(claim, path, sources, (entry,), joined_freely=False)


def check_prose(claim: str, path: str, sources: Sources) -> Finding:
    """A sentence of a summary or a letter: made of the facts of one entry, or about the vacancy alone."""
    if VACANCY in sources.groups or not sources.own:
        about = _about_vacancy(tokens(claim), sources)
        if about is not None:
            return tuple(Evidence(claim, fact.path, fact.text, path) for fact in about), ()
    entries = [PERSON, *(entry for entry in sources.groups if entry not in (PERSON, VACANCY))]
    return _check(claim, path, sources, entries, joined_freely=True)


def _check(
    claim: str, path: str, sources: Sources, entries: Iterable[str], *, joined_freely: bool
) -> Finding:
    present = [entry for entry in entries if entry in sources.groups]
    verbatim = _verbatim(claim, sources, present)
    if verbatim is not None:
        return (Evidence(claim, verbatim.path, verbatim.text, path),), ()
    words, reached = tokens(claim), 0
    if not words:
        return (), ()
    for entry in present:
        group = sources.groups[entry]
        found = align(words, group, GLUE.get(group.section, JOINTS) if joined_freely else JOINTS)
        if found.facts:
            return tuple(Evidence(claim, fact.path, fact.text, path) for fact in found.facts), ()
        reached = max(reached, found.reached)
    culprit = culprit_of(claim, words, reached, sources.own)
    return (), (Unsupported(claim, culprit.reason, culprit.kind, path),)


def _verbatim(claim: str, sources: Sources, entries: Iterable[str]) -> Fact | None:
    """The sentence that says the very same."""
    wanted = fold(claim).split()
    for entry in entries:
        for fact in sources.by_entry[entry]:
            if fact.kind == "sentence" and fold(fact.text).split() == wanted:
                return fact
    return None


def _about_vacancy(words: Sequence[Token], sources: Sources) -> tuple[Fact, ...] | None:
    """The facts of a sentence that starts with a courtesy and goes on about the vacancy only; None for any other."""
    for courtesy in _COURTESIES:
        if [word.key for word in words[: len(courtesy)]] != [word.key for word in courtesy]:
            continue
        rest = words[len(courtesy) :]
        if not rest:
            return ()
        found = align(rest, sources.groups.get(VACANCY, Group((), VACANCY, False)), ABOUT_VACANCY | {"and"})
        if found.facts:
            return found.facts
        if all(word.key in ABOUT_VACANCY for word in rest):
            return ()
    return None


def phrases_of(sources: Sources, entry: str) -> tuple[Phrase, ...]:
    """The phrases of an entry; () for one that there is not."""
    group = sources.groups.get(entry)
    return group.phrases if group else ()
