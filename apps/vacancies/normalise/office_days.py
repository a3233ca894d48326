"""The work model that a text tells in days: "in the office 3 days per week" is hybrid, five are on site."""

from __future__ import annotations

import re
from functools import lru_cache

from apps.vacancies.normalise.posting import RemoteKind

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DAYS = (
    r"(?<![\d/])(?P<{name}>[1-7]|one|two|three|four|five|six)(?:\s?(?:[-–/+]|to|or)\s?(?:[1-7]|two|three|four|five|six))?\+?"
    r"(?: ?\([1-5]\))?[ -](?:full )?(?:days?|tage|jours?)"
)
_WEEK = r"(?: (?:a|per|each|every|pro|die|in der|par|of the|out of the) (?:week|woche|semaine)|/ ?(?:week|wk|woche|semaine)|-?weekly| weekly)"
_OFFICE = r"(?:offices?|hq|headquarters|hub|studio|data cent(?:er|re)|lab|büro|bureau)"
_IN = (
    rf"(?:in[- ](?:the |our |an? |their )?(?:[\w.,-]+ ){{0,5}}{_OFFICE}|in[- ]person|on[- ]?site|(?:from|at|to) (?:the|our|an?|their) (?:[\w.,-]+ ){{0,5}}{_OFFICE}|"
    r"from office|onsite from|office[- ]first|im büro|vor ort|am standort|au bureau|sur site)"
)
_PATTERN = re.compile(
    rf"{_DAYS.format(name='first')}{_WEEK}?,?(?: \w+)? {_IN}\b|\b{_IN}[^.\n;]{{0,60}}?{_DAYS.format(name='last')}{_WEEK}",
    re.I,
)
_HOME = r"(?:remote(?:ly)?|from home|wfh|at home|home-?office|t[ée]l[ée]travail)"
_AT_HOME = re.compile(
    rf"{_DAYS.format(name='first')}{_WEEK}?,? (?:of |de |im |work(?:ing)? )?{_HOME}\b|\b{_HOME}[^.\n;]{{0,25}}?{_DAYS.format(name='last')}{_WEEK}"
    rf"|\b(?:wfh|work from home) (?:mon|tues|wednes|thurs|fri)days?\b",
    re.I,
)
# "At least 60% of their time in the office", "half of their work time".
_SHARE = re.compile(
    r"(?:(?P<share>\d{2,3}) ?%|\bhalf) of (?:\w+ )?(?:work(?:ing)? )?(?:time|week|hours)[^.\n;]{0,30}? (?:in|at|from) (?:an? |the |our |your |their )?(?:[\w-]+ ){0,2}office",
    re.I,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)days?"
_ON_WEEKDAYS = re.compile(
    rf"\b{_IN}[^.\n;]{{0,40}}?\b{_WEEKDAY}(?:(?:,| and|, and| &|/) ?{_WEEKDAY}){{1,3}}\b|"
    rf"\b{_WEEKDAY}(?:(?:,| and|, and| &|/) ?{_WEEKDAY}){{1,3}}[^.\n;]{{0,30}}? {_IN}\b",
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
    r"\b(?:lunch\w*|meals?|snacks|breakfast|many people|some of us|interview|travel\w*|quarter|month|trial|workshop|lasting|markets|who live|if you live)\b",
    re.I,
)
_BEFORE, _FULL_WEEK = 60, 5
# Without their first letters, and as headers shout them: cheaper than the whole text in lower case.
_STEMS = (
    "emote",
    "ybrid",
    "ffice",
    "erson",
    "site",
    " home",
    "ome-",
    "omeoff",
    "HQ",
    "ravail",
    "REMOTE",
    "HYBRID",
    "OFFICE",
    "Site",
    "SITE",
    "PERSON",
)
_DAY_WORDS = ("day", "Day", "DAY", "tage", "Tage", "jour", "eekly")
_HERE_WORDS = ("-office", "n office", "-person", "n person", "nsite", "n-site", "n site")


def office_model(text: str) -> RemoteKind | None:
    """Hybrid for one to four days a week in an office or at home, onsite for five or in so many words; None when not told."""
    lines = model_lines(text)
    for line in lines:
        if any(word in line for word in _DAY_WORDS) and (days := _days(line)):
            return "onsite" if days >= _FULL_WEEK else "hybrid"
        share = _SHARE.search(line) if " of " in line else None
        if share and share["share"] != "100":
            return "hybrid"
    return "onsite" if any(_PLAIN.search(line) for line in lines if _says_here(line)) else None


@lru_cache(maxsize=2)
def model_lines(text: str) -> tuple[str, ...]:
    """The lines that may speak of where one works, in order: most texts have few of them, and several readers ask."""
    bounds: dict[int, int] = {}
    for word in _STEMS:
        at = text.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            bounds[text.rfind("\n", 0, at) + 1] = end
            at = text.find(word, end)
    return tuple(text[start : bounds[start]] for start in sorted(bounds))


def _days(line: str) -> int:
    """The smaller number of days a week that a line asks for; 0 when it asks for none. Days at home leave fewer."""
    if there := _meant(_PATTERN, line):
        return _number(there["first"] or there["last"])
    if _ON_WEEKDAYS.search(line):
        return 2
    if at_home := _meant(_AT_HOME, line):
        days = at_home["first"] or at_home["last"]
        return 1 if not days or _number(days) < _FULL_WEEK else 0
    return 0


def _meant(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The first match that is not said by the way."""
    return next(
        (
            match
            for match in pattern.finditer(line)
            if not _ASIDE.search(line, max(0, match.start() - _BEFORE), match.end())
        ),
        None,
    )


def _number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or int(word)


def _says_here(line: str) -> bool:
    """Found without patterns, for most lines don't."""
    return any(word in line for word in _HERE_WORDS)
