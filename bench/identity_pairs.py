"""Labelled cases for `bench.identity`, made from the recorded postings, the same for the same seed.

A case is a posting as it comes in, and the known postings it may join: none for the hard negatives. What else is
known is the whole recorded catalogue, but for `hidden` ones, which are the incoming posting itself.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from apps.vacancies.sources.base import PostingDraft
from bench import identity_edits as edits
from bench.recorded import recorded_drafts

_FEWEST_WORDS = 120
_PLAIN_LEVEL = re.compile(r"\b(?:senior|junior|lead|staff|principal|sr|jr|intern|head|director|manager|associate|ii|iii|i)\b", re.I)  # fmt: skip
_LEVELS = ("Senior {}", "Junior {}", "Lead {}", "Principal {}", "{} II", "{} III", "{} Intern", "Staff {}")
_TEAMS = (
    "Payments",
    "Growth",
    "Search",
    "Night Shift",
    "Enterprise",
    "Logistics",
    "Public Sector",
    "Platform",
)
_CITIES = (
    "Lisbon, Portugal", "Kraków, Poland", "Denver, CO", "Osaka, Japan", "Lyon, France", "Leeds, UK", "Pune, India",
    "Porto Alegre, Brazil", "Hamburg, Germany", "Calgary, Canada", "Auckland, New Zealand", "Tampa, FL",
)  # fmt: skip
Known = dict[str, PostingDraft]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`expected`: keys of the known posting that this is one with; "" for a hard negative."""

    name: str
    incoming: PostingDraft
    expected: str = ""
    hidden: frozenset[str] = frozenset()
    closed: str = ""


def known_drafts(shared_data: Path) -> Known:
    """The recorded postings with a full text. Ashby's answers name no employer: there it is the board."""
    found: Known = {}
    for key, draft in recorded_drafts(shared_data):
        if key.startswith(("hn:", "rekrute:")) or len(draft.description_html.split()) < _FEWEST_WORDS:
            continue
        if draft.source == "ashby":
            draft = replace(draft, company_name=draft.board.replace("-", " ").replace("%20", " "))
        found[key] = draft
    return found


class Cases:
    """Cases of every class from one catalogue and one seed; `size` of each where there are as many."""

    def __init__(self, known: Known, seed: int, size: int) -> None:
        self.known, self.size = known, size
        self.chance = random.Random(seed)
        self.keys = [key for key, draft in known.items() if draft.locations]
        self.chance.shuffle(self.keys)
        sample = self.chance.sample(self.keys, 200)
        words = {word for key in sample for word in edits.text_of(known[key]).split() if word.isalpha()}
        self.vocabulary = sorted(words)
        self.number = 0

    def positives(self) -> Iterator[Case]:
        """Copies of a known posting."""
        for name, edit in self._copies().items():
            eligible = (
                (lambda draft: len(draft.locations) > 1) if "place order" in name else lambda draft: True
            )
            yield from self._copied(name, edit, eligible)
        yield from self._reposts()

    def negatives(self) -> Iterator[Case]:
        """Other jobs that look like a known one; the known one stays, what the incoming one really is goes."""
        yield from self._renamed("other level", self._other_level)
        yield from self._renamed("other team", self._other_team)
        yield from self._renamed("other city", self._other_city)
        yield from self._siblings()
        yield from self._other_texts()
        yield from self._half_texts()

    def _copies(self) -> dict[str, edits.Edit]:
        changed = {
            share: edits.words_changed(share / 100, self.vocabulary) for share in (2, 5, 8, 10, 12, 15)
        }

        def some(draft: PostingDraft, chance: random.Random) -> PostingDraft:
            return changed[chance.choice(list(changed))](draft, chance)

        wrapped = edits.together(edits.suffixes, edits.punctuation, some, edits.template)
        return {
            "other board's template": edits.template,
            "place order": edits.place_order,
            "suffixes": edits.suffixes,
            "translated punctuation": edits.punctuation,
            **{f"{share} % of words changed": changed[share] for share in (2, 5, 10, 15)},
            "all of these at once": wrapped,
            "cut to a part": edits.cut,
            "agency copy, 2-15 % changed": edits.together(edits.agency, some),
            "agency copy, all at once": edits.together(edits.agency, wrapped),
        }

    def _copied(
        self, name: str, edit: edits.Edit, eligible: Callable[[PostingDraft], bool]
    ) -> Iterator[Case]:
        keys = [key for key in self.keys if eligible(self.known[key])]
        for key in self.chance.sample(keys, min(self.size, len(keys))):
            copied = self._elsewhere(edit(self.known[key], self.chance))
            yield Case(name=name, incoming=copied, expected=key)

    def _reposts(self) -> Iterator[Case]:
        edit = edits.words_changed(0.03, self.vocabulary)
        for key in self.chance.sample(self.keys, self.size):
            again = replace(edit(self.known[key], self.chance), source_id=self._id(), requisition_id="")
            again = replace(again, url=f"https://example.org/{again.source_id}")
            yield Case(name="repost on its board", incoming=again, expected=key, closed=key)

    def _renamed(self, name: str, edit: edits.Edit) -> Iterator[Case]:
        """A copy of a known posting but for one thing, which makes another job of it."""
        slight = edits.words_changed(0.02, self.vocabulary)
        for key in self.chance.sample(self.keys, self.size):
            draft = self.known[key]
            other = edit(draft, self.chance)
            yield Case(
                name=f"{name}, text nearly the same",
                incoming=self._elsewhere(slight(other, self.chance)),
                hidden=self._namesakes(other, but=key),
            )

    def _other_level(self, draft: PostingDraft, chance: random.Random) -> PostingDraft:
        bare = " ".join(_PLAIN_LEVEL.sub(" ", draft.title).split())
        titles = [level.format(bare) for level in _LEVELS]
        others = [one for one in titles if not _words(one) <= _words(draft.title)]
        return replace(draft, title=chance.choice(others))

    def _other_team(self, draft: PostingDraft, chance: random.Random) -> PostingDraft:
        team = chance.choice([one for one in _TEAMS if one.casefold() not in draft.title.casefold()])
        return replace(draft, title=f"{draft.title}{chance.choice((', ', ' - ', ' / '))}{team}")

    def _other_city(self, draft: PostingDraft, chance: random.Random) -> PostingDraft:
        here = " ".join(draft.locations)
        city = chance.choice([one for one in _CITIES if one.split(",")[0] not in here])
        return replace(draft, locations=(city,), addresses=(), remote=None)

    def _siblings(self) -> Iterator[Case]:
        """Real openings of one employer that are all listed at once, met again on another board."""
        by_company: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            by_company[self.known[key].company_name.casefold()].append(key)
        found: dict[str, list[str]] = defaultdict(list)
        for keys in by_company.values():
            for one in keys:
                names = {_sibling(self.known[one], self.known[other]) for other in keys}
                for name in sorted(names - {""}):
                    found[name].append(one)
        for name, ones in sorted(found.items()):
            for one in self.chance.sample(ones, min(self.size, len(ones))):
                draft = self.known[one]
                hidden = self._namesakes(draft, but="") | {one}
                yield Case(name=name, incoming=self._elsewhere(draft), hidden=hidden)

    def _other_texts(self) -> Iterator[Case]:
        """The employer's title and place over the text of another of its openings."""
        for one, other in self._of_one_company(self.size):
            incoming = replace(self.known[one], description_html=self.known[other].description_html)
            hidden = self._namesakes(incoming, but=one) | {other}
            yield Case(
                name="same title and city, another opening's text",
                incoming=self._elsewhere(incoming),
                hidden=hidden,
            )

    def _half_texts(self) -> Iterator[Case]:
        """Another employer with the same title and city and half of the text: a description from a library."""
        for key in self.chance.sample(self.keys, self.size):
            draft, other = self.known[key], self.known[self.chance.choice(self.keys)]
            if other.company_name == draft.company_name:
                continue
            halves = [edits.text_of(each).split(" ") for each in (draft, other)]
            half = len(halves[0]) // 2
            text = " ".join(halves[0][:half] + halves[1][-half:])
            incoming = replace(edits.with_text(draft, text), company_name=other.company_name)
            yield Case(name="another employer, half of the text", incoming=self._elsewhere(incoming))

    def _of_one_company(self, size: int) -> list[tuple[str, str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            groups[self.known[key].company_name.casefold()].append(key)
        many = [keys for keys in groups.values() if len(keys) > 2]
        pairs: list[tuple[str, str]] = []
        while len(pairs) < size:
            one, other = self.chance.sample(self.chance.choice(many), 2)
            if _words(self.known[one].title) != _words(self.known[other].title) and not _is_one_text(
                self.known[one], self.known[other]
            ):
                pairs.append((one, other))
        return pairs

    def _namesakes(self, draft: PostingDraft, but: str) -> frozenset[str]:
        """Known postings that say the same employer, title and places, spelt as they may be: a merge with one of them
        would be right."""
        company, words = draft.company_name.casefold(), _words(draft.title)
        return frozenset(
            key
            for key, each in self.known.items()
            if key != but
            and each.company_name.casefold() == company
            and _words(each.title) == words
            and _cities(each) & _cities(draft)
        )

    def _elsewhere(self, draft: PostingDraft) -> PostingDraft:
        """Listed by an aggregator, under an id and an address of its own."""
        source_id = self._id()
        url = f"https://jobs.example.com/view/{source_id}"
        return replace(
            draft,
            source="aggregator",
            board="all",
            source_id=source_id,
            url=url,
            apply_url="",
            requisition_id="",
        )

    def _id(self) -> str:
        self.number += 1
        return f"copy{900_000 + self.number}"


def _sibling(one: PostingDraft, other: PostingDraft) -> str:
    """The class of two real openings on one board that differ in one thing; "" where they differ in none or more."""
    if (one.source, one.board) != (other.source, other.board) or one.source_id == other.source_id:
        return ""
    words = [_words(each.title) for each in (one, other)]
    apart = words[0] ^ words[1]
    if not apart:
        return "" if _cities(one) & _cities(other) else "real: same title, other city"
    if set(one.locations) != set(other.locations) or not words[0] & words[1] or len(apart) > 2:
        return ""
    is_level = all(_PLAIN_LEVEL.fullmatch(word) for word in apart)
    return "real: same city, other level" if is_level else "real: same city, other team"


def _words(title: str) -> frozenset[str]:
    """The words of a title but for the work model, which some boards add."""
    return frozenset(re.findall(r"\w+", title.casefold())) - {"remote", "hybrid", "onsite"}


def _cities(draft: PostingDraft) -> frozenset[str]:
    """The places of a draft up to their first comma."""
    return frozenset(each.split(",")[0].strip().casefold() for each in draft.locations)


def _is_one_text(one: PostingDraft, other: PostingDraft) -> bool:
    """Whether two openings have one text but for a few lines: 90 % of the shorter one's lines are the other's."""
    lines = [set(filter(None, map(str.strip, edits.text_of(each).splitlines()))) for each in (one, other)]
    return len(lines[0] & lines[1]) >= 0.9 * min(map(len, lines))
