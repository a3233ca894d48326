"""Where a text names skills: word boundaries, casing, company, boilerplate, offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from apps.vacancies import lexicon
from apps.vacancies.lexicon.reading import read_entries


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("C++17, C# and .NET on Node.js", ("cpp", "c-sharp", "dotnet", "node-js")),
        ("ASP.NET Core; VB.NET", ("asp-net", "visual-basic")),
        ("Python3 and HTML5", ("python", "html")),
        ("Kafka.Experience with Terraform", ("apache-kafka", "terraform")),
        ("full-stack / full stack / fullstack", ("full-stack-development",)),
        ("machine\nlearning", ("machine-learning",)),
        ("machine\n\nlearning", ()),
        ("machine, learning", ()),
        ("JavaScript is not Java", ("javascript", "java")),
        ("We maintain data pipelines and REST APIs", ("data-pipelines", "rest")),
        ("See https://example.com/python-jobs or mail python@example.com", ()),
        ("React Native is one skill", ("react-native",)),
        ("KUBERNETES", ("kubernetes",)),
        ("Erfahrung in der Buchhaltung", ("accounting",)),
        ("comptabilite\u0301 générale", ("accounting",)),
    ],
)
def test_word_boundaries(text: str, slugs: tuple[str, ...]) -> None:
    assert lexicon.skills_in(text) == slugs


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("We use Python, R, and SQL", ("python", "r", "sql")),
        ("Backend in Go, Rust and PostgreSQL", ("back-end-development", "go", "rust", "postgresql")),
        ("Excel, Word and PowerPoint", ("microsoft-excel", "microsoft-word", "microsoft-powerpoint")),
        ("Office (word, excel, powerpoint)", ("microsoft-word", "microsoft-excel", "microsoft-powerpoint")),
        ("Java, Spring and Hibernate", ("java", "spring", "hibernate")),
        ("Terraform, Ansible, Chef, Puppet", ("terraform", "ansible", "chef", "puppet")),
        ("TypeScript and React", ("typescript", "react")),
        ("Swift or Objective-C", ("swift", "objective-c")),
        ("Unity, Unreal Engine", ("unity", "unreal-engine")),
        (
            "bank reconciliation, AP and AR",
            ("account-reconciliation", "accounts-payable", "accounts-receivable"),
        ),
    ],
)
def test_doubtful_spellings_count_in_company(text: str, slugs: tuple[str, ...]) -> None:
    assert lexicon.skills_in(text) == slugs


@pytest.mark.parametrize(
    "text",
    [
        "You are ready to go and go to market days at the shop",
        "You will excel at what you do. Excel in your career.",
        "The rest of the team",
        "We react to incidents",
        "The Spring Internship starts in May",
        "Access to a gym",
        "Our Teams are small, and word gets around",
        "Our Chef de Partie cooks",
        "C-level executives and Series C funding",
        "Less is more",
        "Vitamin C and R-squared",
        "A slack season",
        "There is unity in our team",
        "The notion that work matters",
        "Make it so",
        "This oracle was wrong",
        "Rust Belt and Taylor Swift",
        "An agile mind, a lean budget",
    ],
)
def test_everyday_words_are_no_skills(text: str) -> None:
    found = set(lexicon.skills_in(text))
    assert not found & {
        "go", "microsoft-excel", "rest", "react", "spring", "ms-access", "microsoft-teams", "microsoft-word", "chef",
        "c", "r", "less", "slack", "unity", "notion", "make-integromat", "oracle-database", "rust", "swift", "agile",
        "lean",
    }  # fmt: skip


def test_a_shared_spelling_is_read_by_its_neighbours() -> None:
    assert "accounts-receivable" in lexicon.skills_in("General ledger, AR and collections")
    assert "ar-vr-development" in lexicon.skills_in("Unity3D, AR and OpenGL")
    assert not {"accounts-receivable", "ar-vr-development"} & set(lexicon.skills_in("AR is our region"))


def test_lines_of_law_and_perks_are_left_unread() -> None:
    text = "You write Python.\nWe offer medical, dental and vision plans, childcare and yoga instruction.\nAnd SQL."
    assert lexicon.skills_in(text) == ("python", "sql")


def test_mentions_are_in_order_and_never_overlap() -> None:
    text = "Machine learning engineer: PyTorch, deep learning, natural language processing in Python.  Ünïcode, SQL."
    mentions = lexicon.find_skills(text)
    assert [text[m.start : m.end] for m in mentions if m.slug in ("pytorch", "sql")] == ["PyTorch", "SQL"]
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert lexicon.skills_in(text) == tuple(dict.fromkeys(m.slug for m in mentions))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u0301", "&/&/", "....", "İstanbul ẞ ŉ", "a" * 100_000])
def test_any_text_is_answered(text: str) -> None:
    assert lexicon.find_skills(text) == []


def test_every_certain_name_is_found_as_written() -> None:
    entries = read_entries()
    certain = [e for e in entries if not (e.surfaces[0].needs_company or e.surfaces[0].name_only)]
    lost = [
        e.skill.slug for e in certain if e.skill.slug not in lexicon.skills_in(f"Wanted: {e.skill.name}.")
    ]
    assert lost == []


_POSTING = """Data Engineer

Acme builds warehouse robots and sells them with accounting software to bakeries and hospitals in every country of Europe.

About the role
You will write Python. You will work closely with marketing, data science and legal to ship it.

What you bring:
- Experience in finance
- SQL

About Acme
Acme was built on Kotlin, and its customers love Java.

Benefits:
- Swimming instruction

How we work:
- We review code in Git
"""


def test_parts_on_the_employer_are_left_unread() -> None:
    found = set(lexicon.skills_in(_POSTING))
    assert {"data-engineering", "python", "sql", "git"} <= found
    assert not found & {"accounting-software", "accounting", "kotlin", "java"}


def test_what_colleagues_do_is_not_asked_for() -> None:
    assert not {"marketing", "data-science", "law"} & set(lexicon.skills_in(_POSTING))
    assert "data-science" in lexicon.skills_in("You will work with SQL and do data science.")
    assert "cross-functional-collaboration" in lexicon.skills_in("You work with cross-functional teams.")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Marketing Manager\n\nYou will travel.", True),
        ("A desk\n\nA degree in history or marketing", True),
        ("A desk\n\nExperience in marketing is welcome", True),
        ("A desk\n\nWe spend too much on marketing", False),
    ],
)
def test_broad_fields_count_where_they_are_asked_for(text: str, is_found: bool) -> None:
    assert ("marketing" in lexicon.skills_in(text)) is is_found


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("You manage vendors", "vendor-management"),
        ("managing vendors", "vendor-management"),
        ("management of vendors", "vendor-management"),
        ("You analyse data", "data-analysis"),
    ],
)
def test_verbs_name_what_their_nouns_name(text: str, slug: str) -> None:
    assert lexicon.skills_in(text) == (slug,)


def test_a_compound_of_another_noun_is_no_object_of_the_verb() -> None:
    assert "contract-management" not in lexicon.skills_in("You manage contract negotiations")


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("manual and automated testing", {"manual-testing", "test-automation"}),
        ("qualitative and quantitative research", {"qualitative-research", "quantitative-research"}),
        ("data collection and analysis", {"data-collection", "data-analysis"}),
        ("relationships and data analysis", {"data-analysis"}),
    ],
)
def test_names_that_share_a_word_are_both_read(text: str, slugs: set[str]) -> None:
    assert set(lexicon.skills_in(text)) == slugs


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("We pay attention to detail in all that leaves the house.", False),
        ("At Acme, we pay attention to detail.", False),
        ("We look for people with attention to detail, and you have it.", True),
        ("You pay attention to detail.", True),
    ],
)
def test_manners_of_the_employer_are_not_asked_for(text: str, is_found: bool) -> None:
    assert ("attention-to-detail" in lexicon.skills_in(f"A job\n\n{text}")) is is_found


def test_what_begins_its_line_or_stands_in_brackets_is_asked_for() -> None:
    text = "A desk\n\nWhat you do:\n- Marketing: all of it\n- Flexibility\n- All other trades (finance too)"
    assert {"marketing", "adaptability", "finance"} <= set(lexicon.skills_in(text))


def test_headings_of_a_resume_silence_nothing() -> None:
    text = (
        "Jane Example\n\nAbout Acme\nWrote Kotlin.\n\nBenefits administration\nRan Workday.\n\nSkills:\nSQL"
    )
    assert {"kotlin", "workday", "sql"} <= set(lexicon.skills_in(text))


def test_offsets_are_right_behind_silent_parts() -> None:
    for mention in lexicon.find_skills(_POSTING):
        assert lexicon.resolve(_POSTING[mention.start : mention.end]) is not None
