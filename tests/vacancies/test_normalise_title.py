"""Titles: noise goes, what tells two jobs apart stays."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.employment import stated_employment, titled_employment
from apps.vacancies.normalise.title import (
    clean_title,
    field_seniority,
    shared_seniority,
    title_key,
    title_seniority,
    titled_model,
)


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (" Baker  (m/w/d) ", "Baker"),
        ("Bäcker (w/m/x) - Remote", "Bäcker"),
        ("Baker (f/m/d)", "Baker"),
        ("Baker m/w/d", "Baker"),
        ("Boulanger (H/F)", "Boulanger"),
        ("Baker (all genders)", "Baker"),
        ("Baker (She/He/They)", "Baker"),
        ("Baker | Remote", "Baker"),
        ("Baker (Fully Remote)", "Baker"),
        ("Baker - Hybrid", "Baker"),
        ("Baker (REQ-12345)", "Baker"),
        ("Baker - Job ID: 99812", "Baker"),
        ("🚀 Baker 🍞", "Baker"),
        ("Baker &amp; Cook\u00a0", "Baker & Cook"),
        # what stays
        ("Remote Sensing Engineer", "Remote Sensing Engineer"),
        ("Baker, Night Shift (Lisbon)", "Baker, Night Shift (Lisbon)"),
        ("C++ Engineer (Java/Kotlin)", "C++ Engineer (Java/Kotlin)"),
        ("Engineer (R/D)", "Engineer (R/D)"),
        ("Baker 2026", "Baker 2026"),
        ("(m/w/d)", "(m/w/d)"),
    ],
)
def test_clean_title(raw: str, title: str) -> None:
    assert clean_title(raw) == title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sr. Software Engineer, Back-end", "Senior Software Engineer – Backend"),
        ("VP of Bread", "Vice President of Bread"),
        ("R&D Baker", "R and D Baker"),
        ("Full-Stack Engineer", "Fullstack Engineer"),
    ],
)
def test_equal_titles_share_a_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Baker I", "Baker II"),
        ("Senior Baker", "Baker"),
        ("Engineer, C++", "Engineer, C"),
        ("Engineer, C#", "Engineer, C"),
        ("Baker, Night", "Baker, Day"),
        ("Baker - Lisbon", "Baker - Porto"),
        ("Développeur", "Developpeur"),
    ],
)
def test_different_titles_do_not(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Baking Intern", "intern"),
        ("Werkstudent Backstube", "intern"),
        ("Software Engineer - New Grad", "entry"),
        ("Entry Level Baker", "entry"),
        ("Junior Baker", "junior"),
        ("Baker II", "mid"),
        ("Sr. Baker", "senior"),
        ("Senior Product Manager", "senior"),
        ("Staff Software Engineer", "lead"),
        ("Principal Scientist", "lead"),
        ("Senior/Staff Data Engineer", "lead"),
        ("Engineering Manager", "manager"),
        ("Senior Manager, Ovens", "manager"),
        ("Manager, Sales Development", "manager"),
        ("Head of Bread", "director"),
        ("Director of Dough", "director"),
        ("VP of Sales", "executive"),
        ("Chief Baking Officer", "executive"),
        ("CTO", "executive"),
        ("AI Engineer (Senior/Staff)", "lead"),
        ("Líder de Panadería", "lead"),
        ("Group Product Manager, Bread", "manager"),
        ("Quality Manager", "manager"),
        ("Developer – Junior / Middle", "mid"),
        # no level is named
        ("Product Manager", None),
        ("Account Executive, Mid-Market", None),
        ("Staff Accountant", None),
        ("Lead Generation Specialist", None),
        ("Internal Auditor", None),
        ("International Sales", None),
        ("Baker", None),
    ],
)
def test_seniority(title: str, level: str | None) -> None:
    assert title_seniority(title) == level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Software Engineer, Senior Software Engineer", None),
        ("Lead, senior and junior engineers", None),
        ("Director of Engineering, Solutions Architect", None),
        ("Senior Designer, Senior Data Scientist", "senior"),
        ("Senior Software Engineer, Bread Platform", "senior"),
        ("Software Engineer", None),
    ],
)
def test_a_line_of_several_roles_names_a_level_that_all_share(line: str, level: str | None) -> None:
    assert shared_seniority(line) == level


def test_seniority_of_a_field() -> None:
    assert field_seniority("Entry level") == "entry"
    assert field_seniority("Mid-Senior level") == "mid"
    assert field_seniority("") is field_seniority("Baker") is None


@pytest.mark.parametrize(
    ("title", "model"),
    [
        ("Baker (Remote, Contract)", "remote"),
        ("Baker - Hybrid", "hybrid"),
        ("Baker (On-site)", "onsite"),
        ("Onsite Baker", "onsite"),
        ("Remote Sensing Engineer", None),
        ("Engineer, Remote Sensing", None),
        ("Hybrid Cloud Engineer", None),
    ],
)
def test_work_model(title: str, model: str | None) -> None:
    assert titled_model(title) == model


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("FullTime", "full_time"), ("Full-time", "full_time"), ("Vollzeit", "full_time"), ("PartTime", "part_time"),
        ("Intern", "internship"), ("Contract", "contract"), ("CONTRACTOR", "contract"), ("Temporary", "temporary"),
        ("Volunteer", "volunteer"), ("Moonlighting", "other"), ("", None), ("  ", None), ("FTE", "full_time"),
        ("Homeoffice", None), ("Remote", None), ("Full-time (hybrid)", "full_time"),
    ],
)  # fmt: skip
def test_stated_employment(raw: str, kind: str | None) -> None:
    assert stated_employment(raw) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Baker (Part-Time)", "part_time"), ("Baking Intern", "internship"), ("Baker (Remote, Contract)", "contract"),
        ("Baker - Contractor", "contract"), ("Freelance Baker", "contract"), ("Baker (Freelancer)", "contract"),
        ("Contract Manager", None), ("Contracts Specialist", None), ("Volunteer Coordinator", None), ("Baker", None),
    ],
)  # fmt: skip
def test_titled_employment(title: str, kind: str | None) -> None:
    assert titled_employment(title) == kind
