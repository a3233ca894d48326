"""Vacancies as the files of a segment. Pure."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain, count, islice
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from apps.core.host_files import mapped, replace, save
from apps.matching.ids import Ids, as_ids
from apps.matching.snapshot.name_writing import companies_of, towns_of, vocabulary, vocabulary_of, write
from apps.matching.snapshot.segment import CODED, LISTED, MOMENTS, NUMBERS, Segment
from apps.matching.snapshot.word_writing import ChunkWriter, chunk

# Vocabularies of few words each.
SMALL = "vocabularies.json"


class Row(NamedTuple):
    """A vacancy. Moments are microseconds, pay hundredths a year; `towns` are joined by `APART`, `words` are as `tsvectorsend` says them."""

    id: bytes
    created_at: int
    listed_at: int
    remote: str
    seniority: str
    employment_type: str
    source: str
    salary_currency: str
    job_function: str
    salary_year_min: float | None
    salary_year_max: float | None
    visa_sponsorship: bool | None
    company_name: str
    company_lowered: str
    company_id: UUID | None
    place: str
    place_lowered: str
    towns: str | None
    towns_lowered: str | None
    skills: list[str]
    countries: list[str]
    words: bytes


class _Codes:
    """Numbers for values, in the order they are met."""

    def __init__(self) -> None:
        self.of: dict[str, int] = defaultdict(count().__next__)
        self.said: list[Any] = []

    def code(self, value: str, said: Any) -> int:
        code = self.of[value]
        if code == len(self.said):
            self.said.append(said)
        return code

    def of_words(self, words: Sequence[str]) -> list[int]:
        """Codes of words that stand for themselves."""
        of = self.of
        codes = [of[word] for word in words]
        # In the order they were met, as a dict keeps them.
        self.said.extend(islice(of, len(self.said), None))
        return codes


class Columns:
    """Takes rows in the order of their ids."""

    def __init__(self) -> None:
        self._ids = bytearray()
        self._codes = {name: _Codes() for name in (*CODED, *LISTED, "company", "place")}
        self._columns: dict[str, array[Any]] = {
            **{name: array("H") for name in (*CODED, *LISTED)},
            **{name: array("d") for name in NUMBERS},
            **{name: array("q") for name in MOMENTS},
            **{f"{name}_at": array("q", [0]) for name in LISTED},
            "visa_sponsorship": array("b"), "company": array("I"), "place": array("I"),
        }  # fmt: skip

    @property
    def ids(self) -> Ids:
        return as_ids(bytes(self._ids))

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        return {name: np.frombuffer(column, dtype=column.typecode) for name, column in self._columns.items()}

    @property
    def said(self) -> dict[str, list[Any]]:
        """What each code stands for."""
        return {name: codes.said for name, codes in self._codes.items()}

    def add(self, rows: Sequence[Row]) -> None:
        """Column by column: a third of what it takes row by row."""
        if not rows:
            return
        said: dict[str, tuple[Any, ...]] = dict(zip(Row._fields, zip(*rows, strict=True), strict=True))
        columns = self._columns
        self._ids += b"".join(said["id"])
        for name in CODED:
            columns[name].extend(self._codes[name].of_words(said[name]))
        for name in LISTED:
            ends = accumulate(map(len, said[name]), initial=len(columns[name]))
            columns[name].extend(self._codes[name].of_words(list(chain.from_iterable(said[name]))))
            columns[f"{name}_at"].extend(list(ends)[1:])
        for name in NUMBERS:
            columns[name].extend([np.nan if number is None else number for number in said[name]])
        for name in MOMENTS:
            columns[name].extend(said[name])
        columns["visa_sponsorship"].extend(
            [-1 if one is None else int(one) for one in said["visa_sponsorship"]]
        )
        for row in rows:
            name = row.company_name.strip()
            company = [name, row.company_lowered.strip(), str(row.company_id or "")]
            columns["company"].append(self._codes["company"].code(name, company))
            place = [row.place_lowered, row.towns or "", row.towns_lowered or ""]
            columns["place"].append(self._codes["place"].code(row.place, place))


class SegmentWriter:
    """Takes rows in the order of their ids, and writes them into `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._columns = Columns()
        self._words = ChunkWriter(folder)

    def add(self, rows: Sequence[Row]) -> None:
        self._columns.add(rows)
        for row in rows:
            self._words.add(row.words)

    def finish(self) -> None:
        self._words.write()
        save(self._folder / "ids.npy", self._columns.ids)
        for name, column in self._columns.arrays.items():
            save(self._folder / f"{name}.npy", column)
        write_vocabularies(self._folder, {"chunks": self._words.number, **self._columns.said})


def segment_of(rows: Sequence[Row]) -> Segment:
    """A few rows, in the order of their ids, as a segment in memory. It knows no words."""
    columns = Columns()
    columns.add(rows)
    said = columns.said
    companies, towns = companies_of(said.pop("company")), towns_of(said.pop("place"))
    return Segment(
        columns.ids, columns.arrays, said, vocabulary_of(companies), vocabulary_of(towns), chunks=[]
    )


def write_vocabularies(folder: Path, said: dict[str, Any]) -> None:
    """What is said of each code; the small file comes last: with it a segment is whole."""
    write(folder, "company", companies_of(said.pop("company")))
    write(folder, "place", towns_of(said.pop("place")))
    replace(folder / SMALL, orjson.dumps(said))


def opened(folder: Path) -> Segment:
    """Raises FileNotFoundError."""
    said = orjson.loads((folder / SMALL).read_bytes())
    listed = [f"{name}_at" for name in LISTED]
    names = (*CODED, *LISTED, *NUMBERS, *MOMENTS, *listed, "visa_sponsorship", "company", "place")
    return Segment(
        ids=mapped(folder / "ids.npy"),
        arrays={name: mapped(folder / f"{name}.npy") for name in names},
        vocabularies=said,
        companies=vocabulary(folder, "company"),
        towns=vocabulary(folder, "place"),
        chunks=[chunk(folder, number) for number in range(said["chunks"])],
    )
