"""Languages and how well they are spoken, from resumes and postings in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from apps.matching.words import fold

if TYPE_CHECKING:
    from apps.resumes.content import Language

# ISO 639-1 code → the ways it is written, folded.
NAMES: dict[str, tuple[str, ...]] = {
    "ar": ("arabic", "arabisch", "arabe", "arabo"),
    "bn": ("bengali", "bangla"),
    "cs": ("czech", "tschechisch", "tcheque", "checo", "czeski"),
    "da": ("danish", "danisch", "danois", "dansk"),
    "de": ("german", "deutsch", "allemand", "aleman", "tedesco", "duits", "niemiecki", "alemao", "ドイツ語"),
    "en": ("english", "englisch", "anglais", "ingles", "inglese", "engels", "angielski", "英語"),
    "es": ("spanish", "spanisch", "espagnol", "espanol", "spagnolo", "spaans", "hiszpanski", "castellano"),
    "fi": ("finnish", "finnisch", "suomi"),
    "fr": ("french", "franzosisch", "francais", "frances", "francese", "frans", "francuski"),
    "he": ("hebrew", "hebraisch"),
    "hi": ("hindi",),
    "it": ("italian", "italienisch", "italien", "italiano", "italiaans", "wloski"),
    "ja": ("japanese", "japanisch", "japonais", "japones", "日本語"),
    "ko": ("korean", "koreanisch", "coreen"),
    "nl": ("dutch", "niederlandisch", "neerlandais", "neerlandes", "olandese", "nederlands"),
    "no": ("norwegian", "norwegisch", "norsk"),
    "pl": ("polish", "polnisch", "polonais", "polaco", "polski"),
    "pt": ("portuguese", "portugiesisch", "portugais", "portugues", "portoghese"),
    "ru": ("russian", "russisch", "russe", "ruso"),
    "sv": ("swedish", "schwedisch", "suedois", "svenska"),
    "ta": ("tamil",),
    "tr": ("turkish", "turkisch", "turc"),
    "uk": ("ukrainian", "ukrainisch", "ukrainien"),
    "zh": ("chinese", "mandarin", "cantonese", "chinesisch", "chinois", "chino"),
}
_CODE = {name: code for code, names in NAMES.items() for name in names}
_ANY_NAME = re.compile(
    r"\b(" + "|".join(sorted((re.escape(name) for name in _CODE), key=lambda n: (-len(n), n))) + r")\b"
)

NATIVE, FLUENT, WORKING, SOME, BASIC = 6, 5, 4, 3, 1
_LEVELS: tuple[tuple[int, str], ...] = (
    (NATIVE, r"nativ|mother tongue|first language|bilingual|muttersprach|langue maternelle|materna|madrelingua|moedertaal|ojczyst|母語|\bc2\b"),
    (FLUENT, r"fluent|fluency|fliess|courant|fluido|fluente|vloeiend|biegl|full professional|advanced|verhandlungssicher|\bc1\b"),
    (WORKING, r"professional|business|working|proficien|upper.intermediate|gut|buen|bon niveau|goed|\bb2\b"),
    (SOME, r"conversational|intermediate|limited|\bb1\b|mittel|intermedi"),
    (BASIC, r"basic|beginner|elementary|grund|notion|basis|podstaw|nozioni|\ba1\b|\ba2\b"),
)  # fmt: skip
_LEVEL_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _LEVELS)
_DEMAND = re.compile(
    r"fluen|proficien|native|speak|spoken|written|verbal|language|kenntnis|niveau|courant|fliess|\b[abc][12]\b|business level|bilingual"
)


def code_of(name: str) -> str | None:
    """`French (fluent)` → `fr`; None where no language is named."""
    found = _ANY_NAME.search(fold(name))
    return _CODE[found[1]] if found else None


def level_of(text: str) -> int | None:
    """1 (basic) to 6 (native), by words or by CEFR; None where the text doesn't say."""
    folded = fold(text)
    return next((level for level, pattern in _LEVEL_PATTERNS if pattern.search(folded)), None)


def languages_held(entries: Iterable[Language]) -> tuple[tuple[str, int], ...]:
    """Code and level of each language of a resume, best level once; unsaid counts as a working level."""
    held: dict[str, int] = {}
    for entry in entries:
        for piece in re.split(r"[,;/·]", entry["language"]):
            code = code_of(piece)
            if code:
                level = level_of(f"{piece} {entry['fluency']}") or WORKING
                held[code] = max(level, held.get(code, 0))
    return tuple(sorted(held.items()))


def languages_wanted(lines: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Code and least level of each language that the lines ask for (not merely mention)."""
    wanted: dict[str, int] = {}
    for line in lines:
        folded = fold(line)
        if len(folded) > 400 or not _DEMAND.search(folded):
            continue
        for found in _ANY_NAME.finditer(folded):
            near = folded[max(0, found.start() - 40) : found.end() + 40]
            if _DEMAND.search(near):
                level = min(level_of(near) or WORKING, FLUENT)
                wanted[_CODE[found[1]]] = max(level, wanted.get(_CODE[found[1]], 0))
    return tuple(sorted(wanted.items()))
