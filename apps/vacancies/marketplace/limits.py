"""How often one key may ask, counted for all processes and threads that use it.

The service counts when a request arrives; we count when it is sent. A limit is therefore held over a span that is longer
than the service's by `SLACK` seconds: whatever lies between sending and arriving, as long as it takes no longer than
that, no span of the service's sees more than its limit. Long spans are cut: so many an hour can't be more a day, and
Valkey keeps a list of an hour's requests, not of a day's.

While Valkey is away each process counts alone (`core.windows`), and several processes may then ask more than is allowed.
"""

from __future__ import annotations

import hashlib
import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping

from apps.core import windows
from apps.core.http import HostBusy
from apps.vacancies.sources.base import Source

SLACK = 1
_LONGEST_SPAN = 3600
Rate = tuple[int, int]


def held(rates: Iterable[Rate]) -> Iterator[Rate]:
    """The (requests, seconds) that are counted, so that none of `rates` is ever broken; the shortest span first."""
    for limit, seconds in sorted(rates, key=lambda rate: rate[1]):
        parts = max(1, math.ceil(seconds / _LONGEST_SPAN))
        # A key that may ask less than once in a part is counted over the whole span.
        parts = parts if limit >= parts else 1
        yield limit // parts, math.ceil(seconds / parts) + SLACK


def turn_for(source: Source, credentials: Mapping[str, str]) -> Callable[[float], None] | None:
    """What `HostLimit.turn` waits by, for whoever holds this key: see `wait`. None where the vendor counts no keys."""
    names = getattr(source, "credential_names", ())
    secret = "\n".join(credentials.get(name, "") for name in names)
    if not source.terms.per_key or not secret.strip():
        return None
    key = hashlib.blake2b(secret.encode(), digest_size=16).hexdigest()
    counted = tuple(held(source.terms.per_key))
    return lambda patience: wait(f"turn:{source.kind}:{key}", counted, patience)


def wait(name: str, counted: Iterable[Rate], patience: float) -> None:
    """Return when one more request may be sent. Raises HostBusy when that takes longer than `patience` seconds.

    Each window is waited for in turn: the shortest opens often, and a turn of it that is lost costs nothing.
    """
    until = time.monotonic() + patience
    for limit, seconds in counted:
        while not (window := windows.hit(f"{name}:{seconds}", limit, seconds)).allowed:
            left = until - time.monotonic()
            if window.resets_in > left:
                raise HostBusy(max(math.ceil(window.resets_in), 1))
            # All who wait are told the same moment.
            time.sleep(min(window.resets_in + random.uniform(0.001, 0.05), max(left, 0.001)))  # noqa: S311 - no secret
