"""Signs that a posting may not be actively hiring: what each is worth, and that none is a verdict. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies import ghost
from apps.vacancies.ghost import Facts, judge
from apps.vacancies.ghost_words import says_pipeline, titled_pipeline

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def facts(days: float = 3, **more: Any) -> Facts:
    return Facts(**{"is_open": True, "listed_at": NOW - timedelta(days=days), "title": "Baker", **more})


def codes(given_facts: Facts) -> list[str]:
    return [reason.code for reason in judge(given_facts, NOW).reasons]


def test_an_ordinary_posting_has_no_signs() -> None:
    assert judge(facts(), NOW) == ghost.Signal(level="none", score=0.0, reasons=())
    # Two months are what many positions take.
    assert judge(facts(75), NOW).level == "none"


@pytest.mark.parametrize(
    ("given_facts", "code", "level"),
    [
        (facts(91), "open_long", "low"),
        (facts(200, changed_at=NOW - timedelta(days=5)), "open_long", "low"),
        (facts(400, changed_at=NOW - timedelta(days=5)), "open_long", "medium"),
        (facts(repost_count=1), "reposted", "none"),
        (facts(repost_count=2), "reposted", "low"),
        (facts(repost_count=9), "reposted", "low"),
        (facts(is_evergreen=True), "evergreen", "low"),
        (facts(company_postings=20, company_reposts=0.3), "company_reposts", "none"),
        (facts(deadline=date(2026, 11, 18)), "deadline_passed", "medium"),
        (facts(title="General Application"), "pipeline_title", "medium"),
        (facts(text="This is not an active role."), "pipeline_text", "low"),
    ],
)
def test_each_sign_alone(given_facts: Facts, code: str, level: str) -> None:
    signal = judge(given_facts, NOW)
    assert [reason.code for reason in signal.reasons] == [code]
    assert signal.level == level


def test_signs_together_say_more_than_each() -> None:
    signal = judge(facts(400, repost_count=3, is_evergreen=True, deadline=date(2026, 1, 1)), NOW)
    assert signal.level == "high"
    assert [reason.code for reason in signal.reasons] == [
        "open_long", "deadline_passed", "reposted", "evergreen", "unchanged",
    ]  # fmt: skip
    assert signal.score == round(1 - 0.55 * 0.55 * 0.65 * 0.65 * 0.88, 2)


@pytest.mark.parametrize(
    "given_facts",
    [
        facts(89),
        facts(deadline=date(2026, 11, 21)),
        # Somewhere it is still the twentieth.
        facts(deadline=date(2026, 11, 20)),
        facts(company_postings=19, company_reposts=1.0),
        facts(company_postings=500, company_reposts=0.29),
    ],
)
def test_what_is_no_sign(given_facts: Facts) -> None:
    assert codes(given_facts) == []


def test_a_text_that_was_changed_is_kept_up() -> None:
    assert "unchanged" in codes(facts(200))
    assert "unchanged" not in codes(facts(200, changed_at=NOW - timedelta(days=170)))
    assert "unchanged" in codes(facts(400, changed_at=NOW - timedelta(days=190)))


def test_pay_makes_a_pool_less_of_a_ghost() -> None:
    text = "There may not be an immediate opening."
    with_pay, without = judge(facts(text=text, has_pay=True), NOW), judge(facts(text=text), NOW)
    assert with_pay.score < without.score
    assert "names no pay" in without.reasons[0].sentence


def test_what_is_closed_is_no_ghost() -> None:
    assert judge(facts(900, is_open=False, repost_count=9), NOW).level == "none"


def test_a_posting_reads_the_same_the_next_day() -> None:
    days = [judge(facts(100), NOW + timedelta(days=day)) for day in range(60)]
    assert len(set(days)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Talent Pool: Welders", "General application", "Future Opportunities - Sales", "Initiativbewerbung (m/w/d)",
        "Candidature spontanée", "Expression of Interest: Cooks", "Architect, Not an Active Opening", "Join our Talent Community",
    ],
)  # fmt: skip
def test_titles_of_pools(title: str) -> None:
    assert titled_pipeline(title)


@pytest.mark.parametrize(
    "title", ["Application Engineer", "Talent Partner", "Head of Talent", "Pipeline Welder", "Futures Trader", "Data Pipeline Engineer",
              "General Manager", "Community Manager", "Pool Attendant", "Open Source Engineer"],
)  # fmt: skip
def test_titles_of_positions(title: str) -> None:
    assert not titled_pipeline(title)


@pytest.mark.parametrize(
    "text",
    [
        "We keep your CV on file for future opportunities.",
        "Join our talent community to hear of other roles.",
        "You will build a talent pipeline for our engineering teams.",
        "You own the CI pipeline. This role is open to all.",
    ],
)
def test_words_that_stand_below_real_postings(text: str) -> None:
    assert not says_pipeline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please note that this is an evergreen requisition.",
        "This posting is intended to build a bench of welders.",
        "We may not have a current vacancy in your field.",
        "We want a pipeline of strong candidates for future sites.",
        "Hired in anticipation of upcoming openings.",
    ],
)
def test_words_of_postings_that_gather_people(text: str) -> None:
    assert says_pipeline(text)


FACTS = st.builds(
    Facts,
    is_open=st.booleans(),
    listed_at=st.integers(0, 1500).map(lambda days: NOW - timedelta(days=days)),
    changed_at=st.none() | st.integers(0, 1500).map(lambda days: NOW - timedelta(days=days)),
    repost_count=st.integers(0, 20),
    is_evergreen=st.booleans(),
    company_postings=st.integers(0, 500),
    company_reposts=st.floats(0, 1),
    deadline=st.none() | st.integers(-500, 500).map(lambda days: (NOW + timedelta(days=days)).date()),
    has_pay=st.booleans(),
    title=st.sampled_from(["Baker", "Talent pool"]),
    text=st.sampled_from(["", "This is not an active role."]),
)


@given(FACTS)
def test_no_sign_alone_is_high_and_words_accuse_nobody(found: Facts) -> None:
    signal = judge(found, NOW)
    assert 0 <= signal.score < 1
    assert len(signal.reasons) > 1 or signal.level != "high"
    assert (signal.level == "none") or signal.reasons
    said = " ".join(reason.sentence for reason in signal.reasons).casefold()
    assert not any(word in said for word in ("fake", "ghost", "fraud", "lie", "scam"))
    weights = [reason.weight for reason in signal.reasons]
    assert all(heavier >= lighter for heavier, lighter in pairwise(weights))
