"""What is read out of a resume and out of a vacancy before anything is scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from apps.matching.scoring import VacancyFacts, resume_facts, vacancy_facts
from apps.matching.scoring.demands import read_demands, years_required
from apps.matching.scoring.education import BACHELOR, MASTER, VOCATIONAL, education_wanted
from apps.matching.scoring.languages import FLUENT, NATIVE, WORKING, languages_wanted
from apps.matching.scoring.periods import Period, period, years_covered
from apps.matching.scoring.places import Location, read_location
from apps.matching.scoring.seniority import INTERN, LEAD, MID, SENIOR, seniority_of_title
from apps.matching.scoring.titles import default_graph
from apps.resumes.content import ResumeContent, WorkExperience, empty_content, empty_work

TODAY = date(2026, 11, 1)


@dataclass(frozen=True)
class Place:
    text: str
    city: str = ""
    country: str = ""
    remote_scope: str = ""


def job(position: str, start: str, end: str, *lines: str) -> WorkExperience:
    entry = empty_work()
    entry["position"], entry["start_date"], entry["end_date"] = position, start, end
    entry["is_current"], entry["responsibilities"] = not end, list(lines)
    return entry


def resume(*jobs: WorkExperience) -> ResumeContent:
    content = empty_content()
    content["work_experience"] = list(jobs)
    return content


def test_years_of_jobs_at_the_same_time_count_once() -> None:
    facts = resume_facts(
        resume(job("Welder", "2015-01", "2019-12"), job("Instructor", "2017-01", "2020-12")), TODAY
    )
    assert facts.years == 6.0


def test_years_end_today() -> None:
    assert resume_facts(resume(job("Welder", "2025-11", "")), TODAY).years == pytest.approx(1.1)
    assert resume_facts(resume(job("Welder", "2025-11", "2031-01")), TODAY).years == pytest.approx(1.1)


def test_undated_jobs_leave_the_years_unknown() -> None:
    assert resume_facts(resume(job("Welder", "", "")), TODAY).years is None


def test_a_bare_year_is_a_year() -> None:
    span = period("2016", "2016", is_current=False, today=TODAY)
    assert span is not None and years_covered([span]) == 1.0
    assert years_covered([Period(24000, 24011)]) == 1.0
    assert years_covered([]) == 0.0


def test_skill_years_are_those_of_the_jobs_that_show_it() -> None:
    content = resume(
        job("Engineer", "2020-01", "2021-12", "Wrote Python", "More Python and Django", "Python again"),
        job("Engineer", "2022-01", "2022-12", "Ran Kubernetes"),
    )
    content["skills"] = [{"name": "Tools", "keywords": ["Docker", "Python"]}]
    held = resume_facts(content, TODAY).skills
    assert held.years["python"] == 2.0
    assert held.years["kubernetes"] == 1.0
    assert held.years["docker"] is None
    assert {"python", "kubernetes"} <= held.shown and "docker" not in held.shown


def test_a_doubtful_name_counts_as_shown_where_the_skill_is_listed() -> None:
    content = resume(job("Developer", "2020-01", "2021-12", "Rebuilt the shop front with React"))
    assert "react" not in resume_facts(content, TODAY).skills.years
    content["skills"] = [{"name": "", "keywords": ["React"]}]
    held = resume_facts(content, TODAY).skills
    assert held.years["react"] == 2.0 and "react" in held.shown


def test_a_skill_outside_the_lexicon_stands_for_itself() -> None:
    content = resume()
    content["skills"] = [{"name": "", "keywords": ["Gömböc Balancing"]}]
    held = resume_facts(content, TODAY).skills
    assert held.earned("gomboc balancing") == 800
    assert held.earned("gomboc polishing") == 0


def test_titles_weigh_by_when_they_were_held() -> None:
    content = resume(
        job("Librarian", "2020-01", ""),
        job("Archivist", "2017-01", "2019-12"),
        job("Cook", "2001-01", "2003-01"),
    )
    titles = {title.text: weight for title, weight in resume_facts(content, TODAY).titles}
    assert titles["librarian"] > titles["archivist"] > titles["cook"]


@pytest.mark.parametrize(
    ("title", "rung"),
    [
        ("Senior Software Engineer", SENIOR), ("Account Executive", None), ("Staff Nurse", None), ("Staff Engineer", LEAD),
        ("Marketing Intern", INTERN), ("Werkstudent (m/w/d) Marketing", INTERN), ("Data Analyst II", MID), ("Product Manager", None),
        ("Sr. Account Executive", SENIOR), ("Engineering Manager", LEAD),
    ],
)  # fmt: skip
def test_seniority_of_a_title(title: str, rung: int | None) -> None:
    assert seniority_of_title(title) == rung


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Evanston, IL", Location("evanston", "US")), ("San Francisco", Location("san francisco", "US")),
        ("Remote - Canada", Location("", "CA")), ("28201 Bremen", Location("bremen", "DE")), ("Toowoomba QLD", Location("toowoomba", "AU")),
        ("München, Deutschland", Location("munich", "DE")), ("NYC", Location("new york", "US")), ("Little Snoring", Location("little snoring", "")),
        ("", Location("", "")), ("London, UK", Location("london", "GB")),
    ],
)  # fmt: skip
def test_places_as_people_write_them(text: str, place: Location) -> None:
    assert read_location(text) == place


@pytest.mark.parametrize(
    ("wanted", "held", "least", "most"),
    [
        ("Registered Nurse - ICU", "Staff Nurse II", 850, 1000), ("Staff Pharmacist", "Apothekerin", 850, 1000),
        ("Senior Data Engineer", "Data Engineer", 850, 1000), ("Backend Engineer", "Data Engineer", 500, 700),
        ("Account Executive", "Sales Executive", 850, 1000), ("Backend Engineer", "Registered Nurse", 0, 0),
        ("Chief of Staff", "Staff Engineer", 0, 100), ("Zeppelin Rigger", "Zeppelin Rigger", 1000, 1000),
        ("Senior Zeppelin Rigger", "Zeppelin Rigging Lead", 0, 500), ("Zeppelin Manager", "Balloon Manager", 0, 0),
        ("Lehrerin für Geographie", "Teacher of Geography", 850, 1000),
    ],
)  # fmt: skip
def test_likeness_of_titles(wanted: str, held: str, least: int, most: int) -> None:
    graph = default_graph()
    assert least <= graph.likeness(graph.read(wanted), graph.read(held)) <= most


POSTING = """Windmill Software
We were founded 20 years ago and love Ruby jokes.
What you'll do
- Build interfaces in React and Redux
What we're looking for
- At least five years of experience with TypeScript
- 3-5 years of experience with Node.js
- GraphQL is a plus
- Fluent German (C1) and English
- Degree in Computer Science or equivalent experience
Bonus points
- Rust
Perks
- We use Slack and pay for Docker Desktop
"""


def read() -> VacancyFacts:
    return vacancy_facts(title="Frontend Engineer", description_text=POSTING)


def test_must_and_nice_are_told_apart() -> None:
    facts = read()
    assert {"react", "typescript"} <= set(facts.skills_must)
    assert {"graphql", "rust"} <= set(facts.skills_nice)
    assert not {"ruby", "slack", "docker"} & {*facts.skills_must, *facts.skills_nice}
    assert not set(facts.skills_must) & set(facts.skills_nice)


def test_years_languages_and_education_of_a_posting() -> None:
    facts = read()
    assert facts.years_required == 5
    assert facts.languages == (("de", FLUENT), ("en", WORKING)) or facts.languages == (
        ("de", FLUENT),
        ("en", FLUENT),
    )
    assert (facts.education, facts.education_or_experience) == (BACHELOR, True)
    assert "computer" in facts.fields


def test_given_tags_serve_where_the_text_is_silent() -> None:
    facts = vacancy_facts(title="Engineer", skills=["python", "PostgreSQL"])
    assert set(facts.skills_must) == {"python", "postgresql"}


def test_requirements_are_sorted_by_their_own_words() -> None:
    demands = read_demands("", ["Python", "Ideally some Rust"])
    assert demands.must == ("Python",) and demands.nice == ("Ideally some Rust",)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of experience in sales", 5), ("3-5 years of professional experience", 3), ("mindestens drei Jahre Berufserfahrung", 3),
        ("over the past 10 years we have worked hard", None), ("founded 12 years ago by working engineers", None), ("You are 18 years of age", None),
        ("two (2) years of working experience", 2), ("Au moins 4 ans d'expérience", 4), ("Five or more years experience", 5),
    ],
)  # fmt: skip
def test_years_required(line: str, years: int | None) -> None:
    assert years_required([line]) == years


def test_a_language_only_mentioned_is_not_asked_for() -> None:
    assert languages_wanted(["We love French fries and serve the Spanish market"]) == ()
    assert languages_wanted(["Native-level Dutch"]) == (("nl", FLUENT),)
    assert NATIVE > FLUENT


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Master's degree or PhD in Physics", MASTER), ("Bachelor’s degree required", BACHELOR), ("Ausbildung oder Studium", VOCATIONAL),
        ("Mastery of the craft", None),
    ],
)  # fmt: skip
def test_education_wanted(line: str, level: int | None) -> None:
    assert education_wanted([line])[0] == level


def test_places_of_a_vacancy_prefer_what_the_pipeline_recognised() -> None:
    facts = vacancy_facts(
        title="Cook", locations=[Place("Main office", "Ghent", "BE"), Place("Remote (US)", remote_scope="US")]
    )
    assert facts.locations == (Location("", "US"), Location("ghent", "BE"))
