"""A claim laid over the facts of one entry: every word must be a fact's or say nothing by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from apps.generation.grounding.facts import Fact
from apps.generation.grounding.phrases import Group, Phrase
from apps.generation.grounding.tokens import Token, head_stem
from apps.generation.grounding.wording import JOINTS, PRESENT

_END_FIELDS = ("end_date", "graduation_date")


class Alignment(NamedTuple):
    """`facts` are those the claim is made of, () where it can't be; `reached` is the first word that nothing says."""

    facts: tuple[Fact, ...]
    reached: int


class _State(NamedTuple):
    """How far the claim is read, and what came last: enough to tell which piece may follow."""

    at: int
    after_prose: bool = False
    only_joints: bool = True
    glued: bool = True
    has_prose: bool = False
    has_skill: bool = False


def align(claim: Sequence[Token], group: Group, glue: Collection[str]) -> Alignment:
    """Cover `claim` from left to right with phrases of `group`, and with words of `glue` between them.

    A sentence fact counts from its head on, whole or cut where `Phrase.lengths` allows it. Two sentences are joined by
    "and" alone; a skill and a sentence never make one claim, for together they would say that it was used there.
    """
    furthest = 0
    seen: set[_State] = set()
    stack: list[tuple[_State, tuple[Fact, ...]]] = [(_State(0), ())]
    while stack:
        state, facts = stack.pop()
        if state in seen:
            continue
        seen.add(state)
        furthest = max(furthest, state.at)
        if state.at == len(claim):
            if facts:
                return Alignment(facts, state.at)
            continue
        word = claim[state.at]
        if word.key in glue and (word.key not in PRESENT or not group.is_job or group.is_current):
            joints = state.only_joints and word.key in JOINTS
            stack.append((state._replace(at=state.at + 1, only_joints=joints, glued=True), facts))
        if state.glued or word.breaks:
            stack.extend(reversed([*_phrases(claim, group, state, facts)]))
    return Alignment((), furthest)


def _phrases(
    claim: Sequence[Token], group: Group, state: _State, facts: tuple[Fact, ...]
) -> Iterator[tuple[_State, tuple[Fact, ...]]]:
    for phrase in group.phrases:
        if not _may_follow(phrase, state):
            continue
        if phrase.role == "date":
            lengths: tuple[int, ...] = (1,) if _date_fits(claim, state.at, phrase, group) else ()
        else:
            shared = _shared(claim[state.at : state.at + len(phrase.words)], phrase)
            lengths = tuple(length for length in phrase.lengths if length <= shared)
        for length in lengths:
            following = _State(
                at=state.at + length,
                after_prose=phrase.role == "prose",
                glued=False,
                has_prose=state.has_prose or phrase.role == "prose",
                has_skill=state.has_skill or phrase.role == "skill",
            )
            yield following, (*facts, *(fact for fact in phrase.facts if fact not in facts))


def _may_follow(phrase: Phrase, state: _State) -> bool:
    if phrase.role == "skill":
        return not state.has_prose
    if phrase.role == "prose":
        return not state.has_skill and (not state.after_prose or state.only_joints)
    return True


def _shared(claim: Sequence[Token], phrase: Phrase) -> int:
    """How many words from the head on are the same; the head of a sentence may stand in another form of the verb."""
    shared = 0
    for mine, theirs in zip(claim, phrase.words, strict=False):
        same = mine.key == theirs.key
        if (
            not same
            and shared == 0
            and phrase.role == "prose"
            and mine.key.isalpha()
            and theirs.key.isalpha()
        ):
            same = head_stem(mine.key) == head_stem(theirs.key)
        if not same:
            break
        shared += 1
    return shared


def _date_fits(claim: Sequence[Token], at: int, phrase: Phrase, group: Group) -> bool:
    """Whether the word is this date (or its year) and the word before it says of a date what the field says."""
    word, date = claim[at].key, phrase.words[0].key
    if word != date and not (date[0] == "@" and word == f"#{date[1:5]}"):
        return False
    field = phrase.facts[0].path.rpartition(".")[2]
    before = claim[at - 1] if at else None
    if before is None:
        return False
    if before.key == "since":
        return field == "start_date" and group.is_current
    if before.key == "from":
        return field == "start_date"
    if before.key in ("to", "until") or (claim[at].breaks and (before.is_date or before.is_number)):
        return field in _END_FIELDS
    return before.key == "in" and not group.is_job and field != "start_date"
