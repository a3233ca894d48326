"""Page furniture: running heads, page numbers, "last updated" lines. It is taken out before anything is read."""

from __future__ import annotations

import re
from collections import Counter

from apps.resumes.parsing.rows import Row
from apps.resumes.parsing.vocabulary import fold

_MARGIN = 0.1
_BAND = 6.0
_PAGE_NUMBER = re.compile(
    r"(?:^|[\s–—-])(?:page|seite|pagina|página|strona|sida|side|sivu|s\.|p\.|str\.)\s*\d+(?:\s*(?:/|of|von|de|di|van|z|sur|av)\s*\d+)?\.?$"
    r"|^\W*\d{1,3}(?:\s*(?:/|of|von|de|di)\s*\d{1,3})?\W*$|\s[–—-]\s?\d+\s?/\s?\d+$|^\d+ページ$|^ページ\s*\d+",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    r"(?:page |seite |pagina |página )?\d{1,3}\s?(?:/|of|von|de|di|sur)\s?\d{1,3}", re.IGNORECASE
)
_UPDATED = re.compile(
    r"last updated|^(?:cv |resume )?updated\b|^stand:?\s|ultima actualizacion|derniere mise a jour|mise a jour"
    r"|^aktualisiert|ultimo aggiornamento|aggiornato|ultima atualizacao|atualizado em|laatst bijgewerkt|bijgewerkt"
    r"|ostatnia aktualizacja|aktualizacja:|son guncelleme|senast uppdaterad|^revised\b|最終更新|更新日|^actualizado|powered by"
)


def without_furniture(pages: list[list[Row]], heights: list[float]) -> list[list[Row]]:
    """The same pages without rows of furniture in the top and bottom tenth of the page."""
    seen: Counter[tuple[str, int]] = Counter()
    for rows, height in zip(pages, heights, strict=True):
        seen.update({place for row in rows if _in_margin(row, height) for place in _places(row)})
    return [
        [
            row
            for row in rows
            if not (_in_margin(row, height) and _is_furniture(row, seen, len(pages)))
            and not _last_number(row, rows)
        ]
        for rows, height in zip(pages, heights, strict=True)
    ]


def _last_number(row: Row, rows: list[Row]) -> bool:
    """A page number that closes the page, wherever the page's text ends."""
    text = " ".join(cell.text for cell in row.cells)
    return row is rows[-1] and len(rows) > 3 and bool(_PAGE_OF.fullmatch(text.strip()))


def _in_margin(row: Row, height: float) -> bool:
    return row.base < _MARGIN * height or row.base > (1 - _MARGIN) * height


def _places(row: Row) -> tuple[tuple[str, int], tuple[str, int]]:
    """What a row says, and the two bands it lies in: furniture stands at the same height on every page, give or take."""
    text = re.sub(r"\d+", "#", fold(" ".join(cell.text for cell in row.cells)))
    band = int(row.base // _BAND)
    return (text, band), (text, band + (1 if row.base % _BAND > _BAND / 2 else -1))


def _is_furniture(row: Row, seen: Counter[tuple[str, int]], pages: int) -> bool:
    text = " ".join(cell.text for cell in row.cells)
    if _PAGE_NUMBER.search(text) and len(text) < 80:
        return True
    if _UPDATED.search(fold(text)) and len(text) < 60:
        return True
    return pages > 1 and max(seen[place] for place in _places(row)) >= max(2, pages // 2 + 1)
