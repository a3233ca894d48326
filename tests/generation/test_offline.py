"""The writer without a model: it chooses and orders, and every line it keeps leads back to the source."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.generation.grounding import ResumeDraft, VacancyBrief, facts_of, verify
from apps.generation.grounding.sentences import selected, sentences
from apps.generation.offline import Tailored, tailor
from apps.generation.vocabulary import Length
from apps.resumes.content import ResumeContent, empty_content, empty_education, empty_project, empty_work
from apps.resumes.parsing import parse
from tests.generation.people import ottilie
from tests.matching.rendercv import load_resume

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 1)
LENGTHS: tuple[Length, ...] = get_args(Length)
STREAMING = VacancyBrief(
    title="Streaming Engineer",
    company_name="Larkspur Systems",
    description_text="Requirements\n- Kafka\n- Terraform\nNice to have\n- Rust",
    skills=("kafka",),
)
TEACHING = VacancyBrief(
    title="SQL Trainer", description_text="Requirements\n- SQL\n- You trained analysts before"
)


def words(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False).split())


def long_resume(bullets: int) -> ResumeContent:
    content = ottilie()
    for number in range(8):
        job = empty_work()
        job["company"], job["position"] = f"Tarnwick {number}", "Data Engineer"
        job["start_date"], job["end_date"] = f"{1994 + 2 * number}-01", f"{1995 + 2 * number}-12"
        job["responsibilities"] = [
            f"Looked after mill {line} of valley {number}, day and night." for line in range(bullets)
        ]
        content["work_experience"].append(job)
    return content


def test_the_vacancy_decides_what_comes_first() -> None:
    streaming = tailor(ottilie(), STREAMING, today=TODAY).content
    assert streaming["work_experience"][0]["responsibilities"][0].startswith(
        "Designed a streaming pipeline (Kafka"
    )
    assert streaming["skills"][0]["keywords"][0] == "Terraform"
    teaching = tailor(ottilie(), TEACHING, today=TODAY).content
    assert teaching["work_experience"][1]["responsibilities"][0] == "Trained eleven analysts in SQL."
    assert teaching["skills"][0]["keywords"][0] == "SQL"


def test_emphasis_brings_forward() -> None:
    stressed = tailor(ottilie(), STREAMING, emphasis=["warehouse spend"], today=TODAY).content
    assert stressed["work_experience"][0]["responsibilities"][0].startswith("Moved 140 nightly Airflow jobs")


def test_every_job_stays_with_its_dates_and_order() -> None:
    source = long_resume(6)
    for length in LENGTHS:
        tailored = tailor(source, STREAMING, length=length, today=TODAY).content
        named = [(job["company"], job["start_date"], job["end_date"]) for job in tailored["work_experience"]]
        assert named == [
            (job["company"], job["start_date"], job["end_date"]) for job in source["work_experience"]
        ]
        assert tailored["education"] and len(tailored["education"]) == len(source["education"])


def test_recent_jobs_keep_a_bullet_however_tight_it_gets() -> None:
    source = long_resume(40)
    source["summary"] = " ".join(f"Sentence number {number} says little indeed." for number in range(200))
    tailored = tailor(source, STREAMING, today=TODAY).content
    assert tailored["work_experience"][0]["responsibilities"]
    assert len(tailored["work_experience"][-1]["responsibilities"]) <= 1


def test_lengths_differ_and_full_drops_nothing() -> None:
    source = long_resume(9)
    one, two, full = (tailor(source, STREAMING, length=length, today=TODAY) for length in LENGTHS)
    assert words(one.content) < words(two.content) < words(full.content)
    assert full.dropped == ()
    assert sorted(full.content["work_experience"][0]["responsibilities"]) == sorted(
        source["work_experience"][0]["responsibilities"]
    )


def test_dropped_and_kept_make_the_whole() -> None:
    source = long_resume(9)
    tailored = tailor(source, STREAMING, today=TODAY)
    for index, (kept, job) in enumerate(
        zip(tailored.content["work_experience"], source["work_experience"], strict=True)
    ):
        gone = [
            job["responsibilities"][int(path.rsplit(".", 1)[1])]
            for path in tailored.dropped
            if path.startswith(f"work_experience.{index}.responsibilities.")
        ]
        assert sorted([*gone, *kept["responsibilities"]]) == sorted(job["responsibilities"])
    assert tailored.dropped


def test_every_line_has_its_evidence() -> None:
    tailored = tailor(ottilie(), STREAMING, today=TODAY)
    claims = {one.claim for one in tailored.evidence}
    for job in tailored.content["work_experience"]:
        assert set(job["responsibilities"]) <= claims
        assert {job["company"], job["position"], *sentences(job["description"])} <= claims
    assert set(sentences(tailored.content["summary"])) <= claims
    source = {(fact.path, fact.text) for fact in facts_of(ottilie())}
    assert {(one.source_path, one.source_text) for one in tailored.evidence} <= source


def test_the_source_is_left_as_it_is() -> None:
    source = long_resume(5)
    before = copy.deepcopy(source)
    tailor(source, STREAMING, today=TODAY)
    assert source == before


def test_suggestions_name_what_the_vacancy_asks_and_the_resume_lacks() -> None:
    brief = VacancyBrief(title="Data Engineer", description_text="Requirements\n- Kubernetes\n- Python")
    suggestions = tailor(ottilie(), brief, today=TODAY).suggestions
    assert "kubernetes" in [suggestion.edit.value for suggestion in suggestions]
    assert all(suggestion.gain > 0 for suggestion in suggestions)


def test_without_today_the_resume_tells_the_time() -> None:
    assert tailor(ottilie(), STREAMING) == tailor(ottilie(), STREAMING)
    tailor(empty_content(), STREAMING)


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["Led a team of 5.", "Did not lead.", "It was cancelled. Twice.", "Met Dr. Moth. Left.", "Kafka", "in York. for 3 years", "Saved 1.2k. However, lost 2k."]
    ),
)  # fmt: skip
DATES = st.sampled_from(["", "2015", "2019-04", "2022-11", "2024-01-31"])


@st.composite
def resumes(draw: st.DrawFn) -> ResumeContent:
    content = empty_content()
    content["summary"] = " ".join(draw(st.lists(LINES, max_size=4)))
    content["contact_info"]["headline"] = draw(LINES)
    for _ in range(draw(st.integers(0, 4))):
        job = empty_work()
        job["company"], job["position"] = draw(st.sampled_from(["Quillmoor", "Fennmark", ""])), draw(LINES)
        job["start_date"], job["end_date"], job["is_current"] = draw(DATES), draw(DATES), draw(st.booleans())
        job["description"] = draw(LINES)
        job["responsibilities"] = draw(st.lists(LINES, max_size=9))
        job["skills"] = draw(st.lists(LINES, max_size=3))
        content["work_experience"].append(job)
    for _ in range(draw(st.integers(0, 2))):
        school, project = empty_education(), empty_project()
        school["institution"], school["degree"], school["honors"] = (
            draw(LINES),
            draw(LINES),
            draw(st.lists(LINES, max_size=4)),
        )
        school["graduation_date"], school["relevant_courses"] = draw(DATES), draw(st.lists(LINES, max_size=6))
        project["name"], project["description"], project["highlights"] = (
            draw(LINES),
            draw(LINES),
            draw(st.lists(LINES, max_size=5)),
        )
        content["education"].append(school)
        content["projects"].append(project)
    content["languages"] = [
        {"language": draw(LINES), "fluency": draw(LINES)} for _ in range(draw(st.integers(0, 2)))
    ]
    content["skills"] = [
        {"name": draw(LINES), "keywords": draw(st.lists(LINES, max_size=6))}
        for _ in range(draw(st.integers(0, 3)))
    ]
    content["extra"] = [
        {"path": "meta", "json": draw(st.dictionaries(st.text(max_size=5), st.integers(), max_size=2))}
    ]
    return content


@given(resumes(), st.sampled_from(LENGTHS))
@settings(max_examples=150)
def test_what_it_writes_is_always_grounded(content: ResumeContent, length: Length) -> None:
    tailored = tailor(content, STREAMING, length=length)
    assert verify(ResumeDraft(tailored.content), facts_of(content)).unsupported == ()


@given(st.lists(LINES, max_size=6), st.data())
def test_a_selection_keeps_whole_sentences(lines: list[str], data: st.DataObject) -> None:
    text = " ".join(lines)
    units = sentences(text)
    kept = data.draw(st.sets(st.integers(0, max(0, len(units) - 1))))
    assert sentences(selected(text, kept)) == tuple(
        unit for number, unit in enumerate(units) if number in kept
    )


def test_two_processes_write_the_same() -> None:
    script = (
        "import sys, json, dataclasses; sys.path.insert(0, sys.argv[1]);"
        "from tests.generation.test_offline import *;"
        "print(json.dumps(dataclasses.asdict(tailor(long_resume(9), STREAMING, emphasis=['mill', 'Rust'], today=TODAY))))"
    )
    answers = [
        subprocess.run(
            [sys.executable, "-c", script, str(ROOT)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "777")
    ]
    assert answers[0] == answers[1]
    assert json.loads(answers[0])["evidence"]


@pytest.mark.shared
@pytest.mark.parametrize("length", LENGTHS)
def test_invented_resumes_of_every_trade_are_tailored_and_grounded(shared_data: Path, length: Length) -> None:
    paths = sorted((shared_data / "resumes_invented" / "truth").glob("*.yaml"))
    assert len(paths) >= 30
    for path in paths:
        source = load_resume(path)
        tailored: Tailored = tailor(source, STREAMING, length=length, today=TODAY)
        assert len(tailored.content["work_experience"]) == len(source["work_experience"])
        assert tailored.evidence, path.name


@pytest.mark.shared
def test_parsed_files_are_tailored_and_grounded(shared_data: Path) -> None:
    """What the parser really reads out of files, with its slips: nothing of it may make the writer say more."""
    paths = [
        path
        for path in sorted((shared_data / "resumes_invented" / "pdf").glob("*.pdf"))
        if "_scan" not in path.name
    ]
    assert len(paths) >= 10
    for path in paths:
        source = parse(path.read_bytes(), filename=path.name).content
        for length in LENGTHS:
            assert tailor(source, STREAMING, length=length, today=TODAY).evidence, path.name
