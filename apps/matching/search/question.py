"""A question as typed: what PostgreSQL searches by, what it means, and what every hit must obey. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Mode = Literal["keyword", "semantic", "hybrid"]
MODES: tuple[Mode, ...] = get_args(Mode)

# As `websearch_to_tsquery` takes them: a phrase may lack its closing quote, `-` binds to what follows at once.
_TOKEN = re.compile(r'(?P<no>-?)"(?P<phrase>[^"]*)"?|-(?P<without>[^\s"]+)|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Question:
    """`text` is web-search syntax. `terms` are its wanted words and phrases, without operators and what is excluded.

    `guard` is the part that holds for whatever way a vacancy was found (phrases and excluded words), as web-search
    syntax; empty where nothing is demanded.
    """

    text: str
    terms: tuple[str, ...]
    guard: str

    @property
    def meaning(self) -> str:
        """What is wanted, in plain words."""
        return " ".join(self.terms)


@dataclass(slots=True)
class _Alternative:
    wanted: list[str]
    demanded: list[str]


def read(text: str) -> Question:
    """What a person typed. `or` parts alternatives, each with demands of its own."""
    text = " ".join(text.split())
    alternatives = [_Alternative([], [])]
    for wanted, demand in _tokens(text):
        if not demand and wanted.lower() == "or":
            alternatives.append(_Alternative([], []))
            continue
        alternatives[-1].wanted += [wanted] if wanted else []
        alternatives[-1].demanded += [demand] if demand else []
    said = [each for each in alternatives if each.wanted or each.demanded]
    # One alternative that demands nothing lets everything in.
    guarded = bool(said) and all(each.demanded for each in said)
    return Question(
        text=text,
        terms=tuple(dict.fromkeys(term for each in said for term in each.wanted)),
        guard=" or ".join(" ".join(each.demanded) for each in said) if guarded else "",
    )


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Each token: the words it wants, and what it demands of every hit."""
    for found in _TOKEN.finditer(text):
        phrase, without, word = found["phrase"], found["without"], found["word"]
        if word is not None:
            yield word, ""
        elif without is not None:
            yield "", f"-{without}"
        elif phrase.strip():
            quoted = f'"{phrase.strip()}"'
            yield ("", f"-{quoted}") if found["no"] else (phrase.strip(), quoted)
