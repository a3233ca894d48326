"""Searches as clients see them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, get_args

from rest_framework import serializers

from apps.core.api.pagination import DEFAULT_SIZE, LARGEST_SIZE
from apps.core.api.serializers import StrictSerializer
from apps.core.reading.objects import writer_of
from apps.matching.vocabulary import FACETS, MODES, WAYS, Band
from apps.vacancies.api.filter_serializers import VacancyFiltersSerializer
from apps.vacancies.api.serializers import VacancySummarySerializer

if TYPE_CHECKING:
    from apps.matching.search import Answer


class SearchJobsRequest(StrictSerializer):
    """All of it may be left out: then every open vacancy is an answer, the newest first."""

    query = serializers.CharField(
        max_length=400, allow_blank=True, default="", help_text="Web-search syntax: quotes, `-`, `or`."
    )
    filters = VacancyFiltersSerializer(default=dict)
    resume_id = serializers.UUIDField(
        allow_null=True, default=None, help_text="Whose fit joins the order and is shown."
    )
    facets = serializers.ListField(
        child=serializers.ChoiceField(choices=FACETS), default=list, max_length=len(FACETS)
    )
    mode = serializers.ChoiceField(
        choices=MODES, default="hybrid", help_text="By words, by what they mean, or by both."
    )
    page_size = serializers.IntegerField(min_value=1, max_value=LARGEST_SIZE, default=DEFAULT_SIZE)
    cursor = serializers.CharField(
        max_length=2000, allow_blank=True, default="", help_text="As in `next`, with the same question."
    )


class HighlightPieceSerializer(StrictSerializer):
    text = serializers.CharField()
    is_match = serializers.BooleanField()


class HighlightSerializer(StrictSerializer):
    """A passage of plain text: its pieces in their order."""

    pieces = HighlightPieceSerializer(many=True, source="*")


class SearchHighlightsSerializer(StrictSerializer):
    """The passages that name what was found, the one that says most first; none where a field does not."""

    title = HighlightSerializer(many=True, default=list)
    company_name = HighlightSerializer(many=True, default=list)
    description = HighlightSerializer(many=True, default=list)


class SearchFitSerializer(StrictSerializer):
    """How the resume fits; `listResumeMatches` says why."""

    score = serializers.IntegerField()
    band = serializers.ChoiceField(choices=get_args(Band))


class SearchHitSerializer(StrictSerializer):
    """A vacancy that was found. `score` is 0 to 1, comparable within one search; 0 for those that follow by date."""

    vacancy = VacancySummarySerializer()
    score = serializers.FloatField()
    found_by = serializers.ListField(child=serializers.ChoiceField(choices=WAYS))
    highlights = SearchHighlightsSerializer()
    fit = SearchFitSerializer(allow_null=True)


class NamedOccupationSerializer(StrictSerializer):
    """`words` of the question name it."""

    occupation = serializers.CharField(source="slug")
    name = serializers.CharField()
    words = serializers.CharField()


class _Near(Protocol):
    """What is read of an `occupations.Relative`, whose hints the schema generator reads."""

    @property
    def slug(self) -> str: ...
    @property
    def weight(self) -> int: ...


class NearOccupationSerializer(StrictSerializer):
    """One that people of those asked for could take up. `nearness` is 0 to 1."""

    occupation = serializers.CharField(source="slug")
    name = serializers.SerializerMethodField()
    nearness = serializers.SerializerMethodField()

    def get_name(self, near: _Near) -> str:
        # Whoever answers has searched, and so has the occupations.
        from apps.matching import occupations

        return occupations.name_of(near.slug)

    def get_nearness(self, near: _Near) -> float:
        return near.weight / 1000


class SearchExpansionSerializer(StrictSerializer):
    """What the question was understood as, beyond its words."""

    occupations = NamedOccupationSerializer(many=True)
    near = NearOccupationSerializer(many=True)
    forms = serializers.ListField(child=serializers.CharField(), help_text="Other titles of the same work.")
    skills = serializers.ListField(child=serializers.CharField(), help_text="What this work typically asks.")


class FacetValueSerializer(StrictSerializer):
    """`count` vacancies are left when `filters` are set beside those of the search. `id` is a company's, else empty."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named as an attribute of fields
    count = serializers.IntegerField()
    filters = serializers.DictField(child=serializers.CharField())
    id = serializers.CharField()


class SearchAnswerSerializer(StrictSerializer):
    """`facets` holds the facets asked for; `mode` is what was really used: without vectors, `keyword`."""

    results = SearchHitSerializer(many=True)
    count = serializers.IntegerField(
        allow_null=True, help_text="Exact to 1000, above it an estimate; null behind the first page."
    )
    count_exact = serializers.BooleanField()
    next = serializers.CharField(allow_null=True, help_text="The cursor of the next page.")
    mode = serializers.ChoiceField(choices=MODES)
    expanded_to = SearchExpansionSerializer()
    facets = serializers.DictField(child=FacetValueSerializer(many=True), read_only=True)
    suggestion = serializers.CharField(allow_null=True, help_text="Another spelling that finds more.")


def written(answer: Answer) -> dict[str, Any]:
    """As `SearchAnswerSerializer` writes it, hit for hit twenty times as fast."""
    return _writer()(answer)


@cache
def _writer() -> Callable[[Answer], dict[str, Any]]:
    # A row of the answer comes as the serializer would write it.
    return writer_of(SearchAnswerSerializer(), made=(VacancySummarySerializer,))
