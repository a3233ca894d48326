"""The lexicon's data and what it answers by name: no contradictions, all trades, resolving, credit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from apps.vacancies import lexicon
from apps.vacancies.lexicon.reading import LexiconError, check, read_entries, read_file
from apps.vacancies.lexicon.tokens import key_of


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "trade.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_data_has_no_contradictions() -> None:
    assert check(read_entries()) == []


def test_data_covers_all_trades() -> None:
    skills = lexicon.all_skills()
    assert len(skills) >= 2000
    assert len({skill.slug for skill in skills}) == len(skills)
    for slug in [
        "python",
        "bookkeeping",
        "contract-law",
        "recruiting",
        "seo",
        "negotiation",
        "figma",
        "phlebotomy",
        "medication-dispensing",
        "hplc",
        "lesson-planning",
        "case-management",
        "masonry",
        "conduit-bending",
        "plumbing",
        "tig-welding",
        "cnc-machining",
        "brake-repair",
        "forklift-operation",
        "aircraft-maintenance",
        "bartending",
        "cashiering",
        "irrigation",
        "nail-care",
        "patrolling",
        "public-procurement",
        "injection-molding",
        "wind-energy",
        "cell-culture",
        "literature-review",
        "arabic",
    ]:
        assert lexicon.get(slug) is not None, slug


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[a]\nGo\nGolang | Go\n", "spelling 'Go' stands in"),
        ("[a]\nGo | ~ rust\n", "go points to rust"),
        ("[a]\nOne | < two\nTwo | < one\n", "is its own ancestor"),
        ("[a]\nGo\ngo = Golang\n", "slug go stands in"),
        ("[a]\nGo | ...\n", "holds no word"),
    ],
)
def test_check_names_the_fault(tmp_path: Path, text: str, fault: str) -> None:
    faults = check(read_entries([_written(tmp_path, text)]))
    assert any(fault in found for found in faults), faults
    assert all(found.startswith("trade.txt:") for found in faults)


def test_check_allows_what_the_text_can_tell_apart(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("[b]\nAugmented reality | ?AR\nDBT therapy | ^DBT\n", encoding="utf-8")
    path = _written(tmp_path, "[a]\nReceivables | ?AR\n^dbt\n")
    assert check(read_entries([path, other])) == []


def test_skill_before_a_category_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"trade\.txt:1"):
        list(read_file(_written(tmp_path, "Go\n")))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("PYTHON", "python"),
        ("c++", "cpp"),
        ("C#", "c-sharp"),
        (".net", "dotnet"),
        ("Buchhaltung", "accounting"),
        ("comptabilite", "accounting"),
        ("Comptabilité", "accounting"),
        ("front end", "front-end-development"),
        ("Marketing", "marketing"),
        ("Go", "go"),
    ],
)
def test_resolve_folds_case_accents_and_hyphens(name: str, slug: str) -> None:
    skill = lexicon.resolve(name)
    assert skill is not None
    assert skill.slug == slug


def test_resolve_wants_the_whole_name() -> None:
    assert lexicon.resolve("Python and more") is None
    assert lexicon.resolve("") is None


def test_every_name_resolves_to_its_own_skill() -> None:
    astray = [
        s.slug for s in lexicon.all_skills() if getattr(lexicon.resolve(s.name), "slug", None) != s.slug
    ]
    assert astray == []


def test_name_of_a_slug_that_is_gone_is_readable() -> None:
    assert lexicon.name_of("cpp") == "C++"
    assert lexicon.name_of("no-longer-known") == "no longer known"
    assert lexicon.get("no-longer-known") is None


def test_keys_are_equal_for_composed_and_decomposed_text() -> None:
    assert key_of("comptabilite\u0301") == key_of("comptabilité")


def test_credit_follows_the_graph() -> None:
    assert lexicon.credit("python", "python") == 1.0
    assert lexicon.credit("python", "django") == pytest.approx(0.9)
    assert lexicon.credit("django", "python") == pytest.approx(0.5)
    assert lexicon.credit("programming", "django") == pytest.approx(0.81)
    assert lexicon.credit("django", "flask") == pytest.approx(0.4)
    assert lexicon.credit("django", "asyncio") == pytest.approx(0.3)
    assert lexicon.credit("python", "welding") == 0.0
    assert lexicon.credit("no-longer-known", "no-longer-known") == 1.0
    assert lexicon.credit("python", "no-longer-known") == 0.0


def test_credit_of_related_skills_is_the_same_both_ways() -> None:
    for skill in lexicon.all_skills():
        for other in skill.related:
            assert lexicon.credit(skill.slug, other) >= 0.4
            assert lexicon.credit(other, skill.slug) >= 0.4


def test_credit_never_exceeds_one() -> None:
    slugs = [skill.slug for skill in lexicon.all_skills()][::40]
    assert all(
        0.0 <= lexicon.credit(wanted, held) < 1.0 for wanted in slugs for held in slugs if wanted != held
    )


def test_best_credit_takes_the_best_and_breaks_ties_by_alphabet() -> None:
    assert lexicon.best_credit("python", ["welding", "django", "ruby"]) == (
        lexicon.credit("python", "django"),
        "django",
    )
    assert lexicon.best_credit("python", ["flask", "django"]) == (
        lexicon.credit("python", "django"),
        "django",
    )
    assert lexicon.best_credit("python", ["welding"]) == (0.0, None)
    assert lexicon.best_credit("python", []) == (0.0, None)


def test_data_is_read_at_first_use_not_at_import() -> None:
    code = (
        "from apps.vacancies import lexicon\n"
        "assert lexicon._lexicon.cache_info().currsize == 0\n"
        "assert lexicon.skills_in('Python') == ('python',)\n"
        "assert lexicon._lexicon.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).resolve().parents[2])


def test_version_is_short_and_stable() -> None:
    assert len(lexicon.version()) == 12
    assert int(lexicon.version(), 16) >= 0
