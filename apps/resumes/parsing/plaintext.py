"""Plain and lightly marked-up text into lines: TXT, and what kreuzberg gives for DOC, RTF, ODT and HTML."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from apps.resumes.parsing.errors import NoText, UnsupportedType
from apps.resumes.parsing.model import Cell, Document, Line, Run, Style
from apps.resumes.parsing.rows import BULLETS

MAX_CHARS = 600_000
_AS_GOOD = 0.01
_COMMON = ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "cp1252", "cp1250", "cp1251", "cp1254", "cp932")
_BULLET = re.compile(rf"^\s*(?:[{BULLETS}]\s*|[-–—*+]\s+(?=\S)|o\s{{2,}}|\d{{1,2}}[.)]\s+(?=[A-Z]))")
_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_COMMAND = re.compile(r"\s*\\[A-Za-z]+\s*[\[{]")
_RULE = re.compile(r"^\s*[-=_*~#]{3,}\s*$")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_ITALIC_LINE = re.compile(r"^([*_])(?=[^\s*_])(.+)(?<=[^\s*_\\])\1$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*\)")
_SIZES = (
    20.0,
    16.0,
    13.0,
    12.0,
    12.0,
    12.0,
)  # of headings by level, so that levels look as different as on a page


def decode(data: bytes) -> str:
    """Bytes as text, the encoding guessed. Raises UnsupportedType where no encoding fits."""
    for encoding in ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    matches = list(from_bytes(data[:200_000]))
    if not matches:
        raise UnsupportedType()
    least = min(match.chaos for match in matches)
    likely = [match.encoding for match in matches if match.chaos <= least + _AS_GOOD]
    guessed = next((encoding for encoding in _COMMON if encoding in likely), likely[0])
    return data.decode(guessed, errors="replace")


def read(text: str, media_type: str, *, marked_up: bool = False) -> Document:
    """Lines of the text; with `marked_up`, Markdown's headings, bold and links are understood."""
    lines: list[Line] = []
    gap = 1.0
    for raw in _rows(
        text[:MAX_CHARS].replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    ):
        if not raw.strip() or _RULE.match(raw):
            gap = 3.0
            continue
        line = _line(raw, marked_up)
        if line is None:
            continue
        line.gap = gap
        lines.append(line)
        gap = 1.0
    if sum(len(line.text) for line in lines) < 20:
        raise NoText()
    styled = marked_up and any(line.main.style.bold for line in lines)
    return Document(_joined(lines), media_type, has_styles=styled)


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown: two headings of different levels or more, which plain text and code rarely have."""
    levels = [found[1] for line in text.splitlines() if (found := _HEADING.match(line))]
    return len(levels) >= 2 and len(set(levels)) >= 2


def is_latex(text: str) -> bool:
    """Whether a text is the source of a document rather than a document: its markup would be read as facts."""
    if re.search(r"^\s*\\(?:documentclass|begin\{document\})", text, re.MULTILINE):
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(bool(_COMMAND.match(line)) for line in lines) > 0.2 * len(lines) > 1


def _rows(text: str) -> list[str]:
    """Lines; a table that came as one line with doubled tabs at its row ends is cut into its rows."""
    rows: list[str] = []
    for raw in text.split("\n"):
        if raw.count("\t\t") >= 4:
            rows += [row.strip("\t") for row in re.split(r"\t{2,}", raw)]
        else:
            rows.append(raw)
    return rows


def _line(raw: str, marked_up: bool) -> Line | None:
    heading = marked_up and _HEADING.match(raw)
    text = _HEADING.sub("", raw) if heading else raw
    bullet = _BULLET.match(text)
    indent = len(text) - len(text.lstrip())
    if bullet:
        text = text[bullet.end() :]
    if marked_up:
        text = _ITALIC_LINE.sub(r"\2", _LINK.sub(r"\1", text).strip().strip("|"))
    cells: list[Cell] = []
    for part in re.split(r"\t+|\s{4,}|(?<=\S)\s\|\s(?=\S)" if marked_up else r"\t+|\s{4,}", text.strip()):
        runs = _runs(part, len(heading[1]) if heading else 0) if part.strip() else []
        if marked_up:
            runs = [run._replace(text=_ESCAPE.sub(r"\1", run.text)) for run in runs]
        if runs:
            cells.append(Cell(runs, float(indent)))
    if not cells:
        return None
    cells[0].bullet = bool(bullet)
    return Line(cells)


def _runs(text: str, level: int) -> list[Run]:
    if level:
        return [Run(re.sub(r"[*_]{2}", "", text), Style(_SIZES[level - 1], bold=True))]
    runs: list[Run] = []
    at = 0
    for found in _BOLD.finditer(text):
        runs.append(Run(text[at : found.start()], Style()))
        runs.append(Run(found[1] or found[2], Style(bold=True)))
        at = found.end()
    runs.append(Run(text[at:], Style()))
    return [run for run in runs if run.text.strip()]


def _joined(lines: list[Line]) -> list[Line]:
    """Put hard-wrapped text together: a small letter after a long line goes on."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if (
            last
            and line.gap == 1.0
            and not line.bullet
            and len(last.text) > 55
            and line.text[:1].islower()
            and len(line.cells) == 1
        ):
            last.main.extend(line.main)
        else:
            out.append(line)
    return out
