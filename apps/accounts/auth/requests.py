"""What a request says of where it comes from, for sessions, lock-out and notices. Made by the view, read below it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RequestContext:
    """`devices` are read from the signed device cookie (`auth/devices.py`): each counts only for the user it names."""

    user_agent: str = ""
    address: str | None = None
    # What limits count by: the address, or the /64 of an IPv6 one.
    network: str = ""
    # Who signed in from here before, the latest first: (user id, device id).
    devices: tuple[tuple[UUID, UUID], ...] = ()
    # `session: "cookie"`: the refresh token goes into a cookie and not into the answer.
    in_cookie: bool = False

    def device_of(self, user_id: UUID) -> UUID | None:
        """The device id under which this user signed in from here before; None when they never did."""
        return dict(self.devices).get(user_id)
