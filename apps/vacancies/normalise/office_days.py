"""The work model that a text tells in days: "in the office 3 days per week" is hybrid, five are on site."""

from __future__ import annotations

import re

from apps.vacancies.normalise.posting import RemoteKind

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DAYS = r"(?<![\d/])(?P<{name}>[1-5]|one|two|three|four|five)(?:\s?(?:[-–/+]|to|or)\s?(?:[1-5]|two|three|four|five))?\+? days?"
_WEEK = r"(?: (?:a|per|each|every) week|/ ?week|/wk)"
_IN = (
    r"(?:in[- ](?:the |our |an? )?(?:\w+ ){0,3}offices?|in[- ]person|on[- ]?site|(?:from|at) (?:the|our) (?:[\w-]+ ){0,3}offices?|"
    r"onsite from)"
)
_PATTERN = re.compile(
    rf"{_DAYS.format(name='first')}{_WEEK}?,? {_IN}\b|\b{_IN}[^.\n;]{{0,40}}?\b{_DAYS.format(name='last')}{_WEEK}",
    re.I,
)
# "This is a fully in-office role", "we are an in-person team", "all roles are in person".
_HERE = r"(?:in[- ]office|in[- ]person|on[- ]?site)"
_PLAIN = re.compile(
    rf"\b(?:this is an?|this (?:role|position) is an?|we(?:['’]re| are) (?:committed to being |proudly )?an?) (?:fully |100% |full[- ]time,? )?{_HERE}"
    rf"(?:,? (?:and )?{_HERE})?,? (?:role|position|job|company|team)\b|\b(?:this|all(?: [\w-]+)?) (?:role is|position is|roles are|positions are) "
    rf"(?:fully |100% )?{_HERE}\b",
    re.I,
)
# Lunch is served five days, and many people come without having to; an interview takes a day.
_ASIDE = re.compile(
    r"\b(?:lunch\w*|meals?|snacks|breakfast|many people|some of us|interview|travel\w*|quarter|month)\b", re.I
)
_BEFORE, _FULL_WEEK = 60, 5
_HERE_WORDS = ("-office", "n office", "-person", "n person", "nsite", "n-site", "n site")


def office_model(text: str) -> RemoteKind | None:
    """Hybrid for one to four days a week in an office, onsite for five or in so many words; None when not told."""
    lines = _lines_with(text, "office", "person", "site")
    for line in lines:
        if "day" in line and (days := _days(line)):
            return "onsite" if days == _FULL_WEEK else "hybrid"
    return "onsite" if any(_PLAIN.search(line) for line in lines if _says_here(line)) else None


def _lines_with(text: str, *words: str) -> list[str]:
    """The lines that hold one of the words, in order: most texts have few, so they are not all cut."""
    bounds: dict[int, int] = {}
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            bounds[text.rfind("\n", 0, at) + 1] = end
            at = text.find(word, end)
    return [text[start : bounds[start]] for start in sorted(bounds)]


def _days(line: str) -> int:
    """The smaller number of days a week that a line asks for; 0 when it asks for none."""
    for match in _PATTERN.finditer(line):
        if not _ASIDE.search(line, max(0, match.start() - _BEFORE), match.end()):
            word = (match["first"] or match["last"]).casefold()
            return _NUMBERS.get(word) or int(word)
    return 0


def _says_here(line: str) -> bool:
    """Found without patterns, for most lines don't."""
    return any(word in line for word in _HERE_WORDS)
