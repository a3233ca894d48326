"""The words that a better spelling is looked for among: of titles, companies, skills and occupations, with how many open
vacancies of the catalogue have each. Kept by beat; work of the system role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from django.db import connections

from apps.core.db import atomic, current_alias
from apps.matching import occupations
from apps.matching.models import VocabularyWord
from apps.matching.search.spelling import LONGEST, rests
from apps.vacancies import lexicon

# What stands in one posting alone may be a slip itself.
FEWEST, MOST = 2, 100_000
BATCH = 2000
_WORD = re.compile(r"[^\W\d_]+")
_OF_TITLES = """
    SELECT word, ndoc FROM ts_stat($$
        SELECT to_tsvector('simple', title || ' ' || company_name) FROM vacancies_vacancy
        WHERE status = 'open' AND merged_into_id IS NULL
    $$) WHERE ndoc >= %s
"""
_OF_SKILLS = """
    SELECT skill, count(*) FROM vacancies_vacancy, unnest(skills) skill
    WHERE status = 'open' AND merged_into_id IS NULL GROUP BY skill
"""


def refresh() -> int:
    """Make the vocabulary what the catalogue says now; answers how many rows changed. Rows that are right stay untouched."""
    said = dict(_counted().most_common(MOST))
    with atomic():
        held = dict(VocabularyWord.objects.values_list("word", "postings"))
        gone = [word for word in held if word not in said]
        differing = [word for word, postings in said.items() if held.get(word) != postings]
        for start in range(0, len(differing), BATCH):
            VocabularyWord.objects.bulk_create(
                [
                    VocabularyWord(word=word, postings=said[word], rests=rests(word))
                    for word in differing[start : start + BATCH]
                ],
                update_conflicts=True,
                unique_fields=["word"],
                update_fields=["postings", "updated_at"],
            )
        for start in range(0, len(gone), BATCH):
            VocabularyWord.objects.filter(word__in=gone[start : start + BATCH]).delete()
    return len(differing) + len(gone)


def _counted() -> Counter[str]:
    words: Counter[str] = Counter()
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_OF_TITLES, [FEWEST])
        words.update({word: number for word, number in cursor.fetchall() if _is_word(word)})
        cursor.execute(_OF_SKILLS)
        for slug, number in cursor.fetchall():
            for word in _words(lexicon.name_of(slug)):
                words[word] = max(words[word], number)
    # Nobody has to be hiring for a word to be right.
    for name in _names():
        for word in _words(name):
            words[word] = words[word] or 1
    return words


def _names() -> Iterator[str]:
    for skill in lexicon.all_skills():
        yield skill.name
    for occupation in occupations.all_occupations():
        yield from occupation.all_forms()


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if _is_word(word)]


def _is_word(word: str) -> bool:
    return word.isalpha() and 1 < len(word) <= LONGEST
