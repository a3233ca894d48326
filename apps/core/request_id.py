"""The id of the request or task that the present code runs for; "" outside of both."""

from __future__ import annotations

from contextvars import ContextVar

current_request_id: ContextVar[str] = ContextVar("request_id", default="")
