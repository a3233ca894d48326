"""Every claim of a draft held against the facts it was written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apps.generation.grounding.facts import Fact
from apps.generation.grounding.prose import Finding, Sources, check_prose
from apps.generation.grounding.sentences import sentences
from apps.generation.grounding.structured import check_resume
from apps.generation.grounding.verdict import Verdict
from apps.resumes.content import ResumeContent


@dataclass(frozen=True, slots=True)
class ResumeDraft:
    """A resume written from a resume."""

    content: ResumeContent


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A letter, a proposal, a summary: paragraphs or sentences, in their order."""

    paragraphs: tuple[str, ...]


Draft = ResumeDraft | TextDraft


def verify(draft: Draft, facts: Iterable[Fact]) -> Verdict:
    """What each claim of `draft` rests on, and which rest on nothing.

    A claim is carried by one sentence of the source, whole or cut where nothing that qualifies it is lost, or by facts
    of one entry joined without a word of its own. Everything else is refused: when in doubt it is a lie.
    """
    sources = Sources(tuple(facts))
    findings = list(
        check_resume(draft.content, sources)
        if isinstance(draft, ResumeDraft)
        else _check_text(draft, sources)
    )
    return Verdict(
        tuple(one for evidence, _ in findings for one in evidence),
        tuple(one for _, unsupported in findings for one in unsupported),
    )


def _check_text(draft: TextDraft, sources: Sources) -> Iterator[Finding]:
    for index, paragraph in enumerate(draft.paragraphs):
        for sentence in sentences(paragraph):
            yield check_prose(sentence, f"paragraphs.{index}", sources)
