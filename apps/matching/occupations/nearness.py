"""How near two occupations, and two titles, are: 0..1000, the same for the same input always."""

from __future__ import annotations

from apps.matching.occupations.records import Title
from apps.matching.words import words

FULL = 1000
SAME_FAMILY = 380
"""Two occupations of one family."""
NEIGHBOUR, SHARED_SKILLS = 560, 120
"""Two that people move between: the first, and up to the second more for the skills that they share."""
_SAME, _SAME_NARROWED = 920, 860
_BROAD_HEADS = frozenset(
    words(
        "manager engineer specialist analyst assistant coordinator director officer representative consultant executive technician operator "
        "developer designer expert agent worker administrator advisor adviser associate lead supervisor member partner"
    )
)


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Shared words of two tuples without repetitions, by Dice, in thousandths."""
    shared = len(set(left) & set(right))
    return FULL * 2 * shared // max(1, len(left) + len(right))


def neighbours(skills: tuple[str, ...], others: tuple[str, ...]) -> int:
    """Two occupations that people move between, by the skills each typically asks for."""
    return NEIGHBOUR + overlap(skills, others) * SHARED_SKILLS // FULL


def same_occupation(wanted: Title, held: Title) -> int:
    """One occupation: all but equal, and more so where the same thing narrows both."""
    if not wanted.narrowing or not held.narrowing:
        return _SAME
    return _SAME_NARROWED + overlap(wanted.narrowing, held.narrowing) * (FULL - _SAME_NARROWED) // FULL


def by_words(wanted: Title, held: Title) -> int:
    """For titles outside the graph: shared words, where a word like "manager" alone says next to nothing."""
    telling = [tuple(term for term in title.terms if term not in _BROAD_HEADS) for title in (wanted, held)]
    broad = [tuple(term for term in title.terms if term in _BROAD_HEADS) for title in (wanted, held)]
    if not telling[0] or not telling[1]:
        return 0
    alike = overlap(telling[0], telling[1])
    return (alike * 800 + overlap(broad[0], broad[1]) * alike // FULL * 200) // FULL
