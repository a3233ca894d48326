"""How much holding one skill is worth where another is wanted. Pure sums over the graph of the data files.

| held is…                                  | credit       |
| ----------------------------------------- | ------------ |
| the skill wanted                          | 1.0          |
| under it, n levels (Django for Python)    | 0.9 ** n     |
| above it, n levels (Python for Django)    | 0.5 ** n     |
| related to it, either way round           | 0.4          |
| a sibling, unless the parent is a root    | 0.3          |
| anything else                             | 0.0          |

The best row counts. Roots ("Programming", "Accounting") are too broad to make their children alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .records import Skill

BELOW, ABOVE, RELATED, SIBLING = 0.9, 0.5, 0.4, 0.3
_MAX_LEVELS = 3


def credit(skills: Mapping[str, Skill], wanted: str, held: str) -> float:
    """Credit in [0, 1] for `held` where `wanted` is asked for; slugs unknown to the lexicon match themselves only."""
    if wanted == held:
        return 1.0
    want, have = skills.get(wanted), skills.get(held)
    if want is None or have is None:
        return 0.0
    return max(
        _power(BELOW, _levels_up(skills, have, wanted)),
        _power(ABOVE, _levels_up(skills, want, held)),
        RELATED if held in want.related or wanted in have.related else 0.0,
        SIBLING if _are_siblings(skills, want, have) else 0.0,
    )


def best_credit(skills: Mapping[str, Skill], wanted: str, held: Collection[str]) -> tuple[float, str | None]:
    """The best credit any held slug earns and that slug (the first in alphabet of equals); (0.0, None) if none."""
    best: tuple[float, str | None] = (0.0, None)
    for slug in sorted(set(held)):
        earned = credit(skills, wanted, slug)
        if earned > best[0]:
            best = (earned, slug)
    return best


def _power(base: float, levels: int | None) -> float:
    return 0.0 if levels is None else base**levels


def _levels_up(skills: Mapping[str, Skill], lower: Skill, upper: str) -> int | None:
    """How many levels `upper` is above `lower`, or None if it is not within reach."""
    parent = lower.parent
    for level in range(1, _MAX_LEVELS + 1):
        if parent is None:
            return None
        if parent == upper:
            return level
        parent = skills[parent].parent
    return None


def _are_siblings(skills: Mapping[str, Skill], one: Skill, other: Skill) -> bool:
    if one.parent is None or one.parent != other.parent:
        return False
    return skills[one.parent].parent is not None
