"""A ranking, kept in Valkey while somebody pages through it: what arrives, closes or changes meanwhile moves nothing.

A kept ranking is a convenience, not the truth: where it is gone (an hour later, Valkey emptied or away) the question is
ranked anew as of the first page's moment, and the page goes on behind the last hit that was shown.
"""

from __future__ import annotations

import logging
import struct
from datetime import datetime
from uuid import UUID

import orjson
from django.core.cache import cache
from redis.exceptions import RedisError

from apps.matching.search.ordering import Placed, Way
from apps.matching.search.ranking import Ranking

log = logging.getLogger(__name__)

SECONDS = 3600
# The length of the head, and the head as JSON; then all ids, all scores, and the ways all were found by.
_ID, _SCORE, _WAYS = 16, 4, 1
# By its number: an enumeration takes its time to look itself up.
_WAY = [Way(number) for number in range(sum(Way) + 1)]
_LENGTH = struct.Struct(">I")


def keep(asked: str, moment: datetime, ranking: Ranking) -> None:
    """`asked` names question and workspace (`cursor.digest`)."""
    try:
        cache.set(_key(asked, moment), to_bytes(ranking), SECONDS)
    except RedisError as fault:
        log.warning("a ranking is not kept: %s", type(fault).__name__)


def recall(asked: str, moment: datetime) -> Ranking | None:
    """What `keep` was given, while it is there."""
    try:
        stored = cache.get(_key(asked, moment))
    except RedisError as fault:
        log.warning("a ranking can not be recalled: %s", type(fault).__name__)
        return None
    return from_bytes(stored) if isinstance(stored, bytes) else None


def to_bytes(ranking: Ranking) -> bytes:
    end = ranking.tail_from
    said = [ranking.mode, ranking.version, ranking.is_about_work, ranking.has_tail]
    head = orjson.dumps([*said, [end[0].isoformat(), end[1].hex] if end else None])
    ids = b"".join([each.pk.int.to_bytes(_ID) for each in ranking.placed])
    scores = struct.pack(f">{len(ranking.placed)}f", *[each.score for each in ranking.placed])
    ways = bytes([each.ways for each in ranking.placed])
    return b"".join((_LENGTH.pack(len(head)), head, ids, scores, ways))


def from_bytes(stored: bytes) -> Ranking:
    start = _LENGTH.size + _LENGTH.unpack_from(stored)[0]
    mode, version, is_about_work, has_tail, end = orjson.loads(stored[_LENGTH.size : start])
    count = (len(stored) - start) // (_ID + _SCORE + _WAYS)
    scores_at, ways_at = start + count * _ID, start + count * (_ID + _SCORE)
    ids = [UUID(bytes=stored[at : at + _ID]) for at in range(start, scores_at, _ID)]
    scores = struct.unpack_from(f">{count}f", stored, scores_at)
    return Ranking(
        placed=tuple(map(Placed, ids, scores, [_WAY[number] for number in stored[ways_at:]])),
        mode=mode,
        version=version,
        is_about_work=is_about_work,
        has_tail=has_tail,
        tail_from=(datetime.fromisoformat(end[0]), UUID(end[1])) if end else None,
    )


def _key(asked: str, moment: datetime) -> str:
    return f"ranking:{asked}:{moment.isoformat()}"
