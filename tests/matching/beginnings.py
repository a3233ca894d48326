"""What many tests begin with and takes seconds to make: a catalogue, and what was learnt of it.

The first test of a process that asks has it made as a worker makes it; the others get the same rows and files again, in
a folder of their own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tests.database import put_back, rows_held


class Beginnings:
    """Kept by name. `make` fills an empty database, and the folder that `SEMANTIC_ROOT` names where it learns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, dict[str, bytes]] = {}

    def begin(self, name: str, make: Callable[[], None]) -> None:
        root, kept = Path(settings.SEMANTIC_ROOT), self._folder / name
        # An earlier run may have left one.
        shutil.rmtree(root, ignore_errors=True)
        if name in self._kept:
            put_back(self._kept[name])
            if kept.is_dir():
                shutil.copytree(kept, root, symlinks=True)
            return
        assert rows_held() == {}, "what a test made before would come back in others"
        make()
        self._kept[name] = rows_held()
        if root.is_dir():
            shutil.copytree(root, kept, symlinks=True)
