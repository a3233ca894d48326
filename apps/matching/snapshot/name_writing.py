"""Names and the texts they stand in as the files of a segment. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from apps.core.host_files import mapped, save
from apps.matching.snapshot.names import Lines, Vocabulary
from apps.matching.tally import APART

_LINES = ("texts", "names", "lowered")
_ARRAYS = ("said", "said_at", "ids")
_NAMES = (*_LINES, *(f"{name}_ends" for name in _LINES), *_ARRAYS)
Arrays = Mapping[str, NDArray[Any]]
Said = Sequence[Any]
"""Of a company its name, the same in lower case, its id; of a place its text in lower case and its towns, twice."""


def companies_of(said: Sequence[Said]) -> Arrays:
    """Own vacancies may have no company: its id is all zeros then."""
    names = [[(name, lowered)] if name else [] for name, lowered, _ in said]
    ids = {name: UUID(pk).bytes if pk else bytes(16) for name, _, pk in said}
    return _arrays([lowered for _, lowered, _ in said], names, ids)


def towns_of(said: Sequence[Said]) -> Arrays:
    return _arrays([text for text, *_ in said], [_towns(*each[1:]) for each in said], {})


def write(folder: Path, column: str, arrays: Arrays) -> None:
    for name, values in arrays.items():
        save(folder / f"{column}.{name}.npy", values)


def vocabulary(folder: Path, column: str) -> Vocabulary:
    """Raises FileNotFoundError."""
    return vocabulary_of({name: mapped(folder / f"{column}.{name}.npy") for name in _NAMES})


def vocabulary_of(arrays: Arrays) -> Vocabulary:
    texts, names, lowered = (Lines(arrays[name], arrays[f"{name}_ends"]) for name in _LINES)
    return Vocabulary(texts, names, lowered, arrays["said"], arrays["said_at"], arrays["ids"])


def _arrays(
    texts: Sequence[str], names: Sequence[Sequence[tuple[str, str]]], ids: Mapping[str, bytes]
) -> Arrays:
    """`names` are those that each text says, as they are and in lower case."""
    lowered = dict(chain.from_iterable(names))
    ordered = sorted(lowered)
    place = {name: number for number, name in enumerate(ordered)}
    said = [place[name] for each in names for name, _ in each]
    return {
        **_lines("texts", texts),
        **_lines("names", ordered),
        **_lines("lowered", [lowered[name] for name in ordered]),
        "said": np.array(said, dtype=np.uint32),
        "said_at": np.cumsum([0, *map(len, names)], dtype=np.int64),
        "ids": np.frombuffer(b"".join([ids[name] for name in ordered if ids]), dtype=np.uint8).reshape(
            -1, 16
        ),
    }


def _lines(name: str, lines: Iterable[str]) -> Arrays:
    written = [line.encode() + b"\n" for line in lines]
    lengths = np.fromiter(map(len, written), dtype=np.int64, count=len(written))
    return {name: np.frombuffer(b"".join(written), dtype=np.uint8), f"{name}_ends": np.cumsum(lengths)}


def _towns(towns: str, lowered: str) -> list[tuple[str, str]]:
    pairs = zip(towns.split(APART), lowered.split(APART), strict=True)
    return [(town.strip(), low.strip()) for town, low in pairs if town.strip()]
