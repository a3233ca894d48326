"""How a call to the outside can fail. Pure."""

from __future__ import annotations

from apps.core.errors import FieldError, UpstreamError, ValidationFailed


class AddressRefused(ValidationFailed):
    """The address is none we call. Says why by `reason`, never what a name resolved to: a caller who may
    type in addresses must not map our network by the answers."""

    def __init__(self, reason: str = "private_address", detail: str = "") -> None:
        detail = detail or "private and reserved addresses are refused"
        super().__init__(f"url: {detail}", errors=[FieldError("url", reason, detail)])


class RobotsRefused(ValidationFailed):
    """The site's robots.txt asks programs not to read this page."""

    def __init__(self) -> None:
        detail = "the site's robots.txt asks not to read this page"
        super().__init__(f"url: {detail}", errors=[FieldError("url", "robots_disallowed", detail)])


class Unreachable(UpstreamError):
    """No connection, no such name, or a connection that broke before the whole answer was read."""

    title = "The site could not be reached"


class BrokenBody(UpstreamError):
    """The answer's body does not keep to its own Content-Encoding."""

    title = "The site sent a body that could not be read"


class TooLarge(UpstreamError):
    """The answer is larger than the policy allows, counted after decompression."""

    def __init__(self, max_bytes: int) -> None:
        super().__init__(f"The answer is larger than {max_bytes} bytes.")


class UnexpectedType(UpstreamError):
    """The answer is of another media type than was asked for: often a challenge page instead of data."""

    def __init__(self, media_type: str) -> None:
        self.media_type = media_type
        super().__init__(f"The site answered with {media_type[:80] or 'no media type'}.")


class RedirectRefused(UpstreamError):
    """A redirect that leads too far, to another host, or from https to http."""


class UpstreamStatus(UpstreamError):
    """The site answered with `upstream_status`, which is no success; `retry_after` is in seconds."""

    def __init__(self, status: int, *, retry_after: float | None = None) -> None:
        self.upstream_status = status
        self.retry_after = retry_after
        super().__init__(f"The site answered {status}.")


class HostBusy(UpstreamError):
    """The host said 429, or our own limit for it is used up. Come back in `retry_after` whole seconds."""

    title = "The site asks for a pause"

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(headers={"Retry-After": str(retry_after)})
