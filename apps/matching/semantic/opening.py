"""Spaces of this process, opened from the host's files, and again when newer ones lie there."""

from __future__ import annotations

import threading
from pathlib import Path

from django.conf import settings

from apps.matching.following import Follower
from apps.matching.semantic import embedders, files
from apps.matching.semantic.line import line_of
from apps.matching.semantic.space import Space

_Stamp = tuple[int, int]
_opened: dict[Path, tuple[_Stamp, Space]] = {}
_lock = threading.Lock()
_MOST_OPEN = 4


def root() -> Path:
    """Where this host keeps its index."""
    return Path(settings.SEMANTIC_ROOT)


def current() -> Space | None:
    _follower.now_and_then()
    version = files.current_version(root())
    return of_version(version) if version else None


def of_version(version: str) -> Space | None:
    """One look at a file's date a call; what is opened stays so until the file is replaced."""
    held = files.IndexFiles(root(), version)
    stamp = _stamp(held.folder / "index.json")
    if stamp is None:
        return None
    with _lock:
        known = _opened.get(held.folder)
        if known is None or known[0] != stamp:
            space = _open(held, version)
            if space is None:
                return None
            while len(_opened) >= _MOST_OPEN and held.folder not in _opened:
                _opened.pop(next(iter(_opened)))
            known = _opened[held.folder] = (stamp, space)
    return known[1]


def _open(held: files.IndexFiles, version: str) -> Space | None:
    index = held.open()
    if index is None:
        return None
    known = _opened.get(held.folder)
    if known is not None:  # the model of a version never changes, its index does
        return Space(known[1].embedder, index, known[1].line)
    model, facts = held.model()
    return Space(embedders.opened(facts["kind"], version, model, facts), index, line_of(model))


def _follow() -> None:
    from apps.matching.semantic import services

    services.follow()


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino


_follower = Follower("semantic-follow", _follow)
