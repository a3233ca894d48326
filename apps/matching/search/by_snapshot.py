"""Occupations and meanings where this host holds a snapshot: the snapshot says which vacancies pass the filters, the index of
occupations alone which are of one, and what is shown of all of them is read by their ids at once.

What was written since the snapshot is asked of the database as it is without one, and both are put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from apps.core.reading.statements import Statement, rows_of
from apps.matching.occupations import Expansion
from apps.matching.search.asking import Side, array_of, array_of_bytes, array_of_numbers
from apps.matching.search.by_meaning import Meaning
from apps.matching.search.by_occupation import OccupationHit, most_of, of_these
from apps.matching.search.known import Known
from apps.matching.search.ordering import Found, Way
from apps.matching.search.pool import Pool

if TYPE_CHECKING:
    from apps.matching.ids import Ids

# To look up the occupation of a row by its id costs so many times what a row of the index of occupations does.
_DEARER = 8
_IN_ORDER = Statement(
    """
    SELECT asked.name, (SELECT string_agg(uuid_send(vacancy_id), ''::bytea) FROM (
        SELECT vacancy_id FROM matching_vacancyprofile WHERE occupation = asked.name
        ORDER BY listed_at DESC, vacancy_id DESC LIMIT asked.depth) newest)
    FROM unnest($1::text[], $2::int[]) asked (name, depth)
    """,
    ("names", "depths"),
)
_OF_THESE = Statement(
    """
    SELECT occupation, string_agg(uuid_send(vacancy_id), ''::bytea ORDER BY listed_at DESC, vacancy_id DESC)
    FROM matching_vacancyprofile WHERE vacancy_id = ANY($1::uuid[]) AND occupation = ANY($2::text[]) GROUP BY 1
    """,
    ("pks", "names"),
)
# How much farther each time, where too few passed.
_DEEPER = 8
# All that is read of a vacancy. The last row is none: the occupations of those that were read before, in their order.
_READ = Statement(
    """
    SELECT v.id, v.listed_at, v.updated_at, title, location_text, remote, coalesce(occupation, ''), NULL::text[]
    FROM vacancies_vacancy v LEFT JOIN matching_vacancyprofile ON vacancy_id = v.id WHERE v.id = ANY($1::uuid[])
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, (
        SELECT array_agg(coalesce(occupation, '') ORDER BY place)
        FROM unnest($2::uuid[]) WITH ORDINALITY asked (pk, place) LEFT JOIN matching_vacancyprofile ON vacancy_id = pk)
    """,
    ("unread", "read"),
)


class _Newest(NamedTuple):
    """Of an occupation the newest, at most `most`, by the numbers of their ids; of those that say `leftover`."""

    name: str
    most: int
    leftover: str
    numbers: list[int]


def add(pool: Pool, known: Known, side: Side, asked: Expansion, meaning: Meaning | None) -> None:
    """To what was found by words: what is of the occupations asked for, and what means what was asked. The occupation of each
    is read, too."""
    newest = _of_occupations(known, asked)
    ids, rows = meaning.find_known(side, known) if meaning else (None, [])
    near = _numbers(ids) if ids is not None else []
    entries = _entries(pool, chain(near, *(each.numbers for each in newest)))
    written = {
        said: of_these(side, asked, array_of(known.written), said) if known.written else []
        for said in {each.leftover for each in newest}
    }
    for each in newest:
        _add_occupation(pool, entries, each, written[each.leftover])
    for number in near:
        if number in entries:
            pool.put(entries[number], Way.MEANING)
    for row in rows:
        pool.add(row, Way.MEANING)


def _of_occupations(known: Known, asked: Expansion) -> list[_Newest]:
    most, leftover = most_of(asked), " ".join(asked.leftover)
    found: list[_Newest] = []
    for said in ("", leftover) if leftover else ("",):
        those = newest_of(known.saying(said) if said else known, most)
        found += [_Newest(name, most[name], said, _numbers(ids)) for name, ids in those.items()]
    return found


def newest_of(known: Known, most: Mapping[str, int]) -> dict[str, Ids]:
    """The newest of each occupation, no more than `most` says, newest first; of some there may be none.

    Their order is read as far as will do, or, where few rows pass, what each of these is."""
    from apps.matching.ids import as_ids

    depths = {name: known.depth(number) for name, number in most.items()}
    found: dict[str, Ids] = dict.fromkeys(most, as_ids(b""))
    while depths and len(known):
        if _DEARER * len(known) < sum(depths.values()):
            rows = rows_of(_OF_THESE, {"pks": array_of_bytes(known.ids), "names": [*depths]})
            return found | {name: as_ids(bytes(sent))[: most[name]] for name, sent in rows}
        asked, depths = depths, {}
        for name, sent in rows_of(_IN_ORDER, {"names": [*asked], "depths": [*asked.values()]}):
            ids = as_ids(bytes(sent or b""))
            found[name] = ids[known.passing(ids)][: most[name]]
            if len(found[name]) < most[name] and len(ids) == asked[name]:
                depths[name] = _DEEPER * asked[name]
    return found


def _add_occupation(
    pool: Pool, entries: Mapping[int, Found], newest: _Newest, written: Iterable[OccupationHit]
) -> None:
    found = [entries[number] for number in newest.numbers if number in entries]
    if fresh := [Found(*hit) for hit in written if hit.occupation == newest.name]:
        found = sorted([*found, *fresh], key=lambda each: (each.listed_at, each.pk.int), reverse=True)
    for entry in found[: newest.most]:
        pool.put(entry, Way.OCCUPATION).occupation = newest.name


def _entries(pool: Pool, numbers: Iterable[int]) -> dict[int, Found]:
    """Of each of these vacancies, unless it is gone: the pool's own, or one that waits to be put there. The pool's are told
    their occupation, too."""
    entries = {number: pool.get(number) for number in numbers}
    known = {number: entry for number, entry in entries.items() if entry is not None}
    untold = [each for each in pool.found if each.occupation is None]
    unread = array_of_numbers([number for number in entries if number not in known])
    for *row, told in rows_of(_READ, {"unread": unread, "read": array_of([each.pk for each in untold])}):
        if row[0] is not None:
            known[row[0].int] = Found(*row)
            continue
        for each, occupation in zip(untold, told or (), strict=True):
            each.occupation = occupation
    return known


def _numbers(ids: Ids) -> list[int]:
    sent = ids.tobytes()
    return [int.from_bytes(sent[start : start + 16]) for start in range(0, len(sent), 16)]
