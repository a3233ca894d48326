"""JSON from outside: what is one value, and only one, and fits."""

from __future__ import annotations

import io
import json

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from apps.core.api.parsers import DEEPEST, JSONParser, from_json
from apps.core.errors import ParseFailed, PayloadTooLarge

plain = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
values = st.recursive(
    plain | words, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=12
)


@given(values)
def test_what_is_json_is_read_as_it_is(value: object) -> None:
    assert from_json(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    "raw",
    [b"", b" ", b"hello", b"{} {}", b'{"a": 1,}', b"NaN", b"[Infinity]", b"1e400", b"9" * 5000, b"18446744073709551616",
     b'"\xff"', b'"\\ud800"', b'{"\\udc00": 1}', b'{"a": 1, "a": 2}', b'[{"a": {"b": 1, "b": 1}}]', b"\xef\xbb\xbf{}",
     b"[" * 100_000, b'{"a":' * 100_000],
)  # fmt: skip
def test_what_two_readers_could_take_differently_is_refused(raw: bytes) -> None:
    with pytest.raises(ParseFailed):
        from_json(raw)


def test_depth_has_an_end() -> None:
    assert from_json(b"[" * DEEPEST + b"1" + b"]" * DEEPEST)
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
        with pytest.raises(ParseFailed, match="deeper"):
            from_json(opening * (DEEPEST + 1) + b"1" + closing * (DEEPEST + 1))


def test_no_more_is_read_than_a_body_may_hold() -> None:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert JSONParser().parse(io.BytesIO(b" " * (limit - 2) + b"[]")) == []
    endless = io.BytesIO(b" " * (2 * limit))
    with pytest.raises(PayloadTooLarge):
        JSONParser().parse(endless)
    assert endless.tell() == limit + 1
