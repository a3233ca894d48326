"""Did you mean: the same query in a better spelling, where it found little and that would find more."""

from __future__ import annotations

from apps.matching.models import VocabularyWord
from apps.matching.search import spelling
from apps.matching.search.highlights import stems_of
from apps.vacancies import querysets
from apps.vacancies.models import Vacancy

# Who found more was understood.
FEW = 5


def for_query(text: str, *, found: int = 0) -> str | None:
    """A better spelling of `text` (web-search syntax), with which more of the catalogue's open vacancies hold its words
    than the `found` that do now. Quotes, `-words` and capitals stay. A word that the catalogue's texts have is right, in
    whatever company it found nothing. A few queries, all by index."""
    if found >= FEW:
        return None
    words = spelling.words_to_check(text)
    if not words:
        return None
    known = _known({rest for word in words for rest in spelling.rests(word.text.lower())})
    meant = {word: better for word in words if (better := spelling.better(word.text.lower(), known))}
    meant = {word: better for word, better in meant.items() if not _is_right(word.text.lower())}
    if not meant:
        return None
    suggestion = spelling.replaced(text, meant)
    return suggestion if _finds_more(suggestion, found) else None


def _known(rests: set[str]) -> dict[str, int]:
    rows = VocabularyWord.objects.filter(rests__overlap=sorted(rests))
    return dict(rows.values_list("word", "postings"))


def _is_right(word: str) -> bool:
    """One that counts for nothing in a search is never what went wrong, and what stands in several texts is no slip."""
    return not stems_of([word])[word] or querysets.with_text(Vacancy.objects.all(), word)[:FEW].count() == FEW


def _finds_more(text: str, found: int) -> bool:
    rows = querysets.listed(Vacancy.objects.filter(status="open"))
    return querysets.with_text(rows, text).order_by()[: found + 1].count() > found
