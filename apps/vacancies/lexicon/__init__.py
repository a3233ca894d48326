"""The skills of all trades: what they are called, how they hang together, and where a text names them.

Pure and lazy: the data files are read at first use, once a process. README.md tells their format.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from . import kinship
from .derivation import derived
from .reading import LexiconError, data_files, read_boilerplate, read_entries
from .records import Mention, Skill
from .tokens import key_of, tokenize
from .trie import Trie

__all__ = [
    "LexiconError",
    "Mention",
    "Skill",
    "all_skills",
    "best_credit",
    "credit",
    "find_skills",
    "get",
    "name_of",
    "resolve",
    "skills_in",
    "version",
]


@cache
def version() -> str:
    """Short hash of the data files: what was found under another version may be found differently now."""
    digest = blake2b(digest_size=6)
    for path in data_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()


class _Lexicon(NamedTuple):
    skills: dict[str, Skill]
    by_key: dict[str, str]
    trie: Trie


@cache
def _lexicon() -> _Lexicon:
    entries = read_entries()
    spelled = [(surface, tokenize(surface.text)) for entry in entries for surface in entry.surfaces]
    by_key = {key_of(entry.skill.name): entry.skill.slug for entry in entries}
    for surface, tokens in spelled:
        if surface.slug:
            by_key.setdefault(" ".join(tokens.keys), surface.slug)
    unwritten = derived([surface for surface, _ in spelled])
    spelled += [(surface, tokenize(surface.text)) for surface in (*unwritten, *read_boilerplate())]
    trie = Trie(pair for pair in spelled if not pair[0].name_only)
    return _Lexicon({entry.skill.slug: entry.skill for entry in entries}, by_key, trie)


def find_skills(text: str) -> list[Mention]:
    """Every mention of a skill, in order, none overlapping another; offsets are characters of `text`."""
    # What is asked for and what only named takes patterns as long as this file: for who reads a text.
    from . import matching

    return matching.find(_lexicon().trie, text)


def skills_in(text: str) -> tuple[str, ...]:
    """The slugs of the skills the text names, each once, in order of first mention."""
    return tuple(dict.fromkeys(mention.slug for mention in find_skills(text)))


def get(slug: str) -> Skill | None:
    """The skill of a slug, or None."""
    return _lexicon().skills.get(slug)


def resolve(name: str) -> Skill | None:
    """The skill called exactly so (name or alias), whatever the case, accents and hyphens; None if there is none."""
    lexicon = _lexicon()
    slug = lexicon.by_key.get(key_of(name))
    return lexicon.skills[slug] if slug else None


def all_skills() -> tuple[Skill, ...]:
    """Every skill, in the order of the data files."""
    return tuple(_lexicon().skills.values())


def name_of(slug: str) -> str:
    """What to show for a slug. One the lexicon no longer knows is shown as its own words."""
    skill = get(slug)
    return skill.name if skill else slug.replace("-", " ")


def credit(wanted: str, held: str) -> float:
    """What holding `held` is worth where `wanted` is asked for, in [0, 1]; the table stands in kinship.py."""
    return kinship.credit(_lexicon().skills, wanted, held)


def best_credit(wanted: str, held: Collection[str]) -> tuple[float, str | None]:
    """The best credit among the skills held, and the slug that earns it; (0.0, None) if none does."""
    return kinship.best_credit(_lexicon().skills, wanted, held)
