"""The work model that a text tells of its role in words: a tag ("#LI-Hybrid"), a labelled line, a sentence.

What an employer says of itself ("remote-first", "our remote team") is not said of the role, and neither is remote
work of other kinds: remote sensing, hybrid search, in-person payments.
"""

from __future__ import annotations

import re

from apps.vacancies.normalise.office_days import model_lines
from apps.vacancies.normalise.posting import RemoteKind

_REMOTE = r"(?:100 ?% |fully[- ])?(?:remote(?:ly)?(?![- ](?:first|friendly)|ok\b)|work[- ]from[- ]home)"
# A "hybrid role that blends sales and support" is two trades in one, and no work model.
_HYBRID = (
    r"hybrid(?:[- ]remote)?(?! (?:roles?|positions?),? (?:that|which|blend|combin|bridg|span|sits|you|with both|will begin|"
    r"requires? someone|where you|encompass|support|mix))"
)
_ONSITE = r"(?:on[- ]?site|in[- ]office|in[- ]person|office[- ]based)"
_WORDS: tuple[tuple[RemoteKind, re.Pattern[str]], ...] = (
    ("hybrid", re.compile(rf"\b{_HYBRID}\b", re.I)),
    ("remote", re.compile(rf"\b{_REMOTE}\b", re.I)),
    ("onsite", re.compile(rf"\b{_ONSITE}\b", re.I)),
)
_ANY = rf"(?P<model>{_REMOTE}|{_HYBRID}|{_ONSITE})\b"
_ROLE = r"(?:roles?|positions?|jobs?|opportunit(?:y|ies)|internships?|openings?|engagements?)"
_HOW = (
    r"(?:(?:fully|primarily|predominantly|100 ?%|entirely|strictly|completely|currently|mostly|permanent|full[- ]time|part[- ]time|"
    r"contract|salaried|paid|long[- ]term|flexible|based|open to|and|an?),? ){0,4}"
)
# Behind "this is a hybrid": one of two trades is a role too, and is no work model.
_OF_WORK = rf"(?=[-,]? ?(?:{_ROLE}|work\w*|model|schedule|setup)\b|(?:, full[- ]time|, part[- ]time)|[.;:)!(,]|$| (?:in|at|from|out of|within|based|with|for|and|or|to|across|anywhere)\b| [-–—])"
_TAG = re.compile(r"#\w{2}-(?P<model>remote|hybrid|on-?site|in-?office)\b", re.I)
_SENTENCE = re.compile(
    rf"\b(?:this (?:is|will be|would be)|(?:this|the|both|all|these)(?: [\w/&-]+){{0,4}}? {_ROLE} (?:is|are|will be|can be)) "
    rf"(?:not )?{_HOW}{_ANY}{_OF_WORK}|\b(?:is|as) an? {_HOW}(?P<called>{_REMOTE}|{_HYBRID}|{_ONSITE}) {_ROLE}\b|\bthis {_HOW}(?P<of_role>{_REMOTE}|{_HYBRID}|{_ONSITE}) {_ROLE}\b",
    re.I,
)
_LABEL = re.compile(
    r"^\W{0,6}(?:(?:work(?:place|ing)?|job|role|office|position|primary|preferred) )?(?:locations?|(?:location )?type|work ?place|"
    r"(?:model|arrangement|style|mode|setting|setup|schedule|environment)|where|modality|ort|standort|arbeitsort|lieu)\]?\W{0,3}[:–—-]\W*(?P<said>.{2,110})",
    re.I,
)
# A line that begins with the model, among the first: "On-site in Lisbon", "Hybrid: three days".
_BEGINS = re.compile(
    rf"^\W{{0,6}}(?P<model>{_REMOTE}|{_HYBRID}|{_ONSITE})(?:\s*(?:[:(|,]|[-–—]\s|$)| in |(?=.{{0,45}}$)(?-i: [A-Z]))",
    re.I,
)
_NOT_REMOTE = re.compile(
    r"\bno (?:remote|hybrid)\b(?! \w+ing)|\bnot? an? (?:fully )?remote (?:role|position|job|or hybrid)|\bnot (?:a )?remote\b(?![- ]first)|\bnon-remote\b|"
    r"\bremote(?:(?: and/or| or|/| and) ?hybrid)? (?:work |options? |candidates )?(?:is |are |will )?(?:not |cannot )(?:be )?(?:possible|available|an option|offered|allowed|considered)",
    re.I,
)
_IN_BRACKETS = re.compile(rf"^.{{2,80}}[(\[](?P<model>{_REMOTE}|{_HYBRID}|{_ONSITE})[)\]]", re.I)
_BESIDE_HOURS = re.compile(
    rf"\b(?:full|part)[- ]?time[,|/ ]{{1,3}}(?:and )?{_ANY}(?=[.,;|/)\s]|$)|\b(?P<before>{_REMOTE}|{_HYBRID}|{_ONSITE})[,|/ ]{{1,3}}(?:full|part)[- ]?time\b",
    re.I,
)
_OR_REMOTE = re.compile(r"\b(?:or|/) ?(?:fully |100 ?% )?remote ?(?=[).,;|(]|$)", re.I)
_SOFT: tuple[tuple[RemoteKind, re.Pattern[str]], ...] = (
    (
        "hybrid",
        re.compile(
            r"\bhybrid (?:work(?:ing|place)?\b|(?:office|schedule|policy|setup|rhythm)\b)|\b(?:we|and) (?:follow|have|use|operate|offer|work|are|support)\w*"
            r"(?: (?:in|on|with))? an? (?:\w+ ){0,2}hybrid\b|\b(?:mix|blend|combin\w+) of (?:remote|in-person|in-office|on-?site)|"
            r"\(hybrid|\bhybrid available|office days and (?:remote|home)|bürotag\w* und home|\b(?:mon|tues|wednes|thurs|fri)days? (?:are )?(?:wfh|work from home)|"
            r"\bhybride[sr]? arbeit|\bt[ée]l[ée]travail (?:partiel|hybride)",
            re.I,
        ),
    ),
    (
        "remote",
        re.compile(
            r"(?<!not )(?<!not quite )\b(?:fully|100 ?%|completely|entirely)[- ]remote(?: (?:work\w*|position|role|job|opportunity)\b|\s*[.,;!(]|\s*$)|"
            r"\bwork (?:100 ?% |fully )?(?:remotely|from home)(?:,? or\b| full[- ]time)|\boption to work (?:remotely|from home)\b|"
            r"\boffices? or (?:fully )?remotely\b|\(remote or\b|\bopen to remote\b",
            re.I,
        ),
    ),
    (
        "onsite",
        re.compile(
            r"\b(?:work|working|hiring|meet|collaborat\w+)(?: \w+){0,2} (?:in[- ]person|on[- ]?site|in[- ]office)(?: (?:out of|from|in|at|as) (?!(?:the field|client|customer)))|"
            r"\bin[- ](?:person|office)(?:,? \w+)? (?:team|culture|work model|company|startup)\b|\bon[- ]?site[- ]first|\b(?:fully|100 ?%) (?:on[- ]?site|in[- ](?:person|office))|"
            r"\b(?:able|ability|willing\w*|required|requires?|expected|must) to (?:reliably )?(?:work|commute|be) (?:on[- ]?site|in[- ](?:person|office))\b",
            re.I,
        ),
    ),
)
_OR_ELSE = re.compile(r"\b(?:or|/) ?(?:\w+ )?remote\b", re.I)
_NOW_AND_THEN = re.compile(r"\b(?:as|when|if|where) needed\b|\boccasional", re.I)
_HINTS: dict[RemoteKind, tuple[str, ...]] = {
    "hybrid": (
        "ybrid",
        "YBRID",
        "office",
        "home",
        "Home",
        "WFH",
        "of remote",
        "of in",
        "of on",
        "büro",
        "ravail",
    ),
    "remote": ("emote", "home"),
    "onsite": ("person", "site", "-office", "n office", "n-Office"),
}
_APART = ("remote", "hybrid", "from home", "travail", "person", "site", "office")
_ROLE_WORDS = ("role", "position", "job", "opportunit", "internship", "opening", "engagement")
_HEAD, _FIRST_LINES, _LONGEST, _BESIDE, _LABEL_ENDS, _SHORT = 4000, 30, 600, 30, 45, 100


def told_model(text: str) -> RemoteKind | None:
    """What a text says of its role so plainly that it outweighs a flag; None when it says nothing so."""
    lines = model_lines(text)
    for line in lines:
        if "#" in line and (tag := _TAG.search(line)):
            return _kind(tag["model"])
    first = set(text[:_HEAD].split("\n")[:_FIRST_LINES]) if lines else set()
    return next((model for line in lines if (model := _said(line, is_first=line in first))), None)


def hinted_model(text: str) -> RemoteKind | None:
    """What a text says by the way, of this role or of all of its employer's; asked where nothing else tells."""
    lines = [line for line in model_lines(text) if any(word in line.lower() for word in _APART)]
    if any(map(_NOT_REMOTE.search, lines)):
        return "onsite"
    if any(_OR_REMOTE.search(line) for line in lines if len(line) <= _LONGEST):
        return "remote"
    found = {
        model
        for line in lines
        for model, pattern in _SOFT
        if any(word in line for word in _HINTS[model]) and pattern.search(line)
    }
    return found.pop() if len(found) == 1 else None


def _said(line: str, *, is_first: bool) -> RemoteKind | None:
    label = _LABEL.match(line) if any(sign in line[:_LABEL_ENDS] for sign in ":–—-") else None
    if label and (model := _labelled(label["said"])):
        return model
    for pattern in (
        (_BEGINS, _BESIDE_HOURS, *((_IN_BRACKETS,) if len(line) <= _SHORT else ())) if is_first else ()
    ):
        if (pattern is not _BESIDE_HOURS or "time" in line.lower()) and (match := pattern.search(line)):
            beside = line[max(0, match.start() - _BESIDE) : match.end() + _BESIDE].casefold()
            return "remote" if "remote" in beside else _kind(match[match.lastgroup or 0])
    for match in _SENTENCE.finditer(line) if _may_be_sentence(line) else ():
        if not _NOT_REMOTE.search(match[0]):
            rest = line[match.end() : match.end() + 3 * _BESIDE].split(". ")[0]
            return "remote" if _OR_ELSE.search(rest) else _kind(match[match.lastgroup or 0])
    return None


def _may_be_sentence(line: str) -> bool:
    """Found without patterns, for most lines don't."""
    return "his " in line or any(word in line for word in _ROLE_WORDS)


def _labelled(said: str) -> RemoteKind | None:
    """Of a label's words, hybrid where it is among them, else remote: who may choose is remote."""
    if _NOT_REMOTE.search(said):
        return "onsite"
    if _NOW_AND_THEN.search(said):
        return None
    if _OR_ELSE.search(said):
        return "remote"
    return next((model for model, pattern in _WORDS if pattern.search(said)), None)


def _kind(word: str) -> RemoteKind:
    return next((model for model, pattern in _WORDS if pattern.search(word)), "onsite")
