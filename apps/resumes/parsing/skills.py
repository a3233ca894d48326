"""Skills as groups of keywords: labelled lists, plain lists, grids, bars and prose."""

from __future__ import annotations

import re

from apps.resumes.content import SkillGroup
from apps.resumes.parsing.fields import clean
from apps.resumes.parsing.model import Cell, Line

_LABEL = re.compile(r"^([^:：,;()]{2,40}?)\s*[:：]\s+(?=\S)|^([^:：,;()\s]{1,12})[:：](?=\S)")
_SEPARATOR = re.compile(r"\s*[,;、，•|·▪●◆⋄]\s*(?![^(（]*[)）])|\s+/\s+|\s{3,}|\t")
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|i|och|og|ve|sowie|as well as)\s+", re.I)
_LEAD = re.compile(
    r"^(?:i|we|ich|je|io|yo)\s+(?:(?:am|can|have|also|bin|kann|habe|suis|sono|soy)\s+)?\w+\s+(?:with\s+|in\s+)?(?=\S)"
    r"|^(?:and|or|und|oder|et|ou|y|e|en|i|plus|also)\s+"
    r"|^(?:(?:very|highly|fully|sehr|très|muy|bardzo)\s+)?(?:proficient|fluent|experienced|experience|comfortable|familiar|handy|skilled|trained|competent|confident|adept|knowledgeable|certified|good|strong|solid|working|daily|expert|practised|practiced|at home|well[- ]versed|versed|hands-on|happy|quick|advanced|basic|some|sicher|vertraut|erfahren|geübt|routiniert|gute|sehr gute|fundierte|maîtrise|à l'aise|expérience|bonne|bonnes|dominio|manejo|experiencia|conocimientos?|buen|buena|padronanza|ottima|buona|esperienza|conoscenza|goede|ervaring|ervaren|vertrouwd|biegła|dobra|znajomość|domínio|experiência|conhecimentos?|bom|boa|à vontade)"
    r"(?:\s+(?:knowledge|understanding|command|user|use|grasp|working knowledge|kenntnisse|umgang|connaissance|maîtrise|conocimiento|conoscenza|kennis))?"
    r"\s+(?:with|in|of|at|using|on|mit|im|bei|avec|en|de|des|du|con|di|met|van|z|w|com|em)\s+(?:the\s+|den\s+|der\s+)?"
    r"|^(?:kept|drawn|written|built|made|run|used|worked|working|trabajo|travaille|arbeite|lavoro|werk|pracuję|trabalho)\s+(?:[\w']+\s+){0,3}?(?:in|with|on|con|avec|mit|met|z|com|w|su)\s+"
    r"|^(?:manejo|uso|utilizo|domino|utilise|maîtrise|nutze|verwende|beherrsche|uso|utilizzo|gebruik|używam|uso|algo de|un peu de|etwas|some|a little|un po' di|een beetje|trochę|um pouco de)\s+",
    re.I,
)
_AND_FIRST = re.compile(r"^(?:and|und|et)\s+(?=\S)")
_PURPOSE = re.compile(r"\s+(?:para|pour|to|per|um|om|aby)\s+[a-zà-ÿ].*$")
_ARTICLE = re.compile(r"^(?:an?|une?|eine?n?|uno|una|um|uma|een)\s+", re.I)


def read(lines: list[Line], title: str) -> list[SkillGroup]:
    """Groups in page order; what has no label of its own goes into one group under the section's title."""
    groups: list[SkillGroup] = []
    plain: SkillGroup = {"name": clean(title), "keywords": []}
    for text, cells in _logical(lines):
        label, rest = _label(cells[0], text)
        words = _keywords(rest) + [word for cell in cells[1:] for word in _keywords(cell.text)]
        if label:
            groups.append({"name": label, "keywords": words})
        elif groups and not plain["keywords"] and text[:1].islower() and len(cells) == 1:
            groups[-1]["keywords"] += words
        else:
            if not plain["keywords"]:
                groups.append(plain)
            plain["keywords"] += words
    for group in groups:
        group["keywords"] = [_AND_FIRST.sub("", word) for word in group["keywords"]]
    return [
        {"name": group["name"], "keywords": _unique(group["keywords"])}
        for group in groups
        if group["keywords"]
    ]


def _logical(lines: list[Line]) -> list[tuple[str, list[Cell]]]:
    """Lines as (text, cells); a margin note becomes the label; a line after a comma continues the one before."""
    out: list[tuple[str, list[Cell]]] = []
    for line in lines:
        cells = list(line.cells)
        if line.notes:
            label = " ".join(note.text for note in line.notes).rstrip(" :")
            cells[0] = Cell([cells[0].runs[0]._replace(text=f"{label}: "), *cells[0].runs])
        if out and not line.notes and out[-1][0].rstrip().endswith(","):
            before = out[-1][1][0]
            whole = Cell(list(before.runs))
            whole.extend(cells[0])
            out[-1] = (whole.text, [whole, *out[-1][1][1:], *cells[1:]])
        else:
            out.append((cells[0].text, cells))
    return out


def _label(cell: Cell, text: str) -> tuple[str, str]:
    if found := _LABEL.match(text):
        return clean(found[1] or found[2]), text[found.end() :]
    first = cell.runs[0] if cell.runs else None
    if (
        first
        and first.style.bold
        and len(cell.runs) > 1
        and not cell.runs[1].style.bold
        and len(first.text.split()) <= 5
    ):
        return clean(first.text.strip(" :–-")), " ".join(
            "".join(run.text for run in cell.runs[1:]).split()
        ).lstrip(" :–-")
    dash = re.match(r"^([^,–—]{2,30})\s+[–—]\s+(?=[^,]+,)", text)
    if dash:
        return clean(dash[1]), text[dash.end() :]
    return "", text


def _is_prose(text: str) -> bool:
    return (bool(re.search(r"\w\.\s*$", text)) and len(text.split()) >= 5) or bool(
        _LEAD.match(text) and len(text.split()) > 5
    )


def _keywords(text: str) -> list[str]:
    if not _is_prose(text):
        return [
            word
            for part in _SEPARATOR.split(text)
            if (
                word := clean(part).rstrip(".")
                if part.count(".") == 1 and part.endswith(".")
                else clean(part)
            )
        ]
    words: list[str] = []
    for clause in re.split(r"[;.]\s+|[;.]$", text):
        if _ARTICLE.match(_strip_and(clause)):
            continue
        for part in _SEPARATOR.split(clause):
            for piece in _AND.split(part):
                bare = clean(_bare(piece))
                if bare and not _ARTICLE.match(bare) and len(bare.split()) <= 6:
                    words.append(bare)
    return words


def _strip_and(text: str) -> str:
    return re.sub(r"^\s*(?:and|und|et|y|e|en|i)\s+", "", text)


def _bare(text: str) -> str:
    text = text.strip()
    for _ in range(3):
        cut = _LEAD.sub("", text).strip()
        if cut == text or not cut:
            break
        text = cut
    return _PURPOSE.sub("", text)


def _unique(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))
