"""Merge then unmerge is the identity, to the bit, whatever came before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from apps.core.db import as_system
from apps.vacancies.ingest import members
from apps.vacancies.ingest.derive import derive
from apps.vacancies.merging import services
from apps.vacancies.models import MergeDecision, RawPosting, Vacancy
from tests.database import empty_tables
from tests.vacancies.merging import Snapshot, crawl, greenhouse, lever, remotive, snapshot

pytestmark = pytest.mark.usefixtures("database")

JOBS = 4
MAKERS: dict[str, Callable[..., dict[str, Any]]] = {
    "greenhouse": greenhouse,
    "lever": lever,
    "remotive": remotive,
}
NUMBERS = st.lists(st.integers(1, JOBS), unique=True, max_size=JOBS)


def job(kind: str, number: int, version: int) -> dict[str, Any]:
    """Job `number` as a kind of board shows it; another version says something else."""
    changes: dict[str, dict[str, Any]] = {
        "greenhouse": {"title": f"Harbour Pilot {version}"},
        "lever": {"categories": {"location": "Rotterdam, Netherlands", "team": f"Team {version}"}},
        "remotive": {"salary": f"€{50 + version},000 - €{60 + version},000"},
    }
    return MAKERS[kind](number, **(changes[kind] if version else {}))


class Catalogue(RuleBasedStateMachine):
    """Crawls, merges and unmerges in any order. Each merge is taken back at once, and made again; what was held at the
    moment of a merge must be there again whenever the last thing done is undone."""

    def __init__(self) -> None:
        super().__init__()
        empty_tables()
        # What was before each merge that still may be undone first, with the posting to undo it by.
        self.undoable: list[tuple[UUID, UUID, Snapshot]] = []

    @rule(
        kind=st.sampled_from(sorted(MAKERS)),
        numbers=NUMBERS,
        is_complete=st.booleans(),
        version=st.integers(0, 2),
    )
    def crawl(self, kind: str, numbers: list[int], is_complete: bool, version: int) -> None:
        crawl(kind, [job(kind, n, version) for n in numbers], is_complete=is_complete)
        self.undoable.clear()

    @rule(data=st.data())
    def merge_and_unmerge(self, data: st.DataObject) -> None:
        living = self.living()
        if len(living) < 2:
            return
        into, absorbed = data.draw(st.permutations(living))[:2]
        kind = data.draw(st.sampled_from(MergeDecision.Kind.values))
        before = snapshot()
        posting = self.one_of(absorbed)
        services.merge(into=into, absorbed=absorbed, actor_id=None, reason="alike", kind=kind)
        merged = snapshot()
        services.unmerge(vacancy_id=into, posting_id=posting, actor_id=None)
        assert snapshot() == before
        services.merge(into=into, absorbed=absorbed, actor_id=None, reason="alike", kind=kind)
        assert self.without_moment(snapshot()) == self.without_moment(merged)
        self.undoable.append((into, posting, before))

    @precondition(lambda self: self.undoable)
    @rule()
    def undo_the_last(self) -> None:
        into, posting, before = self.undoable.pop()
        services.unmerge(vacancy_id=into, posting_id=posting, actor_id=None)
        assert snapshot() == before

    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        with as_system():
            applied = [
                (one.vacancy_id, one.posting_id)
                for one in MergeDecision.objects.filter(state="applied")
                .select_related("posting")
                .order_by("pk")
                if one.posting.vacancy_id == one.vacancy_id
            ]
        if not applied:
            return
        vacancy, posting = data.draw(st.sampled_from(applied))
        services.unmerge(vacancy_id=vacancy, posting_id=posting, actor_id=None)
        self.undoable.clear()

    def teardown(self) -> None:
        self.every_row_is_what_its_postings_make_it()

    def living(self) -> list[UUID]:
        with as_system():
            return list(
                Vacancy.objects.filter(merged_into=None, postings__isnull=False)
                .distinct()
                .order_by("pk")
                .values_list("pk", flat=True)
            )

    def one_of(self, vacancy_id: UUID) -> UUID:
        with as_system():
            return (
                RawPosting.objects.filter(vacancy_id=vacancy_id)
                .order_by("pk")
                .values_list("pk", flat=True)[0]
            )

    def without_moment(self, found: Snapshot) -> Snapshot:
        """The version of a row tells the moment of its last merge: made again, it is another."""
        return {
            model: {
                pk: {name: value for name, value in row.items() if name != "updated_at"}
                for pk, row in rows.items()
            }
            for model, rows in found.items()
        }

    def every_row_is_what_its_postings_make_it(self) -> None:
        with as_system():
            rows = members.rows_of(self.living())
            for pk, held in members.held_by(rows, rows).items():
                derived = derive(list(held.values()))
                company_key = derived.pop("company_key")
                assert rows[pk].company.key == company_key
                assert {name: getattr(rows[pk], name) for name in derived} == derived
            kept = dict(RawPosting.objects.values_list("pk", "content"))
            for held in members.held_by(rows, rows).values():
                assert all((kept[pk] is None) == (len(held) == 1) for pk in held)


@pytest.mark.parametrize("steps", [8])
def test_merge_then_unmerge_is_the_identity(steps: int) -> None:
    run_state_machine_as_test(
        Catalogue,
        settings=settings(
            max_examples=15,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
