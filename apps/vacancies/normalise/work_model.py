"""Where one works: the source's word, the location's, the title's and the text's, and which of them is believed."""

from __future__ import annotations

from collections.abc import Iterator

from apps.vacancies.normalise.headline import headline_model
from apps.vacancies.normalise.office_days import office_model
from apps.vacancies.normalise.place_words import field_model
from apps.vacancies.normalise.posting import Provenance, RemoteKind
from apps.vacancies.normalise.title import titled_model
from apps.vacancies.normalise.told_model import hinted_model, told_model
from apps.vacancies.sources.base import PostingDraft

_WHOLE = 1.0  # how sure a source is that has fields; a comment's first line is read, and is no flag


def model_claims(
    draft: PostingDraft, said: RemoteKind | None, text: str
) -> Iterator[tuple[Provenance, RemoteKind | None]]:
    """The claims, the strongest first; `said` is what the locations say. A flag alone is no match for a text that asks
    for days in an office: vendors offer one flag for "remote" and for "some of it"."""
    titled, told, days = titled_model(draft.title), told_model(text), office_model(text)
    told = days if told in {None, "onsite"} and days else told
    is_flag_alone = draft.remote == "remote" and "remote" not in (said, titled) and draft.confidence >= _WHOLE
    stated = None if is_flag_alone and (told or titled) else draft.remote
    yield "field", stated
    yield "field", field_model(draft.employment_type)
    yield "text", said
    yield "text", titled
    yield "text", told
    if not (stated or said or titled or told):
        yield "text", headline_model(text)
        yield "text", hinted_model(text)
