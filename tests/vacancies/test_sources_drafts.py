"""Each recorded answer is read into exactly the drafts that are written down in `data/recorded_drafts.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from apps.vacancies.sources.registry import all_sources
from tests.vacancies.recorded_drafts import FILE, plain, summary
from tests.vacancies.test_sources_recorded import EXPECTED


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text())
    return found


def test_every_verified_source_is_written_down(written: dict[str, Any]) -> None:
    assert set(written) == {source.kind for source in all_sources() if source.terms.verified}
    assert {kind: found["count"] for kind, found in written.items()} == {
        kind: expected.read for kind, expected in EXPECTED.items()
    }


@pytest.mark.shared
@pytest.mark.parametrize("kind", EXPECTED)
def test_answers_become_the_drafts_that_are_written_down(
    shared_data: Path, written: dict[str, Any], kind: str
) -> None:
    found = summary(shared_data, kind)
    assert found["first"] == written[kind]["first"]
    assert found == written[kind]


def test_a_difference_in_any_field_is_seen() -> None:
    assert plain({"title": "Baker"}) != plain({"title": "Bakery"})
    assert plain({"remote": "hybrid", "language": ""}) == {"remote": "hybrid"}
