"""The recorded postings under their keys, as the product reads them: the source's adapter, then `normalise`.

A key is `<short name>:<posting id>`. What was recorded as the vendor's answer goes through the vendor's adapter;
Greenhouse's listings are put back into the vendor's shape first. Three collections hold no vendor's objects (Uber,
ReKrute, and listings of several boards): their fields become a draft one to one.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from apps.vacancies.sources.base import Board, PostingDraft, PostingRefused
from apps.vacancies.sources.registry import get_source

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
Parsing = Iterator[tuple[str, Callable[[], PostingDraft]]]  # id, and how to read its posting
_EMPLOYER = "Acme"  # where neither the answer nor its collector names one
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Recorded files of one kind. `name` is the short name in the keys, `paths` are globs below shared data."""

    name: str
    paths: tuple[str, ...]
    read: Callable[[Path], Parsing]


def recorded_drafts(
    shared_data: Path = SHARED_DATA, keys: Collection[str] | None = None
) -> Iterator[tuple[str, PostingDraft]]:
    """Key and draft of every recorded posting that its adapter takes, each key once; only `keys` where given."""
    names = None if keys is None else {key.partition(":")[0] for key in keys}
    seen: set[str] = set()
    for recording in RECORDINGS:
        if names is not None and recording.name not in names:
            continue
        for path in (path for glob in recording.paths for path in sorted(shared_data.glob(glob))):
            for source_id, parse in recording.read(path):
                key = f"{recording.name}:{source_id}"
                if key in seen or (keys is not None and key not in keys):
                    continue
                seen.add(key)
                try:
                    yield key, parse()
                except PostingRefused:
                    continue


def _answers(kind: str, slug: str, path: Path) -> Parsing:
    """Items of recorded answers. `slug` "" is the file's name, as the collectors named theirs after the board."""
    source = get_source(kind)
    with path.open("rb") as stream:
        for item in source.iter_items(stream):
            board = Board(
                slug=str(item.get("_board") or slug or path.name.split(".")[0]), company_name=_EMPLOYER
            )
            yield source.source_id_of(item), partial(source.parse, item, board)


def _threads(path: Path) -> Parsing:
    """Hacker News: the file holds comments without their thread. A thread is what a hundred of them answer."""
    source = get_source("hackernews")
    with path.open("rb") as stream:
        items = list(source.iter_items(stream))
    parents = Counter(str(item.get("parent")) for item in items)
    for item in items:
        parent = str(item.get("parent"))
        thread = parent if parents[parent] >= 100 else ""
        yield source.source_id_of(item), partial(source.parse, item, Board(slug=thread))


def _greenhouse_listings(path: Path) -> Parsing:
    source = get_source("greenhouse")
    for row in _lines(path):
        item = {
            "id": row["id"],
            "title": row["title"],
            "absolute_url": row["absolute_url"],
            "location": {"name": row["location"]},
            "company_name": row["company"],
            "updated_at": row["updated_at"],
        }
        board = Board(slug=str(row["company_slug"]), company_name=str(row["company"]))
        yield str(row["id"]), partial(source.parse, item, board)


def _uber(path: Path) -> Parsing:
    for row in _json(path)["jobs"]:
        yield str(row["id"]), partial(
            _draft, "uber", row, str(row["id"]), "Uber",
            locations=tuple(row["locations"]), text=str(row["description"]), employment_type=str(row["time_type"]),
        )  # fmt: skip


def _rekrute(path: Path) -> Parsing:
    for key, row in _json(path).items():
        where = ", ".join(filter(None, (row.get("location"), row.get("country"))))
        row = row | {"url": f"https://www.rekrute.com{row['url']}"}
        yield key, partial(
            _draft, "rekrute", row, key, _EMPLOYER,
            locations=(where,), text="\n".join(row.get("skills_text") or ()),
            employment_type=str(row.get("contract_type") or ""),
        )  # fmt: skip


def _listings(path: Path) -> Parsing:
    for row in _json(path):
        text = str(row.get("description") or "")
        yield str(row["id"]), partial(
            _draft, "listings", row, str(row["id"]), str(row["company"]),
            locations=(str(row.get("location") or ""),), markup=html.unescape(text),
            employment_type=str(row.get("jobType") or ""),
        )  # fmt: skip


def _draft(
    source: str, row: Mapping[str, str], source_id: str, company: str, *,
    locations: tuple[str, ...], employment_type: str, text: str = "", markup: str = "",
) -> PostingDraft:  # fmt: skip
    paragraphs = (html.escape(part).replace("\n", "<br>") for part in _PARAGRAPH.split(text))
    return PostingDraft(
        source=source, board=source, source_id=source_id, url=row["url"], title=row["title"], company_name=company,
        locations=tuple(filter(None, locations)), employment_type=employment_type,
        description_html=markup or "".join(f"<p>{part}</p>" for part in paragraphs), payload=row,
    )  # fmt: skip


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _json(path: Path) -> Any:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def _vendor(name: str, kind: str, *paths: str, slug: str = "") -> Recording:
    return Recording(name=name, paths=paths or (f"feeds/{name}/*",), read=partial(_answers, kind, slug))


RECORDINGS: tuple[Recording, ...] = (
    _vendor("ashby", "ashby", "feeds/ashby/*", "postings/ashby_full_descriptions.jsonl.gz"),
    _vendor("greenhouse", "greenhouse"),
    Recording(name="greenhouse", paths=("postings/greenhouse_listings.jsonl.gz",), read=_greenhouse_listings),
    _vendor("personio", "personio", slug="board"),
    _vendor("oracle", "oracle", "feeds/oracle_orc/list.json", slug="abcd.fa.us2/CX_1"),
    _vendor("torre", "torre", "feeds/torre/page0.json"),
    _vendor("workday", "workday", slug="acme/wd5/Careers"),
    *(
        _vendor(name, name)
        for name in (
            "lever", "smartrecruiters", "workable", "recruitee", "teamtailor", "pinpoint", "neogov",
            "remoteok", "remotive", "remotejobsorg", "arbeitnow", "jobicy", "himalayas", "themuse", "weworkremotely",
        )
    ),
    Recording(
        name="hn", paths=("feeds/hn_firebase/*", "postings/hn_who_is_hiring.jsonl.gz"), read=_threads
    ),
    Recording(name="uber", paths=("postings/uber_full_descriptions.json.gz",), read=_uber),
    Recording(name="rekrute", paths=("postings/rekrute_fr_en.json.gz",), read=_rekrute),
    Recording(name="ats", paths=("postings/multi_source/ats_jobs.json.gz",), read=_listings),
)  # fmt: skip
