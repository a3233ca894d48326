"""Finds skills in running text: longest name first, doubtful spellings by their company, boilerplate left out."""

from __future__ import annotations

import re

from .records import SOFT, Mention, Surface
from .sections import begins_line, colleagues, is_asked_for, is_own_praise, silent_parts
from .trie import Found, Trie

# A doubtful spelling ("Go", "Word") counts if a certain skill of its own trade stands this near, in characters…
_NEAR = 60
# …or if it is an item of a list that holds another skill: only this may stand between the two.
_WORDS = r"\b(?:and|or|und|oder|et|ou|y|e)\b"
_LIST_GAP = re.compile(rf"\s*(?:[,;:/|&+•·()]|{_WORDS}|\n)\s*[-*•·(]?\s*(?:{_WORDS})?\s*")
_MAX_LIST_GAP = 9


def find(trie: Trie, text: str) -> list[Mention]:
    """The skills the text names, in order, none overlapping another; offsets in characters of `text`."""
    text = _without(text, silent_parts(text))
    chosen = _unmuted(text, _longest_first(trie.find(text)))
    return _with_company(text, [found for found in chosen if found.surfaces[0].slug])


def _without(text: str, parts: list[tuple[int, int]]) -> str:
    """The text with those parts blank: of the same length, so that offsets stay."""
    pieces: list[str] = []
    read = 0
    for start, end in sorted(parts):
        if end > read:
            start = max(start, read)
            pieces += text[read:start], "\n" * (end - start)
            read = end
    return "".join((*pieces, text[read:]))


def _longest_first(candidates: list[Found]) -> list[Found]:
    """Of overlapping candidates the one of most words, then the first; in order of the text."""
    chosen: list[Found] = []
    taken: set[int] = set()
    for found in sorted(candidates, key=_rank):
        span = range(found.start, found.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(found)
    return sorted(chosen, key=_start)


def _rank(found: Found) -> tuple[int, int, int]:
    return -found.size, found.start, found.start - found.end


def _start(found: Found) -> int:
    return found.start


def _unmuted(text: str, chosen: list[Found]) -> list[Found]:
    """All but what stands in a line with boilerplate or is the work of colleagues."""
    if muted := {_line(text, found) for found in chosen if found.surfaces[0].mutes}:
        chosen = [found for found in chosen if _line(text, found) not in muted]
    chosen = [
        found
        for found in chosen
        if found.surfaces[0].trade != SOFT or not is_own_praise(text, found.start, found.end)
    ]
    if others := colleagues(text):
        chosen = [found for found in chosen if found.surfaces[0].trade == SOFT or not _within(found, others)]
    return chosen


def _within(found: Found, parts: list[tuple[int, int]]) -> bool:
    return any(start <= found.start < end for start, end in parts)


def _line(text: str, found: Found) -> int:
    return text.rfind("\n", 0, found.start)


def _with_company(text: str, chosen: list[Found]) -> list[Mention]:
    """The certain mentions and those doubtful ones that their neighbours vouch for."""
    accepted: list[Surface | None] = [_certain(text, found) for found in chosen]
    order = range(len(chosen))
    for index in (*order, *reversed(order)):
        if accepted[index] is None:
            accepted[index] = _vouched(text, chosen, accepted, index)
    return [
        Mention(surface.slug, found.start, found.end)
        for found, surface in zip(chosen, accepted, strict=True)
        if surface is not None and surface.slug is not None
    ]


def _certain(text: str, found: Found) -> Surface | None:
    for surface in found.surfaces:
        if not surface.needs_company or (surface.if_asked and is_asked_for(text, found.start, found.end)):
            return surface
        if surface.trade == SOFT and not surface.only_in_lists and begins_line(text, found.start):
            return surface
    return None


def _vouched(text: str, chosen: list[Found], accepted: list[Surface | None], index: int) -> Surface | None:
    """The reading of a doubtful spelling that its neighbours support, if they support just one.

    A neighbour in the same list supports it even if doubtful itself: "curious, organized".
    """
    trades: set[str] = set()
    in_list = False
    for other in (index - 1, index + 1):
        if not 0 <= other < len(chosen):
            continue
        between = _between(text, chosen[index], chosen[other])
        listed = len(between) <= _MAX_LIST_GAP and _LIST_GAP.fullmatch(between) is not None
        neighbour = accepted[other]
        if neighbour is None and listed:
            trades |= {surface.trade for surface in chosen[other].surfaces}
        elif neighbour is not None and len(between) <= _NEAR and "\n\n" not in between:
            trades.add(neighbour.trade)
        in_list = in_list or (listed and neighbour is not None)
    surfaces = chosen[index].surfaces
    fitting = [
        surface for surface in surfaces if surface.trade in trades and (in_list or not surface.only_in_lists)
    ]
    readings = fitting or (surfaces if in_list else ())
    return readings[0] if len({surface.slug for surface in readings}) == 1 else None


def _between(text: str, one: Found, other: Found) -> str:
    return text[one.end : other.start] if one.start < other.start else text[other.end : one.start]
