"""A board of one answer: a crawl that is killed reads on in the answer it has, and asks for nothing again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.vacancies.ingest import engine
from apps.vacancies.ingest.catalogue_target import CatalogueTarget
from apps.vacancies.ingest.kept import LONGEST_SECONDS
from apps.vacancies.ingest.target import Counts, Received
from apps.vacancies.models import Source, SourceRun
from tests.vacancies.crawling import (
    Answer,
    Asked,
    Host,
    Killed,
    as_json,
    forget_the_hosts,
    hosting,
    hurry,
    read_board,
    standing,
)

pytestmark = pytest.mark.usefixtures("database")


def job(number: int) -> dict[str, Any]:
    return {
        "id": 5000 + number,
        "title": f"Harbour Pilot {number}",
        "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{5000 + number}",
        "location": {"name": "Rotterdam"},
        "content": f"&lt;p&gt;You steer ships of class {number}.&lt;/p&gt;",
    }


@pytest.fixture
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.CRAWL_ROOT = tmp_path / "crawl"
    return tmp_path / "crawl"


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Host]:
    hurry(monkeypatch, "greenhouse")
    monkeypatch.setattr(engine, "BATCH", 2)
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        show(host, 5)
        yield host


def show(host: Host, count: int) -> None:
    jobs = {"jobs": [job(number) for number in range(count)], "meta": {"total": count}}
    host.answer = lambda _: as_json(jobs, ETag='"first"')


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def killed_before_the_first_batch(host: Host, monkeypatch: pytest.MonkeyPatch, task: Any) -> None:
    """The answer is there, and nothing of it is written."""

    def write(self: CatalogueTarget, received: Sequence[Received], prepared: object) -> Counts:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(CatalogueTarget, "write", write)
        with pytest.raises(Killed):
            read_board(host, "greenhouse", task_id=task)


@pytest.mark.parametrize("killed_at", [0, 1, 2, 3])
def test_one_answer_is_asked_for_once(
    host: Host, folder: Path, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    task = uuid7()
    if not killed_at:
        killed_before_the_first_batch(host, monkeypatch, task)
    else:
        with pytest.raises(Killed):
            read_board(host, "greenhouse", task_id=task, killed_at=killed_at)
    show(host, 1)  # what the board shows by now is for the next run to see
    run = read_board(host, "greenhouse", task_id=task)
    assert (run.outcome, run.seen, run.created, run.pages, run.requests) == ("complete", 5, 5, 1, 1)
    assert len(host.asked) == 1
    assert all(standing().values())
    with as_system():
        assert Source.objects.get().etag == '"first"'
    assert kept(folder) == []


def test_what_is_kept_is_gone_when_the_run_is(host: Host, folder: Path) -> None:
    read_board(host, "greenhouse")
    host.answer = lambda _: Answer(b'{"jobs": [' + b'{"id": 1},' * 3, cut=10)
    assert read_board(host, "greenhouse").outcome == "failed"
    host.answer = lambda asked: (
        Answer(status=304) if asked.headers.get("if-none-match") else Answer(status=500)
    )
    assert read_board(host, "greenhouse").outcome == "unchanged"
    assert kept(folder) == []


def test_an_answer_of_another_day_is_not_believed(
    host: Host, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, old = uuid7(), time.time() - LONGEST_SECONDS - 1
    killed_before_the_first_batch(host, monkeypatch, task)
    (path,) = kept(folder)
    os.utime(path, (old, old))
    assert read_board(host, "greenhouse", task_id=task).outcome == "complete"
    assert len(host.asked) == 2


def test_what_dead_runs_left_is_swept_after_a_day(
    host: Host, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_the_first_batch(host, monkeypatch, uuid7())
    killed_before_the_first_batch(host, monkeypatch, uuid7())
    first, second = kept(folder)
    os.utime(first, (0, 0))
    read_board(host, "greenhouse")
    assert kept(folder) == [second]


def test_a_disk_that_takes_nothing_costs_a_request_and_no_more(
    host: Host, settings: LazySettings, tmp_path: Path
) -> None:
    settings.CRAWL_ROOT = tmp_path / "a file"
    settings.CRAWL_ROOT.touch()
    task = uuid7()
    with pytest.raises(Killed):
        read_board(host, "greenhouse", task_id=task, killed_at=1)
    assert read_board(host, "greenhouse", task_id=task).outcome == "complete"
    assert len(host.asked) == 2


def test_what_is_kept_is_nobody_elses_to_read(
    host: Host, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_the_first_batch(host, monkeypatch, uuid7())
    (path,) = kept(folder)
    assert (folder.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)
    with as_system():
        assert SourceRun.objects.get().requests == 1


def test_the_next_run_asks_for_itself(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_before_the_first_batch(host, monkeypatch, uuid7())
    asked: list[Asked] = host.asked
    assert read_board(host, "greenhouse").seen == 5
    assert len(asked) == 2
