"""What a posting's text asks for: its lines, sorted into what must be, what would be nice, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from apps.matching.words import fold

Kind = Literal["must", "nice", "duty", "other"]

_NICE_LINE = re.compile(
    r"nice.to.have|bonus (?:point|if)|\b(?:is|are|as|a|big|huge|strong|definite|would be(?: a)?) plus\b|\bplus(?:es)?\s*[:.!)]?$|^plus\b|preferred|preferabl|desirable|"
    r"\bideally\b|not required|optional|would be (?:great|nice)|von vorteil|idealerweise|wunschenswert|un plus\b|apprecie|un atout|valorable|deseable|si valora"
)
_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("nice", re.compile(r"nice.?to.?have|bonus|preferred|desired|desirable|even better|set you apart|extra credit|\bplus\b|\bpluses\b|ideal(?:ly)?\b.*(?:have|not required)|von vorteil|not required|good to have")),
    ("other", re.compile(r"benefit|perk|offer|compensation|salary|pay range|about (?!you|the role|this role|the job|the position|the opportunity)|why (?:join|us|you|work)|our (?:culture|values|team|mission|story|company|approach)|equal|diversity|eeo|interview|hiring process|how to apply|privacy|who (?:we|are we)|what we do|wir bieten|nous offrons|ofrecemos|life at|company|the team|culture|wellbeing|time off|additional information")),
    ("must", re.compile(r"require|qualif|must.have|looking for|about you|who you are|you have|you.ll (?:have|need|bring)|you bring|you need|you offer|your (?:profile|background|skills|experience|toolkit)|^profile|^you\b|^skills|experience$|background|what you|anforderung|dein profil|ihr profil|was du (?:brauchst|mitbring)|profil recherche|votre profil|requisit|perfil|competenze|eisen|wie ben jij|great fit|expect from you|successful in this role|ideal candidate")),
    ("duty", re.compile(r"respons|what you.ll (?:do|be|own|work)|you will|you.ll|the role|role|your (?:mission|impact|tasks|role|day)|day in the life|duties|mission|tatigkeit|aufgaben|missions|funciones|opportunity|impact|stack|position|overview|job description")),
)  # fmt: skip
_DO = re.compile(r"what you.ll (?:do|be|own|work)|what you will (?:do|be)|what you can expect|you will be")
_BULLET = re.compile(r"^\s*(?:[-•*·▪◦●✅➔→]|\d+[.)])\s*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_YEARS = re.compile(
    r"(?P<low>\d{1,2}|one|two|three|four|five|six|seven|eight|ten|zwei|drei|funf|deux|trois|cinq|dos|tres|cinco)\s*(?:\(\d+\)\s*)?"
    r"(?:\+|plus|or more)?\s*(?:(?:-|–|—|to|bis|a)\s*\d{1,2}\s*\+?\s*)?"
    r"(?:year|yr|jahr|an[s]?\b|ano|anni|jaar|lata|lat\b)"
)
_EXPERIENCE = re.compile(
    r"experien|erfahrung|background|track record|worked|working|\bin an?\b|career|ervaring|doswiadcz|esperien|practice|professional"
)
_HISTORY = re.compile(
    r"over the (?:past|last)|founded|years old|vesting|cliff|of age|for over|anniversary|history|tenure|since|warranty|retire"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
            "zwei": 2, "drei": 3, "funf": 5, "deux": 2, "trois": 3, "cinq": 5, "dos": 2, "tres": 3, "cinco": 5}  # fmt: skip
_HEADING_LENGTH = 75


@dataclass(frozen=True, slots=True)
class Demands:
    """The lines of a posting by what they are. Together they are the whole text; `must` is empty only where
    neither a section nor a line says what is asked, and then `duty` is the best there is."""

    must: tuple[str, ...]
    nice: tuple[str, ...]
    duty: tuple[str, ...]
    other: tuple[str, ...]


def read_demands(text: str, requirements: Iterable[str] = ()) -> Demands:
    """Sort the lines of `text`; `requirements` (already known to be such) go to must or nice by their own words."""
    sorted_lines: dict[Kind, list[str]] = {"must": [], "nice": [], "duty": [], "other": []}
    section: Kind = "other"
    for raw in text.splitlines():
        line = _BULLET.sub("", raw).strip()
        if not line:
            continue
        heading = _heading_of(raw.strip(), line)
        if heading:
            section = heading
            sorted_lines[section].append(line)
            continue
        for sentence in _SENTENCE.split(line):
            sorted_lines[_kind_of(sentence, section)].append(sentence)
    for line in requirements:
        sorted_lines["nice" if _NICE_LINE.search(fold(line)) else "must"].append(line)
    return Demands(**{kind: tuple(dict.fromkeys(lines)) for kind, lines in sorted_lines.items()})


def _heading_of(raw: str, line: str) -> Kind | None:
    """What a short line without a full stop announces. A bullet is no heading unless it ends in a colon."""
    is_bullet = raw != line
    if (
        len(line) > _HEADING_LENGTH
        or line.endswith((".", ",", ";"))
        or (is_bullet and not line.endswith(":"))
    ):
        return None
    if not line.endswith(":") and len(line.split()) > 9:
        return None
    folded = fold(line).replace("’", "'").strip(" :")
    if _DO.search(folded):
        return "duty"
    return next((kind for kind, pattern in _HEADINGS if pattern.search(folded)), None)


def _kind_of(sentence: str, section: Kind) -> Kind:
    """A line's own words win over its section: "… is a plus" among requirements is nice to have."""
    if section in ("must", "duty") and _NICE_LINE.search(fold(sentence)):
        return "nice"
    return section


def years_required(lines: Iterable[str]) -> int | None:
    """The most years of experience that a line asks for (the lower bound of a range); None where none does."""
    most: int | None = None
    for line in lines:
        folded = fold(line)
        for found in _YEARS.finditer(folded):
            near = folded[max(0, found.start() - 40) : found.end() + 70]
            if _EXPERIENCE.search(near) and not _HISTORY.search(near):
                number = _NUMBERS.get(found["low"]) or int(found["low"])
                if 0 < number <= 20:
                    most = max(number, most or 0)
    return most
