"""Words of a page into rows of cells: what stands on one baseline, cut where the gaps are no word spaces."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass

from apps.resumes.parsing.model import SOFT_HYPHEN, Box, Cell, Run
from apps.resumes.parsing.pdf import Page, Word

BULLETS = "•◦▪▫‣·●○■□◆◇❖➢➤►▶▸▹»›⁃∙❑❒✓✔✦✧★☆➔→⇒⬧⬥\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_DASHES = frozenset("-–—−")
_BULLET_WORD = re.compile(rf"^(?:[{BULLETS}]+|[-–—*−]|o)$")
_GLUED_BULLET = re.compile(rf"^[{BULLETS}]+(?=\w)")
_TYPED_HYPHEN = re.compile(
    "-?\u00ad\u2010|[\u00ad\u2010](?!$)|^\u00ad$|-\u2010"
)  # printed within a line, so no break
_WIDE_GAP, _COLUMN_GAP = 1.8, 0.55


@dataclass(slots=True)
class Row:
    """Cells on one baseline, from left to right; `size` is the largest type on it."""

    cells: list[Cell]
    base: float
    size: float


def rows_of(page: Page) -> list[Row]:
    """The page's rows from top to bottom."""
    lines: list[list[Word]] = []
    for line in _baselines(page.words):
        if all(_BULLET_WORD.match(word.text) and word.text != "o" for word in line):
            page.marks.extend(((word.x0 + word.x1) / 2, word.base - 0.3 * word.style.size) for word in line)
        else:
            lines.append(line)
    _mend_dashes(lines)
    starts = _common_starts(lines)
    rows = [_row(page, line, starts) for line in lines]
    return [row for row in rows if row.cells]


def _mend_dashes(lines: list[list[Word]]) -> None:
    """A dash that begins a row is a list marker, but not where dots mark the lists and a line happened to break there."""
    dashes = [line for line in lines if len(line) > 1 and line[0].text in _DASHES]
    dots = sum(line[0].text[0] in BULLETS for line in lines)
    if dots >= 3 and len(dashes) < 3:
        for line in dashes:
            line[1].text = f"{line[0].text} {line[1].text}"
            line[1].x0 = line[0].x0
            del line[0]


def _baselines(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        line = lines[-1] if lines else None
        if line and word.base - line[0].base <= 0.3 * max(word.style.size, line[0].style.size, 4):
            line.append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.x0)
    return _with_scripts(lines)


def _with_scripts(lines: list[list[Word]]) -> list[list[Word]]:
    """Superscripts and subscripts go back into the line they belong to."""
    out: list[list[Word]] = []
    for index, line in enumerate(lines):
        size = max(word.style.size for word in line)
        for host in (lines[index + 1 : index + 2], out[-1:]):
            if host and _is_script(line, size, host[0]):
                host[0].extend(line)
                host[0].sort(key=lambda word: word.x0)
                break
        else:
            out.append(line)
    return out


def _is_script(line: list[Word], size: float, host: list[Word]) -> bool:
    large = max(word.style.size for word in host)
    near = abs(line[0].base - host[0].base) < 0.55 * large
    tiny = len(line) <= 4 and all(len(word.text) <= 4 for word in line)
    return tiny and size <= 0.78 * large and near and host[0].x0 < line[0].x0 <= host[-1].x1 + large


def _common_starts(lines: list[list[Word]]) -> list[float]:
    """Left edges that three rows or more share: where columns begin."""
    edges: list[float] = []
    for line in lines:
        edges.append(line[0].x0)
        for before, word in itertools.pairwise(line):
            if word.x0 - before.x1 > _COLUMN_GAP * word.style.size:
                edges.append(word.x0)
    edges.sort()
    return [edge for edge in edges if bisect_left(edges, edge + 1.5) - bisect_left(edges, edge - 1.5) >= 3]


def _row(page: Page, line: list[Word], starts: list[float]) -> Row:
    size = max(word.style.size for word in line)
    groups: list[list[Word]] = []
    usual = _usual_gap(line)
    for word in line:
        if groups and not _breaks(groups[-1][-1], word, starts, usual):
            groups[-1].append(word)
        else:
            groups.append([word])
    return Row(_cells(page, groups), line[0].base, size)


def _cells(page: Page, groups: list[list[Word]]) -> list[Cell]:
    """Groups as cells; a list marker goes, and leaves its mark on the text that follows it."""
    cells: list[Cell] = []
    marked: Word | None = None
    for words in groups:
        bullet = marked is not None and words[0].x0 - marked.x1 < 3 * words[0].style.size
        marked = None
        if _is_marker(words):
            if len(words) == 1:
                marked = words[0]
                continue
            bullet, words = True, words[1:]
        elif glued := _GLUED_BULLET.match(words[0].text):
            words[0].text = words[0].text[glued.end() :]
            bullet = True
        cell = _cell(page.number, words)
        cell.bullet = bullet or _beside_mark(page, words[0])
        cells.append(cell)
    return cells


def _is_marker(words: list[Word]) -> bool:
    first = words[0]
    if not _BULLET_WORD.match(first.text):
        return False
    if first.text != "o":
        return True
    return len(words) == 1 or first.style != words[1].style


def _beside_mark(page: Page, word: Word) -> bool:
    middle, size = word.base - 0.3 * word.style.size, word.style.size
    return any(abs(y - middle) < 0.45 * size and 1 < word.x0 - x < 2.5 * size for x, y in page.marks)


def _usual_gap(line: list[Word]) -> float:
    """The median space between the words of a row; justified rows have wide ones throughout."""
    gaps = sorted(word.x0 - before.x1 for before, word in itertools.pairwise(line))
    return gaps[len(gaps) // 2] if len(gaps) >= 3 else 0.0


def _breaks(before: Word, word: Word, starts: list[float], usual: float) -> bool:
    size = max(before.style.size, word.style.size, 4)
    gap = word.x0 - before.x1
    if gap > _WIDE_GAP * size:
        return True
    if gap <= _COLUMN_GAP * size:
        return False
    if (before.style.bold, before.style.color) != (word.style.bold, word.style.color) and gap > 0.8 * size:
        return True
    if usual and gap > 0.8 * size and gap > 2.5 * usual:
        return True
    if gap <= 1.5 * usual:
        return False
    at = bisect_left(starts, word.x0 - 1.0)
    return at < len(starts) and starts[at] <= word.x0 + 1.0


def _cell(page: int, words: list[Word]) -> Cell:
    runs: list[Run] = []
    before: Word | None = None
    for word in words:
        word.text = _TYPED_HYPHEN.sub("-", word.text)
    words[-1].text = re.sub("(?<=\\w)[\u2010\u00ad]$", SOFT_HYPHEN, words[-1].text)
    for word in words:
        touches = (
            before and before.style.size != word.style.size and word.x0 - before.x1 < 0.08 * word.style.size
        )
        space = " " if before and not touches else ""
        if before and before.style == word.style:
            runs[-1] = Run(f"{runs[-1].text}{space}{word.text}", word.style)
        else:
            if runs and space:
                runs[-1] = Run(runs[-1].text + " ", runs[-1].style)
            runs.append(Run(word.text, word.style))
        before = word
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Cell(runs, x0, x1, Box(page, x0, top, x1, bottom), words[0].x1 - words[0].x0)
