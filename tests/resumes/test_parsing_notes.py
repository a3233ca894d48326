"""Labelled notes under an entry, titles over lighter lines, and what only looks like a running head."""

from __future__ import annotations

import pytest

from apps.resumes.parsing import notes
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.furniture import without_furniture
from apps.resumes.parsing.model import Cell, Line, Run, Style
from apps.resumes.parsing.notes import Note
from apps.resumes.parsing.rows import Row


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Skills: Power electronics, Telemetry", [Note("skills", "Power electronics, Telemetry")]),
        ("Tech stack: Go | Kafka", [Note("skills", "Go · Kafka")]),
        ("Note: 1,7 · Auszeichnungen: Bester Abschluss", [Note("grade", "1,7"), Note("honors", "Bester Abschluss")]),
        ("Numéro : EDT-0042", [Note("credential", "EDT-0042")]),
        ("Skills", []),
        ("Skills:", []),
        ("Responsible for: nothing in particular", []),
        ("Built tools: jigs and gauges", []),
    ],
)  # fmt: skip
def test_notes_of_a_line(text: str, found: list[Note]) -> None:
    assert list(notes.read(text)) == found


def test_a_list_item_is_no_note() -> None:
    cell = Cell([Run("Tools: lathe, jig borer", Style())], bullet=True)
    assert notes.of(Line([cell])) == ()
    cell.bullet = False
    assert notes.of(Line([cell])) == (Note("skills", "lathe, jig borer"),)


def test_what_notes_list() -> None:
    said = [Note("skills", "Go, CI (build, test), SQL"), Note("honors", "Prize, second class; Dean's list")]
    assert notes.items(said, "skills") == ["Go", "CI (build, test)", "SQL"]
    assert notes.items(said, "honors") == ["Prize, second class", "Dean's list"]
    assert notes.items(said, "courses") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see truing.example.org/stand for more", "truing.example.org/stand"),
        ("t.me/oakden", "t.me/oakden"),
        ("B.Tech in Mining", None),
        ("B.Com., Greywater College", None),
        ("mira@example.com", None),
    ],
)
def test_web_addresses(text: str, found: str | None) -> None:
    match = URL.search(text)
    assert (match and match[0]) == found


def _row(text: str, base: float) -> Row:
    return Row([Cell([Run(text, Style(10.0))])], base, 10.0)


def test_a_line_repeated_at_another_height_is_no_running_head() -> None:
    pages = [
        [_row("Mira Oakden", 30.0), _row("Welder, Ironvale", 400.0), _row("Guild of Welding", 795.0)],
        [_row("Mira Oakden", 31.0), _row("Guild of Welding", 62.0), _row("Fitter, Brassmoor", 400.0)],
    ]
    kept = [[row.cells[0].text for row in rows] for rows in without_furniture(pages, [842.0, 842.0])]
    assert kept == [["Welder, Ironvale", "Guild of Welding"], ["Guild of Welding", "Fitter, Brassmoor"]]
