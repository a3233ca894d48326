"""What a resume says, in the form in which two contents can be compared: one line for each fact, under its path.

Only what a page can't show is levelled: the day of a date, the scheme of an address, the breaks of lines, and whether a
lone date is a start or an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.wording import SECTIONS

DATES = {"start_date", "end_date", "graduation_date", "date_obtained", "expiration_date", "date"}


def facts(content: ResumeContent) -> set[str]:
    """Every fact as "path: value"; lists keep their order by the number in the path."""
    said = {f"{path}: {value}" for path, value in _walk("", _without_skills(content)) if value}
    return said | {f"skills: {name}: {word}" for name, word in _skills(content)}


def _without_skills(content: ResumeContent) -> dict[str, object]:
    return {key: value for key, value in content.items() if key not in ("skills", "extra")}


def _skills(content: ResumeContent) -> Iterator[tuple[str, str]]:
    """Group and keyword; what stands in no group is read as a group under the section's own title, or under none."""
    titles = {words["skills"] for words in SECTIONS.values()}
    for group in content["skills"]:
        bare = not group["keywords"] or group["name"].capitalize() in titles
        for word in group["keywords"] or [group["name"]]:
            yield "" if bare else group["name"], word


def _walk(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, part in _levelled(value).items():
            yield from _walk(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _walk(f"{path}.{index}", part)
    elif isinstance(value, bool):
        yield path, "yes" if value else ""
    elif isinstance(value, str):
        yield path, " ".join(value.split())


def _levelled(value: Mapping[str, object]) -> dict[str, object]:
    out = {key: _shown(key, part) for key, part in value.items()}
    end = next((key for key in ("end_date", "graduation_date") if key in out), "")
    if (
        end
        and not out.get("is_current")
        and (not out[end] or not out["start_date"] or out[end] == out["start_date"])
    ):
        out["start_date"], out[end] = out["start_date"] or out[end], ""
    if set(out) == {"name", "url"}:
        out["name"] = ""  # said by the address, or by the reader's own list of hosts
    return out


def _shown(key: str, part: object) -> object:
    if not isinstance(part, str):
        return part
    if key in DATES:
        return part[:7]
    return re.sub(r"^https?://(?:www\.)?|/$", "", part) if key == "url" else part
