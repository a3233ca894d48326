"""Matches as clients see them."""

from __future__ import annotations

from typing import get_args

from rest_framework import serializers

from apps.core.api.serializers import StrictSerializer
from apps.matching.scoring.match import Band, EditKind
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


class VacancyMatchSerializer(StrictSerializer):
    """A vacancy and how a resume fits it: `score` is the sum of the parts."""

    vacancy = VacancySummarySerializer()
    score = serializers.IntegerField(source="match.score")
    band = serializers.ChoiceField(source="match.band", choices=get_args(Band))
    parts = MatchPartSerializer(many=True, source="match.parts")
    blockers = MatchBlockerSerializer(many=True, source="match.blockers")
    suggestions = MatchSuggestionSerializer(many=True, source="match.suggestions")
