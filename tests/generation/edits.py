"""Edits of a resume by path, as a lie or a trim is written down in one line."""

from __future__ import annotations

import copy
from typing import Any

from apps.resumes.content import ResumeContent


def edited(content: ResumeContent, path: str, value: object) -> ResumeContent:
    """A copy with what stands at `path` (dots and indexes) replaced."""
    draft = copy.deepcopy(content)
    node: Any = draft
    *parents, last = path.split(".")
    for step in parents:
        node = node[int(step)] if step.isdigit() else node[step]
    if last.isdigit():
        node[int(last)] = value
    else:
        assert last in node, path
        node[last] = value
    return draft


def appended(content: ResumeContent, path: str, value: object) -> ResumeContent:
    """A copy with `value` added to the list at `path`."""
    draft = copy.deepcopy(content)
    node: Any = draft
    for step in path.split("."):
        node = node[int(step)] if step.isdigit() else node[step]
    node.append(value)
    return draft
