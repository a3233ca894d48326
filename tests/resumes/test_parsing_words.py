"""Titles of sections, roles, names, skills and kinds: decisions that rest on words."""

from __future__ import annotations

import pytest

from apps.resumes.parsing import headings, language, roles, skills
from apps.resumes.parsing.education import split_degree
from apps.resumes.parsing.model import Cell, Line, Run, Style
from apps.resumes.parsing.names import strip_name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EXPERIENCE", "work"),
        ("E X P E R I E N C E", "work"),
        ("Berufserfahrung", "work"),
        ("職務経歴", "work"),
        ("Education & Tickets", "education"),
        ("Wykształcenie", "education"),
        ("Kenntnisse und Fähigkeiten", "skills"),
        ("Licences and Tickets:", "certifications"),
        ("Centres d'intérêt", "interests"),
        ("Sprachkenntnisse", "languages"),
    ],
)
def test_titles_are_known(text: str, kind: str) -> None:
    found = headings.match(text)
    assert found is not None
    assert (found.kind, found.strong) == (kind, True)


@pytest.mark.parametrize(
    "text", ["", "Led a team of nine.", "anna@example.com", "Senior Software Engineer", "x" * 80]
)
def test_other_lines_are_no_titles(text: str) -> None:
    found = headings.match(text)
    assert found is None or not found.strong


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Dr. rer. nat. Swanhild Torfmoor", "Swanhild Torfmoor"),
        ("Odalys Kestrelwood, RN, BSN", "Odalys Kestrelwood"),
        ("Prof. Dr. Ignaz Lehmwerder, Ph.D.", "Ignaz Lehmwerder"),
        ('Beulah "Bo" Trask', 'Beulah "Bo" Trask'),
        ("Er. Jasvinder Maan", "Jasvinder Maan"),
    ],
)
def test_names_without_titles_and_letters(said: str, name: str) -> None:
    assert strip_name(said) == name


def test_roles_part_titles_firms_and_places() -> None:
    assert roles.title_score("Senior Welder") > roles.organisation_score("Senior Welder")
    assert roles.organisation_score("Pennant Gauges Ltd") > roles.title_score("Pennant Gauges Ltd")
    assert roles.place_score("Halden, NH") >= 1.2
    assert roles.place_score("Pennant Library, Halden, NH") < 1.2
    assert roles.school_score("Filton Technical College") >= 1
    assert roles.degree_score("B.Sc. in Physics") >= 1
    assert roles.degree_score("Boston, MA") == 0


def test_fragments_keep_legal_forms_and_brackets() -> None:
    assert roles.fragments("Talleres Orbaiz, S. A. | Bilbao") == ["Talleres Orbaiz, S. A.", "Bilbao"]
    assert roles.fragments("Diver (inland, offshore), Fathom Ltd") == [
        "Diver (inland, offshore)",
        "Fathom Ltd",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("B.Sc. in Physics", ("B.Sc.", "Physics")),
        ("Máster, Traducción Jurídica", ("Máster", "Traducción Jurídica")),
        ("Ingeniería en Caminos, Canales", ("Ingeniería", "Caminos, Canales")),
        ("学士 機械工学", ("学士", "機械工学")),
        ("High School Diploma", ("High School Diploma", "")),
    ],
)
def test_degree_and_field(text: str, parts: tuple[str, str]) -> None:
    assert split_degree(text) == parts


def _keywords(*texts: str) -> list[str]:
    lines = [Line([Cell([Run(text, Style())])]) for text in texts]
    return [word for group in skills.read(lines, "Skills") for word in group["keywords"]]


def test_skills_from_lists_and_prose() -> None:
    assert _keywords("Tools: Git, SAP (FI, CO), C++") == ["Git", "SAP (FI, CO)", "C++"]
    assert _keywords("Lathe • Mill • Jig borer") == ["Lathe", "Mill", "Jig borer"]
    assert _keywords("Comfortable with Revit, Rhino and QGIS; experienced in site surveys.") == [
        "Revit",
        "Rhino",
        "QGIS",
        "site surveys",
    ]


def test_language_of_short_text_is_open() -> None:
    assert language.language_of("Python") == ""
