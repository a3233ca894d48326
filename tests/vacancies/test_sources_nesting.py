"""The depth of JSON in pieces, against a parser's."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core.errors import ParseFailed
from apps.vacancies.sources.base import FeedBroken
from apps.vacancies.sources.feed import iter_json
from apps.vacancies.sources.nesting import DEEPEST, Nesting

words = st.text(alphabet='[]{}"\\\\aé', max_size=8)
values = st.recursive(words, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=20)


@given(values, st.integers(1, 7), st.integers(0, DEEPEST + 2))
def test_depth_is_that_of_the_value(value: Any, size: int, around: int) -> None:
    text = ("[" * around + json.dumps(value, ensure_ascii=False) + "]" * around).encode()
    nesting = Nesting()
    told = [nesting.is_too_deep(text[at : at + size]) for at in range(0, len(text), size)]
    assert any(told) == (around + depth(value) > DEEPEST)


def depth(value: Any) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@pytest.mark.parametrize("head", [b"", b'{"jobs": [{"id": 1, "x": ', b'{"a":' * 9])
def test_a_feed_of_brackets_is_no_feed(head: bytes) -> None:
    with pytest.raises(ParseFailed):
        list(iter_json(io.BytesIO(head + b"[" * 1_000_000), "jobs"))


def test_brackets_behind_postings_cost_only_what_follows() -> None:
    jobs = [{"id": n, "text": "[{" * 5000} for n in range(40)]
    feed = json.dumps({"jobs": jobs}).encode()[:-2] + b',{"id": 99, "x": ' + b"[" * 1_000_000
    found = []
    with pytest.raises(FeedBroken, match="nests deeper"):
        for item in iter_json(io.BytesIO(feed), "jobs"):
            found.append(item)
    assert found == jobs[: len(found)]
    assert len(found) >= 38


def test_what_stands_before_a_break_in_gzip_is_read() -> None:
    jobs = [{"id": n, "text": str(n**50)} for n in range(40)]
    packed = gzip.compress(json.dumps(jobs).encode())
    found = []
    with pytest.raises(FeedBroken):
        for item in iter_json(io.BytesIO(packed[: len(packed) // 2]), None):
            found.append(item)
    assert found == jobs[: len(found)]
    assert len(found) > 10
