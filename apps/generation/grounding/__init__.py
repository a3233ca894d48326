"""Nothing is said that the sources don't say. Pure: facts and a draft in, a `Verdict` out.

facts = (*facts_of(content), *vacancy_facts_of(brief))
verdict = verify(ResumeDraft(drafted), facts)
refuse_ungrounded(verdict)                       # raises Ungrounded
"""

from __future__ import annotations

from apps.generation.grounding.facts import Fact, VacancyBrief, facts_of, vacancy_facts_of
from apps.generation.grounding.verdict import Evidence, Ungrounded, Unsupported, Verdict, refuse_ungrounded
from apps.generation.grounding.verify import Draft, ResumeDraft, TextDraft, verify

__all__ = [
    "Draft",
    "Evidence",
    "Fact",
    "ResumeDraft",
    "TextDraft",
    "Ungrounded",
    "Unsupported",
    "VacancyBrief",
    "Verdict",
    "facts_of",
    "refuse_ungrounded",
    "vacancy_facts_of",
    "verify",
]
