"""Search answers graded questions as well as when its figures were last committed, give or take .02.

A small part of `bench.search_quality`: what falls here is measured in the whole by `python -m bench.search_quality`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from apps.core.db import acting
from apps.matching import search
from bench import search_small
from bench.search_corpus import ingest
from bench.search_database import prepare
from bench.search_figures import PAGE, Mode, fallen
from tests.factories.accounts import Person


@pytest.mark.shared
def test_quality_has_not_fallen(member: Person, shared_data: Path, tmp_path: Path) -> None:
    placed = ingest(search_small.drafts(shared_data), tmp_path)
    prepare()

    def ask(query: str, mode: Mode) -> Sequence[UUID]:
        with acting(member.caller):
            found = search.answer(caller=member.caller, query=query, mode=mode, page_size=PAGE)
        return [hit.pk for hit in found.results]

    figures = search_small.measure(ask, placed)

    committed = json.loads(search_small.COMMITTED.read_text(encoding="utf-8"))
    assert set(figures) == set(committed)
    assert fallen(figures, committed) == []
