"""Smaller towns, asked last: of names that our own tables leave open, in a text whose other places may decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apps.vacancies.normalise.gazetteer import City
from apps.vacancies.normalise.gazetteer.towns import town, towns
from apps.vacancies.normalise.place_names import Word
from apps.vacancies.normalise.place_words import Model, Segment, without_noise
from apps.vacancies.normalise.posting import Place


def named_towns(unread: Iterable[Segment], beside: Sequence[Place]) -> list[Place]:
    """The towns among segments that nothing was recognised in. `beside` are the other places of the text: a town must
    lie in the region or country of one of them. Alone, it is the largest of its name."""
    return [
        place
        for segment in unread
        for word in segment.words
        if word.means_nothing and word.could_be_city and (place := _town(word, segment.model, beside))
    ]


def _town(word: Word, model: Model | None, beside: Sequence[Place]) -> Place | None:
    name = without_noise(word.text)
    found = _nearest(towns(name), beside) if any(one.country for one in beside) else town(name)
    if found is None:
        return None
    return Place(
        text=word.text,
        city=found.name if name.isupper() else name,  # as it is written beside its country
        region=found.region,
        country=found.country,
        remote_scope=found.country if model == "remote" else "",
    )


def _nearest(namesakes: Sequence[City], beside: Sequence[Place]) -> City | None:
    regions = {(one.country, one.region) for one in beside if one.region}
    countries = {one.country for one in beside}
    same_region = (one for one in namesakes if (one.country, one.region) in regions)
    return next(same_region, None) or next((one for one in namesakes if one.country in countries), None)
