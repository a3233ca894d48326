"""Faults to a Sentry-compatible endpoint, where one is configured: what broke and where, and nothing of anybody.

Not scrubbed by what is forbidden but by what is allowed: an event is built anew from the few fields named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from project.logs import scrub_text

Reduced = dict[str, Any]

_PLAIN = ("event_id", "timestamp", "level", "platform", "release", "environment", "logger", "transaction")
_FRAME = ("module", "function", "filename", "lineno", "in_app")


def start(dsn: str, *, release: str, environment: str) -> None:
    """Report from now on. Nothing is sent, and nothing of it is loaded, while `dsn` is empty."""
    if not dsn:
        return
    import sentry_sdk
    from sentry_sdk.types import Event, Hint

    def before_send(event: Event, hint: Hint) -> Event:
        return cast(Event, reduced(event))

    sentry_sdk.init(
        dsn=dsn,
        release=release,
        environment=environment,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        auto_session_tracking=False,
        traces_sample_rate=None,
        before_send=before_send,
    )


def reduced(event: Mapping[str, Any]) -> Reduced:
    """An event with its types, places and the request's id; texts are scrubbed as in the logs."""
    kept: Reduced = {name: event[name] for name in _PLAIN if name in event}
    request_id = _request_id()
    if request_id:
        kept["tags"] = {"request_id": request_id}
    message = (event.get("logentry") or {}).get("message")
    if message:
        kept["logentry"] = {"message": scrub_text(str(message))}
    faults = [_fault(value) for value in (event.get("exception") or {}).get("values", [])]
    if faults:
        kept["exception"] = {"values": faults}
    return kept


def _fault(value: Mapping[str, Any]) -> Reduced:
    frames = (value.get("stacktrace") or {}).get("frames", [])
    return {
        "type": value.get("type"),
        "module": value.get("module"),
        "value": scrub_text(str(value.get("value") or "")),
        "stacktrace": {"frames": [{name: frame.get(name) for name in _FRAME} for frame in frames]},
    }


def _request_id() -> str:
    from apps.core.request_id import current_request_id

    return current_request_id.get()
