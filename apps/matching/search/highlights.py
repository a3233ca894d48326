"""Which words of a hit were found: in its title, its company's name and its description.

PostgreSQL's own `ts_headline` parses and stems each text from its first word to its last, for each question. Here only
words that can be meant are stemmed, by PostgreSQL's dictionary, and remembered by the process.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import F, Q
from django.db.models.functions import Left

from apps.core.cached.recent import Recent
from apps.core.db import current_alias
from apps.core.db.lookups import IsAny
from apps.core.reading.lookups import CompiledQuery
from apps.matching.search.marking import Marker, term_of, words_of
from apps.matching.search.passages import Fragment, fragments_of
from apps.vacancies.models import OwnVacancy, Vacancy

FIELDS = ("title", "company_name", "description")
# Of a description so much is looked through: a longer one is a page that says other things, too.
LONGEST_TEXT = 20_000
MOST_TERMS = 40

Highlights = dict[str, list[Fragment]]
"""Passages of each field that names what was searched for; a field without any is left out."""

_stems: Recent[str, str] = Recent(50_000)


def of(ids: Iterable[UUID], terms: Sequence[str]) -> dict[UUID, Highlights]:
    """Highlights of each of these vacancies, which the caller may see. `terms` are words, and phrases as they stand in
    quotes or in an expansion: a phrase's words count only one behind the other. One query, and others for words that this
    process has not met."""
    texts = _texts(list(ids))
    if not texts or not terms:
        return {pk: {} for pk in texts}
    wanted = [words_of(term) for term in list(dict.fromkeys(terms))[:MOST_TERMS]]
    stems = stems_of({word for words in wanted for word in words})
    meant = [term for term in (term_of(words, stems) for words in wanted) if term]
    marker = Marker(meant)
    fields = [(pk, field, text) for pk, said in texts.items() for field, text in said.items()]
    readings = marker.read(text for _, _, text in fields)
    stems = stems_of({word for reading in readings for _, _, word in reading.words})
    places = [marker.places(reading, stems) for reading in readings]
    stems |= stems_of({word for near in places for place in near for _, _, word in place[1:]})
    found: dict[UUID, Highlights] = {pk: {} for pk in texts}
    for (pk, field, text), near in zip(fields, places, strict=True):
        if spans := marker.spans(near, stems):
            found[pk] |= {field: fragments} if (fragments := fragments_of(text, spans)) else {}
    return found


def _both(pks: Any) -> Any:
    sides = [
        model._default_manager.filter(Q(IsAny(F("pk"), pks)))
        .order_by()
        .values_list("pk", "title", "company_name", Left("description_text", LONGEST_TEXT))
        for model in (Vacancy, OwnVacancy)
    ]
    return sides[0].union(sides[1], all=True)


_texts_of = CompiledQuery(_both, "pks")


def _texts(pks: list[UUID]) -> dict[UUID, dict[str, str]]:
    return {pk: dict(zip(FIELDS, said, strict=True)) for pk, *said in _texts_of.rows(pks=pks)}


def stems_of(words: Iterable[str]) -> dict[str, str]:
    """Stems by the dictionary of the text search configuration `english`; "" for its stop words."""
    known: dict[str, str] = {}
    missing: list[str] = []
    for word in words:
        stem = _stems.get(word)
        if stem is None:
            missing.append(word)
        else:
            known[word] = stem
    if missing:
        with connections[current_alias()].cursor() as cursor:
            cursor.execute(
                "SELECT word, coalesce((ts_lexize('english_stem', word))[1], '') FROM unnest(%s::text[]) word",
                [missing],
            )
            for word, stem in cursor.fetchall():
                known[word] = stem
                _stems.put(word, stem)
    return known
