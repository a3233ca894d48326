"""Whether an employer sponsors visas, as far as the text says so."""

from __future__ import annotations

import re

_HINTS = ("ponsor", "PONSOR", "visa", "Visa", "VISA", "ork permit", "1B", "h-1b", "hite-", "lue Card", "-Rot")
_TOPICS = ("sponsor", "visa", "work permit", "h-1b", "h1b", "red-white-red", "blue card", "rot-wei")
_ABOUT_WORK = re.compile(
    r"visas?\b|work permits?|h-?1b (?:transfer|candidate|visa|holder)|(?:red-white-red|eu blue|\bblue) card|rot-wei(?:ß|ss)-rot|sponsorship (?:for|of) (?:employment|work)|(?:employment|immigration|work(?:ing)?) sponsorship|"
    r"without (?:\w+ ){0,3}sponsorship|(?:offer|provide|require|support|need)\w* (?:\w+ ){0,3}sponsorship|sponsorship (?:is|not|available|for this)|"
    r"unable to sponsor|(?:not|cannot|can['’]t) sponsor|support relocation or sponsorship",
    re.I,
)  # fmt: skip
_REFUSED = re.compile(
    r"\b(?:un(?:able|fortunately)|not|no|cannot|can['’]t|won['’]t|don['’]t|doesn['’]t|without|never|neither|nor)\b.{0,110}?"
    r"\b(?:sponsor\w*|visas?|work permits?|h-?1b transfers?|(?:red-white-red|blue) card)|"
    r"\bh-?1b transfers?\b.{0,30}?\bnot\b|"
    r"\b(?:sponsor\w*|visas?)\b.{0,50}?\b(?:not|unavailable|isn['’]t|aren['’]t|no longer)\b|sponsorship: ?no\b|"
    r"must (?:already )?(?:have|be)\b.{0,60}?\b(?:right to work|work authori[sz]ation|authori[sz]ed to work)\b.{0,60}\bsponsor",
    re.I,
)  # fmt: skip
_OFFERED = re.compile(
    r"\b(?:we|will|can|do|able to|happy to|open to|offers?|provides?|supports?)\b.{0,40}?\b(?:sponsor(?:ing|ship)?)\b|"
    r"\bvisa\b.{0,25}?\b(?:sponsorship|support|assistance|help)\b|\bsponsor(?:ship|s|ing)?\b.{0,25}?\b(?:visas?|available|h-?1b)\b|"
    r"\bh-?1b transfers?\b.{0,25}?\b(?:considered|accepted|welcome|supported|possible|available)\b|"
    r"\b(?:help|support|assist|sponsor|arrange|apply|take care)\w*\b.{0,60}?\b(?:(?:red-white-red|blue) card|work permits?)|"
    r"(?:unterstützen|helfen|beantragen|übernehmen)\b.{0,60}?\brot-wei(?:ß|ss)-rot",
    re.I,
)  # fmt: skip
_HARMLESS = re.compile(
    r"don['’]t shy away from|not only\b|mastercard|amex|american express|executive sponsor|sponsor bank", re.I
)
_SENTENCE = re.compile(r"[^.!?\n]*(?:\.(?=\w)[^.!?\n]*)*")


def find_visa_sponsorship(text: str) -> bool | None:
    """True when it is offered, False when it is refused, None when nothing is said or the text says both."""
    if not any(hint in text for hint in _HINTS):
        return None
    lowered = text.lower()
    refused = offered = False
    for line in lowered.split("\n"):
        if not any(topic in line for topic in _TOPICS):
            continue
        for sentence in _SENTENCE.findall(line):
            if not _ABOUT_WORK.search(sentence):
                continue
            plain = _HARMLESS.sub(" ", sentence)
            if _REFUSED.search(plain):
                refused = True
            elif _OFFERED.search(plain):
                offered = True
    return None if refused == offered else offered
