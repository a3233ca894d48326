"""Where the extras of list items go when the items move."""

from __future__ import annotations

from typing import Any, cast

from apps.resumes.content import Extra, ResumeContent
from apps.resumes.json_resume_fields import SECTIONS


def carry_extra(before: ResumeContent, after: ResumeContent) -> list[Extra]:
    """The extras of `after`, written for the lists of `before`, with their indexes moved to where the items now stand.

    An item is found again by being equal, else by its first two fields, else by its first one; extras of items that
    are gone go with them. Two lists of one order give the extras as they are.
    """
    moved: dict[str, dict[int, int]] = {}
    for section in SECTIONS:
        names = [field.name for field in section.item.fields[:2]]
        old, new = (cast(dict[str, Any], content)[section.name] for content in (before, after))
        moved[f"{section.key}."] = _moves(old, new, names)
    profiles = [_profiles(content) for content in (before, after)]
    moved["basics.profiles."] = _moves(profiles[0], profiles[1], ["url", "name"])
    return [carried for entry in after["extra"] for carried in _carried(entry, moved)]


def _profiles(content: ResumeContent) -> list[dict[str, Any]]:
    links = content["contact_info"]["links"]
    return [dict(link) for index, link in enumerate(links) if index or link["name"]]


def _moves(old: list[dict[str, Any]], new: list[dict[str, Any]], names: list[str]) -> dict[int, int]:
    """Where each old item stands in the new list; an item that is gone has no entry."""
    moves: dict[int, int] = {}
    for keys in (None, names, names[:1]):
        for index, item in enumerate(old):
            if index in moves:
                continue
            taken = set(moves.values())
            order = sorted(range(len(new)), key=lambda at, home=index: (at != home, at))  # type: ignore[misc]
            for at in order:
                if at not in taken and _same(item, new[at], keys):
                    moves[index] = at
                    break
    if len(old) == len(new):
        for index in set(range(len(old))) - set(moves):
            if index not in moves.values():
                moves[index] = index
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
