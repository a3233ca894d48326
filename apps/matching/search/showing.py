"""What relevance is judged by, read for a whole pool at once: occupations, and how rare words are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from apps.core.db.lookups import IsAny
from apps.core.reading.lookups import CompiledQuery
from apps.core.sampling import size_of
from apps.matching.models import VacancyProfile, VocabularyWord
from apps.matching.search.asking import array_of
from apps.matching.search.ordering import Found
from apps.matching.search.relevance import Shown
from apps.matching.words import singular, words
from apps.vacancies.models import Vacancy


def _profiles(pks: Any) -> QuerySet[Any, Any]:
    return VacancyProfile.objects.filter(IsAny(F("vacancy_id"), pks)).values_list("vacancy_id", "occupation")


def _vocabulary(spelled: Any) -> QuerySet[Any, Any]:
    return VocabularyWord.objects.filter(IsAny(F("word"), spelled)).values_list("word", "postings")


_OCCUPATIONS = CompiledQuery(_profiles, "pks")
_POSTINGS = CompiledQuery(_vocabulary, "spelled")


def read_occupations(found: Iterable[Found]) -> None:
    """Of the catalogue's vacancies whose occupation was not read yet. One query."""
    unread = {each.pk.int: each for each in found if each.occupation is None}
    if unread:
        for pk, occupation in _OCCUPATIONS.rows(pks=array_of(each.pk for each in unread.values())):
            unread[pk.int].occupation = occupation


def shown_by(each: Found) -> Shown:
    return Shown(each.named, each.occupation or "", each.places, each.remote == "remote")


def rarity_of(question: str) -> dict[str, float]:
    """By word, singular: the logarithm of how many vacancies there are to one whose title has it."""
    spelled = {
        form: singular(word)
        for word in words(question)
        for form in (word, singular(word), f"{singular(word)}s")
    }
    spelled |= {word: singular(key) for word in question.lower().split() for key in words(word)[:1]}
    held: Counter[str] = Counter(dict.fromkeys(spelled.values(), 0))
    for word, postings in _POSTINGS.rows(spelled=[*spelled]):
        held[spelled[word]] += postings
    # As the planner counts them: near enough for a logarithm.
    vacancies = size_of(Vacancy._meta.db_table)
    return {word: math.log(max(vacancies / (postings + 1), 1.0)) for word, postings in held.items()}
