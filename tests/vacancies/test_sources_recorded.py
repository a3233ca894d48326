"""The recorded answers: every posting is read, and every field is either used or knowingly left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from apps.core.errors import NotFound
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import Board, PostingRefused, Source
from apps.vacancies.sources.registry import all_sources, get_source, recognise


@dataclass(frozen=True)
class Expected:
    """What the recorded answers of a kind come to. `silent` are fields that may be empty in some of them."""

    read: int
    refused: Mapping[str, int] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    folder: str = ""
    board: str = "board"


EXPECTED = {
    "greenhouse": Expected(343),
    "lever": Expected(12),
    "ashby": Expected(287 + 4983),
    "smartrecruiters": Expected(11),
    "workable": Expected(1),
    "recruitee": Expected(2),
    "personio": Expected(1),
    "teamtailor": Expected(2),
    "pinpoint": Expected(2, silent=frozenset({"posted_at"})),
    "oracle": Expected(2, folder="oracle_orc", board="abcd.fa.us2/CX_1"),
    # When and, of several places, where is told by the detail.
    "workday": Expected(10, silent=frozenset({"posted_at", "locations"}), board="acme/wd5/Careers"),
    "neogov": Expected(2),
    "remoteok": Expected(4),
    "remotive": Expected(3),
    "remotejobsorg": Expected(261),
    "arbeitnow": Expected(3),
    "jobicy": Expected(3),
    "himalayas": Expected(318, silent=frozenset({"locations"})),
    "themuse": Expected(126),
    "torre": Expected(3),
    # One thread of 838 comments. Of 792 that stand, 45 have no first line by the convention: chatter, and free texts.
    "hackernews": Expected(
        747,
        refused={"deleted": 28, "dead": 18, "the first line is not by the convention": 45},
        silent=frozenset({"locations", "company_name"}),
        folder="hn_firebase",
        board="15824597",
    ),
    "weworkremotely": Expected(3),
}
COLLECTORS_OWN = {"_board", "_commit"}  # keys whoever recorded the answers put in


def recorded(shared_data: Path, source: Source) -> Iterator[Mapping[str, object]]:
    folder = EXPECTED[source.kind].folder or source.kind
    paths = [path for path in sorted((shared_data / "feeds" / folder).iterdir()) if path.stem != "detail"]
    if source.kind == "ashby":
        paths.append(shared_data / "postings" / "ashby_full_descriptions.jsonl.gz")
    for path in paths:
        with path.open("rb") as stream:
            yield from source.iter_items(stream)


def leaves(value: object, path: str = "") -> Iterator[str]:
    """Dotted names of all values, lists passed through."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
        if value:
            return
    if isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
        if any(isinstance(inner, Mapping) for inner in value):
            return
    yield path


@pytest.mark.shared
@pytest.mark.parametrize("kind", EXPECTED)
def test_all_recorded_postings_are_read(shared_data: Path, kind: str) -> None:
    source, expected, refused, read = get_source(kind), EXPECTED[kind], Counter[str](), 0
    assert source.terms.verified
    for item in recorded(shared_data, source):
        try:
            draft = source.parse(item, Board(slug=expected.board, company_name="Acme"))
        except PostingRefused as refusal:
            refused[refusal.reason] += 1
            continue
        read += 1
        empty = {name for name in ("posted_at", "locations", "company_name") if not getattr(draft, name)}
        assert empty <= expected.silent
        assert draft.posted_at is None or draft.posted_at.tzinfo is not None
        assert read > 100 or normalise(draft).title
        found = recognise(draft.url)
        # No id: the posting's address doesn't hold it. No board: the address doesn't name it.
        assert found is None or (found[0].kind == kind and found[2] in {draft.source_id, ""})
    assert dict(refused) == expected.refused
    assert read == expected.read


@pytest.mark.shared
@pytest.mark.parametrize("kind", EXPECTED)
def test_every_recorded_field_is_used_or_named_as_ignored(shared_data: Path, kind: str) -> None:
    source = get_source(kind)
    known = source.used_fields | source.ignored_fields
    seen = {leaf for item in recorded(shared_data, source) for leaf in leaves(item)} - COLLECTORS_OWN
    unknown = {
        leaf
        for leaf in seen
        if not any(
            leaf == name or leaf.startswith(f"{name}.") or name.startswith(f"{leaf}.") for name in known
        )
    }
    assert not unknown
    assert not source.used_fields & source.ignored_fields


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["greenhouse", "lever"])
def test_board_lists_are_recognised(shared_data: Path, kind: str) -> None:
    lines = (shared_data / "postings" / "board_urls" / f"{kind}.csv").read_text().splitlines()[1:]
    urls = [line.rsplit(",", 1)[1] for line in lines]
    assert len(urls) > 1000
    not_boards = {url for url in urls if get_source(kind).recognise(url) is None}
    assert not_boards <= {"https://job-boards.greenhouse.io/embed"}  # the frame other boards stand in


def test_the_registry_knows_its_kinds() -> None:
    assert {source.kind for source in all_sources()} >= set(EXPECTED)
    assert {source.kind for source in all_sources() if source.terms.verified} == set(EXPECTED)
    with pytest.raises(NotFound, match="greenhouse"):
        get_source("pigeon")
