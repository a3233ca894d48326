"""How large a body may be at all. Django writes a whole body to disk before any view is asked: here it is counted first.

Around the ASGI application, it cuts the body off; `middleware.BodyLimitMiddleware` answers inside of Django, where a
refusal gets its request id and the cross-origin headers without which no browser could read it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.conf import settings

Message = Mapping[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

KEY = "foothold.body"
# What is beside the one largest file: the form around it.
MARGIN_BYTES = 1024 * 1024
# A client that is cut off while it writes may never read the answer: so much is taken in and thrown away first.
DRAINED_BYTES = 128 * 1024 * 1024
DRAINED_SECONDS = 20.0
_END: Message = {"type": "http.request", "body": b"", "more_body": False}


def most_bytes() -> int:
    return int(settings.UPLOAD_LIMIT) + MARGIN_BYTES


class BodyLimit:
    """ASGI: no body of more than `most_bytes()` gets in, whether its length is announced or counted."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        body = Body(scope, receive, most_bytes())
        await self.application({**scope, KEY: body}, body.receive, send)


class Body:
    """The body of one request. `size` counts what came of it, all once Django has read it."""

    def __init__(self, scope: Scope, receive: Receive, limit: int) -> None:
        headers = dict(scope["headers"])
        announced = headers.get(b"content-length", b"0")
        self._receive, self._limit = receive, limit
        # Such a client sends nothing before it is asked to: there is nothing to drain then.
        self._waits = headers.get(b"expect", b"").lower() == b"100-continue"
        self._is_cut = False
        self.size = 0
        self.is_too_large = announced.isdigit() and int(announced[:20]) > limit

    async def receive(self) -> Message:
        if self._is_cut:
            await asyncio.Event().wait()  # Nothing more is read; Django ends this when it has answered.
        if self.is_too_large and self._waits:
            self._is_cut = True
            return _END
        message = await self._receive()
        if message["type"] != "http.request":
            return message
        self.size += len(message.get("body", b""))
        self.is_too_large = self.is_too_large or self.size > self._limit
        if not self.is_too_large:
            return message
        self._is_cut = True
        if message.get("more_body", False):
            await self._drain()
        return _END

    async def _drain(self) -> None:
        left = DRAINED_BYTES
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DRAINED_SECONDS):
                while left > 0:
                    message = await self._receive()
                    if message["type"] != "http.request" or not message.get("more_body", False):
                        return
                    left -= len(message.get("body", b""))
