"""What changed between two states."""

from __future__ import annotations

from typing import Any

from apps.resumes.diff import Change, diff


def test_equal_states_and_moved_items_differ_in_nothing() -> None:
    state: dict[str, list[Any]] = {
        "skills": [{"name": "Go"}, {"name": "SQL"}, {"name": "Go"}],
        "lines": ["a", "b", "b"],
    }
    assert diff(state, state) == []
    assert diff(state, {"skills": state["skills"][::-1], "lines": ["b", "a", "b"]}) == []


def test_items_are_added_removed_and_changed() -> None:
    before = {
        "jobs": [
            {"company": "A", "position": "x", "place": "here"},
            {"company": "B", "position": "y", "place": ""},
        ]
    }
    after = {
        "jobs": [
            {"company": "C", "position": "z", "place": ""},
            {"company": "A", "position": "x", "place": "there"},
        ]
    }
    assert diff(before, after) == [
        Change("jobs.0", "added", None, {"company": "C", "position": "z", "place": ""}),
        Change("jobs.1.place", "changed", "here", "there"),
        Change("jobs.1", "removed", {"company": "B", "position": "y", "place": ""}, None),
    ]


def test_a_reworded_line_is_changed_and_another_is_not_the_same() -> None:
    before = {"lines": ["Baked four hundred loaves a night", "Swept"]}
    after = {"lines": ["Ran the till", "Baked five hundred loaves a night"]}
    assert diff(before, after) == [
        Change("lines.0", "added", None, "Ran the till"),
        Change(
            "lines.1", "changed", "Baked four hundred loaves a night", "Baked five hundred loaves a night"
        ),
        Change("lines.1", "removed", "Swept", None),
    ]


def test_a_text_that_comes_or_goes() -> None:
    assert diff({"a": "", "b": "x", "c": False}, {"a": "y", "b": "", "c": True}) == [
        Change("a", "added", None, "y"),
        Change("b", "removed", "x", None),
        Change("c", "changed", False, True),
    ]
