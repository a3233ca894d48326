"""The person's name: found by place and type, freed of titles before it and letters after it."""

from __future__ import annotations

import re

from apps.resumes.parsing import headings, roles
from apps.resumes.parsing.fields import Evidence, clean
from apps.resumes.parsing.model import Cell, Line
from apps.resumes.parsing.sections import Section, is_paragraph

_TITLE = r"(?:dr|prof|mr|mrs|ms|mx|miss|sir|dame|er|eng|ing|ir|drs|mag|dipl|rev|hon|herr|frau|m|mme|mlle|sr|sra|dott|dott\.ssa|dottssa|avv|arch|mgr|inż|lic|adv|ca)"
_PREFIX = re.compile(
    rf"^(?:{_TITLE}\.?(?:-ing\.?|-kfm\.?|-kff\.?)?\s+(?:(?:rer|phil|med|nat|iur|jur|pol|oec|dent|vet|sc|techn|hab|h|c)\.\s*)*)+(?=\S+\s+\S)",
    re.I,
)
_POST = re.compile(
    r"(?:,\s*|\s+)(?:[A-Z][A-Za-z]{0,3}\.(?:\s?[A-Za-z]{1,5}\.)+|Ph\.?D\.?|[A-Z]{2,6}(?:-[A-Z]{1,3})?|M\.?D\.?|DVM|RN|BSN|MBA|CPA|PMP|Esq\.?|Jr\.|MSc|BSc|PharmD|LL\.?[MB]\.?|FRCS|MRICS|CEng|FCA|ACA|PE|P\.?Eng\.?|LCSW|CFA|M\.A\.|B\.A\.|dr|mgr)(?:\s*\(.*?\))?$"
)
PLACEHOLDER = re.compile(
    r"^(?:curriculum vitae|cv|resume|résumé|lebenslauf|bewerbung|currículum|curriculum|履歴書|職務経歴書|życiorys|özgeçmiş|cv de|europass)\b",
    re.I,
)
LABEL = re.compile(
    r"^(?:e-?mail|mail|courriel|correo(?: electrónico)?|tel(?:efon|éfono|éphone|efono|efoon|efone)?|phone|mobile?|mobil|cell(?:ulare)?|móvil|portable|handy|gsm|telemóvel|celular|komórka"
    r"|address|anschrift|adresse?|dirección|indirizzo|adres|endereço|morada|location|wohnort|website|web|linkedin|github|name|nombre|nom|nome|naam|氏名|住所|電話|メール|t|m|e|p|a)\s*[:.]\s*",
    re.I,
)
_HEADER_LINES = 12


def find(sections: list[Section], head: list[Line], evidence: Evidence) -> tuple[str, Line | None]:
    lines = head[:_HEADER_LINES]
    first = sections[0].lines[:_HEADER_LINES] if sections else []
    labelled = _labelled_name(lines)
    if labelled:
        evidence.note("contact_info.full_name", 0.9, labelled.main.box)
        return strip_name(labelled.text), labelled
    best: tuple[float, Line, Cell] | None = None
    for index, line in enumerate(first or lines):
        for cell in line.cells[:2]:
            score = _name_score(cell, index, line)
            if score > 0 and (best is None or score > best[0]):
                best = (score, line, cell)
    if best is None:
        return "", None
    evidence.note("contact_info.full_name", min(0.97, 0.6 + best[0] / 60), best[2].box)
    return strip_name(
        f"{best[2].text} {_second_line(best[1], best[2], first or lines)}".replace("- ", "-")
    ), best[1]


def _second_line(line: Line, cell: Cell, lines: list[Line]) -> str:
    """The rest of a name set so large that it took two lines."""
    at = next((index for index, other in enumerate(lines) if other is line), len(lines))
    for below in lines[at + 1 : at + 2]:
        same = below.main.style == cell.style and cell.style.size >= 14 and len(below.cells) == 1
        if (
            same
            and len(below.text.split()) <= 3
            and not re.search(r"[\d@|]", below.text)
            and not roles.title_score(below.text)
        ):
            return below.text
    return ""


def _labelled_name(lines: list[Line]) -> Line | None:
    for line in lines:
        note = line.notes[0].text.casefold().strip(" :") if line.notes else ""
        if note in (
            "name",
            "nom",
            "nombre",
            "nome",
            "naam",
            "imię i nazwisko",
            "氏名",
            "vor- und nachname",
            "apellidos y nombre",
        ):
            return line
    return None


def _name_score(cell: Cell, index: int, line: Line) -> float:
    text = strip_name(cell.text)
    words = text.split()
    if (
        not 1 <= len(words) <= 6
        or not any(char.isalpha() for char in text)
        or re.search(r"[\d@|/]|https?:", text)
    ):
        return 0.0
    if PLACEHOLDER.match(text) or headings.match(text) or is_paragraph(text):
        return 0.0
    score = 2.0 * line.main.style.size if line.main.style.size else 20.0
    score += 6 * (len(words) in (2, 3, 4)) - 1.5 * index + 3 * cell.style.bold
    score -= 8 * (roles.title_score(text) > 0) + 8 * (roles.place_score(text) >= 1.2)
    lower = sum(word[:1].islower() for word in words) - sum(word in _PARTICLES for word in words)
    return max(score - 8 * max(lower, 0), 0.1)


_PARTICLES = {
    "de",
    "da",
    "do",
    "dos",
    "das",
    "del",
    "della",
    "di",
    "du",
    "van",
    "von",
    "der",
    "den",
    "zu",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ibn",
    "y",
    "e",
    "af",
    "av",
    "ter",
    "ten",
    "d'",
}


def strip_name(text: str) -> str:
    """The name without titles before it and letters after it."""
    text = clean(LABEL.sub("", text))
    text = _PREFIX.sub("", text)
    for _ in range(4):
        cut = _POST.sub("", text)
        if cut == text or len(cut.split()) < 2:
            break
        text = cut
    if re.fullmatch(r"(?:\w ){2,}\w(?:\s{1,3}(?:\w ){2,}\w)*", text):
        text = text.replace(" ", "")
    return clean(text)
