"""Where the entries of a section begin: by the first_look of the first head line, by dates in a margin, or by dates alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from apps.resumes.parsing import dates, notes, roles
from apps.resumes.parsing.model import Cell, Line, Style
from apps.resumes.parsing.sections import is_paragraph


def find(lines: list[Line], styled: bool) -> set[int]:
    """Indexes of the lines that begin an entry."""
    if dated := _dated_notes(lines):
        return dated | _undated_rows(lines, min(dated))
    first_look = next((look(line) for line in lines if not is_body(line)), None)
    if styled and first_look is not None and _is_distinct(lines, first_look):
        return _starts_by_look(lines, first_look)
    return _starts_by_date(lines)


def _dated_notes(lines: list[Line]) -> set[int]:
    """Rows of a table whose first column holds dates; a date cut in two starts one entry, not two."""
    starts: set[int] = set()
    open_note = False
    for index, line in enumerate(lines):
        text = notes_text(line)
        if not text:
            continue
        if dates.find(text) and not open_note:
            starts.add(index)
        span = dates.find(text)
        open_note = bool(re.search(r"(?:[-–—\u00ad]|\b(?:to|bis|a|à|al|till|until|do))\s*$", text)) or (
            bool(span and span.single and re.search(r"(?:\bto\b|\bbis\b|[–—-])\s*[^\d\s]*\s*$", text))
            and not dates.is_present(text)
        )
    return starts


def _undated_rows(lines: list[Line], first: int) -> set[int]:
    """Rows of such a table without a date: they first_look like the first, and follow what does not."""
    first_look = look(lines[first])
    if not _is_distinct(lines, first_look):
        return set()
    alike = [not is_body(line) and look(line) == first_look for line in lines]
    return {index for index in range(first + 1, len(lines)) if alike[index] and not alike[index - 1]}


def notes_text(line: Line) -> str:
    """The margin notes of a line as one string."""
    if not line.notes:
        return ""
    whole = Cell(list(line.notes[0].runs))
    for cell in line.notes[1:]:
        whole.extend(cell)
    return whole.text


def is_body(line: Line) -> bool:
    """Whether a line tells of an entry rather than naming it: a list item, or a note such as "Skills: …"."""
    return line.bullet or bool(notes.of(line))


def look(line: Line) -> Style:
    """The style of a line's first words, whatever font it came from."""
    style = line.main.style
    return style._replace(font="")


def _is_distinct(lines: list[Line], first_look: Style) -> bool:
    """Whether few enough lines share the first_look for it to mark the start of an entry."""
    bullets = [line for line in lines if line.bullet]
    plain = [line for line in lines if not is_body(line)]
    same = sum(look(line) == first_look for line in plain)
    as_body = sum(look(line) == first_look for line in bullets)
    return as_body <= 0.3 * len(bullets) and (same < len(plain) or bool(bullets))


def _starts_by_look(lines: list[Line], first_look: Style) -> set[int]:
    starts: set[int] = set()
    body = head = False
    dated = False
    for index, line in enumerate(lines):
        same = look(line) == first_look
        if is_body(line):
            body = True
        elif not starts or (body and _is_head(line, first_look)):
            starts.add(index)
            body, head, dated = False, not same, has_date(line)
        elif same and (head or (dated and has_date(line)) or (dated and not _wraps_up(lines, index))):
            starts.add(index)
            head, dated = False, has_date(line)
        else:
            head = head or not same
            dated = dated or has_date(line)
            body = body or (is_paragraph(line.text) and not has_date(line))
    return starts


def _wraps_up(lines: list[Line], index: int) -> bool:
    """Whether this line looks like the rest of the title above: no date, and its own line would be short."""
    line, before = lines[index], lines[index - 1]
    return (
        not line.cells[1:] and not has_date(line) and has_date(before) and line.gap < 1.9 and bool(line.limit)
    )


def _is_head(line: Line, first_look: Style) -> bool:
    """After a body: a line that can begin the next entry, and is not more of the body."""
    own = look(line)
    if own == first_look or has_date(line) or line.main.style.bold or line.main.style.italic:
        return not (is_paragraph(line.text) and own != first_look and not has_date(line))
    return False


def has_date(line: Line) -> bool:
    """Whether a date stands on the line or beside it."""
    texts = [cell.text for cell in line.cells]
    return any(dates.find(text) for text in texts if len(text) < 120) or bool(dates.find(notes_text(line)))


def _starts_by_date(lines: list[Line]) -> set[int]:
    """Without typography: the first head shows how many lines stand above the date."""
    dated = [index for index, line in enumerate(lines) if not is_body(line) and _is_dated_head(line)]
    if not dated:
        return {0} if lines else set()
    offset = min(dated[0], 3)
    if any(is_body(line) for line in lines[: dated[0]]):
        offset = 0
    starts: set[int] = set()
    floor = -1
    for index in dated:
        at = index
        while at > max(index - offset, floor + 1, 0) and not is_body(lines[at - 1]):
            at -= 1
        starts.add(at)
        floor = index
    return starts


def _is_dated_head(line: Line) -> bool:
    if any(dates.find(cell.text) for cell in line.cells[1:]) or dates.find(notes_text(line)):
        return True
    span = dates.find(line.text)
    if not span:
        return False
    text, rest = line.text, dates.without(line.text, span)
    if not rest:
        return True
    if len(text) > 110 or is_paragraph(rest) or re.search(r"[.;]\s*$", rest):
        return False
    words = len(rest.split())
    if span.at <= 2:
        return not span.single or words <= 5
    parted = bool(re.search(r"[,|·•–—(:/-]\s*$", text[: span.at])) or words <= 4
    return parted and len(text) - span.to <= 14


def mark_body(lines: list[Line], complete: Callable[[list[str]], bool]) -> None:
    """In a text without type, everything behind a whole head is a list item."""
    texts: list[str] = []
    dated = False
    for index, line in enumerate(lines):
        if is_body(line):
            return
        if index and dated and _is_whole(texts, line.text, complete):
            for item in lines[index:]:
                item.main.bullet = not notes.of(item)
            return
        dated = dated or has_date(line)
        span = dates.find(line.text)
        text = dates.without(line.text, span) if span else line.text
        texts += [text] if text else []


def _is_whole(texts: list[str], below: str, complete: Callable[[list[str]], bool]) -> bool:
    """Whether a head needs no more lines: it says all beyond doubt, or the line below names nothing."""
    return len(texts) >= 2 or complete([*texts, ""]) or (complete(texts) and not _names(below))


def _names(text: str) -> bool:
    """Whether a line names an employer, a school or a title rather than telling what was done."""
    score = max(roles.organisation_score(text), roles.school_score(text), roles.title_score(text))
    return len(text.split()) <= 9 and not text.rstrip().endswith(".") and score >= 0.7
