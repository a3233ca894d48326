"""The table itself. Pure: no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from apps.applications import workflow
from apps.applications.workflow import TRANSITIONS, State

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
ENDINGS = {State.ACCEPTED, State.REJECTED, State.WITHDRAWN, State.GHOSTED}


def test_every_state_has_a_row_and_none_leads_to_itself() -> None:
    assert set(TRANSITIONS) == set(State)
    assert not [state for state, row in TRANSITIONS.items() if state in row]


def test_every_step_says_why() -> None:
    reasons = [reason for row in TRANSITIONS.values() for reason in row.values()]
    assert all(reason.endswith(".") and "\n" not in reason and len(reason) < 70 for reason in reasons)


@pytest.mark.parametrize("state", [state for state in State if state is not State.ARCHIVED])
def test_everything_can_be_put_away_and_comes_back_to_where_it_was(state: State) -> None:
    assert State.ARCHIVED in workflow.allowed(state)
    assert workflow.allowed(State.ARCHIVED, state) == (state,)


@pytest.mark.parametrize(
    ("right", "wrong"), [(right, wrong) for right in State for wrong in TRANSITIONS[right]]
)
def test_a_wrong_click_can_be_taken_back(right: State, wrong: State) -> None:
    """From every state a step leads to, there is a way back over the table; most of them in one step."""
    reached, fringe = {wrong}, {wrong}
    while fringe:
        fringe = {step for state in fringe for step in workflow.allowed(state, right)} - reached
        reached |= fringe
    assert right in reached


@pytest.mark.parametrize("answer", [State.SCREENING, State.INTERVIEW, State.ASSESSMENT, State.OFFER])
def test_a_refusal_and_a_silence_can_be_reopened(answer: State) -> None:
    assert answer in workflow.allowed(State.REJECTED)
    assert answer in workflow.allowed(State.GHOSTED)


def test_nobody_can_refuse_or_ignore_what_was_never_sent() -> None:
    assert set(workflow.allowed(State.SAVED)) == {State.APPLIED, State.WITHDRAWN, State.ARCHIVED}


def test_only_an_offer_can_be_accepted() -> None:
    assert [state for state in State if State.ACCEPTED in workflow.allowed(state)] == [State.OFFER]
    assert workflow.allowed(State.ARCHIVED, State.ACCEPTED) == (State.ACCEPTED,)


def test_the_first_of_the_allowed_is_a_step_forward() -> None:
    order = list(State)
    for state in set(State) - ENDINGS - {State.ARCHIVED}:
        first = workflow.allowed(state)[0]
        assert order.index(first) > order.index(state) or state is State.ASSESSMENT


@pytest.mark.parametrize(
    ("to", "known", "expected"),
    [
        (State.SAVED, NOON, None),
        (State.APPLIED, None, NOON),
        (State.APPLIED, NOON - timedelta(days=9), NOON - timedelta(days=9)),
        (State.INTERVIEW, NOON - timedelta(days=9), NOON - timedelta(days=9)),
        (State.INTERVIEW, None, None),
    ],
)
def test_when_it_counts_as_applied(to: State, known: datetime | None, expected: datetime | None) -> None:
    assert workflow.applied_at_after(to, NOON, known) == expected
