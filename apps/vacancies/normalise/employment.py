"""Kinds of employment, from a source's own word or from what a title says in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.vacancies.normalise.headline import headline_employment
from apps.vacancies.normalise.place_words import only_noise
from apps.vacancies.normalise.posting import EmploymentType, Provenance
from apps.vacancies.normalise.title import title_seniority

_STATED_WORDS: tuple[tuple[EmploymentType, str], ...] = (
    ("internship", r"intern(?!al)|trainee|apprenti|ausbildung|auszubildende|azubi|aprendiz|praktik|stage|scholarship|werkstudent|working student|co-?op|alternance"),
    ("volunteer", r"volunt|bénévol|ehrenamt"),
    ("part_time", r"part[ _-]?time|teilzeit|temps partiel|tiempo parcial|half[ -]?time|per[ _-]?diem|prn|minijob"),
    ("contract", r"contract|freelanc|1099|consultant|fixed[ -]?term|befristet|\bcdd\b|self[ -]?employed|b2b"),
    ("temporary", r"temp(?:orary)?\b|seasonal|interim|casual|intérim|leiharbeit|vacataire|saisonnier"),
    ("full_time", r"full[ _-]?time|\bfte\b|regular|permanent|vollzeit|unbefristet|temps plein|\bcdi\b|tiempo completo|employee|^ft$"),
)  # fmt: skip
_STATED = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _STATED_WORDS)
# A "Contract Manager" is no contractor: in a title the word must stand by itself, in parentheses or behind a dash.
_TITLED_WORDS: tuple[tuple[EmploymentType, str], ...] = (
    ("internship", r"\b(?:intern(?:ship)?s?|praktikum|praktikant(?:in)?|stagiaire|werkstudent(?:in)?|working student|co-?op)\b"),
    ("volunteer", r"\bvolunteer(?! (?:coordinator|manager|program|engagement))\b"),
    ("part_time", r"\b(?:part[ -]time|teilzeit)\b"),
    ("contract", r"(?:[(\[][^)\]]*|[-–—|,] ?)\b(?:contract(?:or)?|freelanc(?:e|er)|1099|fixed[ -]term|ftc|maternity(?: leave)? cover)\b"
                 r"(?=[^)\]\w]*(?:[)\]]|$|,))|\bfreelancer?\b"),
    ("temporary", r"(?:[(\[]|[-–—|,] ?)(?:temporary|temp|seasonal|interim)\b|\b(?:vacataires?|saisonni(?:er|ère)s?)\b"),
    # A contract to learn a trade: of all kinds the one a seeker without training looks under.
    ("internship", r"\b(?:apprentice(?:ship)?|auszubildende[rn]?|azubi|ausbildung (?:zum|zur|als)|lehrling|alternance|alternant|apprenti[es]?|apprentissage|aprendiz)\b"
                   r"(?! (?:\w+ )?(?:manager|coordinator|lead|officer|assessor|tutor|trainer|advis))"),
)  # fmt: skip
_TITLED = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _TITLED_WORDS)


def stated_employment(raw: str) -> EmploymentType | None:
    """The kind a source's field names: `FullTime`, "Full-time", "Vollzeit", …; "other" for a word we don't know, None for one
    that says where one works."""
    if not raw.strip():
        return None
    found = next((kind for kind, pattern in _STATED if pattern.search(raw)), None)
    return found or (None if only_noise(raw) else "other")


def titled_employment(title: str) -> EmploymentType | None:
    """The kind a title names by the way, or None."""
    return next((kind for kind, pattern in _TITLED if pattern.search(title)), None)


def employment_claims(raw: str, title: str, text: str) -> Iterator[tuple[Provenance, EmploymentType | None]]:
    """The source's word, then the title's and the text's. But an intern is an intern even where the field says
    full-time, and so is who works part of the time; an apprentice may be both."""
    stated, titled = stated_employment(raw), titled_employment(title)
    is_intern = titled == "internship" and title_seniority(title) == "intern"
    if is_intern and stated in {"full_time", "temporary", "contract"}:
        stated = None
    if titled == "part_time" and stated == "full_time":
        stated = None
    yield "field", stated if stated != "other" else None
    yield "text", titled
    yield "field", stated
    if not (stated or titled):
        yield "text", headline_employment(text)
