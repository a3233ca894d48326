"""An object written without its serializer, as its serializer writes it."""

from __future__ import annotations

from collections import namedtuple
from typing import Any, NamedTuple

import pytest
from rest_framework import serializers

from apps.core.reading import NotCompilable
from apps.core.reading.objects import writer_of


class _Place(NamedTuple):
    name: str
    lat: float | None = None


class _PlaceSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    lat = serializers.FloatField(allow_null=True)


class _TextsSerializer(serializers.Serializer[Any]):
    title = serializers.ListField(child=serializers.CharField(), default=list)
    note = serializers.CharField(default="none")


class _Shown(serializers.Serializer[Any]):
    slug = serializers.CharField(source="key")
    twice = serializers.SerializerMethodField()
    secret = serializers.CharField(write_only=True)
    place = _PlaceSerializer(allow_null=True)
    places = _PlaceSerializer(many=True)
    by_name = serializers.DictField(child=_PlaceSerializer(many=True))
    of_place = serializers.CharField(source="place.name")
    whole = _PlaceSerializer(many=True, source="*")
    texts = _TextsSerializer()

    def get_twice(self, row: Any) -> str:
        return str(row.key) * 2


class _Row(namedtuple("_Row", ["key", "place", "places", "by_name", "texts"])):
    def __iter__(self) -> Any:
        return iter(self.places)


def test_every_kind_of_field() -> None:
    here, there = _Place("here", 1), _Place("there")
    row = _Row("k", here, [here, there], {"a": [there], "b": []}, {"title": ["x"]})
    written = writer_of(_Shown())(row)
    assert written == _Shown(row).data
    assert list(written) == list(_Shown(row).data)
    assert written["texts"] == {"title": ["x"], "note": "none"}
    assert writer_of(_TextsSerializer())({}) == {"title": [], "note": "none"}


def test_what_was_made_before_is_taken_as_it_is() -> None:
    class Outer(serializers.Serializer[Any]):
        place = _PlaceSerializer()

    made = {"anything": b"at all"}
    assert writer_of(Outer(), made=(_PlaceSerializer,))(namedtuple("Row", "place")(made)) == {"place": made}


def test_what_writes_itself_is_refused() -> None:
    class Own(_PlaceSerializer):
        def to_representation(self, instance: Any) -> Any:
            return instance

    class Outer(serializers.Serializer[Any]):
        places = Own(many=True)

    class Lasting(serializers.Serializer[Any]):
        lasts = serializers.DurationField()

    class Beyond(serializers.Serializer[Any]):
        name = serializers.CharField(source="place.name", allow_null=True)

    for serializer in (Own, Outer, Lasting, Beyond):
        with pytest.raises(NotCompilable):
            writer_of(serializer())
