"""Which parts of a posting speak of the job, and which of the employer, the perks, the pay or the law.

A heading opens a part, the next heading closes it. What stands before the first heading of the job is about the
employer, unless its line speaks to the reader or of the role.
"""

from __future__ import annotations

import re

# What may stand around a heading: bullets, emoji, Markdown.
_BEFORE = r"[^\w\n]{0,12}"
_ROLE = r"role|job|position|opportunity|team|work|mission|internship|you|me|myself|candidate|project|day|department|function"
_EMPLOYER = rf"""
    about\ (?!(?:(?:the|this|your|our)\ )?(?:\w+\ )?(?:{_ROLE})\b)(?:[\w.&'’-]+\ ?){{1,4}}
    | who\ we\ are | (?:our|company)\ (?:culture|values|mission|story|investors|benefits|perks|overview|description)
    | why\ (?!you['’]?(?:re|\ are)\ )(?:[\w.&'’]+\ ?){{1,7}}
    | (?:what|here['’]s\ what)\ (?:we|you\ get|(?!you\b)[A-Z]\w+)\ (?:offers?|can\ offer|provides?|give)\b.{{0,30}}
    | we\ offer(?:\ you)?
    | what['’]?s\ in\ it\ for\ you | (?:employee\ |full-time\ |the\ |job\ |some\ of\ our\ |additional\ )*(?:benefits|perks)\b.{{0,40}}
    | (?:total\ )?(?:compensation|salary|pay|base\ pay|remuneration|rewards)\b.{{0,40}}
    | (?:standard\ |our\ |the\ )?(?:interview|hiring|application|recruitment|selection)(?:ing)?\ (?:process|steps|stages)\b.{{0,30}}
    | equal\ .{{0,40}} | (?:e\.?e\.?o\.?e?|d&i|dei)\b.{{0,30}} | diversity\b.{{0,40}} | life\ at\ .{{1,30}}
    | working\ (?:at|with|for)\ (?:us|[A-Z]\w+) | .{{0,30}}\bprivacy\b.{{0,30}} | how\ to\ apply | working\ conditions
    | conditions\ of\ employment | work\ authorization\b.{{0,30}} | avantages\b.{{0,30}} | (?:wir|das)\ bieten.{{0,30}}
"""
_EMPLOYER_HEADING = re.compile(rf"{_BEFORE}(?:{_EMPLOYER})[^\w\n]{{0,6}}", re.IGNORECASE | re.VERBOSE)
_LINE = re.compile(r"\n[^\S\n]*([^\n]+)")
_JOB = re.compile(
    r"\b(?:role|responsibilit|requirement|qualif|skills?\b|experience|must|nice|bonus|preferred|you(?:['’](?:ll|re|d|ve))?\b"
    r"|your\b|looking for|tech(?:nology)? stack|tools|stack|duties|tasks|profile|position|opening|what we(?:['’]re| are|['’]d)"
    r"|day\b|impact|mission|(?:the|our) team|expect|job|candidate|ideal|who(?:['’]s| is))",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|role|position|seeking|looking for|hiring|candidate|responsible|opening|join|experience|knowledge|mastery|degree|essential|required"
    r"|skills|competenc\w+|must|ability|demonstrate|training)\b",
    re.IGNORECASE,
)
# A resume has headings and introductions, too, but speaks to nobody: nothing of it is silent.
_POSTING = re.compile(
    r"\b(?:you|your|we['’]re|we are|candidates?|applicants?|du|dein\w*|dich|sie|wir|vous|nous)\b", re.I
)
_LONGEST_HEADING = 80
_MOST_WORDS = 9  # of a heading without a mark of its own
_LONGEST_TITLE = 160
_SHORTEST_PRAISE = 100  # shorter lines before the first heading are items of a list of what is asked
# "Marketing" is asked for in "a degree in economics or marketing", "experience in marketing" and "marketing manager".
_ASKED_BEFORE = re.compile(
    r"\b(?:experience|background|degree|diploma|bachelor['’]?s?|master['’]?s?|b\.?[as]c?\.?|m\.?sc?\.?|ph\.?d\.?|mba|graduate|career"
    r"|expertise|expert|skilled|skills|knowledge|proficien\w+|understanding|training|familiarity|qualified|trained|specialist|major"
    r"|studies|specializing|speciali[sz]ation|head|director|vp|bac ?\+ ?\d|roles?|passion\w*|exposure|backgrounds)\b[^.;:\n]{0,60}$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"[ /](?:experience|background|degree|manager|director|specialist|analyst|associate|assistant|intern|lead|professional|engineer"
    r"|coordinator|representative|consultant|expert|role|skills|knowledge|expertise|or (?:a )?(?:related|similar|equivalent)"
    r"|related field|fundamentals|principles|best practices|leader|officer|advisor|agent|domain)s?\b",
    re.IGNORECASE,
)
_BEFORE_ASKED = 90
_MARKER = re.compile(r"[\W\d_]*")


def silent_parts(text: str) -> list[tuple[int, int]]:
    """The stretches of text that do not speak of the job, in order, as half-open offsets in characters."""
    if not _POSTING.search(text):
        return []
    headings = [(match.start(), kind) for match in _LINE.finditer(text) if (kind := _kind(match.group(1)))]
    parts = _introduction(text, headings)
    opened: int | None = None
    for start, kind in headings:
        if kind == "employer":
            opened = start if opened is None else opened
        elif opened is not None:
            parts.append((opened, start))
            opened = None
    if opened is not None:
        parts.append((opened, len(text)))
    return parts


def _kind(line: str) -> str | None:
    """What a line opens as a heading: a part on the "employer", on the "job", some "other" one, or None."""
    if len(line) > _LONGEST_HEADING:
        return None
    line = line.strip()
    marked = line.endswith((":", "?", "**")) or line.startswith("#") or line.isupper()
    if not marked and (line[:1] in "-*•·" or line.endswith((".", ",", ";"))):
        return None
    if _EMPLOYER_HEADING.fullmatch(line):
        return "employer"
    if marked and not line.startswith(("- ", "* ", "• ", "· ")):
        return "job" if _JOB.search(line) else "other"
    return "job" if len(line.split()) <= _MOST_WORDS and _JOB.search(line) else None


def _introduction(text: str, headings: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The lines between the title and the first heading of the job that do not speak to the reader."""
    first = next((start for start, kind in headings if kind == "job"), None)
    title = text.find("\n")
    if first is None or title < 0:
        return []
    return [
        (match.start(), match.end())
        for match in _LINE.finditer(text, title, first)
        if len(match.group(1)) >= _SHORTEST_PRAISE and not _ADDRESSED.search(match.group(1))
    ]


def is_asked_for(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands in the title, begins its line, is an example in brackets, or is said to be known,
    studied or held as a post."""
    if end <= _LONGEST_TITLE and "\n" not in text[:start].strip():
        return True
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.count("(") > line.count(")") or begins_line(text, start):
        return True
    return bool(
        _ASKED_AFTER.match(text, end) or _ASKED_BEFORE.search(text[max(0, start - _BEFORE_ASKED) : start])
    )


def begins_line(text: str, start: int) -> bool:
    """Whether nothing but a bullet, a number or other marks stand before it in its line."""
    return _MARKER.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


# "We pay attention to detail": what the employer says of its own people.
_OWN_PRAISE = re.compile(r"(?:^|[.!?:•])\W*(?:At [A-Z][\w&.]*,? )?our\b|\bwe\b", re.IGNORECASE | re.MULTILINE)
_YOU = re.compile(
    r"\b(?:you|your|candidate|role|looking for|seeking|hiring|someone|expect|want)\b", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"[.!?:•](?=\s|$)|\n")


def is_own_praise(text: str, start: int, end: int) -> bool:
    """Whether the sentence of `text[start:end]` speaks of the employer's people and not to the reader."""
    line = text.rfind("\n", 0, start) + 1
    if not _OWN_PRAISE.search(text, line, start):
        return False
    opened = max((match.end() for match in _SENTENCE_ENDS.finditer(text, line, start)), default=line)
    closed = _SENTENCE_ENDS.search(text, end)
    sentence = text[opened : closed.start() if closed else len(text)]
    return _OWN_PRAISE.search(sentence) is not None and not _YOU.search(sentence)


# "Work closely with design, data science and legal to …": what the colleagues do is not asked of the reader.
_LINKS = (" with ", " across ", " alongside ")
_WHO = re.compile(
    r"[^.;:\n•]{1,200}?(?=\b(?:to|on|in order|using|through|by|from|for|inside|and (?!marketing|engineering|accounting|manufacturing)[a-z]+ing)\b"
    r"|,? \b(?:ensur|while|driv|enabl|support|grow|deliver|defin)|[.;:\n•]|$)"
)
_WORKING = re.compile(
    r"\b(?:collaborat\w+|partner(?:ing|s|ed)?|liais\w+|interfac\w+|work\w*|coordinat\w+|engag\w+|hand[- ]in[- ]hand|together)"
    r"(?: [\w-]+){0,2}$",
    re.IGNORECASE,
)
_BEFORE_WITH = 50
_PEOPLE = re.compile(
    r"\b(?:teams?|partners|stakeholders|colleagues|departments?|functions?|counterparts|managers?|engineers?|engineering|designers?|product"
    r"|scientists?|analysts?|leaders?|leadership|operations|sales|marketing|legal|finance|customers?|clients?)\b",
    re.IGNORECASE,
)


def colleagues(text: str) -> list[tuple[int, int]]:
    """Where the text says whom the reader works with, as half-open offsets in characters."""
    found: list[tuple[int, int]] = []
    for link in _LINKS:
        start = text.find(link)
        while start >= 0:
            end = start + len(link)
            if _WORKING.search(text, max(0, start - _BEFORE_WITH), start):
                who = _WHO.match(text, end)
                if who and _PEOPLE.search(who[0]):
                    found.append(who.span())
            start = text.find(link, end - 1)
    return found
