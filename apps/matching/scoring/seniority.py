"""Rungs of the ladder, from a title, a declared level or years of work."""

from __future__ import annotations

from apps.matching.words import fold, words

INTERN, JUNIOR, MID, SENIOR, LEAD, DIRECTOR, EXECUTIVE = range(7)
NAMES = ("intern", "junior", "mid", "senior", "lead", "director", "executive")

_RUNGS: dict[str, int] = {
    **dict.fromkeys(("intern", "internship", "trainee", "apprentice", "student", "werkstudent", "praktikant", "stagiaire", "becario", "estagiario", "tirocinante", "stagista"), INTERN),
    **dict.fromkeys(("junior", "jr", "graduate", "entry", "associate", "assistant", "debutant"), JUNIOR),
    **dict.fromkeys(("mid", "middle", "intermediate", "medior", "ii", "regular"), MID),
    **dict.fromkeys(("senior", "sr", "iii", "iv", "experienced", "starszy", "confirme"), SENIOR),
    **dict.fromkeys(("lead", "staff", "principal", "head", "manager", "chief", "architect", "foreman", "supervisor", "charge", "leiter", "leiterin", "responsable", "founding", "partner"), LEAD),
    **dict.fromkeys(("director", "directrice", "directeur", "direktor", "direttore", "vp", "president"), DIRECTOR),
    **dict.fromkeys(("ceo", "cto", "cfo", "coo", "cmo", "cpo", "executive", "svp", "evp", "founder", "cofounder"), EXECUTIVE),
}  # fmt: skip
# "account executive", "staff nurse", "product manager": the word is the trade there, not the rung.
_TRADE_WORDS = frozenset(
    ("executive", "associate", "assistant", "staff", "manager", "architect", "partner", "chief", "lead")
)
_PLAIN_TRADES = (
    "account executive", "sales executive", "marketing executive", "staff nurse", "staff accountant", "sales associate",
    "warehouse associate", "executive assistant", "administrative assistant", "product manager", "account manager",
    "project manager", "program manager", "success manager", "marketing manager", "community manager", "lead generation",
    "dental assistant", "research assistant", "medical assistant", "solution architect", "solutions architect",
    "partner manager", "chief of staff", "office manager", "talent partner", "business partner", "people partner",
)  # fmt: skip


def seniority_of_title(title: str) -> int | None:
    """0 (intern) to 6 (executive); None where the title doesn't say."""
    folded = fold(title)
    found = words(title)
    plain = any(trade in folded for trade in _PLAIN_TRADES)
    rungs = [_RUNGS[word] for word in found if word in _RUNGS and not (plain and word in _TRADE_WORDS)]
    if not rungs:
        return None
    if INTERN in rungs:
        return INTERN
    return max(rungs)


def seniority_of_name(name: str) -> int | None:
    """A declared level, by our own names or a board's ("Mid-Senior level", "Entry level", "Staff")."""
    rungs = [_RUNGS[word] for word in words(name) if word in _RUNGS]
    return max(rungs) if rungs else None


def seniority_of_years(years: float) -> int:
    """What years of work alone make likely; nobody becomes a lead by waiting."""
    if years < 2:
        return JUNIOR
    return MID if years < 5 else SENIOR
