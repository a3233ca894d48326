"""Which entry of the source a drafted entry is: each at most once, the nearest pairs first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from apps.generation.grounding.facts import Fact
from apps.generation.grounding.prose import Sources
from apps.generation.grounding.sentences import sentences
from apps.generation.grounding.shapes import SECTIONS, Entry, Field, lines_of, value_of
from apps.matching.words import fold


class _Distance(NamedTuple):
    """How far a drafted entry is from one of the source; compared in this order, smaller is nearer."""

    differing: int
    unknown_lines: int
    omitted: int
    agreeing: int
    """Counted downwards: -3 is three fields that agree."""
    unused_lines: int

    @property
    def is_stranger(self) -> bool:
        return bool(self.differing) and not self.agreeing


def paired(drafted: Sequence[Entry], section: str, sources: Sources) -> dict[int, str]:
    """Number of the drafted entry → entry of the source; an invented entry has none."""
    names = [entry for entry in sources.by_entry if entry.startswith(f"{section}.")]
    pairs = sorted(
        (_distance(entry, section, name, sources), index, name)
        for index, entry in enumerate(drafted)
        if _says_something(entry, section)
        for name in names
    )
    chosen: dict[int, str] = {}
    for distance, index, name in pairs:
        if index not in chosen and name not in chosen.values() and not distance.is_stranger:
            chosen[index] = name
    return chosen


def _says_something(entry: Entry, section: str) -> bool:
    return any(
        value_of(entry, field) if field.form in ("value", "date", "flag") else any(lines_of(entry, field))
        for field in SECTIONS[section]
    )


def _distance(entry: Entry, section: str, name: str, sources: Sources) -> _Distance:
    facts = source_values(sources, name)
    drafted_lines: set[str] = set()
    differing = omitted = agreeing = 0
    for field in SECTIONS[section]:
        if field.form not in ("value", "date", "flag"):
            for _, line in lines_of(entry, field):
                drafted_lines.update((line.strip(),) if field.form == "names" else sentences(line))
            continue
        drafted, source = value_of(entry, field), facts[field.name].text if field.name in facts else ""
        fits = agrees(field, drafted, source)
        differing += not fits
        omitted += bool(source and not drafted)
        agreeing -= bool(drafted and fits)
    known = {fact.text for fact in sources.by_entry[name]}
    lines = {fact.text for fact in sources.by_entry[name] if fact.kind in ("sentence", "skill")}
    return _Distance(differing, len(drafted_lines - known), omitted, agreeing, len(lines - drafted_lines))


def source_values(sources: Sources, name: str) -> dict[str, Fact]:
    """The facts of an entry by the rest of their path: `company`, `skills.0`."""
    return {fact.path.removeprefix(f"{name}."): fact for fact in sources.by_entry[name]}


def agrees(field: Field, drafted: str, source: str) -> bool:
    if field.form == "flag":
        return drafted == source
    if not drafted:
        return not (field.stays and source)
    if field.form == "date":
        return drafted == source or source.startswith(f"{drafted}-")
    return drafted == source if field.kind == "link" else same(drafted, source)


def same(left: str, right: str) -> bool:
    return fold(left).split() == fold(right).split()
