"""Whether a job asks for a security clearance, or for being able to get one."""

from __future__ import annotations

import re

_HINTS = ("learance", "LEARANCE", "TS/SCI", "SC cleared", "DV cleared", "icherheitsüberprüfung")
_KIND = (
    r"(?:security|secret|top[- ]secret|ts/sci|sci|dod|doj|doe|irs|mbi|nato|government|federal|public trust|vetting|sc|dv|sicherheits\w*|poly\w*)"
)  # fmt: skip
_ABOUT = re.compile(
    rf"\b{_KIND}\b[^.;\n]{{0,40}}\bclearances?\b|\bclearances?\b[^.;\n]{{0,60}}\b{_KIND}\b|"
    r"\b(?:active|current|existing|hold|possess\w*|obtain|maintain|requires?|position requires) (?:an? |\w+ ){0,3}clearances?\b|"
    r"^\W*clearances? requirements?\b|^\W*clearance:|\bts/sci\b|\b(?:sc|dv)[- ]cleared\b|sicherheitsüberprüfung",
    re.I,
)
# The word means other things to a mechanic, a doctor, a customs officer and a trademark lawyer.
_OTHER = re.compile(
    r"\b(?:medical|background|customs|trademark|line|service|airway|mechanical|import|export|stock|sales?|music|sample|rights|payments?|cheque|check|tax|fire|plant|concave|site)\W+"
    r"(?:\w+ )?clearances?\b|\bclearances and (?:tolerances|specs)|\b(?:engg|vendor)\b[^.\n]{0,40}clearance",
    re.I,
)
_WAIVED = re.compile(
    r"\b(?:no|without(?: an?)?) (?:\w+ ){0,3}clearances?\b(?! (?:yet|needed to start))|"
    r"\bclearances?\b[^.;\n]{0,80}\b(?:not|isn['’]t|never|no longer)\s(?:\w+ ){0,2}(?:required|needed|necessary)",
    re.I,
)
_WISHED = re.compile(
    r"\bprefer|\bplus\b|\bbonus\b|\bnice\b|\bideal|\bdesir|\badvantage|\bbeneficial|\bhelpful|\bif (?:required|needed)|\bmay be required|\basset\b",
    re.I,
)
_ASKED = re.compile(
    r"\bmust\b|\brequire[sd]?\b|\brequirement|\bobtain|\bability\b|\beligib|\bneeded\b|\bhold\b|\bmandatory\b", re.I
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÄÖÜ])")


def find_security_clearance(text: str) -> bool | None:
    """True when one is asked for, False when the text says that none is needed, None when it says nothing firm.

    A clearance that is only welcome is nothing firm; asked for beats waived."""
    if not any(hint in text for hint in _HINTS):
        return None
    said = {_judged(part) for line in _lines(text) for part in _SENTENCE.split(line)}
    return True if True in said else (False if False in said else None)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if any(hint in line for hint in _HINTS)]


def _judged(sentence: str) -> bool | None:
    if not _ABOUT.search(sentence) or _OTHER.search(sentence):
        return None
    if _WAIVED.search(sentence):
        return False
    wished = _WISHED.search(sentence)
    if wished and not (_ASKED.search(sentence[: wished.start()]) and "if " not in wished[0].lower()):
        return None
    return True
