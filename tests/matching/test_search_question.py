"""A question as typed: what is wanted, and what every hit must obey."""

from __future__ import annotations

import pytest

from apps.matching.search.question import read


@pytest.mark.parametrize(
    ("text", "meaning", "guard"),
    [
        ("", "", ""),
        ("  truck   driver ", "truck driver", ""),
        ("nurse -night", "nurse", "-night"),
        ('baker "rye bread"', "baker rye bread", '"rye bread"'),
        ('baker -"night shift"', "baker", '-"night shift"'),
        ('"rye bread', "rye bread", '"rye bread"'),
        ("java or kotlin", "java kotlin", ""),
        ("java -senior or kotlin", "java kotlin", ""),
        ('java -senior OR "kotlin native"', "java kotlin native", '-senior or "kotlin native"'),
        ("entry-level c++ .net", "entry-level c++ .net", ""),
        ("-php", "", "-php"),
        ("or", "", ""),
        ('""', "", ""),
        ("-", "-", ""),
    ],
)
def test_reading(text: str, meaning: str, guard: str) -> None:
    question = read(text)
    assert (question.meaning, question.guard) == (meaning, guard)


def test_phrases_are_terms() -> None:
    assert read('baker "rye bread" baker -night').terms == ("baker", "rye bread")
