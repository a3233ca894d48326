"""What any writer is given and gives back. Pure: a writer touches no table; whoever writes, the verifier decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from apps.generation.vocabulary import Length
from apps.resumes.content import ResumeContent

if TYPE_CHECKING:
    from apps.generation.grounding import VacancyBrief
    from apps.matching.scoring import Suggestion

Circuit = Literal["closed", "half_open", "open"]
"""`closed` is well, `open` is resting after faults, `half_open` is trying again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What is to be written: `kind` of API.md, from `source`, for `vacancy`.

    A writer heeds what it can of `tone`, `language` (ISO 639-1) and `emphasis` (words to bring forward); "" is no wish.
    """

    kind: str
    source: ResumeContent
    vacancy: VacancyBrief
    today: date
    length: Length = "one_page"
    tone: str = ""
    language: str = ""
    emphasis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft, not believed yet, and others to choose from. `tokens` and `cost` (USD) are 0 where no model was asked."""

    content: ResumeContent
    alternatives: tuple[ResumeContent, ...] = ()
    provider: str
    model: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


class Writer(Protocol):
    """Writes drafts. Raises an AppError (`upstream_error`, `upstream_timeout`, …) where it can't."""

    @property
    def name(self) -> str: ...
    @property
    def models(self) -> tuple[str, ...]: ...
    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def heeds(self) -> tuple[str, ...]:
        """The options it acts on."""

    @property
    def circuit(self) -> Circuit: ...

    def write(self, assignment: Assignment) -> Written: ...


Attempt = Mapping[str, str | int]
"""{provider, model, outcome, latency_ms}; `outcome` is `written` or the code of the refusal."""
