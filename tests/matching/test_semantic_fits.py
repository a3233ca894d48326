"""Fits, vectors and the index of this host, from stored vacancies to what a question finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from apps.core.db import as_system
from apps.events.models import Event
from apps.jobs import runner
from apps.jobs.models import GlobalTask, Status
from apps.matching import semantic
from apps.matching.jobs import EMBED_VACANCIES, FIT_MEANING
from apps.matching.models import SemanticFit, VacancyVector
from apps.matching.semantic import indexing, learning, services
from apps.matching.tasks import keep_meaning
from apps.vacancies.models import Vacancy
from tests.factories.vacancies import make_vacancy
from tests.matching.beginnings import Beginnings
from tests.matching.trades import fill_catalogue, posting

pytestmark = pytest.mark.usefixtures("database", "own_root")


@pytest.fixture
def own_root(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own; and a small vocabulary, so that a fit takes a second."""
    settings.SEMANTIC_ROOT = tmp_path / "semantic"
    monkeypatch.setattr(learning, "CONTEXTS", 300)
    monkeypatch.setattr(
        services, "lessons", lambda: ["ward nurse, nurse, krankenpfleger", "chef, cook, koch"]
    )


@pytest.fixture
def fitted(database: None, own_root: None, beginnings: Beginnings) -> Iterator[SemanticFit]:
    """300 postings of five trades, and the fit of them in use."""
    beginnings.begin("fitted", read_and_fit)
    with as_system():
        yield SemanticFit.objects.get()


def read_and_fit() -> None:
    fill_catalogue(300)
    assert keep_meaning() == FIT_MEANING
    work()


def work() -> list[GlobalTask]:
    """Do what is queued, as a worker would; answers what it came to."""
    with as_system():
        queued = list(GlobalTask.objects.filter(kind__startswith="matching.", status=Status.QUEUED))
    for task in queued:
        runner.run(task.pk, is_global=True)
    with as_system():
        return list(GlobalTask.objects.filter(pk__in=[task.pk for task in queued]))


def titles_near(query: str, side: str = "title", count: int = 10) -> list[str]:
    space = semantic.current()
    assert space is not None
    hits = space.nearest(space.embed_query(query), count)
    hits = sorted(hits, key=lambda hit: -getattr(hit, side))[:count]
    with as_system():
        rows = Vacancy.objects.in_bulk([hit.pk for hit in hits])
    return [rows[hit.pk].title for hit in hits]


def test_nothing_is_fitted_from_too_few() -> None:
    fill_catalogue(20)
    assert keep_meaning() is None
    assert semantic.current() is None


def test_a_fit_is_in_use_once_all_have_vectors(fitted: SemanticFit) -> None:
    assert fitted.state == SemanticFit.State.CURRENT
    assert (fitted.postings, fitted.dimensions, VacancyVector.objects.filter(fit=fitted).count()) == (
        300,
        256,
        300,
    )
    assert fitted.figures["open"] == 300 and fitted.figures["off_topic"] > 100
    space = semantic.current()
    assert space is not None and space.version == fitted.version and len(space.index) == 300
    assert {title.split()[-1] for title in titles_near("night nurse")} == {"Nurse"}
    assert Event.objects.filter(type="semantic_fit.completed", subject_id=fitted.pk).count() == 1
    assert keep_meaning() is None


def test_meaning_reaches_other_words_of_the_trade(fitted: SemanticFit) -> None:
    assert {title.split()[-1] for title in titles_near("haul freight trailer", "body")} == {"Driver"}
    assert {title.split()[-1] for title in titles_near("bedside wound infusion", "body")} == {"Nurse"}


def test_what_comes_later_is_found_without_a_restart(fitted: SemanticFit) -> None:
    before = semantic.current()
    title, body = posting("welding", 999)
    came = make_vacancy(title=f"Underwater {title}", description_text=body)
    assert keep_meaning() == EMBED_VACANCIES
    assert [task.result for task in work()] == [{"embedded": 1}]
    after = semantic.current()
    assert after is not None and before is not None and len(after.index) == len(before.index) + 1
    assert came.pk in {hit.pk for hit in after.nearest(after.embed_query(title), 100)}


def test_what_changed_is_found_by_what_it_says_now(fitted: SemanticFit) -> None:
    row = Vacancy.objects.filter(title__endswith="Nurse").first()
    assert row is not None
    row.title, row.description_text = posting("cooking", 5)
    row.save()
    services.ask_to_embed()
    work()
    space = semantic.current()
    assert space is not None and len(space.index) == 300
    found = {hit.pk: hit for hit in space.nearest(space.embed_query("pastry chef"), 60)}
    assert found[row.pk].title > 0.5
    [alone] = space.nearest(space.embed_query("registered nurse"), 300, among=[row.pk])
    assert alone.title < 0.5


def test_only_those_allowed_are_found(fitted: SemanticFit) -> None:
    space = semantic.current()
    assert space is not None
    allowed = list(Vacancy.objects.filter(title__contains="Driver").values_list("pk", flat=True)[:7])
    found = space.nearest(space.embed_query("registered nurse"), 50, among=allowed)
    assert {hit.pk for hit in found} == set(allowed)
    assert space.nearest(space.embed_query("registered nurse"), 50, among=[]) == []


def test_what_was_closed_goes_with_the_next_building(
    fitted: SemanticFit, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Vacancy.objects.filter(title__endswith="Nurse")
    count = rows.update(status="closed", closed_at=timezone.now())
    services.forget_old()
    assert VacancyVector.objects.count() == 300 - count
    monkeypatch.setattr(indexing, "OLDEST_MAIN", timedelta(0))
    services.follow()
    space = semantic.current()
    assert space is not None and len(space.index) == 300 - count


def test_a_worker_killed_before_the_end_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    fill_catalogue(250)
    keep_meaning()

    def killed(fit: SemanticFit) -> None:
        raise SystemExit

    monkeypatch.setattr(services, "_put_in_use", killed)
    with pytest.raises(SystemExit):
        work()
    assert semantic.current() is None
    monkeypatch.undo()
    with as_system():
        [half] = SemanticFit.objects.all()
        assert half.state == SemanticFit.State.EMBEDDING
        GlobalTask.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
        task = GlobalTask.objects.get()
    runner.run(task.pk, is_global=True)
    with as_system():
        [whole] = SemanticFit.objects.all()
        assert (whole.pk, whole.state) == (half.pk, SemanticFit.State.CURRENT)
        assert GlobalTask.objects.get().status == Status.SUCCEEDED
        assert Event.objects.filter(type="semantic_fit.completed").count() == 1


def test_a_larger_catalogue_is_fitted_anew_and_the_old_version_kept_a_day(fitted: SemanticFit) -> None:
    fill_catalogue(70)
    assert keep_meaning() == FIT_MEANING
    work()
    new = SemanticFit.objects.get(state=SemanticFit.State.CURRENT)
    fitted.refresh_from_db()
    assert fitted.state == SemanticFit.State.RETIRED and new.postings == 370
    space, old = semantic.current(), semantic.of_version(fitted.version)
    assert space is not None and space.version == new.version and len(space.index) == 370
    assert old is not None and old.version == fitted.version and len(old.index) == 300
    SemanticFit.objects.filter(pk=fitted.pk).update(retired_at=timezone.now() - timedelta(hours=25))
    services.forget_old()
    assert semantic.of_version(fitted.version) is None
    assert VacancyVector.objects.count() == 370


def test_a_host_without_a_worker_catches_up(fitted: SemanticFit, tmp_path: Path, settings: Any) -> None:
    settings.SEMANTIC_ROOT = tmp_path / "another host"
    assert semantic.current() is None
    services.follow()
    space = semantic.current()
    assert space is not None and (space.version, len(space.index)) == (fitted.version, 300)


def test_an_index_of_an_older_format_is_built_anew(fitted: SemanticFit, tmp_path: Path) -> None:
    written = tmp_path / "semantic" / fitted.version / "index.json"
    stand = json.loads(written.read_text())
    del stand["format"]
    written.write_text(json.dumps(stand))
    assert semantic.current() is None
    services.follow()
    space = semantic.current()
    assert space is not None and len(space.index) == 300
