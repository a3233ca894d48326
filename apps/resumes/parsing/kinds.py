"""The kind of a section whose title says little, settled by what stands in it."""

from __future__ import annotations

from apps.resumes.parsing import dates, roles
from apps.resumes.parsing.model import Line
from apps.resumes.parsing.sections import UNKNOWN, Section, is_paragraph

_AMBIGUOUS = {UNKNOWN, "certifications", "other"}


def settled(section: Section, *, styled: bool) -> str:
    """The section's kind; titles like "Training" or "Learning" are decided by schools, titles and dates below them."""
    del styled
    if section.kind not in _AMBIGUOUS or not section.lines:
        return section.kind
    heads = [line for line in section.lines if not line.bullet and not is_paragraph(line.text)]
    texts = [cell.text for line in heads for cell in line.cells]
    schools = sum(roles.school_score(text) >= 1 and roles.degree_score(text) < 0.8 for text in texts)
    degrees = sum(roles.degree_score(text) >= 0.8 and roles.school_score(text) < 1 for text in texts)
    if schools and degrees and len(heads) >= 2 and _dated(section.lines):
        return "education"
    if section.kind == UNKNOWN:
        return _unknown(section, heads, texts)
    return section.kind


def _unknown(section: Section, heads: list[Line], texts: list[str]) -> str:
    spans = [span for line in heads for cell in [*line.cells, *line.notes] if (span := dates.find(cell.text))]
    ranges = [span for span in spans if not span.single]
    titles = sum(roles.title_score(text) >= 0.8 for text in texts)
    if ranges and titles and len(ranges) >= titles / 2 and any(line.bullet for line in section.lines):
        return "work"
    if not spans and _is_list(section.lines):
        return "skills"
    return "other"


def _dated(lines: list[Line]) -> bool:
    return any(dates.find(cell.text) for line in lines for cell in [*line.cells, *line.notes])


def _is_list(lines: list[Line]) -> bool:
    """Short items without verbs: commas between few words, no full stops."""
    texts = [cell.text for line in lines for cell in line.cells]
    items = [item for text in texts for item in text.split(",")]
    short = all(len(item.split()) <= 4 for item in items)
    return short and len(items) >= 3 and not any(text.rstrip().endswith(".") for text in texts)
