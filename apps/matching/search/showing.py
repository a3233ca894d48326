"""What relevance is judged by, read for a whole pool at once: what vacancies show of themselves, how rare words are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from apps.core.db import among
from apps.matching.models import VocabularyWord
from apps.matching.search.by_occupation import occupation_of
from apps.matching.search.extent import rows_of
from apps.matching.search.relevance import Shown
from apps.matching.words import singular, words
from apps.vacancies.models import OwnVacancy, Vacancy


def shown_by(pks: Sequence[UUID], workspace_id: UUID) -> dict[UUID, Shown]:
    """Of the catalogue's vacancies and the workspace's own, by id. Two queries at most."""
    if not pks:
        return {}
    of_catalogue = Vacancy.objects.filter(among(pks)).order_by()
    found = {
        pk: Shown(title, occupation or "", places, remote == "remote")
        for pk, title, occupation, places, remote in of_catalogue.values_list(
            "pk", "title", "profile__occupation", "location_text", "remote"
        )
    }
    missing = [pk for pk in pks if pk not in found]
    if not missing:
        return found
    own = OwnVacancy.objects.filter(among(missing), workspace_id=workspace_id)
    for pk, title, places, remote in own.order_by().values_list("pk", "title", "location_text", "remote"):
        found[pk] = Shown(title, occupation_of(title), places, remote == "remote")
    return found


def rarity_of(question: str) -> dict[str, float]:
    """By word, singular: the logarithm of how many vacancies there are to one whose title has it."""
    spelled = {
        form: singular(word)
        for word in words(question)
        for form in (word, singular(word), f"{singular(word)}s")
    }
    spelled |= {word: singular(key) for word in question.lower().split() for key in words(word)[:1]}
    held: Counter[str] = Counter(dict.fromkeys(spelled.values(), 0))
    for word, postings in VocabularyWord.objects.filter(word__in=spelled).values_list("word", "postings"):
        held[spelled[word]] += postings
    # As the planner counts them: near enough for a logarithm.
    vacancies = rows_of(Vacancy._meta.db_table)
    return {word: math.log(max(vacancies / (postings + 1), 1.0)) for word, postings in held.items()}
