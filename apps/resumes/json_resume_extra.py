"""Where the extras of list items go when the items move."""

from __future__ import annotations

from typing import Any, cast

from apps.resumes.content import Extra, ResumeContent
from apps.resumes.json_resume_fields import SECTIONS


def carry_extra(before: ResumeContent, after: ResumeContent) -> list[Extra]:
    """The extras of `after`, written for the lists of `before`, with indexes moved to where the items now stand.

    An item is found again by being equal, else by its first two fields (job and employer), else by its first one, else
    by its place in a list of the same length. Extras of items that are gone go with them.
    """
    moved: dict[str, dict[int, int]] = {}
    for section in SECTIONS:
        old, new = (cast(dict[str, Any], content)[section.name] for content in (before, after))
        moved[f"{section.key}."] = _moves(old, new, [field.name for field in section.item.fields[:2]])
    moved["basics.profiles."] = _moves(_profiles(before), _profiles(after), ["url", "name"])
    return [carried for entry in after["extra"] for carried in _carried(entry, moved)]


def _profiles(content: ResumeContent) -> list[dict[str, Any]]:
    links = content["contact_info"]["links"]
    return [dict(link) for index, link in enumerate(links) if index or link["name"]]


def _moves(old: list[dict[str, Any]], new: list[dict[str, Any]], names: list[str]) -> dict[int, int]:
    """Where each old item stands in the new list; an item that is gone has no entry."""
    moves: dict[int, int] = {}
    for keys in (None, names, names[:1]):
        for index, item in enumerate(old):
            free = [at for at in range(len(new)) if at not in moves.values() and _same(item, new[at], keys)]
            if index not in moves and free:
                moves[index] = index if index in free else free[0]
    if len(old) == len(new):
        moves |= {at: at for at in range(len(old)) if at not in moves and at not in moves.values()}
    return moves


def _same(left: dict[str, Any], right: dict[str, Any], keys: list[str] | None) -> bool:
    if keys is None:
        return left == right
    return any(left[key] for key in keys) and all(left[key] == right[key] for key in keys)


def _carried(entry: Extra, moved: dict[str, dict[int, int]]) -> list[Extra]:
    for prefix, moves in moved.items():
        index, dot, rest = entry["path"].removeprefix(prefix).partition(".")
        if entry["path"].startswith(prefix) and index.isdecimal():
            to = moves.get(int(index))
            return [] if to is None else [{"path": f"{prefix}{to}{dot}{rest}", "json": entry["json"]}]
    return [entry]
