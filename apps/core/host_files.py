"""Arrays and small files that a host keeps for all of its processes: written beside and renamed, mapped to be read."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEADER = 128


def save(path: Path, values: NDArray[Any]) -> None:
    """On the disk when it returns."""
    import numpy as np

    with path.open("wb") as file:
        np.save(file, values, allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())


def mapped(path: Path) -> NDArray[Any]:
    """Raises FileNotFoundError."""
    import numpy as np

    # A file that is a header alone can't be mapped. What is mapped is taken as a plain array: numpy's own class of mapped ones
    # costs each slice some microseconds.
    return np.asarray(np.load(path, mmap_mode="r" if path.stat().st_size > _HEADER else None))


def replace(path: Path, content: bytes) -> None:
    """All of the new content or all of the old, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


@contextmanager
def only_writer(folder: Path) -> Iterator[bool]:
    """One writer a folder and host; says False at once where another is at it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
