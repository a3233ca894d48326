"""What a site's robots.txt allows, remembered for a while. Pure; after RFC 9309.

Protego, not `urllib.robotparser`: the standard library takes the first rule that fits where the RFC takes the
longest, and knows no `*` or `$` in a path.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import httpx
from protego import Protego

from apps.core.http.errors import RobotsRefused, UpstreamStatus

_KEPT_SECONDS = 4 * 3600.0
_MAX_SITES = 1024
_LONGEST_DELAY = 30.0


class Robots:
    """The rules of every site asked of late. `agent` is our product token."""

    def __init__(self, agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._agent = agent
        self._clock = clock
        self._rules: dict[str, tuple[float, Protego]] = {}
        self._lock = threading.Lock()

    def check(self, url: httpx.URL, read: Callable[[str], str]) -> float:
        """Seconds the site wants between two requests (0: it does not say). `read` fetches a robots.txt.

        Raises RobotsRefused, or the error of `read`: a site whose rules cannot be read now is not read now.
        """
        rules = self._rules_of(url, read)
        if not rules.can_fetch(str(url), self._agent):
            raise RobotsRefused
        return min(float(rules.crawl_delay(self._agent) or 0.0), _LONGEST_DELAY)

    def _rules_of(self, url: httpx.URL, read: Callable[[str], str]) -> Protego:
        address = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        with self._lock:
            expires_at, rules = self._rules.get(address, (0.0, None))
        if rules is not None and expires_at > self._clock():
            return rules
        fresh = Protego.parse(_text(address, read))
        with self._lock:
            self._rules.pop(address, None)
            self._rules[address] = (self._clock() + _KEPT_SECONDS, fresh)
            if len(self._rules) > _MAX_SITES:
                del self._rules[next(iter(self._rules))]
        return fresh


def _text(address: str, read: Callable[[str], str]) -> str:
    try:
        return read(address)
    except UpstreamStatus as error:
        if 400 <= error.upstream_status < 500:
            return ""  # no rules: everything is allowed
        raise
