"""Reading the first line of a "Who is hiring?" comment: "Company | Role | Place | REMOTE | Pay | URL", by convention only.

What a part is, is told by its words, for nobody keeps the order. `confidence` falls with each thing that had to be
guessed; a line that shows none of the convention is no posting (None), for threads hold chatter too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from apps.vacancies.sources.base import RemoteClaim
from apps.vacancies.sources.claims import workplace_of

_SEPARATORS = (r"\s*\|\s*", r"\s+(?:[—–-]|--+)\s+", r"\s*;\s*", r"\s+/\s+", r",\s+")
_LINK = re.compile(r"\(?\s*(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.I)
_TOWN = re.compile(
    r"(?:[\w .'-]+,\s*){1,2}(?:[A-Z]{2}|UK|USA?|U\.S\.A?\.?|United (?:States|Kingdom)|England|Scotland|Ireland|Canada|Australia|New Zealand|"
    r"Germany|France|Spain|Portugal|Italy|Netherlands|The Netherlands|Belgium|Switzerland|Austria|Poland|Denmark|Sweden|Norway|"
    r"Finland|Estonia|Israel|India|Japan|Singapore|China|Brazil|Mexico|Ontario|Quebec|British Columbia|California|Texas|"
    r"Massachusetts|Washington|Colorado|Illinois|Oregon|Florida|Georgia|Virginia|Maryland|Pennsylvania|North Carolina|Ohio)"
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|io|ai|co|org|net|dev|app|uk|de|eu|tech)(?:/\S*)?", re.I)
_REMOTE = re.compile(r"(?<!no )(?<!not )\bremote", re.I)
_HYBRID = re.compile(r"\bhybrid\b", re.I)
_ONSITE = re.compile(r"\bon[\s-]{0,2}site\b|\bin[ -]office\b", re.I)
_HOURS = re.compile(
    r"\b(?:full|part)[\s-]?time\b|\bFTE?\b|\bcontract(?:or|ing)?\b|\bfreelance\b|\bintern(?:ship)?s?\b|\bpermanent\b", re.I
)  # fmt: skip
_PAY = re.compile(
    r"[$£€¥]\s?A?\d|\d\s?[kK]\b|\b\d{2,3},\d{3}\b|\bsalary\b|\bequity\b|\d%|\bcompetitive\b", re.I
)
# The amount alone: what stands beside it ("+ equity") makes it hard to read.
_FIGURE = r"(?:[$£€¥]\s?A?|\bA\$)?\d[\d.,]*\s?[kK]?\+?"
_AMOUNT = re.compile(
    rf"(?:[$£€¥]\s?A?\d[\d.,]*\s?[kK]?\+?|\b\d{{2,3}}\s?[kK]\b|\b\d{{2,3}}\s?[-–]\s?\d{{2,3}}\s?[kK]\b)(?:\s?(?:[-–]|to)\s?{_FIGURE})?"
    r"(?:\s?(?:CAD|AUD|CHF|EUR|GBP|USD|SEK|NZD|SGD)\b)?(?:\s?/\s?\w+|\s?per \w+)?"
)
_ASIDE = re.compile(
    r"\bvisas?\b|\brelocat\w*|\bpassport\b|\bflexible\b|\bw2\b|\b1099\b|\bYC\b|\bseed\b|\bseries [a-f]\b|\bhiring\b|\bequity\b", re.I
)  # fmt: skip
_ROLE = re.compile(
    r"engineer|develop|programm|design|manager|management|scien(?:ce|tist)|\blead\b|leads\b|architect|analyst|devops|\bsre\b|director|"
    r"\bhead of|\bc[teo]o\b|\bvp\b|research|position|\broles?\b|\bjobs\b|sales|marketing|full[ -]?stack|back[ -]?end|front[ -]?end|"
    r"consultant|\badmin|support|product\b|data\b|mobile|\bios\b|android|\bqa\b|specialist|founder|hacker|recruit|writer|editor|"
    r"officer|executive|technician|intern\b|student|graduate|multiple|various|machine learning|\bml\b|security|infrastructure",
    re.I,
)  # fmt: skip
# What a person is called, which no employer is; "Acme Data" and "Acme Security" may be employers.
_CALLING = re.compile(
    r"engineers?\b|developers?\b|programmers?\b|scientists?\b|designers?\b|architects?\b|analysts?\b", re.I
)
_LEFT_OVER = re.compile(
    r"[\s,/&+()|.;:–—-]+|\b(?:and|or|only|ok|the|in|at|with|possible|preferred|optional)\b", re.I
)
_LONGEST_PLACE, _LONGEST_TITLE, _LONGEST_NAME = 120, 200, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class HiringLine:
    """What the line says. "" and () = it doesn't; `title` is the whole line where it names no role."""

    title: str
    company: str
    places: tuple[str, ...]
    remote: RemoteClaim | None
    employment: str
    pay: str
    confidence: float


def read_hiring_line(line: str) -> HiringLine | None:
    """Read one line of plain text; None when it follows no convention."""
    line = " ".join(line.split())
    parts, certainty = _parts(line)
    if not parts:
        return None
    if (
        _TOWN.fullmatch(parts[0]) and " - " not in parts[0] and not _is_role(parts[0])
    ):  # some begin with where they are
        parts, certainty = [parts[1], parts[0], *parts[2:]], certainty / 2
    company = _company(parts[0])
    rest = parts[1:] if company else parts
    roles = [part for part in rest if _is_role(part)]
    title = _without_links(roles[0] if roles else line)
    confidence = certainty * (1.0 if roles else 0.5) * (1.0 if company else 0.5)
    return HiringLine(
        title=title[:_LONGEST_TITLE],
        company=company,
        places=tuple(dict.fromkeys(where for part in rest if part not in roles and (where := _place(part)))),
        remote=workplace_of(
            remote=bool(_REMOTE.search(line)),
            hybrid=bool(_HYBRID.search(line)),
            onsite=bool(_ONSITE.search(line)),
        ),
        employment=_employment(line),
        pay=_pay([part for part in rest if part not in roles]),
        confidence=round(confidence, 2),
    )


def _parts(line: str) -> tuple[list[str], float]:
    """The parts by the first separator that gives some, and how sure that is. Other separators than the pipe count
    only in a short line that also names hours or a work model."""
    for separator in _SEPARATORS:
        parts = [part for part in re.split(separator, line) if part.strip()]
        if len(parts) < 2:
            continue
        if separator == _SEPARATORS[0]:
            return parts, 0.9 if len(parts) > 2 else 0.6
        if len(line) <= _LONGEST_TITLE and (
            _HOURS.search(line) or _REMOTE.search(line) or _ONSITE.search(line)
        ):
            return parts, 0.4
    return [], 0.0


def _company(part: str) -> str:
    """The first part without its links; "" where it is a role, a work model or a sentence."""
    name = re.sub(r"\(\s*(?:https?://|www\.)[^)]*\)?", "", part).strip(" ,-:")
    name = _LINK.sub("", name).strip(" ,-(:") or name
    if _CALLING.search(name) or len(name) > _LONGEST_NAME or not _rest(name):
        return ""
    return name


def _is_role(part: str) -> bool:
    return bool(_ROLE.search(_without_links(part))) and not _PAY.search(part)


def _place(part: str) -> str:
    """What is left of a part that is no link, no pay and no aside; the words for the work model stay with it."""
    said = _without_links(part)
    if not said or len(said) > _LONGEST_PLACE or _PAY.search(said) or _ASIDE.search(said) or not _rest(said):
        return ""
    return _HOURS.sub("", said).strip(" ,-/&+;")


def _rest(part: str) -> str:
    """A part without the words that may stand in any: hours, work model, joints."""
    for known in (_HOURS, _REMOTE, _HYBRID, _ONSITE):
        part = known.sub(" ", part)
    return _LEFT_OVER.sub("", part)


def _without_links(part: str) -> str:
    bare = _LINK.sub("", part).strip()
    return "" if _DOMAIN.fullmatch(bare) else bare


def _pay(parts: list[str]) -> str:
    short = (part for part in parts if len(part) <= _LONGEST_PLACE)
    return next((found[0] for part in short if (found := _AMOUNT.search(part))), "")


def _employment(line: str) -> str:
    """Full-time where it is named at all; else the first kind."""
    kinds = [found[0] for found in _HOURS.finditer(line)]
    return next((kind for kind in kinds if kind.casefold().startswith("f")), kinds[0] if kinds else "")
