"""What a vacancy must have to fit: read off tsqueries and patterns. Pure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies.saved_searches.needs import (
    ANYTHING,
    Needs,
    anchors_of,
    candidates,
    needs_of_part,
    needs_of_words,
    parts_of,
    places,
)


def words(*groups: str) -> Needs:
    return tuple(tuple(f"search={word}" for word in group.split("|")) for group in groups)


@pytest.mark.parametrize(
    ("tsquery", "needs"),
    [
        ("'bread'", words("bread")),
        ("'bread' & 'rye'", words("bread", "rye")),
        ("'bread' & !'rye'", words("bread")),
        ("!'rye'", ()),
        ("'bread' | 'roll'", words("bread|roll")),
        ("'bread' | !'rye'", ()),
        ("'night' <-> 'baker'", words("night", "baker")),
        ("'night' <2> 'baker' & 'rye'", words("night", "baker", "rye")),
        ("!( 'night' <-> 'baker' ) & 'rye'", words("rye")),
        ("'rye' & ( 'bread' | 'roll' & 'bun' )", words("rye", "bread|roll")),
        ("'it''s' & 'a\\\\b'", words("it's", "a\\b")),
        ("'bread':*A", words("bread")),
        ("", ((),)),
    ],
)
def test_words_are_read_off_a_tsquery(tsquery: str, needs: Needs) -> None:
    assert needs_of_words(tsquery) == needs


@pytest.mark.parametrize("text", ["bread", "'bread", "'bread' &", "( 'bread'", "'bread' 'rye'", "& 'bread'"])
def test_what_is_no_tsquery_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no tsquery"):
        needs_of_words(text)


@given(st.data())
def test_who_fits_a_tsquery_has_what_it_needs(data: st.DataObject) -> None:
    """Against the meaning of the query itself, for every set of words."""
    text, fits = data.draw(_queries)
    having = data.draw(st.sets(st.sampled_from("abcd")))
    needs = needs_of_words(text)
    bits = {f"search={word}": 1 for word in having}
    if fits(having):
        assert candidates(needs, bits, 1) == 1
        assert ANYTHING in anchors_of(needs) or not set(anchors_of(needs)).isdisjoint(bits)


_Query = tuple[str, Callable[[set[str]], bool]]


def _both(parts: tuple[_Query, _Query]) -> _Query:
    (one, is_one), (two, is_two) = parts
    return f"( {one} ) & ( {two} )", lambda having: is_one(having) and is_two(having)


def _either(parts: tuple[_Query, _Query]) -> _Query:
    (one, is_one), (two, is_two) = parts
    return f"( {one} ) | ( {two} )", lambda having: is_one(having) or is_two(having)


def _not(part: _Query) -> _Query:
    return f"!( {part[0]} )", lambda having: not part[1](having)


def _word(word: str) -> _Query:
    return f"'{word}'", lambda having: word in having


_queries: st.SearchStrategy[_Query] = st.recursive(
    st.sampled_from("abcd").map(_word),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(_both), st.tuples(inner, inner).map(_either), inner.map(_not)
    ),
    max_leaves=6,
)


@given(text=st.text(max_size=30), before=st.text(max_size=5), after=st.text(max_size=5))
def test_who_has_a_part_has_what_it_needs(text: str, before: str, after: str) -> None:
    escaped = "".join(f"\\{letter}" if letter in "\\%_" else letter for letter in text)
    needs = needs_of_part("name", f"%{escaped}%")
    for whole in (before + text + after, (before + text + after).upper()):
        # What Python makes of a letter in capitals and PostgreSQL does not is no capital of it.
        if whole.lower().find(text.lower()) >= 0:
            bits = dict.fromkeys(parts_of("name", whole), 1)
            assert candidates(needs, bits, 1) == 1


def test_the_rarest_is_the_anchor() -> None:
    assert anchors_of((("remote=remote",), ("search=bread",), ("search=sourdough",))) == ("search=sourdough",)
    assert anchors_of((("search=bread",), ("skills=baking", "skills=haccp"))) == (
        "skills=baking",
        "skills=haccp",
    )
    assert anchors_of(()) == (ANYTHING,)
    assert anchors_of(((), ("search=bread",))) == ()


@given(st.sets(st.integers(0, 3000)))
def test_bits_are_read_back(chosen: set[int]) -> None:
    assert list(places(sum(1 << place for place in chosen))) == sorted(chosen)
