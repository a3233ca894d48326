"""Text as it is compared: folded words, numbers by value, dates by month.

`1,200`, `1200`, `1.2k` and `1.2 thousand` are one token, so are `five` and `5`, `March 2021` and `2021-03`.
What can be read in two ways (`2.300`, `1,5`) stays as written and equals only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from apps.matching.words import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro", "feb february februar fevrier febrero febbraio",
            "mar march marz mars marzo marco", "apr april avril abril aprile", "may mai mayo maggio maio",
            "jun june juni juin junio giugno junho", "jul july juli juillet julio luglio julho", "aug august aout agosto",
            "sep sept september septembre septiembre settembre setembro", "oct october oktober octobre octubre ottobre outubro",
            "nov november novembre noviembre novembro", "dec december dezember decembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_NUMBER_WORDS = {word: number for number, word in enumerate(_UNITS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_TEN_WORDS.split(), start=2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "mio": 10**6,
    "mrd": 10**9,
    "bn": 10**9,
}
_SUFFIX = {"k": 1000, "bn": 10**9}
_SAME = {"percent": "%", "pct": "%", "prozent": "%"}
_DROPPED = frozenset(("the", "a", "an"))

_TOKEN = re.compile(
    r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?!\d))(?:-\d\d)?"
    r"|(?P<slash>(?:0?[1-9]|1[0-2])/(?:19|20)\d\d)(?!\d)"
    r"|(?P<month>[a-z]{3,10})\.?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<number>\d+(?:[.,]\d+)*)(?P<suffix>(?:k|bn)(?![^\W_]))?"
    r"|(?P<word>[^\W_]+(?:'[^\W_]+)*(?:[+#]+(?![^\W_]))?)"
    r"|(?P<sign>[%$€£¥<>~≈≤≥+]|(?<!\w)-(?=\d))"
    r"|(?P<stop>[,;:()\[\]–—.!?|\"“”]|\s-\s)"
)


class Token(NamedTuple):
    """`key` is what is compared; `breaks` is True where punctuation stands before the token."""

    key: str
    breaks: bool
    text: str

    @property
    def is_number(self) -> bool:
        return self.key[0] == "#"

    @property
    def is_date(self) -> bool:
        return self.key[0] == "@"


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of `text`; articles are left out, for they add no claim."""
    plain = fold(text.replace("’", "'")).replace("n't", " not").replace("−", "-").replace("cannot", "can not")
    return tuple(_merged([token for token in _raw(plain) if token.key not in _DROPPED]))


def _raw(plain: str) -> Iterator[Token]:
    position, breaks = 0, False
    while found := _TOKEN.search(plain, position):
        position = found.end()
        if found["stop"]:
            breaks = True
            continue
        if found["month"] and found["month"] not in _MONTHS:
            position = found.start("month") + len(found["month"])
            yield _word(found["month"], breaks)
        else:
            yield Token(_key(found), breaks, found[0])
        breaks = False


def _key(found: re.Match[str]) -> str:
    if found["iso"]:
        return f"@{found['iso']}"
    if found["slash"]:
        month, year = found["slash"].split("/")
        return f"@{year}-{int(month):02}"
    if found["month"]:
        return f"@{found['year']}-{_MONTHS[found['month']]:02}"
    if found["number"]:
        return f"#{_value(found['number'], _SUFFIX.get(found['suffix'] or '', 1))}"
    return _word(found["word"], False).key if found["word"] else found["sign"]


def _word(word: str, breaks: bool) -> Token:
    number = _NUMBER_WORDS.get(word, _TENS.get(word))
    return Token(f"#{number}" if number is not None else _SAME.get(word, word), breaks, word)


def _value(written: str, scale: int) -> str:
    """A number by value where it can be read in one way only."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        written = written.replace(",", "")
    elif not re.fullmatch(r"\d+(?:\.\d+)?", written) or (
        scale == 1 and re.fullmatch(r"\d{1,3}\.\d{3}", written)
    ):
        return written if scale == 1 else f"{written}*{scale}"
    return format((Decimal(written) * scale).normalize(), "f")


def _merged(found: list[Token]) -> Iterator[Token]:
    """Numbers said in several words made one: `twenty five`, `1.2 million`."""
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        while token.is_number and index < len(found) and not found[index].breaks:
            joined = _join(token, found[index])
            if joined is None:
                break
            token = joined
            index += 1
        yield token


def _join(number: Token, following: Token) -> Token | None:
    text = f"{number.text} {following.text}"
    if (
        number.text in _TENS
        and following.is_number
        and following.text in _NUMBER_WORDS
        and len(following.key) == 2
    ):
        return Token(f"#{int(number.key[1:]) + int(following.key[1:])}", number.breaks, text)
    scale = _SCALES.get(following.key)
    if scale is None or not re.fullmatch(r"#\d+(?:\.\d+)?", number.key):
        return None
    return Token(f"#{format((Decimal(number.key[1:]) * scale).normalize(), 'f')}", number.breaks, text)


def head_stem(key: str) -> str:
    """The verb at the head of a bullet in any of its forms: `manage`, `manages`, `managed`, `managing`."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key
