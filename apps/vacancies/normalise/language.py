"""A cheap guess of a text's language: its script, else its commonest small words."""

from __future__ import annotations

import re

_SMALL_WORDS = {
    "en": "the and of to in you we our with for are is will your that this on as be or an",
    "de": "und der die das wir du mit für dich ist ein eine zu den dir unser von sie im auf bei deine",
    "fr": "et les des le la vous nous pour une dans avec est votre nos sur notre en au du aux qui",
    "es": "y de los las el la que para con una en por nuestro tu es se del como más",
    "pt": "e de os as o a que para com uma em por nosso você é se do da como não mais",
    "it": "e di il la che per con una del della nel sono gli le più nostro alla un in",
    "nl": "en de het een van je wij met voor bij is onze ons jij op aan niet dat zijn",
    "sv": "och att det som en på är av för med till du vi har oss din",
    "da": "og at det som en på er af for med til du vi har os din ikke",
    "pl": "i w na z do się że jest oraz dla nie w pracy od po jako",
    "cs": "a v na se je že pro s do jsme nebo práce",
    "fi": "ja on että ei se olet meillä sekä kanssa tai",
    "tr": "ve bir için ile bu olarak olan daha",
    "ro": "și de la cu în pentru este sau din care",
    "hu": "és a az hogy nem egy vagy is",
}
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())
_LANGUAGES: dict[str, list[str]] = {}  # of each small word
for _language, _words in _SMALL_WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_language)
_KANA = re.compile("[\u3041-\u30ff]")
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0430-\u044f\u0451]")),
    ("el", re.compile("[\u03b1-\u03c9]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
)
_SAMPLE = 800
_FEWEST = 8


def guess_language(text: str) -> str:
    """ISO 639-1 code, "" when the text is too short or mixed to say. Judged by a sample from its middle."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE].lower()
    if not sample.isascii() and (script := _by_script(sample)):
        return script
    words = sample.split()
    if len(words) < _FEWEST:
        return ""
    if len([word for word in words if word in _ENGLISH]) * 6 > len(words):
        return "en"
    scores = dict.fromkeys(_SMALL_WORDS, 0)
    for word in words:
        for language in _LANGUAGES.get(word, ()):
            scores[language] += 1
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] * 12 >= len(words) else ""


def field_language(raw: str) -> str | None:
    """ "en-US" and "EN" are "en"; anything longer is no code."""
    code = raw.replace("_", "-").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None


def _by_script(sample: str) -> str:
    letters = len(sample) - len(sample.encode("ascii", "ignore"))
    if letters * 4 < len(sample):
        return ""
    if _KANA.search(sample):
        return "ja"
    return next(
        (language for language, pattern in _SCRIPTS if len(pattern.findall(sample)) * 4 > letters), ""
    )
