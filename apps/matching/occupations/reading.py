"""Reads the data files: a table an occupation, a line a key. README.md tells the format.

The files are TOML, but of so plain a kind that each line is read by itself: many times as fast as a TOML parser in
Python, and the first question after a start waits for this. `checking.py` holds both readings against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from apps.core.errors import AppError
from apps.matching.occupations.records import Occupation

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ja")
KEYS = frozenset((*LANGUAGES, "near", "skills"))


class OccupationsError(AppError):
    """A data file can't be read; the text names file and line."""

    title = "The graph of occupations is not well formed"


def data_files() -> list[Path]:
    """The files of the graph, in one fixed order."""
    return sorted(DATA.glob("*.toml"))


def read_all() -> list[Occupation]:
    """Every occupation of every file. Raises OccupationsError for a line that can't be read."""
    return [occupation for path in data_files() for occupation in read_file(path)]


def read_file(path: Path) -> Iterator[Occupation]:
    """The occupations of one file; its name is their family."""
    slug = ""
    lists: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            if slug:
                yield _occupation(slug, path.stem, lists)
            slug, lists = line.strip("[]"), {}
            continue
        key, _, value = line.partition(" = ")
        if not slug or key not in KEYS:
            raise OccupationsError(f"{path.name}:{number}: no such key {key!r}")
        lists[key] = _strings(value, f"{path.name}:{number}")
    if slug:
        yield _occupation(slug, path.stem, lists)


def _strings(value: str, place: str) -> tuple[str, ...]:
    try:
        found = orjson.loads(value)
        if isinstance(found, list):
            "".join(found)  # cheaper than to look at the type of each
            return tuple(found)
    except orjson.JSONDecodeError as error:
        raise OccupationsError(f"{place}: {error}; a list stands on one line of its own") from error
    except TypeError:
        pass
    raise OccupationsError(f"{place}: a list of strings is wanted")


def _occupation(slug: str, family: str, lists: dict[str, tuple[str, ...]]) -> Occupation:
    forms = {language: lists[language] for language in LANGUAGES if language in lists}
    return Occupation(slug, family, forms, lists.get("near", ()), lists.get("skills", ()))
