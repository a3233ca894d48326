"""How deep JSON nests, told before it is parsed. Pure.

ijson keeps the path to each value as a text: the time and memory of a level grow with its depth, and a megabyte of
brackets would take down the process that reads it.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

DEEPEST: Final = 64
_BESIDES: Final = bytes(set(range(256)) - set(b"[]{}"))
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


class Nesting:
    """Follows a JSON text that comes in pieces, cut anywhere. Brackets within strings do not count."""

    def __init__(self) -> None:
        self._depth, self._in_string, self._held = 0, 0, b""

    def is_too_deep(self, piece: bytes) -> bool:
        """Whether the text nests deeper than DEEPEST within this piece."""
        text = (self._held + piece).replace(b"\\\\", b"")
        self._held = b"\\" if text.endswith(b"\\") else b""  # what it escapes comes with the next piece
        parts = text.removesuffix(b"\\").replace(b'\\"', b"").split(b'"')
        outside = b"".join(parts[self._in_string :: 2])
        self._in_string ^= (len(parts) - 1) & 1
        brackets = outside.translate(None, _BESIDES)
        levels = list(accumulate(map(_STEPS.__getitem__, brackets), initial=self._depth))
        self._depth = levels[-1]
        return max(levels) > DEEPEST
