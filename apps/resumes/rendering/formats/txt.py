"""Plain text, as application forms take it: no markup, a line for each thing said."""

from __future__ import annotations

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.rendered import Paper, Rendered
from apps.resumes.rendering.view import Entry, Line, Section


def render_txt(content: ResumeContent, _theme: str, language: str, _paper: Paper) -> Rendered:
    """The resume as UTF-8 text with line feeds."""
    view = compose(content, language)
    head = [view["name"], view["headline"], *(target["text"] for target in view["contact"])]
    blocks = ["\n".join(line for line in head if line), *(_section(section) for section in view["sections"])]
    return Rendered(
        ("\n\n\n".join(block for block in blocks if block) + "\n").encode(),
        "text/plain; charset=utf-8",
        ".txt",
    )


def _section(section: Section) -> str:
    parts = ["\n".join([*section["prose"], *map(_line, section["lines"])]), *map(_entry, section["entries"])]
    return section["title"].upper() + "\n\n" + "\n\n".join(part for part in parts if part)


def _line(line: Line) -> str:
    return (
        f"{line['label']}: {line['text']}"
        if line["label"] and line["text"]
        else line["label"] or line["text"]
    )


def _entry(entry: Entry) -> str:
    head = ", ".join(part for part in (entry["title"], entry["subtitle"], entry["place"]) if part)
    return "\n".join(
        [
            *(line for line in (head, entry["dates"], entry["link"]["text"]) if line),
            *entry["body"],
            *(f"- {bullet}" for bullet in entry["bullets"]),
            *map(_line, entry["notes"]),
        ]
    )
