"""A host's snapshot is kept current, whoever dies meanwhile, and is not asked where it can't tell."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from apps.core.db import acting, as_system
from apps.matching.snapshot import services
from apps.matching.tasks import keep_snapshot
from apps.vacancies.models import CatalogueWrite, OwnVacancy, Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.snapshots import both, held

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.SNAPSHOT_ROOT = tmp_path / "snapshot"


def test_without_files_or_with_old_ones_the_database_counts(
    member: Person, settings: Any, tmp_path: Path
) -> None:
    make_vacancy(title="Baker")
    with acting(member.caller):
        assert held(member, "baker", {}) is None
    with as_system():
        services.bring_up_to_date()
    files = services.files()
    stand = files.stand()
    assert stand is not None
    long_ago = (timezone.now() - timedelta(days=2)).isoformat()
    files.point_at({**stand, "until": long_ago}, _nothing_gone(stand["main"]))
    with acting(member.caller):
        assert held(member, "baker", {}) is None


def test_files_of_a_database_that_was_ahead_are_not_asked(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    files = services.files()
    stand = files.stand()
    assert stand is not None
    ahead = 10**12
    files.point_at({**stand, "seen": f"{ahead}:{ahead}:"}, _nothing_gone(stand["main"]))
    with acting(member.caller):
        assert held(member, "baker", {}) is None
    with as_system():
        assert services.bring_up_to_date(), "and are written anew"
    with acting(member.caller):
        assert held(member, "baker", {}) is not None


def _nothing_gone(main: str) -> Any:
    import numpy as np

    return np.zeros(len(services.files().segment(main)), dtype=bool)


def test_a_writer_that_dies_leaves_what_there_was(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    make_vacancy(title="Baker")

    def full(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patched, as_system(), pytest.raises(OSError, match="no space"):
        patched.setattr("apps.matching.snapshot.files.replace", full)
        services.bring_up_to_date()
    counted, in_files = both(member, "baker", {})
    assert (in_files, counted.count) == (counted, 2)
    with as_system():
        assert services.bring_up_to_date()
        assert not services.bring_up_to_date(), "nothing was written since"
    folders = [path for path in services.files().folder.iterdir() if path.name.startswith("part-")]
    assert len(folders) == 2, "what was not finished is gone"


def test_many_changes_make_all_of_it_anew(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "LONGEST_TAIL", 2)
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    for _ in range(3):
        make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    snapshot = services.files().open()
    assert snapshot is not None
    assert (len(snapshot.main), len(snapshot.tail)) == (4, 0)


def test_beat_writes_it_and_forgets_what_nobody_asks_for(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        CatalogueWrite.objects.update(at=timezone.now() - timedelta(days=3))
    assert keep_snapshot()
    with as_system():
        assert not CatalogueWrite.objects.exists()
    counted, in_files = both(member, "baker", {})
    assert (in_files, counted.count) == (counted, 1)


def test_own_vacancies_and_seen_again_ones_leave_no_trace(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        CatalogueWrite.objects.all().delete()
        Vacancy.objects.update(last_seen_at=timezone.now())
    with acting(member.caller):
        OwnVacancy.objects.create(workspace_id=member.caller.workspace_id, source_id="1", title="Baker")
    with as_system():
        assert not CatalogueWrite.objects.exists()


def test_where_very_much_was_written_the_database_is_asked(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.matching.search.held.MOST_WRITTEN", 2)
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    for number in range(3):
        with acting(member.caller):
            standing = held(member, "baker", {})
        assert standing is not None and len(standing.written) == number
        make_vacancy(title="Baker")
    with acting(member.caller):
        assert held(member, "baker", {}) is None


def test_a_process_that_answers_requests_leaves_all_of_it_to_another(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def here(words: list[Any], *, check: bool) -> None:
        """In this process, whose settings name the test's own database."""
        started.append([Path(str(word)).name for word in words[1:]])
        call_command(*started[-1][1:])

    monkeypatch.setattr("apps.matching.snapshot.services.subprocess.run", here)
    make_vacancy(title="Baker")
    with as_system():
        services.follow()
    assert started == [["manage.py", "keep_snapshot"]]
    make_vacancy(title="Baker")
    with as_system():
        services.follow()
        services.follow()
    assert len(started) == 1, "what was written since is added here"
    with acting(member.caller):
        standing = held(member, "baker", {})
    assert standing is not None
    assert (standing.with_words, standing.written) == (2, [])
