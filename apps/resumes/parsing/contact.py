"""Who the resume is of: name, headline, e-mail, telephone, address and links."""

from __future__ import annotations

import re

from apps.resumes.content import ContactInfo, Link, empty_content
from apps.resumes.parsing import dates, names, roles
from apps.resumes.parsing.addresses import EMAIL, URL
from apps.resumes.parsing.fields import Evidence, clean
from apps.resumes.parsing.model import Cell, Line
from apps.resumes.parsing.sections import HEADER, Section, is_paragraph

_PHONE = re.compile(r"(?<![\w/@.])(?:tel:)?(?:\+|00)?\(?\d[\d\s().‑–/-]{5,20}\d(?![\w@])")
_SAYS_PHONE = re.compile(r"^\s*(?:\+|tel|phone|mobil|cell|móvil|handy)", re.IGNORECASE)


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
            [cell for line in rest for cell in line.cells if _SAYS_PHONE.search(cell.text)],
            evidence,
        )
    info["links"] = _links(cells)
    name = names.find(sections, head, evidence)
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
        text = EMAIL.sub(" ", URL.sub(" ", cell.text))
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
        for found in URL.finditer(EMAIL.sub(" ", cell.text)):
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
            or URL.search(text)
            or re.search(r"\d{4,}", text)
            or is_paragraph(text)
            or line.notes
            or line.bullet
        ):
            continue
        if (
            roles.place_score(text) >= 1.2
            or len(text) < 4
            or (names.PLACEHOLDER.match(text) and not text.startswith("職務"))
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
            text = URL.sub(" | ", EMAIL.sub(" | ", cell.text))
            text = _PHONE.sub(" | ", text) if not re.match(r"^\d{4,5}\s\D", text) else text
            for part in re.split(r"\s*[|•·⋄◦▪]\s*|\s{2,}", text):
                part = clean(names.LABEL.sub("", part))
                score = roles.place_score(part) + (2 if labelled else 0)
                if score >= 1.2 and part != info["full_name"] and (best is None or score > best[0]):
                    best = (score, part, cell)
    if best:
        info["address"] = best[1]
        evidence.note("contact_info.address", 0.8, best[2].box)
