"""Sentences as units that may be left out: one that leans on the one before it stays with it."""

from __future__ import annotations

import re
from collections.abc import Collection

_GAP = re.compile(r"(?<=[\w)%\]\"”’][.!?])\s+(?=[\"“(]?[^\W\d_a-zà-þ]|[\"“(]?\d)|(?<=[。！？])\s*|\s*\n\s*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:[^\W\d_]|dr|mr|mrs|ms|st|no|nr|inc|ltd|co|corp|etc|vs|ca|str|jr|sr|al|fig|vol|bzw|inkl|usw|"
    r"approx|dept|prof|univ|assoc|sra?|mme|mgr|inż|tel|incl|max|min|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:it|this|that|these|they|he|she|however|but|although|though|unfortunately|instead|nevertheless|yet|except|"
    r"es|dies|das|jedoch|aber|allerdings|cela|mais|toutefois|cependant|esto|pero|sin embargo|ma|però|tuttavia|maar|echter|ale|mas|porém)\b",
    re.IGNORECASE,
)


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of `text`. A full stop of an abbreviation ends none."""
    cuts = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    units: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        if not piece.strip():
            continue
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if units and _continues(text[slice(*units[-1])], text[start:end], text[units[-1][1] : start]):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return tuple(units)


def _continues(before: str, sentence: str, gap: str) -> bool:
    return bool(_LEANS.match(sentence)) or ("\n" not in gap and bool(_ABBREVIATION.search(before)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in their order, stripped."""
    return tuple(text[start:end] for start, end in spans(text))


def selected(text: str, kept: Collection[int]) -> str:
    """`text` with only the sentences of these numbers, each still a sentence of its own."""
    units = spans(text)
    chosen = [unit for number, unit in enumerate(units) if number in kept]
    parts: list[str] = []
    for number, (start, end) in enumerate(chosen):
        if number:
            before = chosen[number - 1][1]
            parts.append("\n" if "\n" in text[before:start] else " ")
        parts.append(text[start:end])
    return "".join(parts)
