"""The words by which a posting says that it fills a pool and no position. Pure.

Of texts only what speaks of the posting itself: that an employer keeps a CV "for future opportunities", or has a talent
community to join besides, stands below postings that are as real as any.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 30_000
_TITLE: Final = re.compile(
    r"\b(?:general|open|speculative|spontaneous|unsolicited|proactive)\s+applications?\b"
    r"|\btalent\s+(?:pool|community|network|pipeline|bank)\b"
    r"|\bfuture\s+(?:opportunit|opening|role|position|vacanc|interest|consideration|hiring)"
    r"|\bexpressions?\s+of\s+interest\b|\bevergreen\b|\bpipeline\s+(?:req|posting|role|position)"
    r"|\bnot\s+an?\s+(?:active|current|open)\s+(?:opening|role|position|vacanc)|\binitiativbewerbung|\bcandidatures?\s+(?:libre|spontan)|\bcandidatura\s+(?:espont|spont)"
    r"|\bopen\s+sollicitatie|\bspontanansökan|\buopfordret\s+ansøgning",
    re.I,
)
_TEXT: Final = re.compile(
    r"\b(?:this|the)\s+(?:is|role\s+is|position\s+is|posting\s+is|requisition\s+is|job\s+is)\s+(?:an?\s+)?"
    r"(?:evergreen|pipeline|not\s+(?:currently\s+)?(?:an?\s+)?(?:open|active|current|live)\b)"
    r"|\b(?:this|our)\s+(?:posting|requisition|advert\w*|job\s+post\w*|listing)\s+"
    r"(?:is|serves)\s+(?:intended\s+|used\s+|open\s+)?(?:to\s+build|for\s+(?:building|future)|to\s+(?:create|gather))"
    r"|\b(?:may|might)\s+not\s+(?:be|have)\s+(?:an?\s+)?(?:immediate|current|specific|open)\s+"
    r"(?:opening|vacanc|position|role|need)"
    r"|\b(?:no|not\s+have\s+(?:an?|any))\s+(?:immediate|current|specific|open)\s+(?:openings?|vacanc\w+)\b"
    r"|\b(?:a|our)\s+pipeline\s+of\s+(?:\w+\s+){0,2}(?:candidates|talent|applicants)\s+for\s+(?:future|upcoming)\b"
    r"|\b(?:posting|role|position|requisition)\s+is\s+for\s+(?:our|a)\s+talent\s+(?:pool|pipeline|community|network)\b"
    r"|\bin\s+anticipation\s+of\s+(?:future|upcoming)\s+(?:openings|roles|positions|needs|opportunities)\b",
    re.I,
)


def titled_pipeline(title: str) -> bool:
    """Whether a title is that of a pool."""
    return _TITLE.search(title) is not None


def says_pipeline(text: str) -> bool:
    """Whether a posting says of itself that there may be no position yet."""
    return _TEXT.search(text[:_LONGEST]) is not None
