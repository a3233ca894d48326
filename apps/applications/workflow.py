"""The states of an application and how it gets from one to another, as a job seeker lives it. Pure: no Django.

Forward steps stand first in each row, corrections last: whoever clicked wrongly gets back without deleting anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    GHOSTED = "ghosted"
    ARCHIVED = "archived"


CHOICES = [(state.value, state.value.capitalize()) for state in State]
# An application that is already under way may be written down where it stands; nothing begins put away.
INITIAL_CHOICES = [choice for choice in CHOICES if choice[0] != State.ARCHIVED]

# Nothing more is awaited. The others are under way, and count against the plan.
OVER = frozenset({State.ACCEPTED, State.REJECTED, State.WITHDRAWN, State.GHOSTED, State.ARCHIVED})

_S = State
# What may follow what, and why. Screening, interviews and assessments come in any order, and more than once.
TRANSITIONS: Mapping[State, Mapping[State, str]] = MappingProxyType(
    {
        _S.SAVED: {
            _S.APPLIED: "The application was sent.",
            _S.WITHDRAWN: "You decided against it before applying.",
            _S.ARCHIVED: "Put away, undecided.",
        },
        _S.APPLIED: {
            _S.SCREENING: "A recruiter called or wrote back.",
            _S.INTERVIEW: "They asked for an interview at once.",
            _S.ASSESSMENT: "They sent a test or a task first.",
            _S.OFFER: "They made an offer straight away.",
            _S.REJECTED: "They said no.",
            _S.WITHDRAWN: "You took the application back.",
            _S.GHOSTED: "Nobody ever answered.",
            _S.ARCHIVED: "Put away.",
            _S.SAVED: "Correction: it was not sent after all.",
        },
        _S.SCREENING: {
            _S.INTERVIEW: "The screening went well.",
            _S.ASSESSMENT: "A test or a task comes next.",
            _S.OFFER: "They made an offer.",
            _S.REJECTED: "They said no.",
            _S.WITHDRAWN: "You no longer want it.",
            _S.GHOSTED: "They stopped answering.",
            _S.ARCHIVED: "Put away.",
            _S.APPLIED: "Correction: nobody has called yet.",
        },
        _S.INTERVIEW: {
            _S.ASSESSMENT: "A test or a task comes next.",
            _S.SCREENING: "Another department screens you.",
            _S.OFFER: "They made an offer.",
            _S.REJECTED: "They said no.",
            _S.WITHDRAWN: "You no longer want it.",
            _S.GHOSTED: "They stopped answering.",
            _S.ARCHIVED: "Put away.",
            _S.APPLIED: "Correction: no interview was agreed.",
        },
        _S.ASSESSMENT: {
            _S.INTERVIEW: "You passed; an interview comes next.",
            _S.SCREENING: "You passed; a recruiter calls next.",
            _S.OFFER: "They made an offer.",
            _S.REJECTED: "They said no.",
            _S.WITHDRAWN: "You no longer want it.",
            _S.GHOSTED: "They stopped answering.",
            _S.ARCHIVED: "Put away.",
            _S.APPLIED: "Correction: no test was sent.",
        },
        _S.OFFER: {
            _S.ACCEPTED: "You said yes.",
            _S.WITHDRAWN: "You turned the offer down.",
            _S.REJECTED: "They took the offer back.",
            _S.GHOSTED: "The promised contract never came.",
            _S.ARCHIVED: "Put away.",
            _S.INTERVIEW: "One more talk, or a correction.",
            _S.ASSESSMENT: "One more test, or a correction.",
            _S.SCREENING: "A background check, or a correction.",
            _S.APPLIED: "Correction: there is no offer.",
        },
        _S.ACCEPTED: {
            _S.WITHDRAWN: "You changed your mind before starting.",
            _S.REJECTED: "They cancelled before you started.",
            _S.ARCHIVED: "Done: put away.",
            _S.OFFER: "Correction: not accepted yet.",
        },
        _S.REJECTED: {
            _S.SCREENING: "They came back to you.",
            _S.INTERVIEW: "They came back and want to meet.",
            _S.ASSESSMENT: "They came back with a test or a task.",
            _S.OFFER: "Their first choice said no: an offer after all.",
            _S.ARCHIVED: "Put away.",
            _S.APPLIED: "Correction: that answer was not about this one.",
        },
        _S.WITHDRAWN: {
            _S.SAVED: "You think about it again, and nothing was sent.",
            _S.APPLIED: "You want it again, and they still have your application.",
            _S.SCREENING: "They talked you into another call.",
            _S.INTERVIEW: "They talked you into another interview.",
            _S.ASSESSMENT: "They talked you into a test or a task.",
            _S.OFFER: "They made a better offer.",
            _S.ARCHIVED: "Put away.",
        },
        _S.GHOSTED: {
            _S.SCREENING: "They answered after all.",
            _S.INTERVIEW: "They answered after all and want to meet.",
            _S.ASSESSMENT: "They answered after all, with a test or a task.",
            _S.OFFER: "They answered after all, with an offer.",
            _S.REJECTED: "They answered after all: no.",
            _S.WITHDRAWN: "You will wait no longer.",
            _S.ARCHIVED: "Put away.",
            _S.APPLIED: "Correction: it is too early to give up.",
        },
        # Only back to where it came from: see `onward`.
        _S.ARCHIVED: {},
    }
)


def onward(state: State, archived_from: State | None = None) -> Mapping[State, str]:
    """Where an application in `state` may go now, each with its reason. `archived_from` is what an archived one was."""
    if state is State.ARCHIVED and archived_from is not None:
        return {archived_from: "Taken out again, as it was."}
    return TRANSITIONS[state]


def allowed(state: State, archived_from: State | None = None) -> tuple[State, ...]:
    """The states reachable now, forward steps first."""
    return tuple(onward(state, archived_from))


def allowed_as_stored(state: str, archived_from: str) -> tuple[State, ...]:
    """The same of a row's two columns; `archived_from` is empty where it was not archived."""
    return allowed(State(state), State(archived_from) if archived_from else None)


def applied_at_after(to: State, at: datetime, applied_at: datetime | None) -> datetime | None:
    """When it counts as applied once it has entered `to` at `at`. A reopened one keeps the day it was sent."""
    if to is State.SAVED:
        return None
    return applied_at or at if to is State.APPLIED else applied_at
