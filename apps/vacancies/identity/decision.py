"""What was decided about a posting, and how the surest of several decisions is chosen. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

MergeKind = Literal["same", "cross_post", "agency_copy", "repost", "evergreen", "many_places"]
DecisionKind = MergeKind | Literal["new"]
Evidence = Mapping[str, str | float]

# Of equally sure ones the plainer wins.
_PLAINEST_FIRST: tuple[DecisionKind, ...] = (
    "same", "cross_post", "many_places", "repost", "evergreen", "agency_copy", "new",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Which posting a new one is one with, and why.

    `same`: the very posting, met by id or address. `cross_post`: the employer's vacancy on another board. `agency_copy`:
    the vacancy under another company's name. `repost`: the target was closed and is offered again. `evergreen`: once more
    a role that is always open. `many_places`: one requisition that its board lists once per place. `new`: none of these.

    `target` is the index of the candidate, None when new. `confidence` is 0 to 1, `reason` one short sentence,
    `evidence` what was measured, as JSON. `proposal` is set only on `new`: the merge that was too unsure to be made, for a
    person to judge; its target, kind and confidence are what to show.
    """

    kind: DecisionKind
    target: int | None
    confidence: float
    reason: str
    evidence: Evidence = field(default_factory=dict)
    proposal: Decision | None = None

    @property
    def is_merge(self) -> bool:
        """Whether the posting joins the target's vacancy."""
        return self.target is not None


def surest(decisions: Iterable[Decision]) -> Decision:
    """The surest merge; without one `new`, with the likeliest proposal. Of equal ones the plainer, then the first."""
    found = list(decisions)
    merges = [one for one in found if one.is_merge]
    if merges:
        return min(merges, key=_rank)
    proposals = [one.proposal for one in found if one.proposal]
    if proposals:
        proposal = min(proposals, key=_rank)
        return next(one for one in found if one.proposal is proposal)
    return min(found, key=lambda one: one.confidence, default=new(1.0, "nothing like it is known"))


def merge(
    kind: MergeKind, at: int, confidence: float, reason: str, evidence: Evidence | None = None
) -> Decision:
    """The posting is one with candidate `at`."""
    return Decision(
        kind=kind, target=at, confidence=round(confidence, 3), reason=reason, evidence=evidence or {}
    )


def new(confidence: float, reason: str, evidence: Evidence | None = None) -> Decision:
    """The posting is another job."""
    return Decision(kind="new", target=None, confidence=confidence, reason=reason, evidence=evidence or {})


def propose(
    kind: MergeKind, at: int, confidence: float, reason: str, evidence: Evidence | None = None
) -> Decision:
    """Another job for now; whether it is one with candidate `at` is for a person to say."""
    return Decision(
        kind="new",
        target=None,
        confidence=round(1 - confidence, 3),
        reason=f"unsure: {reason}",
        evidence=evidence or {},
        proposal=merge(kind, at, confidence, reason, evidence),
    )


def _rank(decision: Decision) -> tuple[float, int, int]:
    return (
        -decision.confidence,
        _PLAINEST_FIRST.index(decision.kind),
        -1 if decision.target is None else decision.target,
    )
