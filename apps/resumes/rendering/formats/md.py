"""Markdown (CommonMark) in which every text stands literally."""

from __future__ import annotations

import re

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.rendered import Paper, Rendered
from apps.resumes.rendering.view import Entry, Line, Section, Target

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$^=]|^[-+](?=\s|$)|^\d+(?=[.)](?:\s|$)))")


def render_md(content: ResumeContent, _theme: str, language: str, _paper: Paper) -> Rendered:
    """The resume as Markdown in UTF-8."""
    view = compose(content, language)
    blocks = [
        f"# {literal(view['name'])}" if view["name"] else "",
        f"*{literal(view['headline'])}*" if view["headline"] else "",
        " · ".join(map(_target, view["contact"])),
        *(block for section in view["sections"] for block in _section(section)),
    ]
    text = "\n\n".join(block for block in blocks if block) + "\n"
    return Rendered(text.encode(), "text/markdown; charset=utf-8", ".md")


def literal(text: str) -> str:
    """The text with a backslash before everything that Markdown would read as markup."""
    return MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    # A leading number is no list once its point is escaped, and digits themselves can't be.
    found = match.group()
    return f"{found}\\" if found.isdecimal() else f"\\{found}"


def _target(target: Target) -> str:
    if not target["href"]:
        return literal(target["text"])
    address = target["href"].replace("(", "%28").replace(")", "%29")
    return f"[{literal(target['text'])}]({address})"


def _section(section: Section) -> list[str]:
    listed = "\n".join(f"- {_line(line)}" for line in section["lines"])
    entries = [block for entry in section["entries"] for block in _entry(entry)]
    return [f"## {literal(section['title'])}", *map(literal, section["prose"]), listed, *entries]


def _line(line: Line) -> str:
    label, text = literal(line["label"]), literal(line["text"])
    return f"**{label}:** {text}" if label and text else label or text


def _entry(entry: Entry) -> list[str]:
    under = [literal(entry[key]) for key in ("subtitle", "place", "dates")]
    under.append(_target(entry["link"]) if entry["link"]["text"] else "")
    return [
        f"### {literal(entry['title'])}" if entry["title"] else "",
        " | ".join(part for part in under if part),
        *map(literal, entry["body"]),
        "\n".join(f"- {literal(bullet)}" for bullet in entry["bullets"]),
        *map(_line, entry["notes"]),
    ]
