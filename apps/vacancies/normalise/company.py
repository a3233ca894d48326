"""One key per employer: the same for "ACME, Inc." and "Acme", another for "Škoda" and "Koda".

What a person typed as a letter stays: accents and scripts tell companies apart. Only case, width, spacing,
punctuation and legal forms fall away.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from apps.vacancies.normalise.text import clean

# Legal forms as they read after punctuation is gone, longest first where one ends another.
_FORMS = tuple(
    tuple(form.split())
    for form in sorted(
        """
        inc|incorporated|corp|corporation|llc|l l c|pllc|llp|lp|plc|pc|ltd|limited|co|pbc
        ltd co|co ltd|co limited|company limited|company ltd|pty ltd|pty limited|pty|pte ltd|pte|pvt ltd|private limited|pvt
        gmbh|g m b h|mbh|ggmbh|ag|kg|kgaa|ohg|ug|ug haftungsbeschränkt|se|ev|gmbh co kg|gmbh and co kg|gmbh and co kgaa|ag and co kg
        ag and co kgaa|sa|sas|sasu|sarl|eurl|snc|scop|spa|srl|srls|sl|slu|sau|bv|b v|nv|vof|bvba
        ab|publ|aktiebolag|as|asa|a s|aps|ivs|oy|oyj|ab oy|hf|ehf|kft|zrt|nyrt|bt|sp z o o|sp z oo|spzoo|sp zoo|sro|s r o|doo|dooel|ad|eood|ood
        uab|sia|oü|lda|ltda|eireli|sa de cv|s de rl de cv|sapi de cv|s a p i de c v|sas de cv
        sdn bhd|bhd|tbk|kk|k k|kabushiki kaisha|gk|yk|ooo|оао|ооо|зао|пао|ао|тов|fze|fzco|fz llc|dmcc|wll|jsc|pjsc|cjsc|llc fz
        a ş|aş|ltd şti|şti|anonim şirketi|limited şirketi
        """.replace("\n", "|").split("|"),
        key=len,
        reverse=True,
    )
    if form.strip()
)
_BY_LAST: dict[str, list[tuple[str, ...]]] = {}
for _form in _FORMS:
    _BY_LAST.setdefault(_form[-1], []).append(_form)
_LONGEST_FIRST = {last: sorted(forms, key=len, reverse=True) for last, forms in _BY_LAST.items()}

# Written onto the name without a space, before or after it.
_GLUED = (
    "株式会社",
    "有限会社",
    "合同会社",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "주식회사",
    "유한회사",
    "(株)",
    "㈜",
    "(주)",
)
_LEADING = frozenset({"ооо", "оао", "зао", "пао", "ао"})
_DOT_ABOVE = "\u0307"


@lru_cache(maxsize=1 << 15)
def company_key(name: str | None) -> str:
    """The key two postings of one employer share. "" for nothing at all. Never loses a whole name to a legal form."""
    folded = unicodedata.normalize("NFKC", clean(name or "")).lower()
    # Lowering "İ" leaves a dot nobody typed; letters that carry a dot of their own are one code point.
    folded = unicodedata.normalize("NFKC", folded.replace("i" + _DOT_ABOVE, "i")).casefold()
    bare = folded
    for glued in _GLUED:
        bare = bare.replace(glued, " ")
    words = _words(bare) or _words(folded)
    if len(words) > 2 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(_without_form(words)) or " ".join(words) or folded.strip()


def _words(folded: str) -> list[str]:
    """Words without punctuation: "&" is "and", apostrophes and dots inside abbreviations close up."""
    out: list[str] = []
    for char in folded.replace("&", " and ").replace("+", " plus "):
        if char in "'’‘`´.":
            out.append("." if char == "." else "")
        else:
            out.append(" " if unicodedata.category(char)[0] in "PSZC" else char)
    words = []
    for word in "".join(out).split():
        parts = [part for part in word.split(".") if part]
        if (all(len(part) == 1 for part in parts) and len(parts) > 1) or "".join(parts) in _BY_LAST:
            words.append("".join(parts))
        else:
            words += parts
    return words


def _without_form(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1:
        form = next(
            (one for one in _LONGEST_FIRST.get(kept[-1], ()) if tuple(kept[-len(one) :]) == one), None
        )
        if form is None or len(form) >= len(kept):
            break
        del kept[-len(form) :]
        if kept[-1] == "and" and len(kept) > 1:
            kept.pop()
    return kept
