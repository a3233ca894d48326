"""What the launcher writes to the terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from typing import TextIO

COLOURS = {"web": 36, "worker": 32, "beat": 35, "foothold": 33}
WIDTH = max(len(name) for name in COLOURS)


class Terminal:
    """Lines with a prefix, one at a time, whole."""

    def __init__(self, stream: TextIO | None = None, *, colour: bool = False) -> None:
        self._stream = stream or sys.stdout
        self._colour = colour
        self._lock = threading.Lock()

    def line(self, name: str, text: str) -> None:
        """One line of a process's log, or of the launcher's own under the name foothold."""
        prefix = f"{name:<{WIDTH}} │"
        self.write(f"{self._paint(prefix, COLOURS.get(name, 37))} {text}\n")

    def say(self, text: str) -> None:
        self.line("foothold", text)

    def box(self, rows: Sequence[tuple[str, str]]) -> None:
        """A frame of labelled rows."""
        label_width = max(len(label) for label, _ in rows)
        lines = [f"{label:<{label_width}}   {value}" for label, value in rows]
        width = max(len(line) for line in lines)
        body = "".join(f"│  {line:<{width}}  │\n" for line in lines)
        edge = "─" * (width + 4)
        self.write(f"\n┌{edge}┐\n{body}└{edge}┘\n\n")

    def write(self, text: str) -> None:
        """Whatever happens to the terminal (closed window, `| head`) must not end the servers."""
        try:
            with self._lock:
                self._stream.write(text)
                self._stream.flush()
        except (OSError, ValueError, UnicodeEncodeError):
            return

    def _paint(self, text: str, colour: int) -> str:
        return f"\033[{colour}m{text}\033[0m" if self._colour else text
