"""From a recorded answer to rows: once, again, broken, merged, closed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from apps.core.db import as_system
from apps.events.models import Event
from apps.jobs.models import Status
from apps.vacancies.ingest import command
from apps.vacancies.ingest.crawl import Order
from apps.vacancies.models import Company, RawPosting, SourceRun, Vacancy

pytestmark = pytest.mark.usefixtures("database")


def job(number: int, **changes: Any) -> dict[str, Any]:
    text = " ".join(f"word{number}x{i}" for i in range(90))
    return {
        "id": 1000 + number,
        "title": f"Harbour Pilot {number}",
        "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{1000 + number}",
        "location": {"name": "Rotterdam, Netherlands"},
        "company_name": "Kestrel Pilots B.V.",
        "content": f"&lt;p&gt;You steer ships. {text}&lt;/p&gt;",
        "updated_at": "2026-08-01T10:00:00-04:00",
        "first_published": "2026-08-01T10:00:00-04:00",
        **changes,
    }


def write(path: Path, jobs: list[dict[str, Any]]) -> str:
    path.write_text(json.dumps({"jobs": jobs, "meta": {"total": len(jobs)}}))
    return str(path)


def ingest(origin: str = "", **order: Any) -> dict[str, Any]:
    task = command.ask(
        Order(**{"kind": "greenhouse", "board": "kestrel", "origin": origin, **order}), start=False
    )
    command.run_here(task)
    task = command.state_of(task)
    assert task.status == Status.SUCCEEDED, task.problem
    return command.result_of(task)


def counted(summary: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(summary[name] for name in names)


def test_twice_makes_no_second_row(tmp_path: Path) -> None:
    origin = write(tmp_path / "feed.json", [job(n) for n in range(7)])
    first = ingest(origin)
    assert counted(first, "outcome", "seen", "created", "unchanged") == ("complete", 7, 7, 0)
    again = ingest(origin)
    assert counted(again, "seen", "created", "changed", "unchanged") == (7, 0, 0, 7)
    with as_system():
        assert (Vacancy.objects.count(), RawPosting.objects.count(), Company.objects.count()) == (7, 7, 1)
        assert SourceRun.objects.count() == 2
        assert Event.objects.filter(type="source_run.finished").count() == 2
        row = Vacancy.objects.get(source_id="1003")
    assert (row.title, row.company_name, row.countries) == ("Harbour Pilot 3", "Kestrel Pilots B.V.", ["NL"])
    assert row.description_text.startswith("You steer ships.")


def test_gzip_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "feed.json.gz"
    path.write_bytes(gzip.compress(json.dumps({"jobs": [job(1)]}).encode()))
    assert counted(ingest(str(path)), "seen", "created") == (1, 1)


def test_one_broken_posting_is_reported_and_the_rest_land(tmp_path: Path) -> None:
    jobs = [job(1), job(2, title=None), job(3, id=None), job(4, location=7), job(5)]
    summary = ingest(write(tmp_path / "feed.json", jobs))
    assert summary["created"] + summary["refused"] == 5
    assert summary["created"] >= 2
    assert {fault["source_id"] for fault in summary["faults"]} <= {"", "1002", "1004"}
    assert all(fault["reason"] for fault in summary["faults"])


def test_a_feed_cut_in_the_middle_lands_its_whole_postings_and_closes_nothing(tmp_path: Path) -> None:
    whole = json.dumps({"jobs": [job(n) for n in range(6)]})
    cut = tmp_path / "cut.json"
    cut.write_text(whole[: int(len(whole) * 0.7)])
    summary = ingest(str(cut))
    assert summary["outcome"] == "partial"
    assert summary["created"] == 4
    assert summary["closed"] == 0
    assert summary["fault"]


def test_a_changed_posting_is_changed_in_place(tmp_path: Path) -> None:
    ingest(write(tmp_path / "a.json", [job(1), job(2)]))
    summary = ingest(write(tmp_path / "b.json", [job(1, title="Harbour Master"), job(2)]))
    assert counted(summary, "created", "changed", "unchanged") == (0, 1, 1)
    with as_system():
        assert Vacancy.objects.get(source_id="1001").title == "Harbour Master"
        assert Vacancy.objects.count() == 2


def lever_copy(number: int) -> dict[str, Any]:
    """The same vacancy as `job(number)`, as the employer's other board shows it."""
    text = " ".join(f"word{number}x{i}" for i in range(90))
    return {
        "id": f"00000000-0000-4000-8000-00000000000{number}",
        "text": f"Harbour Pilot {number}",
        "hostedUrl": f"https://jobs.lever.co/kestrel/00000000-0000-4000-8000-00000000000{number}",
        "applyUrl": f"https://jobs.lever.co/kestrel/00000000-0000-4000-8000-00000000000{number}/apply",
        "createdAt": 1785600000000,
        "categories": {"location": "Rotterdam, Netherlands"},
        "description": f"<p>You steer ships. {text}</p>",
        "descriptionPlain": f"You steer ships. {text}",
        "lists": [],
        "additional": "",
    }


def test_a_copy_on_another_board_is_merged(tmp_path: Path) -> None:
    ingest(write(tmp_path / "a.json", [job(1)]))
    copy = tmp_path / "b.json"
    copy.write_text(json.dumps([lever_copy(1)]))
    summary = ingest(str(copy), kind="lever", company_name="Kestrel Pilots")
    assert counted(summary, "created", "merged") == (0, 1)
    with as_system():
        vacancy = Vacancy.objects.get()
        merged = {
            raw.source.kind: raw
            for raw in RawPosting.objects.filter(vacancy=vacancy).select_related("source")
        }
    assert merged["lever"].merge_reason == "the same text elsewhere"
    assert vacancy.source == "greenhouse"
    again = ingest(str(copy), kind="lever", company_name="Kestrel Pilots")
    assert counted(again, "unchanged", "created", "merged") == (1, 0, 0)


def test_a_nul_and_a_lone_surrogate_in_a_feed_are_stored(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(
        '{"jobs": ['
        + json.dumps(job(1, title="Pilot \u0000 x"))
        + ","
        + json.dumps(job(2, title="Pilot \ud800 y"))
        + "]}"
    )
    summary = ingest(str(path))
    assert summary["created"] + summary["refused"] == 2
    assert summary["created"] >= 1


def test_a_missing_file_is_one_clear_fault(tmp_path: Path) -> None:
    summary = ingest(str(tmp_path / "nothing.json"))
    assert summary["outcome"] == "failed"
    assert "nothing.json" in summary["fault"]


@pytest.mark.shared
def test_all_recorded_boards_twice(shared_data: Path) -> None:
    feeds = shared_data / "feeds"
    files = [
        *(("greenhouse", path) for path in sorted((feeds / "greenhouse").iterdir())),
        *(("lever", path) for path in sorted((feeds / "lever").iterdir())),
        *(("ashby", path) for path in sorted((feeds / "ashby").iterdir())),
    ]
    assert len(files) > 15
    for kind, path in files:
        first = ingest(
            str(path), kind=kind, board=path.name.split(".")[0], company_name=path.name.split(".")[0].title()
        )
        assert counted(first, "outcome", "refused") == ("complete", 0), (path, first["faults"])
        assert first["seen"] > 0
    with as_system():
        before = (Vacancy.objects.count(), RawPosting.objects.count(), Company.objects.count())
    for kind, path in files:
        again = ingest(str(path), kind=kind, board=path.name.split(".")[0])
        assert counted(again, "created", "changed", "merged") == (0, 0, 0), path
    with as_system():
        assert (Vacancy.objects.count(), RawPosting.objects.count(), Company.objects.count()) == before
