"""A value read from the page, with how sure we are of it and where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field

from apps.resumes.parsing.model import SOFT_HYPHEN, Box

BoxTuple = tuple[int, float, float, float, float]


@dataclass(slots=True)
class Evidence:
    """Confidence (0..1) and place of values, by path such as "work_experience.0.company"."""

    confidence: dict[str, float] = field(default_factory=dict)
    boxes: dict[str, BoxTuple] = field(default_factory=dict)

    def note(self, path: str, confidence: float, box: Box | None = None) -> None:
        """Record a value that was found."""
        self.confidence[path] = round(min(max(confidence, 0.0), 1.0), 2)
        if box is not None:
            page, x0, top, x1, bottom = box
            self.boxes[path] = (page, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))


def clean(text: str) -> str:
    """Text for the resume: no soft hyphens, single spaces, no separators at the ends."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split()).strip(" \t|·•,;–—")


def sentence(text: str) -> str:
    """Text of a bullet or paragraph: as `clean`, but keeping its punctuation."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def sureness(score: float, doubt: float = 0.0) -> float:
    """A confidence from a role score: 0.6 with no sign at all, up to 0.98; `doubt` below 0 adds what else speaks for it."""
    return min(0.98, 0.6 + 0.2 * min(score, 2.0) - doubt)
