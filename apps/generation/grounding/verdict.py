"""The answer of the verifier: what each claim rests on, and what rests on nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from apps.core.errors import FieldError, ValidationFailed
from apps.generation.vocabulary import ClaimKind


class Evidence(NamedTuple):
    """`claim` stands at `claim_path` of the draft; `source_path` and `source_text` say where it was taken from."""

    claim: str
    source_path: str
    source_text: str
    claim_path: str


class Unsupported(NamedTuple):
    """A claim that no fact carries. `kind` is what is wrong with it: a number, an employer, a skill, …"""

    claim: str
    reason: str
    kind: ClaimKind
    claim_path: str


@dataclass(frozen=True, slots=True)
class Verdict:
    evidence: tuple[Evidence, ...]
    unsupported: tuple[Unsupported, ...]

    @property
    def is_grounded(self) -> bool:
        return not self.unsupported


class Ungrounded(ValidationFailed):
    """A draft says what its sources don't. `errors` names each claim by its path in the draft."""

    title = "The draft claims what the resume does not say"

    def __init__(self, unsupported: tuple[Unsupported, ...]) -> None:
        self.unsupported = unsupported
        faults = [
            FieldError(one.claim_path, f"ungrounded_{one.kind}", f"{one.claim}: {one.reason}")
            for one in unsupported
        ]
        super().__init__(errors=faults)


def refuse_ungrounded(verdict: Verdict) -> None:
    """Raise `Ungrounded` unless everything is supported."""
    if verdict.unsupported:
        raise Ungrounded(verdict.unsupported)
