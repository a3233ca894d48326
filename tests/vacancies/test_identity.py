"""The same job, a repost, or another one: precision before recall."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit

import pytest

from apps.vacancies.identity import (
    Decision,
    Fingerprint,
    canonical_url,
    decide,
    fingerprint,
    identity_key,
    minhash,
    posting_key,
    similarity,
    vendor_key,
)
from apps.vacancies.normalise import Posting, normalise
from apps.vacancies.sources.base import PostingDraft

TEXT = " ".join(f"word{number % 97} bread{number % 53} oven{number % 31}" for number in range(120))
POSTED = datetime(2026, 3, 1, tzinfo=UTC)
DRAFT = PostingDraft(
    source="greenhouse",
    board="acme",
    source_id="1",
    url="https://job-boards.greenhouse.io/acme/jobs/1",
    title="Senior Baker, Night",
    company_name="Acme",
    payload={},
    locations=("Lisbon, Portugal",),
    description_html=f"<p>{TEXT}</p>",
    posted_at=POSTED,
)


class Changes(TypedDict, total=False):
    """Fields of the draft that a test changes."""

    source: str
    board: str
    source_id: str
    url: str
    title: str
    company_name: str
    locations: tuple[str, ...]
    description_html: str
    posted_at: datetime | None
    employment_type: str
    requisition_id: str


ELSEWHERE: Changes = {
    "source": "aggregator",
    "board": "all",
    "source_id": "x9",
    "url": "https://jobs.example.com/a/x9",
}


def printed(changes: Changes | None = None, *, is_closed: bool = False) -> Fingerprint:
    draft = replace(DRAFT, **(changes or {}))
    return fingerprint(normalise(draft, POSTED + timedelta(days=90)), is_closed=is_closed)


def against_first(changes: Changes, *, is_closed: bool = False) -> Decision:
    return decide(printed(changes), [printed(is_closed=is_closed)])


def test_the_same_posting_is_the_same() -> None:
    decision = against_first({"title": "Another title", "locations": ("Porto",)})
    assert (decision.kind, decision.target, decision.confidence) == ("same", 0, 1.0)


def test_an_aggregators_link_reveals_the_vendor() -> None:
    for url in (
        "https://www.example.com/careers?gh_jid=1",
        "https://boards.greenhouse.io/embed/job_app?token=1",
    ):
        assert against_first({**ELSEWHERE, "url": url, "title": "Baker"}).kind == "same"


def test_a_copy_elsewhere_is_a_cross_post() -> None:
    decision = against_first({**ELSEWHERE, "title": "Sr. Baker - Night", "company_name": "ACME, Inc."})
    assert (decision.kind, decision.target) == ("cross_post", 0)
    assert decision.confidence > 0.9
    assert decision.evidence["similarity"] == 1.0


@pytest.mark.parametrize(
    "changes",
    [
        {"locations": ("Porto, Portugal",)},
        {"locations": ("Lisbon, Portugal", "Porto, Portugal")},
        {"locations": ("Remote - Portugal",)},
        {"locations": ()},
        {"title": "Baker, Night"},
        {"title": "Senior Baker, Day"},
        {"title": "Senior Baker, Night II"},
        {"company_name": ""},
        {"description_html": "<p>" + " ".join(f"other{number}" for number in range(200)) + "</p>"},
        {"description_html": "<p>Short.</p>", "posted_at": POSTED + timedelta(days=80)},
        {"description_html": "", "posted_at": None},
    ],
)
def test_what_differs_is_new(changes: Changes) -> None:
    decision = against_first({**ELSEWHERE, **changes})
    assert (decision.kind, decision.target) == ("new", None)
    assert decision.reason


def test_kinds_of_employment_and_requisitions_tell_apart() -> None:
    full = printed({"employment_type": "FullTime", "requisition_id": "R-1"})
    assert decide(printed({**ELSEWHERE, "employment_type": "PartTime"}), [full]).kind == "new"
    assert decide(printed({**ELSEWHERE, "requisition_id": "R-2"}), [full]).kind == "new"
    assert decide(printed({**ELSEWHERE, "requisition_id": "R-1"}), [full]).kind == "cross_post"


def test_two_open_ids_of_one_board_are_two_openings() -> None:
    second: Changes = {"source_id": "2", "url": "https://job-boards.greenhouse.io/acme/jobs/2"}
    assert against_first(second).kind == "new"
    assert against_first({**ELSEWHERE, "url": second["url"]}).kind == "new"


def test_posted_again_after_it_was_closed_is_a_repost() -> None:
    second: Changes = {"source_id": "2", "url": "https://job-boards.greenhouse.io/acme/jobs/2"}
    assert against_first(second, is_closed=True).kind == "repost"
    assert against_first(ELSEWHERE, is_closed=True).kind == "repost"
    assert against_first({**second, "description_html": "<p>Other</p>"}, is_closed=True).kind == "new"
    assert against_first({**second, "locations": ("Porto",)}, is_closed=True).kind == "new"


def test_without_texts_all_else_must_fit_and_be_recent() -> None:
    bare: Changes = {"description_html": "<p>Short.</p>"}
    assert decide(printed({**ELSEWHERE, **bare}), [printed(bare)]).confidence == 0.75
    late = printed({**ELSEWHERE, **bare, "posted_at": POSTED + timedelta(days=61)})
    assert decide(late, [printed(bare)]).kind == "new"


def test_the_surest_candidate_wins_in_any_order() -> None:
    copy, itself = printed(ELSEWHERE), printed()
    assert decide(printed(), [copy, itself]).target == 1
    assert decide(printed(), [itself, copy]).target == 0
    assert decide(printed(), []).kind == "new"


def test_a_careers_page_is_no_posting() -> None:
    careers = "https://www.example.com/careers"
    known = printed({"source": "list", "url": careers})
    assert decide(printed({**ELSEWHERE, "url": careers, "title": "Cook"}), [known]).kind == "new"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (
            "https://boards.greenhouse.io/Acme/jobs/12?gh_src=x",
            "https://job-boards.greenhouse.io/acme/jobs/12",
        ),
        (
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=12",
            "https://job-boards.greenhouse.io/acme/jobs/12",
        ),
        ("https://jobs.lever.co/acme/0a1b/apply?lever-source=x", "https://jobs.lever.co/acme/0a1b"),
        ("https://jobs.ashbyhq.com/Acme%20Co/0A1B/application", "https://jobs.ashbyhq.com/acme%20co/0a1b"),
        ("http://www.Example.com/jobs/9/apply/?utm_source=a&id=7#top", "https://example.com/jobs/9?id=7"),
        ("https://example.com/jobs/9?b=2&a=1", "https://example.com/jobs/9?a=1&b=2"),
        ("https://example.com/jobs/12345?gh_jid=12345", "https://example.com/jobs/12345"),
        ("", ""),
        ("https://[broken", ""),
        ("not a link", ""),
    ],
)
def test_canonical_url(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_keys() -> None:
    assert posting_key("ashby", "Acme%20Co", "7") == posting_key("ashby", "acme co", "7") == "ashby:acme co:7"
    assert vendor_key("https://example.com/x?ashby_jid=0A-1") == "ashby:0a-1"
    assert vendor_key("https://example.com/x") == ""
    assert identity_key(normalise(DRAFT)) == identity_key(
        normalise(replace(DRAFT, source_id="2", title="Sr. Baker - Night"))
    )
    assert identity_key(normalise(replace(DRAFT, locations=()))) == ""


def test_minhash_tells_how_much_two_texts_share() -> None:
    words = [f"w{number}" for number in range(1000)]
    whole, most = minhash(" ".join(words)), minhash(" ".join(words[:900]))
    assert similarity(whole, whole) == 1.0
    assert 0.75 < (similarity(whole, most) or 0) < 1.0
    assert (similarity(whole, minhash(" ".join(f"v{number}" for number in range(1000)))) or 0) < 0.1
    assert minhash("too short") == ()
    assert similarity((), whole) is None
    assert all(0 <= number < 2**32 for number in whole)


def listed(path: Path, name: str) -> dict[str, tuple[str, Fingerprint]]:
    found = {}
    for row in json.loads((path / f"{name}_new_grad_listings.json").read_text()):
        posting: Posting = normalise(
            PostingDraft(
                source="list", board=name, source_id=row["id"], url=row["url"], title=row["title"],
                company_name=row["company_name"], locations=tuple(row["locations"]),
                posted_at=datetime.fromtimestamp(row["date_posted"], UTC), payload=row,
            )
        )  # fmt: skip
        found[row["id"]] = (row["url"], fingerprint(posting))
    return found


@pytest.mark.shared
def test_certain_pairs_of_two_lists_meet_and_only_they(shared_data: Path) -> None:
    """Where the addresses are equal, query included, the two must merge; where a vendor's ids differ they must not."""
    path = shared_data / "postings" / "dedup_pair"
    ours, theirs = listed(path, "simplify"), listed(path, "cvrve")
    candidates: dict[str, list[Fingerprint]] = defaultdict(list)
    for _, each in theirs.values():
        for key in {canonical_url(each.url), each.vendor, each.key} - {""}:
            candidates[key].append(each)
    merged: dict[str, Fingerprint] = {}
    for one, (_, each) in ours.items():
        near = [
            old for key in {canonical_url(each.url), each.vendor, each.key} - {""} for old in candidates[key]
        ]
        decision = decide(each, near)
        if decision.target is not None:
            merged[one] = near[decision.target]
    with (path / "certain_pairs.csv").open() as stream:
        pairs = [(row["simplify_id"], row["cvrve_id"]) for row in csv.DictReader(stream)]
    certain = [(one, other) for one, other in pairs if address(ours[one][0]) == address(theirs[other][0])]
    assert len(certain) >= 30
    assert [
        one
        for one, other in certain
        if merged.get(one) is None or address(merged[one].url) != address(ours[one][0])
    ] == []
    for one, old in merged.items():
        mine = ours[one][1].vendor
        assert not (mine and old.vendor) or mine == old.vendor


def address(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path.rstrip("/").removesuffix("/apply").removesuffix("/application")
    query = "&".join(
        part for part in parts.query.split("&") if part.startswith(("gh_jid", "ashby_jid", "token"))
    )
    return f"{parts.hostname}{path}?{query}"
