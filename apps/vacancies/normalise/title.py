"""Titles: what a reader should see, the key that equal titles share, and the level a title names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from apps.vacancies.normalise.posting import RemoteKind, Seniority
from apps.vacancies.normalise.text import clean

_G = r"(?:m|w|f|d|x|h|i|v|k|n|nb|mn|gn|div|all|mensch|male|female|diverse|m[äa]nnlich|weiblich|divers|hombre|mujer|homme|femme)"
_GENDER = re.compile(
    rf"[\s,–—-]*(?:[(\[]\s*{_G}(?:\s*[/|*,.\-]\s*{_G}){{1,4}}\s*[)\]]|(?<=\s){_G}(?:\s?/\s?{_G}){{1,3}}(?=\s*$)|"
    r"[(\[]\s*(?:all genders?|alle geschlechter|she/he/they|he/she/they|gn|mensch|any gender|women/men/non[ -]binary)\s*[)\]]"
    r"|\s[-–—]\s+women/men/non[ -]binary)",
    re.I,
)  # fmt: skip
_MODEL = r"(?:100% |fully )?(?:remote|hybrid|on-?site|télétravail|home office|work from home|wfh|remoto)"
_MODEL_END = re.compile(rf"\s*(?:[(\[]\s*{_MODEL}\s*[)\]]|(?:\s[-–—|]+|,|\|)\s*{_MODEL})\s*$", re.I)
_TITLED_MODEL = re.compile(
    r"(?:[(\[][^)\]]*?|\s[-–—|]+\s|,\s*|^(?=on-?site\b))\b(?P<model>remote|remoto|hybrid|on-?site|presencial)\b(?=[^)\]\w]|\s*$|[)\]])(?! (?:sensing|cloud|control))",
    re.I,
)
_REQUISITION = re.compile(r"\s*(?:[(\[]?\s*(?:req(?:uisition)?|job|ref|id)[ .:#_-]*(?:id|no|nr)?[ .:#_-]*[a-z]{0,3}-?\d{3,}\s*[)\]]?|#\d{3,}|[(\[][A-Z]{0,3}-?\d{4,}[)\]])\s*$", re.I)  # fmt: skip
_EDGES = " \t-–—|,;:/·•*_~"
_EMOJI = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")

_ABBREVIATIONS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mgr": "manager", "mngr": "manager",
    "eng": "engineer", "engr": "engineer", "dev": "developer", "vp": "vice president", "svp": "senior vice president",
    "evp": "executive vice president", "dir": "director", "asst": "assistant", "assoc": "associate", "admin": "administrator",
    "rep": "representative", "spec": "specialist", "tech": "technical", "ops": "operations", "hr": "human resources",
    "pm": "product manager", "swe": "software engineer", "sde": "software development engineer", "qa": "quality assurance",
    "fullstack": "full stack", "frontend": "front end", "backend": "back end", "devops": "devops",
}  # fmt: skip
# Abbreviations with one meaning wherever they stand; the others above would merge what is not the same.
_SAFE = frozenset(
    {
        "sr",
        "snr",
        "jr",
        "jnr",
        "mgr",
        "mngr",
        "vp",
        "svp",
        "evp",
        "asst",
        "assoc",
        "fullstack",
        "frontend",
        "backend",
        "engr",
    }
)
_TOKEN = re.compile(r"[^\W_]+(?:[+#]+|(?:['’][^\W_]+))?|\.net\b", re.I)


@lru_cache(maxsize=1 << 15)
def clean_title(raw: str) -> str:
    """The title without what isn't part of it: gender marks, a work model at its end, requisition numbers, emoji."""
    title = clean(raw)
    before = ""
    short = _EMOJI.sub(" ", title)
    while short != before:
        before = short
        short = _REQUISITION.sub("", _MODEL_END.sub("", _GENDER.sub(" ", short)))
        short = " ".join(short.split()).strip(_EDGES)
    return short or title


@lru_cache(maxsize=1 << 15)
def title_key(title: str) -> str:
    """Words in order, lower case, abbreviations spelt out. Levels, teams and places in a title stay: they differ."""
    folded = (
        unicodedata.normalize("NFKC", title)
        .casefold()
        .replace("&", " and ")
        .replace("full-stack", "full stack")
    )
    words = (_ABBREVIATIONS[word] if word in _SAFE else word for word in _TOKEN.findall(folded))
    return " ".join(words)


# Who manages people. Product, account and project managers, and most others, name a trade and not a level.
_LED = (
    r"engineering|software|development|data|analytics|design|operations|store|shift|team|branch|general|restaurant|plant|"
    r"production|warehouse|finance|accounting|hr|it|infrastructure|security|platform|qa|science|department|floor|unit|site|"
    r"regional|area|district|people|studio|kitchen|clinic|practice|nurse|support|service|maintenance|quality|facilities|"
    r"logistics|manufacturing|laboratory|lab|transport|fleet|housekeeping|bar|procurement|treasury|tax|payroll"
)
_LEVELS_WORDS: tuple[tuple[Seniority, str], ...] = (
    ("intern", r"\b(?:intern(?:ship)?s?|praktik(?:um|ant(?:in)?)|stagiaire|stage|werkstudent(?:in)?|working student|"
               r"alternan(?:ce|t)|co-?op|becari[oa]|est[áa]gio|estagi[áa]ri[oa]|tirocin\w+|thesis)\b"),
    # Learners of a trade are on its first rung, whatever they learn to become: "Trainee Manager".
    ("entry", r"\b(?:apprentice(?:s|ship)?(?! (?:\w+ )?(?:manager|coordinator|lead|officer|assessor|tutor|trainer|advis\w+))|trainees?|"
              r"auszubildende[rn]?|azubis?|ausbildung(?= (?:zum|zur|als|im)\b)|lehrlinge?|apprenti[es]?|apprentissage|aprendiz|apprendista|leerling)\b"),
    ("executive", r"\b(?:chief (?:\w+ ){0,4}officer|c[etofimpr]o|cmo|chro|ciso|cpo|cro|svp|evp|avp|vp|vice[- ]president|president|"
                  r"managing director|general counsel)\b"),
    ("director", r"(?<!account )\b(?:director|directeur|directrice|direktor(?:in)?|head of|global head|head,|diretor[a]?)\b"),
    ("manager", rf"(?:^|[,(/-] ?|\b(?:senior|sr\.?|associate|assistant|group|general|regional|area) )manager\b|\b(?:{_LED}) manager\b|"
                r"\bgroup (?:\w+ ){0,2}manager\b|\b(?:supervisor|superintendent|team ?lead(?:er)?|teamleiter(?:in)?|manager[- ]of|people manager)\b"),
    ("lead", r"\b(?:principal|distinguished|tech lead|leads?(?! gen)|l[íi]der|(?:senior|sr\.?) ?/ ?staff|staff(?=[ -].*(?:engineer|developer|scientist|designer|architect|"
             r"research|manager|software|product|analyst|sre|security))|member of technical staff(?!.))\b"),
    ("senior", r"\b(?:account director|senior|sr|snr|sénior|s[êe]nior|iii|iv|erfahrene[rn]?|confirmée?|experienced)\b"),
    ("mid", r"\b(?:mid(?:dle)?[- ]?(?:level|senior)|intermediate|medior|middle(?= (?:\w+ ){0,2}(?:developer|engineer|designer|analyst))|(?<=junior / )middle|(?<=junior/)middle|mid(?![- ]?(?:market|mkt|atlantic|west))|ii|pleno)\b"),
    ("entry", r"\b(?:entry[- ]level|new (?:college )?grad(?:uate)?s?|grad(?:uate)?|early career|berufseinsteiger(?:in)?|"
              r"university grad(?:uate)?|campus|recent grad(?:uate)?|d[ée]butante?)\b"),
    ("junior", r"\b(?:junior|jr|jnr|j[úu]nior)\b"),
)  # fmt: skip
_LEVELS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _LEVELS_WORDS)
# Trades whose name sounds like a rank: who covers a lesson supervises nobody, and an art director draws.
_NOT_LEADING = re.compile(
    r"\b(?:art|funeral|casting|photography|stage|lighting|music|choir) director\b|directeur artistique|directrice artistique|"
    r"\b(?:cover|lunch(?:time)?|midday|playground|exam|study hall) supervisor\b|"
    r"\blead(?:s)? (?:gen|generation|management|qualification|nurtur)|\bcommission on|\bintern(?:al|ational)\b",
    re.I,
)
# Several roles in one line ("Software Engineer, Senior Software Engineer"): each part ends in what a person is called.
_ROLES = re.compile(r"\s*(?:[,;|+/&]|\band\b)\s*", re.I)
_CALLED = re.compile(
    r"\b(?:engineer|developer|programmer|designer|scientist|analyst|architect|manager|director|recruiter|consultant|"
    r"administrator|tester|writer|researcher)s?(?: (?:i|ii|iii|iv|v))?(?:\s*\([^)]*\))?$|^(?:(?:lead|senior|mid|junior|interns?|qa)$|(?:director|head|vp|chief)\b)",
    re.I,
)
_FIELD_LEVELS: tuple[tuple[str, Seniority], ...] = (
    ("intern", "intern"), ("student", "intern"), ("executive", "executive"), ("director", "director"), ("manager", "manager"),
    ("lead", "lead"), ("principal", "lead"), ("staff", "lead"), ("mid-senior", "mid"), ("mid senior", "mid"), ("senior", "senior"),
    ("entry", "entry"), ("graduate", "entry"), ("junior", "junior"), ("associate", "junior"), ("mid", "mid"), ("experienced", "mid"),
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def title_seniority(title: str) -> Seniority | None:
    """The level the title names, None when it names none. The highest of several counts: "Senior/Staff" is a lead."""
    text = _NOT_LEADING.sub(" ", title)
    return next((level for level, pattern in _LEVELS if pattern.search(text)), None)


def shared_seniority(line: str) -> Seniority | None:
    """The level of a line of free text that may offer several roles: None where they differ in it."""
    roles = [part for part in _ROLES.split(line) if _CALLED.search(part)]
    levels = {title_seniority(role) for role in roles} if len(roles) > 1 else {title_seniority(line)}
    return levels.pop() if len(levels) == 1 else None


def titled_model(raw: str) -> RemoteKind | None:
    """The work model a title states beside the role: "(Remote, Contract)", "- Hybrid". Not "Remote Sensing Engineer"."""
    match = _TITLED_MODEL.search(raw)
    if not match:
        return None
    word = match["model"].casefold()
    return "hybrid" if word == "hybrid" else "onsite" if word.startswith(("on", "pres")) else "remote"


def field_seniority(raw: str) -> Seniority | None:
    """The level a source states in a field of its own."""
    folded = raw.casefold()
    return next((level for word, level in _FIELD_LEVELS if word in folded), None) if folded else None
