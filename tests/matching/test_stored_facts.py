"""Facts kept as JSON come back as they were; what is remembered stays bounded."""

from __future__ import annotations

import dataclasses
import gzip
import json
from pathlib import Path

import pytest

from apps.core.cached.recent import Recent
from apps.matching.occupations.reading import data_files
from apps.matching.pasted import title_and_text
from apps.matching.scoring import VacancyFacts, vacancy_facts
from apps.matching.stored_facts import StoredFacts, from_json, read_by, reader, to_json
from apps.vacancies.normalise.posting import Place


def returned(facts: VacancyFacts) -> VacancyFacts:
    return from_json(json.loads(json.dumps(to_json(facts))))


def test_every_field_is_kept() -> None:
    assert set(StoredFacts.__annotations__) == {field.name for field in dataclasses.fields(VacancyFacts)}
    full = vacancy_facts(
        title="Senior Data Engineer (Streaming)",
        description_text="Requirements:\n- Kafka\n- 5 years of experience with SQL\n- Fluent German\n- Bachelor's degree in Physics\n"
        "- Active security clearance\nNice to have:\n- Airflow\n",
        remote="hybrid",
        locations=[Place(text="Berlin", city="Berlin", country="DE")],
        salary_year_min=60_000,
        salary_year_max=80_000,
        salary_currency="EUR",
        employment_type="full_time",
        visa_sponsorship=False,
    )
    unsaid = [
        field.name for field in dataclasses.fields(full) if getattr(full, field.name) in (None, "", (), False)
    ]
    assert set(unsaid) <= {"sponsors", "education_or_experience"}
    assert returned(full) == full


@pytest.mark.shared
def test_recorded_postings_come_back_as_they_were(shared_data: Path) -> None:
    with gzip.open(
        shared_data / "postings" / "ashby_full_descriptions.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        postings = [json.loads(line) for _, line in zip(range(60), lines, strict=False)]
    for posting in postings:
        facts = vacancy_facts(
            title=posting["title"],
            description_text=posting["descriptionPlain"] or "",
            locations=[Place(text=posting["location"] or "")],
        )
        assert returned(facts) == facts


def test_the_reader_is_named_by_its_code() -> None:
    assert len(reader()) == 16
    assert reader() == reader()


def test_the_reader_is_another_when_the_graph_of_occupations_is() -> None:
    files = read_by()
    assert set(data_files()) <= set(files)
    assert {"words.py", "titles.py", "graph.py", "spelling.py"} <= {path.name for path in files}


def test_what_is_longest_unused_goes_first() -> None:
    recent: Recent[int, str] = Recent(2)
    recent.put(1, "one")
    recent.put(2, "two")
    assert recent.get(1) == "one"
    recent.put(3, "three")
    assert (recent.get(2), recent.get(1), recent.get(3), len(recent)) == (None, "one", "three", 2)


@pytest.mark.parametrize(
    ("pasted", "title", "text"),
    [
        ("  Welder\n\nWe weld.\n", "Welder", "We weld."),
        ("Welder", "Welder", ""),
        ("We " + "weld " * 40, "", ("We " + "weld " * 40).strip()),
    ],
)
def test_a_short_first_line_is_the_title(pasted: str, title: str, text: str) -> None:
    assert title_and_text(pasted) == (title, text)
