"""A client's score: from what is known, with its reasons; more of what is good is never worse. Pure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies.marketplace.scoring import score, score_of
from apps.vacancies.sources.offers import ClientClaim, Review

NOBODY = ClientClaim(platform="upwork")
BEST = replace(
    NOBODY, total_spent=Decimal(50_000), hire_rate=1.0, rating=5.0, reviews=(Review(rating=5),) * 20, jobs_posted=20
)  # fmt: skip
NEW = replace(NOBODY, total_spent=Decimal(0), hire_rate=0.0, rating=0.0, reviews=(), jobs_posted=0)


def test_the_ends_of_the_scale() -> None:
    assert (score_of(BEST), score_of(NEW), score_of(NOBODY)) == (100, 0, None)
    assert (score(BEST).known, score(NOBODY).known) == (1.0, 0.0)
    assert sum(part.most for part in score(BEST).parts) == 100


def test_every_part_says_why() -> None:
    found = score(replace(NOBODY, total_spent=Decimal(12_500), hire_rate=0.8))
    assert [(part.code, part.sentence, part.points, part.most) for part in found.parts] == [
        ("spend", "Has spent 12,500 so far.", 23.3, 30),
        ("hire_rate", "Hires for 80% of what they post.", 20.0, 25),
        ("rating", "How they are rated is not known.", None, 25),
        ("reviews", "How many reviews they have is not known.", None, 10),
        ("jobs_posted", "How many jobs they have posted is not known.", None, 10),
    ]
    # Unknown parts neither help nor harm: 43.3 of the 55 that are known.
    assert (found.value, found.known) == (79, 0.55)


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        (replace(NOBODY, rating=4.0), 50),
        (replace(NOBODY, rating=2.5), 0),
        (replace(NOBODY, total_spent=Decimal(10**9)), 100),
        (replace(NOBODY, total_spent=Decimal(-5)), 0),
        (replace(NOBODY, reviews=(Review(rating=1),)), 23),
        (replace(NOBODY, jobs_posted=1), 23),
    ],
)
def test_single_parts(claim: ClientClaim, value: int) -> None:
    assert score_of(claim) == value


CLAIMS = st.builds(
    ClientClaim,
    platform=st.just("upwork"),
    total_spent=st.none() | st.decimals(0, 10**7, places=2),
    hire_rate=st.none() | st.floats(0, 1),
    rating=st.none() | st.floats(0, 5),
    reviews=st.none() | st.integers(0, 40).map(lambda n: (Review(),) * n),
    jobs_posted=st.none() | st.integers(0, 500),
)


@given(CLAIMS)
def test_a_score_is_whole_and_bounded_and_more_spent_never_lowers_it(claim: ClientClaim) -> None:
    found = score(claim)
    assert found.value is None or 0 <= found.value <= 100
    assert (found.value is None) == (found.known == 0)
    if claim.total_spent is not None:
        more = score(replace(claim, total_spent=claim.total_spent * 2 + 100))
        assert more.value is not None and found.value is not None and more.value >= found.value
