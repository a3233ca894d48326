"""The sum, its weights, its bands, and that it is the same everywhere."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from apps.matching.scoring import (
    Match,
    Title,
    VacancyFacts,
    Wishes,
    resume_facts,
    score,
    vacancy_facts,
)
from apps.matching.scoring.fit import PARTS, asked_by, points, weights_for
from apps.matching.scoring.match import BANDS
from apps.resumes.content import ResumeContent, WorkExperience, empty_content, empty_education, empty_work
from apps.vacancies import lexicon
from apps.vacancies.normalise.posting import Place

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 1)
SKILLS = ("Python", "Django", "PostgreSQL", "Kubernetes", "React", "TypeScript", "Kafka", "Docker", "Redis")
TITLES = (
    "Backend Engineer",
    "Data Engineer",
    "Product Manager",
    "Registered Nurse",
    "Account Executive",
    "Zeppelin Rigger",
)
POSTING = """The role
You will build services in Python and Django.
Requirements
- 4+ years of experience with Python and PostgreSQL
- Bachelor's degree in Computer Science or equivalent experience
- Fluent English
- Kubernetes in production
Nice to have
- Kafka
- React
Benefits
- Free lunch, and a Docker container of cookies
"""


def job(position: str, start: str, end: str, *lines: str, company: str = "Quillmoor Works") -> WorkExperience:
    entry = empty_work()
    entry["company"], entry["position"] = company, position
    entry["start_date"], entry["end_date"], entry["is_current"] = start, end, not end
    entry["responsibilities"] = list(lines)
    return entry


def engineer() -> ResumeContent:
    content = empty_content()
    content["contact_info"]["address"] = "Berlin, Germany"
    content["work_experience"] = [
        job(
            "Senior Backend Engineer",
            "2021-03",
            "",
            "Moved the billing service to Django",
            "Tuned PostgreSQL",
        ),
        job("Python Developer", "2018-01", "2021-02", "Wrote importers in Python", company="Fennmark Labs"),
    ]
    content["skills"] = [{"name": "Tools", "keywords": ["Docker", "Redis"]}]
    content["languages"] = [{"language": "English", "fluency": "fluent"}]
    school = empty_education()
    school["degree"], school["field_of_study"] = "B.Sc.", "Computer Science"
    content["education"] = [school]
    return content


def posting() -> VacancyFacts:
    return vacancy_facts(title="Backend Engineer", description_text=POSTING)


@st.composite
def contents(draw: st.DrawFn) -> ResumeContent:
    content = empty_content()
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(2005, 2024))
        end = draw(st.one_of(st.just(""), st.integers(start, 2026).map(str)))
        lines = [f"Worked with {name}" for name in draw(st.lists(st.sampled_from(SKILLS), max_size=3))]
        content["work_experience"].append(job(draw(st.sampled_from(TITLES)), str(start), end, *lines))
    content["skills"] = [{"name": "", "keywords": draw(st.lists(st.sampled_from(SKILLS), max_size=6))}]
    content["contact_info"]["address"] = draw(st.sampled_from(["", "Berlin", "Austin, TX"]))
    if draw(st.booleans()):
        content["languages"] = [
            {"language": "English", "fluency": draw(st.sampled_from(["fluent", "basic", ""]))}
        ]
    return content


@st.composite
def vacancies(draw: st.DrawFn) -> VacancyFacts:
    must = draw(st.lists(st.sampled_from(SKILLS), max_size=6))
    nice = draw(st.lists(st.sampled_from(SKILLS), max_size=4))
    years = draw(st.integers(0, 9))
    lines = ["Requirements", *(f"- {name}" for name in must)]
    lines += [f"- {years} years of experience"] if years else []
    lines += ["- Fluent English and German"] if draw(st.booleans()) else []
    lines += ["Nice to have", *(f"- {name}" for name in nice)]
    seniority = draw(st.sampled_from([None, "junior", "senior", "lead"]))
    return vacancy_facts(
        title=draw(st.sampled_from(TITLES)), description_text="\n".join(lines), seniority=seniority
    )


def assert_adds_up(match: Match) -> None:
    assert sum(part.score for part in match.parts) == match.score
    assert sum(part.weight for part in match.parts) == 100
    assert all(0 <= part.score <= part.weight for part in match.parts)


@given(contents(), vacancies())
def test_parts_add_up(content: ResumeContent, vacancy: VacancyFacts) -> None:
    match = score(resume_facts(content, TODAY), vacancy, Wishes(salary_floor=50_000, currency="EUR"))
    assert_adds_up(match)
    assert 0 <= match.score <= 100
    assert match.band == next(band for least, band in BANDS if match.score >= least)


def test_weights_make_a_hundred_for_every_choice_of_parts() -> None:
    optional = [name for name in PARTS if name not in ("skills", "title")]
    for bits in range(2 ** len(optional)):
        chosen = {name for index, name in enumerate(optional) if bits >> index & 1} | {"skills", "title"}
        weights = weights_for(tuple(name for name in PARTS if name in chosen))
        assert sum(weight for _, weight in weights) == 100
        assert {name for name, _ in weights} == chosen


def test_weights_hang_on_the_vacancy_alone() -> None:
    vacancy = posting()
    rich = score(resume_facts(engineer(), TODAY), vacancy)
    bare = score(resume_facts(empty_content(), TODAY), vacancy)
    assert [(part.name, part.weight) for part in rich.parts] == [
        (part.name, part.weight) for part in bare.parts
    ]


def test_what_is_not_asked_is_not_a_part() -> None:
    names = asked_by(vacancy_facts(title="Cook"), Wishes())
    assert names == ("skills", "title")


def test_unknown_is_not_zero() -> None:
    match = score(resume_facts(empty_content(), TODAY), posting())
    assert match.parts
    for part in match.parts:
        assert part.unknown
        assert part.score * 2 in (part.weight, part.weight + 1)


def test_silence_beats_a_proven_lack() -> None:
    vacancy = posting()
    silent, lacking = engineer(), engineer()
    silent["languages"] = []
    lacking["languages"] = [{"language": "Polish", "fluency": "native"}]
    lines = [score(resume_facts(content, TODAY), vacancy) for content in (silent, lacking)]
    languages = [next(part for part in match.parts if part.name == "languages") for match in lines]
    assert languages[0].unknown and not languages[1].unknown
    assert languages[0].score > languages[1].score


def test_a_fitting_resume_is_strong_and_a_stranger_poor() -> None:
    vacancy = posting()
    fitting = score(resume_facts(engineer(), TODAY), vacancy)
    content = empty_content()
    content["work_experience"] = [job("Pastry Cook", "2012-01", "", "Laminated croissants")]
    content["skills"] = [{"name": "", "keywords": ["sugar work", "croissants"]}]
    stranger = score(resume_facts(content, TODAY), vacancy)
    assert fitting.band in ("excellent", "strong")
    assert stranger.band in ("weak", "poor")


def test_explanation_names_what_is_found_and_missing() -> None:
    skills = score(resume_facts(engineer(), TODAY), posting()).parts[0]
    assert {"Python", "Django", "PostgreSQL"} <= set(skills.found)
    assert "Kubernetes" in skills.missing
    assert "Docker" not in (*skills.found, *skills.missing), "named in the benefits only"


@given(contents(), vacancies())
@settings(max_examples=150)
def test_predicted_gain_is_the_real_gain(content: ResumeContent, vacancy: VacancyFacts) -> None:
    before = score(resume_facts(content, TODAY), vacancy)
    for suggestion in before.suggestions:
        edited = copy.deepcopy(content)
        edit = suggestion.edit
        if edit.kind == "add_skill":
            edited["skills"].append({"name": "", "keywords": [lexicon.name_of(edit.value)]})
        elif edit.kind == "show_skill":
            if not edited["work_experience"]:
                continue
            edited["work_experience"][0]["responsibilities"].append(lexicon.name_of(edit.value))
        else:
            name = {"en": "English", "de": "German"}[edit.value]
            edited["languages"] = [entry for entry in edited["languages"] if entry["language"] != name]
            edited["languages"].append({"language": name, "fluency": "fluent"})
        after = score(resume_facts(edited, TODAY), vacancy)
        assert after.score - before.score == suggestion.gain > 0


def test_suggestions_come_best_first() -> None:
    gains = [suggestion.gain for suggestion in score(resume_facts(engineer(), TODAY), posting()).suggestions]
    assert gains
    assert gains == sorted(gains, reverse=True)


@given(contents(), vacancies(), st.randoms(use_true_random=False))
def test_order_changes_nothing(content: ResumeContent, vacancy: VacancyFacts, random: Random) -> None:
    shuffled = copy.deepcopy(content)
    random.shuffle(shuffled["work_experience"])
    for entry in shuffled["work_experience"]:
        random.shuffle(entry["responsibilities"])
    random.shuffle(shuffled["skills"][0]["keywords"])
    assert score(resume_facts(shuffled, TODAY), vacancy) == score(resume_facts(content, TODAY), vacancy)


@given(contents(), vacancies(), st.integers(2, 40))
def test_repeating_never_raises(content: ResumeContent, vacancy: VacancyFacts, times: int) -> None:
    before = score(resume_facts(content, TODAY), vacancy).score
    stuffed = copy.deepcopy(content)
    stuffed["skills"] = stuffed["skills"] * times
    stuffed["languages"] = stuffed["languages"] * times
    for entry in stuffed["work_experience"]:
        entry["responsibilities"] = entry["responsibilities"] * times
    assert score(resume_facts(stuffed, TODAY), vacancy).score <= before
    twice = copy.deepcopy(content)
    twice["work_experience"] = twice["work_experience"] * times
    assert score(resume_facts(twice, TODAY), vacancy).score <= before


@given(contents(), vacancies())
def test_pasting_the_posting_into_the_summary_changes_nothing(
    content: ResumeContent, vacancy: VacancyFacts
) -> None:
    before = score(resume_facts(content, TODAY), vacancy)
    stuffed = copy.deepcopy(content)
    stuffed["summary"] = POSTING * 20 + " ".join(SKILLS)
    stuffed["extra"] = [{"path": "meta.hidden", "json": POSTING}]
    assert score(resume_facts(stuffed, TODAY), vacancy) == before


@given(contents(), vacancies(), st.integers(1, 300))
def test_foreign_keywords_never_raise(content: ResumeContent, vacancy: VacancyFacts, number: int) -> None:
    before = score(resume_facts(content, TODAY), vacancy).score
    stuffed = copy.deepcopy(content)
    known = stuffed["skills"][0]["keywords"]
    # The first skill ever named turns "unknown" into an answer; that is no stuffing.
    assume(known or any(entry["responsibilities"] for entry in content["work_experience"]))
    known.extend(f"flurb{index} quazzle" for index in range(number))
    assert score(resume_facts(stuffed, TODAY), vacancy).score <= before


def test_a_line_of_keywords_is_a_list_and_not_work() -> None:
    plain, dumped = engineer(), engineer()
    plain["skills"].append({"name": "", "keywords": ["Kubernetes", "Kafka", "React", *SKILLS]})
    names = ["Kubernetes", "Kafka", "React", *SKILLS, "TypeScript", "Terraform", "Ansible", "Java", "Rust"]
    dumped["work_experience"][0]["responsibilities"].append(", ".join(names))
    vacancy = posting()
    assert (
        score(resume_facts(dumped, TODAY), vacancy).score <= score(resume_facts(plain, TODAY), vacancy).score
    )


def test_work_counts_more_than_a_list() -> None:
    vacancy = vacancy_facts(title="Backend Engineer", skills=["Kubernetes"])
    listed, shown = engineer(), engineer()
    listed["skills"].append({"name": "", "keywords": ["Kubernetes"]})
    shown["work_experience"][0]["responsibilities"].append("Ran Kubernetes")
    assert (
        score(resume_facts(shown, TODAY), vacancy).score > score(resume_facts(listed, TODAY), vacancy).score
    )


def test_another_graph_of_titles_can_take_the_place() -> None:
    class Blind:
        def read(self, text: str) -> Title:
            return Title(text, "", "", (), ())

        def likeness(self, wanted: Title, held: Title) -> int:
            return 0

    blind = score(resume_facts(engineer(), TODAY), posting(), graph=Blind())
    assert next(part for part in blind.parts if part.name == "title").score == 0


@pytest.mark.parametrize(("permits", "ratio"), [(None, 500), (("FR",), 0), (("DE", "FR"), 1000)])
def test_a_permit_is_a_part_where_it_must_be_brought_along(
    permits: tuple[str, ...] | None, ratio: int
) -> None:
    strict = vacancy_facts(
        title="Backend Engineer",
        description_text=f"{POSTING}\nWe cannot sponsor visas.",
        locations=[Place(text="Berlin", city="Berlin", country="DE")],
    )
    match = score(resume_facts(engineer(), TODAY), strict, Wishes(permits=permits))
    assert_adds_up(match)
    part = next(part for part in match.parts if part.name == "permit")
    assert part.score == points(part.weight, ratio)
    assert part.unknown is (permits is None)
    assert part.found + part.missing == ("work permit for DE",)


def test_a_hundred_runs_give_one_score() -> None:
    assert len({score(resume_facts(engineer(), TODAY), posting()) for _ in range(100)}) == 1


_PRINT = """
import sys
sys.path[:0] = [{root!r}, {here!r}]
import json, dataclasses
from test_scoring_fit import engineer, posting, TODAY
from apps.matching.scoring import Wishes, resume_facts, score
match = score(resume_facts(engineer(), TODAY), posting(), Wishes(salary_floor=1, currency="EUR", countries=("DE", "AT")))
print(json.dumps(dataclasses.asdict(match)))
"""


def test_two_processes_give_the_same_match() -> None:
    answers = []
    for seed in ("1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", _PRINT.format(root=str(ROOT), here=str(Path(__file__).parent))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(json.loads(run.stdout))
    assert answers[0] == answers[1]
    assert answers[0]["parts"]
