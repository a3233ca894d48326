"""Requests held against serializers that are made once."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from rest_framework import serializers

from apps.core.api.serializers import StrictSerializer
from apps.core.api.validating import fields_of, validated
from apps.matching.api.search_serializers import SearchJobsRequest


class _Part(StrictSerializer):
    n = serializers.IntegerField(min_value=1)


class _Request(StrictSerializer):
    words = serializers.ListField(child=serializers.CharField(), default=list)
    parts = _Part(many=True, required=False)
    asked_by = serializers.SerializerMethodField()
    until = serializers.IntegerField(default=10)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["until"] > self.context.get("most", 10):
            raise serializers.ValidationError("Too many.", code="most")
        return attrs

    def get_asked_by(self, _: object) -> str:
        return ""


def test_each_input_is_held_against_its_own_context() -> None:
    assert validated(_Request, {"until": 20}, {"most": 20}) == {"words": [], "until": 20}
    with pytest.raises(serializers.ValidationError, match="Too many"):
        validated(_Request, {"until": 20}, {})
    # A JSON body's types are those of the schema; a query string has none.
    assert validated(_Request, {"until": "7"}, {})["until"] == 7
    with pytest.raises(serializers.ValidationError, match="a whole number"):
        validated(_Request, {"until": "7"}, {"json_body": True})


def test_nothing_of_one_input_is_in_the_next() -> None:
    first = validated(_Request, {"words": ["a"], "parts": [{"n": 1}]}, {})
    assert first["parts"] == [{"n": 1}]
    second = validated(_Request, {}, {})
    second["words"].append("b")
    assert validated(_Request, {}, {}) == {"words": [], "until": 10}


@pytest.mark.parametrize(
    "given", [None, [], "text", {"other": 1}, {"asked_by": "x"}, {"parts": [{"n": 0}, {}]}, {"words": [None]}, {"until": 11}],
    ids=str,
)  # fmt: skip
def test_what_is_refused_is_said_as_drf_says_it(given: Any) -> None:
    usual = _Request(data=given)
    assert not usual.is_valid()
    with pytest.raises(serializers.ValidationError) as refused:
        validated(_Request, given, {})
    assert refused.value.detail == usual.errors
    assert refused.value.get_codes() == serializers.ValidationError(usual.errors).get_codes()


def test_fields_are_made_once_in_each_thread() -> None:
    others: list[Any] = []
    other = threading.Thread(target=lambda: others.append(fields_of(SearchJobsRequest)["query"]))
    other.start()
    other.join()
    assert fields_of(SearchJobsRequest)["query"] is fields_of(SearchJobsRequest)["query"]
    assert others[0] is not fields_of(SearchJobsRequest)["query"]
