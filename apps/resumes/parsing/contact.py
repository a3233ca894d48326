"""Who the resume is of: name, headline, e-mail, telephone, address and links."""

from __future__ import annotations

import re

from apps.resumes.content import ContactInfo, Link, empty_content
from apps.resumes.parsing import dates, headings, roles
from apps.resumes.parsing.fields import Evidence, clean
from apps.resumes.parsing.model import Cell, Line
from apps.resumes.parsing.sections import HEADER, Section, is_paragraph

EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_PHONE = re.compile(r"(?<![\w/@.])(?:tel:)?(?:\+|00)?\(?\d[\d\s().‑–/-]{5,20}\d(?![\w@])")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;·•]+|(?<![@\w.])(?:[\w-]+\.)+(?:com|org|net|io|dev|me|co|ai|app|edu|fr|de|es|it|nl|pl|pt|br|uk|jp|eu|ch|at|be|se|no|dk|fi)(?:/[^\s|,;·•]*)?(?![\w@])",
    re.I,
)
_LABEL = re.compile(
    r"^(?:e-?mail|mail|courriel|correo(?: electrónico)?|tel(?:efon|éfono|éphone|efono|efoon|efone)?|phone|mobile?|mobil|cell(?:ulare)?|móvil|portable|handy|gsm|telemóvel|celular|komórka"
    r"|address|anschrift|adresse?|dirección|indirizzo|adres|endereço|morada|location|wohnort|website|web|linkedin|github|name|nombre|nom|nome|naam|氏名|住所|電話|メール|t|m|e|p|a)\s*[:.]\s*",
    re.I,
)
_TITLE = r"(?:dr|prof|mr|mrs|ms|mx|miss|sir|dame|er|eng|ing|ir|drs|mag|dipl|rev|hon|herr|frau|m|mme|mlle|sr|sra|dott|dott\.ssa|dottssa|avv|arch|mgr|inż|lic|adv|ca)"
_PREFIX = re.compile(
    rf"^(?:{_TITLE}\.?(?:-ing\.?|-kfm\.?|-kff\.?)?\s+(?:(?:rer|phil|med|nat|iur|jur|pol|oec|dent|vet|sc|techn|hab|h|c)\.\s*)*)+(?=\S+\s+\S)",
    re.I,
)
_POST = re.compile(
    r"(?:,\s*|\s+)(?:[A-Z][A-Za-z]{0,3}\.(?:\s?[A-Za-z]{1,5}\.)+|Ph\.?D\.?|[A-Z]{2,6}(?:-[A-Z]{1,3})?|M\.?D\.?|DVM|RN|BSN|MBA|CPA|PMP|Esq\.?|Jr\.|MSc|BSc|PharmD|LL\.?[MB]\.?|FRCS|MRICS|CEng|FCA|ACA|PE|P\.?Eng\.?|LCSW|CFA|M\.A\.|B\.A\.|dr|mgr)(?:\s*\(.*?\))?$"
)
_PLACEHOLDER = re.compile(
    r"^(?:curriculum vitae|cv|resume|résumé|lebenslauf|bewerbung|currículum|curriculum|履歴書|職務経歴書|życiorys|özgeçmiş|cv de|europass)\b",
    re.I,
)
_HEADER_LINES = 12


def read(sections: list[Section], evidence: Evidence) -> ContactInfo:
    """Contact data from the head of the document and contact sections, then from anywhere else."""
    info = empty_content()["contact_info"]
    head = [line for section in sections if section.kind in (HEADER, "contact") for line in section.lines]
    rest = [
        line
        for section in sections
        if section.kind not in (HEADER, "contact", "references")
        for line in section.lines
    ]
    cells = [cell for line in head for cell in [*line.notes, *line.cells]]
    _email(info, _joined(cells) + [cell for line in rest for cell in line.cells], evidence)
    _phone(info, cells, evidence)
    if not info["phone"]:
        _phone(
            info,
            [cell for line in rest[:8] + rest[-8:] for cell in line.cells if len(cell.text) < 60],
            evidence,
        )
    info["links"] = _links(cells)
    name = _name(sections, head, evidence)
    info["full_name"] = name[0]
    _headline(info, name[1], head, evidence)
    _address(info, head, evidence)
    return info


def _joined(cells: list[Cell]) -> list[Cell]:
    """The cells, with an address that was broken at the column's edge put together."""
    out: list[Cell] = []
    for cell in cells:
        last = out[-1] if out else None
        if (
            last
            and last.text.count("@") == 1
            and re.fullmatch(r"[\w.-]{1,20}", cell.text)
            and not re.search(r"\.(?:com|org|net|[a-z]{2})$", last.text)
        ):
            out[-1] = Cell(
                [*last.runs[:-1], last.runs[-1]._replace(text=last.runs[-1].text.rstrip() + cell.text)],
                box=last.box,
            )
        else:
            out.append(cell)
    return out


def _email(info: ContactInfo, cells: list[Cell], evidence: Evidence) -> None:
    for cell in cells:
        if found := EMAIL.search(cell.text.replace(" @ ", "@")):
            info["email"] = found[0].strip(".'")
            evidence.note("contact_info.email", 0.99, cell.box)
            return


def _phone(info: ContactInfo, cells: list[Cell], evidence: Evidence) -> None:
    for cell in cells:
        text = EMAIL.sub(" ", _URL.sub(" ", cell.text))
        for found in _PHONE.finditer(text):
            number = found[0].strip(" -–/.")
            digits = re.sub(r"\D", "", number)
            if 7 <= len(digits) <= 15 and not _is_date_like(number, digits):
                info["phone"] = number.removeprefix("tel:").strip()
                evidence.note("contact_info.phone", 0.95 if len(digits) >= 9 else 0.7, cell.box)
                return


def _is_date_like(number: str, digits: str) -> bool:
    if re.fullmatch(r"(?:19|20)\d\d\s*[–/-]\s*(?:19|20)\d\d", number) or re.fullmatch(
        r"\d{1,2}[./]\d{1,2}[./]\d{4}", number
    ):
        return True
    return len(digits) == 8 and bool(dates.find(number)) and not number.startswith(("+", "0"))


def _links(cells: list[Cell]) -> list[Link]:
    links: list[Link] = []
    for cell in cells:
        for found in _URL.finditer(EMAIL.sub(" ", cell.text)):
            url = found[0].rstrip(".,)")
            if url not in [link["url"] for link in links]:
                links.append({"name": _link_name(url), "url": url})
    return links


def _link_name(url: str) -> str:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.lower()).split("/")[0]
    known = {
        "linkedin.com": "LinkedIn",
        "github.com": "GitHub",
        "gitlab.com": "GitLab",
        "xing.com": "XING",
        "orcid.org": "ORCID",
    }
    return next((name for domain, name in known.items() if host.endswith(domain)), "Website")


def _name(sections: list[Section], head: list[Line], evidence: Evidence) -> tuple[str, Line | None]:
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
    if _PLACEHOLDER.match(text) or headings.match(text) or is_paragraph(text):
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
    text = clean(_LABEL.sub("", text))
    text = _PREFIX.sub("", text)
    for _ in range(4):
        cut = _POST.sub("", text)
        if cut == text or len(cut.split()) < 2:
            break
        text = cut
    if re.fullmatch(r"(?:\w ){2,}\w(?:\s{1,3}(?:\w ){2,}\w)*", text):
        text = text.replace(" ", "")
    return clean(text)


def _headline(info: ContactInfo, name_line: Line | None, head: list[Line], evidence: Evidence) -> None:
    if name_line is None:
        return
    at = next((index for index, line in enumerate(head) if line is name_line), 0)
    after = head[at + 1 : at + 6] + head[max(0, at - 2) : at]
    aligned = [line for line in after if _aligned(line.main, name_line.main)]
    for line in aligned + [line for line in after if line not in aligned]:
        text = clean(line.text)
        if not any(char.isupper() or char > "\u3000" for char in text):
            continue
        if (
            EMAIL.search(text)
            or _URL.search(text)
            or re.search(r"\d{4,}", text)
            or is_paragraph(text)
            or line.notes
            or line.bullet
        ):
            continue
        if (
            roles.place_score(text) >= 1.2
            or len(text) < 4
            or (_PLACEHOLDER.match(text) and not text.startswith("職務"))
        ):
            continue
        if any(_PHONE.search(part) for part in [text]):
            continue
        info["headline"] = text
        evidence.note("contact_info.headline", 0.75, line.box)
        return


def _aligned(cell: Cell, name: Cell) -> bool:
    """Whether a line stands under the name: same left edge or same middle."""
    return abs(cell.left - name.left) < 4 or abs(cell.left + cell.right - name.left - name.right) < 12


def _address(info: ContactInfo, head: list[Line], evidence: Evidence) -> None:
    best: tuple[float, str, Cell] | None = None
    for line in head:
        labelled = any(
            re.match(
                r"(?:address|anschrift|adresse|dirección|indirizzo|adres|endereço|location|住所)",
                note.text,
                re.I,
            )
            for note in line.notes
        )
        for cell in line.cells:
            text = _URL.sub(" | ", EMAIL.sub(" | ", cell.text))
            text = _PHONE.sub(" | ", text) if not re.match(r"^\d{4,5}\s\D", text) else text
            for part in re.split(r"\s*[|•·⋄◦▪]\s*|\s{2,}", text):
                part = clean(_LABEL.sub("", part))
                score = roles.place_score(part) + (2 if labelled else 0)
                if score >= 1.2 and part != info["full_name"] and (best is None or score > best[0]):
                    best = (score, part, cell)
    if best:
        info["address"] = best[1]
        evidence.note("contact_info.address", 0.8, best[2].box)
