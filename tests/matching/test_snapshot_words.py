"""Which rows hold words and phrases, against looking at each row. No database."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from apps.matching.snapshot.word_writing import ChunkWriter, chunk
from apps.matching.snapshot.words import CHUNK, NotCounted, Words, mask_of_words, matching

WORDS = ("bake", "driver", "o'clock", "back\\slash", "zürich", "night", "team")
Text = dict[str, list[int]]


def sent(text: Text) -> bytes:
    """As PostgreSQL sends a tsvector; the two upper bits are a weight."""
    said = [len(text).to_bytes(4)]
    for word, spots in sorted(text.items()):
        said += [word.encode(), b"\0", len(spots).to_bytes(2)]
        said += [(spot | (spot % 4) << 14).to_bytes(2) for spot in spots]
    return b"".join(said)


def texts(pick: random.Random, number: int) -> list[Text]:
    """Short ones, so that words often stand side by side; some are empty."""
    made: list[Text] = []
    for _ in range(number):
        text: Text = {}
        for spot in range(1, pick.randrange(9)):
            text.setdefault(pick.choice(WORDS), []).append(spot)
        made.append(text)
    return made


def written(folder: Path, rows: list[Text]) -> Callable[[Words], np.ndarray]:
    writer = ChunkWriter(folder)
    for row in rows:
        writer.add(sent(row))
    writer.write()
    chunks = [chunk(folder, number) for number in range(writer.number)]
    return lambda words: mask_of_words(words, chunks, len(rows))


def holds(text: Text, *words: tuple[int, str]) -> bool:
    ends = set(text.get(words[0][1], ()))
    for gap, word in words[1:]:
        ends = {end + gap for end in ends} & set(text.get(word, ()))
    return bool(ends)


@pytest.mark.parametrize("seed", range(3))
def test_every_question_finds_what_looking_at_each_row_finds(tmp_path: Path, seed: int) -> None:
    pick = random.Random(seed)
    rows = texts(pick, 300)
    mask_of = written(tmp_path, rows)
    found = 0
    for _ in range(150):
        words = [(0, pick.choice(WORDS))]
        words += [(pick.randrange(1, 4), pick.choice(WORDS)) for _ in range(pick.randrange(3))]
        expected = [holds(row, *words) for row in rows]
        assert mask_of(words).tolist() == expected, words
        found += sum(expected)
    assert found > 1000


def test_rows_beyond_one_chunk_are_numbered_on(tmp_path: Path) -> None:
    rows: list[Text] = [{"team": [1]} for _ in range(CHUNK)] + [{"night": [2], "bake": [3]}, {"team": [4]}]
    mask_of = written(tmp_path, rows)
    assert np.flatnonzero(mask_of([(0, "night"), (1, "bake")])).tolist() == [CHUNK]
    assert np.flatnonzero(~mask_of([(0, "team")])).tolist() == [CHUNK]


@pytest.mark.parametrize(
    ("tsquery", "expected"),
    [
        ("'bake'", lambda row: holds(row, (0, "bake"))),
        ("'bake' & !'night'", lambda row: holds(row, (0, "bake")) and not holds(row, (0, "night"))),
        (
            "'bake' | 'night' & 'team'",
            lambda row: (
                holds(row, (0, "bake")) or (holds(row, (0, "night")) and holds(row, (0, "team")))
            ),
        ),
        (
            "( 'bake' | 'night' ) & 'team'",
            lambda row: (
                (holds(row, (0, "bake")) or holds(row, (0, "night"))) and holds(row, (0, "team"))
            ),
        ),
        ("'night' <-> 'bake'", lambda row: holds(row, (0, "night"), (1, "bake"))),
        ("!( 'night' <2> 'bake' )", lambda row: not holds(row, (0, "night"), (2, "bake"))),
        ("'o''clock' & 'back\\\\slash'", lambda row: holds(row, (0, "o'clock")) and holds(row, (0, "back\\slash"))),
        ("'zürich'", lambda row: holds(row, (0, "zürich"))),
        ("", lambda row: False),
    ],
)  # fmt: skip
def test_signs_mean_what_postgresql_means(
    tmp_path: Path, tsquery: str, expected: Callable[[Text], bool]
) -> None:
    rows = texts(random.Random(9), 200)
    found = matching(tsquery, written(tmp_path, rows), len(rows))
    assert found.tolist() == [expected(row) for row in rows]


@pytest.mark.parametrize("tsquery", ["'bake':*", "'bake':AB", "'a' <-> ( 'b' | 'c' )", "'a' 'b'", "( 'a'"])
def test_what_web_search_never_makes_is_refused(tmp_path: Path, tsquery: str) -> None:
    with pytest.raises(NotCounted):
        matching(tsquery, written(tmp_path, [{}]), 1)
