"""What one job becomes on other boards: which kind of merge, which proposal, and what stays apart."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies.identity import (
    Decision,
    Fingerprint,
    blocking_keys,
    decide,
    fingerprint,
    from_json,
    to_json,
)
from apps.vacancies.identity.blocking import KEY_LENGTH, MOST_KEYS
from apps.vacancies.identity.texts import contained, likeness, shingles, sketch
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import PostingDraft

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = [f"word{number}" for number in range(700)]
TEXT = " ".join(random.Random(5).choices(WORDS, k=500))
DRAFT = PostingDraft(
    source="greenhouse", board="acme", source_id="1", url="https://job-boards.greenhouse.io/acme/jobs/1",
    title="Senior Baker, Night", company_name="Acme Mills", payload={}, locations=("Lisbon, Portugal",),
    description_html=f"<p>{TEXT}</p>", posted_at=NOW, requisition_id="REQ-1234",
)  # fmt: skip
COPY = replace(
    DRAFT, source="aggregator", board="all", source_id="x9", url="https://jobs.example.com/a/x9", requisition_id=""
)  # fmt: skip


def printed(draft: PostingDraft, *, is_closed: bool = False) -> Fingerprint:
    return fingerprint(normalise(draft, NOW + timedelta(days=90)), is_closed=is_closed)


def edited(share: float, seed: int = 1) -> str:
    """The text with that share of its words replaced."""
    chance, words = random.Random(seed), TEXT.split()
    for at in chance.sample(range(len(words)), round(share * len(words))):
        words[at] = f"new{chance.randrange(10_000)}"
    return f"<p>{' '.join(words)}</p>"


def compared(draft: PostingDraft, *, is_closed: bool = False) -> Decision:
    """Against the first draft; and wherever a merge is made, blocking must have found it."""
    new, old = printed(draft), printed(DRAFT, is_closed=is_closed)
    decision = decide(new, [old])
    if decision.is_merge:
        assert set(blocking_keys(new)) & set(blocking_keys(old))
    return decision


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.15])
def test_an_edited_copy_is_a_cross_post(share: float) -> None:
    assert compared(replace(COPY, description_html=edited(share))).kind == "cross_post"


@pytest.mark.parametrize(
    "title",
    [
        "Night - Senior Baker", "Senior Baker, Night (m/f/d)", "Senior Baker, Night | Acme Mills", "Sr. Baker – Night (Lisbon)",
        "Senior Baker, Night - Portugal", "Senior Baker， Night （f／m／x）", "Senior Baker, Night at Acme Mills Inc.",
    ],
)  # fmt: skip
def test_a_title_spelt_otherwise_is_the_same_role(title: str) -> None:
    assert compared(replace(COPY, title=title)).kind == "cross_post"


def test_a_template_and_a_cut_leave_a_copy() -> None:
    around = " ".join(f"other{number}" for number in range(150))
    assert compared(replace(COPY, description_html=f"<p>{around} {TEXT}</p>")).kind == "cross_post"
    half = " ".join(TEXT.split()[:250])
    assert compared(replace(COPY, description_html=f"<p>{half}</p>")).kind == "cross_post"


def test_half_of_a_text_within_another_is_no_copy() -> None:
    words = TEXT.split()[:250] + [f"other{number}" for number in range(250)]
    assert compared(replace(COPY, description_html=f"<p>{' '.join(words)}</p>")).kind == "new"


def test_an_agency_has_the_text_under_its_own_name() -> None:
    agency = replace(COPY, company_name="Kestrel & Lowe Recruitment", description_html=edited(0.1))
    decision = compared(agency)
    assert (decision.kind, decision.evidence["company"]) == ("agency_copy", "other")
    assert compared(replace(agency, title="Baker, Night")).kind == "new"
    assert compared(replace(agency, locations=("Porto, Portugal",))).kind == "new"
    assert compared(replace(agency, description_html="")).kind == "new"


def test_a_branch_under_a_longer_name_is_a_cross_post() -> None:
    assert compared(replace(COPY, company_name="Acme Mills Portugal")).kind == "cross_post"
    assert compared(replace(COPY, company_name="Acme Mills Portugal", description_html="")).kind == "new"


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        (replace(COPY, title="Senior Baker and Confectioner, Night"), "cross_post"),
        (replace(COPY, locations=("Lisbon, Portugal", "Porto, Portugal")), "cross_post"),
        (replace(COPY, locations=("Portugal",)), "cross_post"),
        (
            replace(COPY, title="Senior Baker and Confectioner, Night", company_name="Kestrel & Lowe"),
            "agency_copy",
        ),
    ],
    ids=["title", "more places", "only the country", "title and employer"],
)
def test_the_unsure_are_proposed(copy: PostingDraft, kind: str) -> None:
    decision = compared(copy)
    assert (decision.kind, decision.target) == ("new", None)
    assert decision.proposal is not None
    assert (decision.proposal.kind, decision.proposal.target) == (kind, 0)
    assert 0.4 < decision.proposal.confidence < 0.75


@pytest.mark.parametrize("title", ["Junior Baker, Night", "Senior Baker II, Night", "Baker Intern, Night"])
def test_another_level_is_not_even_proposed(title: str) -> None:
    decision = compared(replace(COPY, title=title))
    assert (decision.kind, decision.proposal, decision.reason) == ("new", None, "another level")


def test_one_requisition_listed_per_place_is_one_vacancy() -> None:
    second = replace(
        DRAFT,
        source_id="2",
        url="https://job-boards.greenhouse.io/acme/jobs/2",
        locations=("Porto, Portugal",),
    )
    assert compared(second).kind == "many_places"
    assert compared(replace(second, locations=DRAFT.locations)).kind == "cross_post"
    assert compared(replace(second, requisition_id="REQ-9999")).kind == "new"
    assert compared(replace(second, requisition_id="")).kind == "new"
    assert compared(replace(second, title="Junior Baker, Night")).kind == "new"


def test_a_placeholder_is_no_requisition() -> None:
    tbd = replace(DRAFT, requisition_id="tbd")
    second = replace(
        tbd, source_id="2", url="https://job-boards.greenhouse.io/acme/jobs/2", locations=("Porto",)
    )
    assert decide(printed(second), [printed(tbd)]).kind == "new"


def test_a_role_that_is_always_open_is_evergreen() -> None:
    again = replace(
        DRAFT, source_id="2", url="https://job-boards.greenhouse.io/acme/jobs/2", requisition_id=""
    )
    old = printed(replace(DRAFT, requisition_id=""), is_closed=True)
    assert decide(printed(again), [old]).kind == "repost"
    assert decide(printed(again), [replace(old, reposts=3)]).kind == "evergreen"
    pool = replace(DRAFT, title="Talent Pool Bakers", requisition_id="")
    later = replace(pool, source_id="2", url=again.url)
    assert decide(printed(later), [printed(pool, is_closed=True)]).kind == "evergreen"


def test_the_next_months_thread_is_a_repost() -> None:
    first = replace(
        COPY,
        source="hackernews",
        board="100",
        source_id="101",
        url="https://news.ycombinator.com/item?id=101",
    )
    later = replace(first, board="200", source_id="201", url="https://news.ycombinator.com/item?id=201")
    assert decide(printed(later), [printed(first)]).kind == "repost"
    assert decide(printed(replace(later, board="100")), [printed(first)]).kind == "new"


def test_an_agency_stands_beside_the_employer_on_one_aggregator() -> None:
    agency = replace(COPY, source_id="x3", url="https://jobs.example.com/a/x3", company_name="Kestrel & Lowe")
    assert decide(printed(agency), [printed(COPY)]).kind == "agency_copy"
    hosted = replace(DRAFT, source_id="3", url="https://job-boards.greenhouse.io/other/jobs/3", board="other")
    assert decide(printed(replace(hosted, company_name="Kestrel & Lowe")), [printed(DRAFT)]).kind == "new"


def test_a_decision_does_not_depend_on_the_order_of_the_candidates() -> None:
    near = replace(COPY, source_id="x1", url="https://jobs.example.com/a/x1", description_html=edited(0.1))
    porto = replace(near, source_id="x2", url="https://jobs.example.com/a/x2", locations=("Porto",))
    known = [printed(near), printed(DRAFT), printed(porto)]
    found = [
        decide(printed(COPY), [known[at] for at in order]) for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2))
    ]
    assert [one.kind for one in found] == ["cross_post"] * 3
    assert [one.target for one in found] == [1, 1, 0]


def test_blocking_keys_are_few_and_short() -> None:
    many = replace(DRAFT, locations=tuple(f"Place {number}" for number in range(50)))
    keys = blocking_keys(printed(many))
    assert len(keys) <= MOST_KEYS
    assert {len(key) for key in keys} == {KEY_LENGTH}
    assert blocking_keys(printed(replace(COPY, locations=()))) == ()


def test_a_role_in_another_city_shares_no_key() -> None:
    elsewhere = replace(COPY, locations=("Porto, Portugal",))
    assert not set(blocking_keys(printed(elsewhere))) & set(blocking_keys(printed(DRAFT)))


def test_a_stored_fingerprint_comes_back_as_it_was() -> None:
    found = printed(DRAFT)
    again = from_json(
        to_json(found), key=found.key, source=found.source, board=found.board, source_id=found.source_id, url=found.url,
        minhash=found.minhash, is_closed=False,
    )  # fmt: skip
    assert again == found
    old = from_json({}, key="", source="a", board="b", source_id="c", url="", minhash=(), is_closed=True)
    assert (old.places, old.words, old.posted_at) == ((), b"", None)


def test_the_sketch_of_words_estimates_what_is_shared() -> None:
    whole, most = sketch(" ".join(WORDS)), sketch(" ".join(WORDS[:560]))
    assert (len(whole.minhash), len(whole.words), whole.vocabulary) == (128, 128, 700)
    assert likeness(whole.words, whole.words) == 1.0
    alike = likeness(whole.words, most.words)
    assert alike == pytest.approx(0.8, abs=0.07)
    assert contained(alike or 0, whole.vocabulary, most.vocabulary) > 0.93
    assert likeness(whole.words, b"") is None
    assert sketch("too short").words == b""


@given(st.floats(0, 1), st.integers(0, 5000), st.integers(0, 5000))
def test_what_is_contained_is_never_less_than_what_is_alike(alike: float, count: int, others: int) -> None:
    assert alike - 1e-9 <= contained(alike, count, others) <= 1


@given(st.text(st.sampled_from("aB1_ .,\n\t\x1c’“–•…\xa0é\u0301ßİ漢ª²·"), max_size=60))
def test_words_are_what_the_pattern_of_words_finds(text: str) -> None:
    words = re.findall(r"\w+", text.lower())
    assert shingles(text) == [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]
