"""Matches as clients see them."""

from __future__ import annotations

from typing import Any, get_args

from rest_framework import serializers

from apps.core.api.serializers import StrictSerializer
from apps.matching.vocabulary import Band, EditKind
from apps.vacancies.api.serializers import VacancySummarySerializer

EDIT_KINDS = get_args(EditKind)


class MatchPartSerializer(StrictSerializer):
    """One line of the sum: `score` of at most `weight`; the weights of all parts make 100.

    `unknown` means that the resume (or the wishes) do not say, which counts half.
    """

    name = serializers.CharField()
    score = serializers.IntegerField()
    weight = serializers.IntegerField()
    found = serializers.ListField(child=serializers.CharField())
    missing = serializers.ListField(child=serializers.CharField())
    unknown = serializers.BooleanField()


class MatchBlockerSerializer(StrictSerializer):
    """Why a good score may still lead nowhere. `code` is stable, `detail` is for people."""

    code = serializers.CharField()
    detail = serializers.CharField()


class MatchEditSerializer(StrictSerializer):
    """A change of the resume worth making, where it is true. `value` is a skill or a language code."""

    kind = serializers.ChoiceField(choices=EDIT_KINDS)
    value = serializers.CharField()
    text = serializers.CharField()


class MatchSuggestionSerializer(StrictSerializer):
    """`gain` is what the score rises by when this edit alone is made."""

    edit = MatchEditSerializer()
    gain = serializers.IntegerField()


def _fault(name: str, detail: str, code: str) -> serializers.ValidationError:
    return serializers.ValidationError({name: serializers.ErrorDetail(detail, code=code)})


class ScoreResumeRequest(StrictSerializer):
    """Against a vacancy we hold, or against the text of one."""

    vacancy_id = serializers.UUIDField(required=False)
    text = serializers.CharField(max_length=50_000, required=False, help_text="A posting as pasted.")
    title = serializers.CharField(
        max_length=300, required=False, help_text="Of the text; else its short first line."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("vacancy_id" in attrs) == ("text" in attrs):
            raise _fault("vacancy_id", "Give exactly one of vacancy_id and text.", "exactly_one")
        if "title" in attrs and "text" not in attrs:
            raise _fault("title", "Only a text needs a title.", "invalid")
        return attrs


class KeywordSerializer(StrictSerializer):
    """A skill that is asked for. `weight` and `earned` are points of the score; a kin skill earns a part of the weight."""

    keyword = serializers.CharField()
    weight = serializers.FloatField()
    earned = serializers.FloatField()
    is_required = serializers.BooleanField()


class AtsScoreSerializer(StrictSerializer):
    """A resume against one vacancy: `total` is the sum of the parts; the same input gives the same answer."""

    total = serializers.IntegerField(source="match.score")
    band = serializers.ChoiceField(source="match.band", choices=get_args(Band))
    parts = MatchPartSerializer(many=True, source="match.parts")
    found = KeywordSerializer(many=True)
    missing = KeywordSerializer(many=True)
    blockers = MatchBlockerSerializer(many=True, source="match.blockers")
    advice = MatchSuggestionSerializer(many=True, source="match.suggestions")


class VacancyMatchSerializer(StrictSerializer):
    """A vacancy and how a resume fits it: `score` is the sum of the parts."""

    vacancy = VacancySummarySerializer()
    score = serializers.IntegerField(source="match.score")
    band = serializers.ChoiceField(source="match.band", choices=get_args(Band))
    parts = MatchPartSerializer(many=True, source="match.parts")
    blockers = MatchBlockerSerializer(many=True, source="match.blockers")
    suggestions = MatchSuggestionSerializer(many=True, source="match.suggestions")
