"""What changed between two states of a resume, by path. Pure: no Django.

Lists are compared by content: an item that only moved has not changed. A path of something added or changed is that
of the newer state, of something removed that of the older one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

# Two items of which less is alike are one that went and one that came.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is None for what was added, `after` for what was removed."""

    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Changes in the order of the newer state's keys; nothing for what is equal."""
    return list(_objects(before, after, ""))


def _objects(before: Mapping[str, Any], after: Mapping[str, Any], path: str) -> Iterator[Change]:
    for key in dict.fromkeys([*after, *before]):
        yield from _values(before.get(key), after.get(key), f"{path}.{key}".lstrip("."))


def _values(before: Any, after: Any, path: str) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _objects(before, after, path)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _lists(before, after, path)
    elif before in (None, "", [], {}):
        yield Change(path, "added", None, after)
    elif after in (None, "", [], {}):
        yield Change(path, "removed", before, None)
    else:
        yield Change(path, "changed", before, after)


def _lists(before: Sequence[Any], after: Sequence[Any], path: str) -> Iterator[Change]:
    pairs = _pairs(before, after)
    for index, item in enumerate(after):
        if index in pairs:
            yield from _values(before[pairs[index]], item, f"{path}.{index}")
        else:
            yield Change(f"{path}.{index}", "added", None, item)
    kept = set(pairs.values())
    for index, item in enumerate(before):
        if index not in kept:
            yield Change(f"{path}.{index}", "removed", item, None)


def _pairs(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Which item of `after` (by index) was which of `before`: equal ones first, then the most alike."""
    pairs: dict[int, int] = {}
    left = list(range(len(before)))
    for index, item in enumerate(after):
        same = next((old for old in left if before[old] == item), None)
        if same is not None:
            pairs[index] = same
            left.remove(same)
    scored = [
        (score, -abs(new - old), new, old)
        for new in range(len(after))
        if new not in pairs
        for old in left
        if (score := _likeness(before[old], after[new])) >= ALIKE
    ]
    taken: set[int] = set()
    for _, _, new, old in sorted(scored, reverse=True):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _likeness(before: Any, after: Any) -> float:
    """0..1: for texts by their words, for objects the share of filled keys that agree; the first two name the item."""
    if isinstance(before, str) and isinstance(after, str):
        return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return 0.0
    names = [key for key in list(after)[:2] if before.get(key) or after.get(key)]
    if names and all(before.get(key) == after.get(key) for key in names):
        return 1.0
    filled = [key for key in after if before.get(key) or after.get(key)]
    same = sum(before.get(key) == after.get(key) for key in filled)
    return same / len(filled) if filled else 0.0
