"""Rate limits: each operation counts in the bucket it names, for whoever asks. Numbers: `settings.RATE_LIMITS`."""

from __future__ import annotations

import math
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from apps.core import windows
from apps.core.api.client import client_network
from apps.core.caller import Caller
from apps.core.errors import Throttled

SECONDS = 60
HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")

Subject = Callable[[HttpRequest], str | None]
_subjects: list[Subject] = []


def register_subject(function: Subject) -> None:
    """`function` may name who a public request comes from, in place of its address (a device that signed in before).

    Name the person, not the device: else whoever collects devices collects buckets. None: the address counts.
    """
    if function not in _subjects:
        _subjects.append(function)


def count(request: HttpRequest, *, bucket: str, caller: Caller | None) -> windows.Window:
    """Count one request. `allowed` says whether there was room for it; `require` makes the refusal."""
    limit = int(settings.RATE_LIMITS[bucket]) * (caller.rate_factor if caller else 1)
    return windows.hit(f"rate:{bucket}:{_subject(request, caller)}", limit, SECONDS)


def require(window: windows.Window) -> None:
    """Refuse a request for which there was no room."""
    if not window.allowed:
        seconds = max(1, math.ceil(window.resets_in))
        raise Throttled(
            f"At most {window.limit} requests a minute. Try again in {seconds} s.",
            headers={"Retry-After": str(seconds)},
        )


def write_headers(response: HttpResponseBase, window: windows.Window) -> None:
    """The state of the bucket, under both names that clients read."""
    values = (window.limit, window.remaining, math.ceil(window.resets_in))
    for name, value in zip(HEADERS, values, strict=True):
        response.headers[name] = response.headers[f"X-{name}"] = str(value)


def _subject(request: HttpRequest, caller: Caller | None) -> str:
    if caller is not None:
        # Programs have a bucket of their own, one for all keys of a person: they neither shut the person out, nor
        # does another key give another bucket.
        return f"{'keys' if caller.api_key_id else 'user'}:{caller.user_id}"
    named = (function(request) for function in _subjects)
    return next((f"known:{name}" for name in named if name), f"address:{client_network(request)}")
