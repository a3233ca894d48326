"""The one way to the outside: guard, robots, gate, retries, redirects, limits around one request. Pure."""

from __future__ import annotations

import contextlib
import io
import math
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import httpcore
import httpx

from apps.core.http import body, deadline, redirects, retrying
from apps.core.http.addresses import Endpoint, Guard
from apps.core.http.errors import (
    AddressRefused,
    HostBusy,
    RedirectRefused,
    UnexpectedType,
    UpstreamStatus,
)
from apps.core.http.gate import HostGate, LocalHostGate
from apps.core.http.messages import Fetched, Outgoing, Policy, media_type
from apps.core.http.robots import Robots
from apps.core.http.transport import PinnedBackend, PinnedTransport, Resolver, system_resolver

_DEFAULT_RETRY_AFTER = 60
_PAUSING_STATUSES = (429, 503)
_ROBOTS_BYTES = 2 << 20


@dataclass(frozen=True)
class OutboundConfig:
    """Of a whole installation. `user_agent` begins with the product token that robots.txt rules name; an owner
    adds where to complain. `allow` lists private ends that may be called; it is empty unless the owner fills it."""

    user_agent: str = "Foothold/0.1 (self-hosted job search; keeps to robots.txt)"
    allow: frozenset[Endpoint] = frozenset()
    ports: frozenset[int] = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class _Redirect:
    status: int
    location: str


class HttpClient:
    """Thread-safe; keeps connections. What is injected stands for the internet, the clock's sleep, or a gate
    that is shared with other processes."""

    def __init__(
        self,
        config: OutboundConfig,
        *,
        gate: HostGate | None = None,
        resolver: Resolver = system_resolver,
        network: httpcore.NetworkBackend | None = None,
        ssl_context: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._guard = Guard(allow=config.allow, ports=config.ports)
        self._gate = gate or LocalHostGate()
        self._sleep = sleep
        self._robots = Robots(config.user_agent.partition("/")[0])
        self._headers = {
            "User-Agent": config.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": body.ACCEPT_ENCODING,
        }
        backend = PinnedBackend(self._guard, resolver, network or httpcore.SyncBackend())
        # The bare transport: httpx.Client would add cookies that outlive a call, and reads Location by itself.
        self._transport = PinnedTransport(backend, ssl_context or httpx.create_ssl_context(trust_env=False))

    def fetch(self, request: Outgoing, *, policy: Policy) -> Fetched:
        """Sends `request` under `policy`; the caller closes what comes back.

        Raises AddressRefused, RobotsRefused, RedirectRefused, HostBusy, UpstreamStatus (any other answer than
        2xx or an expected 304), TooLarge, UnexpectedType, BrokenBody, Unreachable, UpstreamTimeout.
        """
        with deadline.until(deadline.after(policy.total_seconds)):
            return self._follow(request, policy)

    @contextlib.contextmanager
    def stream(self, request: Outgoing, *, policy: Policy) -> Iterator[Iterator[bytes]]:
        """The body of a 2xx answer in pieces as they come, as event streams need it: sent once, no redirect
        followed, no robots.txt asked, nothing kept. Time and size are bounded as in `fetch`, whose errors are
        raised here and by the pieces; the host's slot is held until the end of the block."""
        moment = deadline.after(policy.total_seconds)
        with contextlib.ExitStack() as stack:
            with deadline.until(moment):
                url = self._checked(request.url)
                response = stack.enter_context(self._open(request, url, policy))
                if not response.is_success:
                    raise _final(self._refusal(response))
            yield deadline.each_until(moment, body.pieces(response, max_bytes=policy.max_bytes))

    def close(self) -> None:
        """Closes the connections that are kept open."""
        self._transport.close()

    def _follow(self, request: Outgoing, policy: Policy) -> Fetched:
        for _ in range(policy.max_redirects + 1):
            answer = self._visit(request, policy)
            if isinstance(answer, Fetched):
                return answer
            request = redirects.next_hop(
                request, answer.status, answer.location, cross_host=policy.cross_host
            )
        raise RedirectRefused("The site redirects too often.")

    def _visit(self, request: Outgoing, policy: Policy) -> Fetched | _Redirect:
        url = self._checked(request.url)
        if policy.robots:
            delay = self._robots.check(url, lambda address: self._read_robots(address, policy))
            policy = replace(policy, limit=policy.limit.slowed_to(delay))
        try:
            return retrying.run(
                lambda: self._attempt(request, url, policy),
                policy=policy,
                may_repeat=request.may_repeat,
                sleep=self._sleep,
            )
        except UpstreamStatus as error:
            raise _final(error) from None

    def _checked(self, address: str) -> httpx.URL:
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, ValueError):  # the latter for half a surrogate pair, as JSON may hold
            raise AddressRefused("invalid", "this is no address that can be read") from None
        self._guard.check_url(url)
        return url

    def _attempt(self, request: Outgoing, url: httpx.URL, policy: Policy) -> Fetched | _Redirect:
        with self._open(request, url, policy) as response:
            return self._read(response, request, policy)

    @contextlib.contextmanager
    def _open(self, request: Outgoing, url: httpx.URL, policy: Policy) -> Iterator[httpx.Response]:
        with self._gate.slot(_host(url), limit=policy.limit, wait_seconds=deadline.remaining()):
            sent = self._build(request, url, policy)
            response = self._transport.handle_request(sent)
            response.request = sent
            try:
                yield response
            finally:
                response.close()

    def _build(self, request: Outgoing, url: httpx.URL, policy: Policy) -> httpx.Request:
        headers = httpx.Headers(self._headers)
        headers.update(request.headers)
        validators = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        for name, value in validators.items():
            # A server's own words: one that no header can hold costs a full answer, not an error.
            if value and value.isascii() and value.isprintable():
                headers[name] = value
        timeout = httpx.Timeout(policy.read_seconds, connect=policy.connect_seconds)
        extensions = {"timeout": timeout.as_dict()}
        return httpx.Request(
            request.method, url, headers=headers, content=request.content, extensions=extensions
        )

    def _read(self, response: httpx.Response, request: Outgoing, policy: Policy) -> Fetched | _Redirect:
        status = response.status_code
        if status in redirects.STATUSES:
            return _Redirect(status, response.headers.get("location", ""))
        if status == 304 and request.is_conditional:
            return Fetched.of(response, request, io.BytesIO())
        if not 200 <= status < 300:
            raise self._refusal(response)
        kind = media_type(response.headers)
        if policy.media_types and kind not in policy.media_types and status != 204:
            raise UnexpectedType(kind)
        return Fetched.of(
            response,
            request,
            body.spool(response, max_bytes=policy.max_bytes, spool_bytes=policy.spool_bytes),
        )

    def _refusal(self, response: httpx.Response) -> UpstreamStatus:
        retry_after = retrying.parse_retry_after(response.headers.get("retry-after"))
        if retry_after is not None and response.status_code in _PAUSING_STATUSES:
            self._gate.pause(_host(response.url), retry_after)
        return UpstreamStatus(response.status_code, retry_after=retry_after)

    def _read_robots(self, address: str, policy: Policy) -> str:
        own = replace(policy, robots=False, cross_host=True, max_bytes=_ROBOTS_BYTES, media_types=frozenset())
        with self._follow(Outgoing(address), own) as answer:
            return answer.body.read().decode("utf-8", "replace")


def _host(url: httpx.URL) -> str:
    """What is counted by: a site, as robots.txt has one, whichever its scheme."""
    return url.netloc.decode("ascii")


def _final(error: UpstreamStatus) -> UpstreamStatus | HostBusy:
    """What a caller is told when there is no further attempt."""
    if error.upstream_status != 429:
        return error
    return HostBusy(math.ceil(error.retry_after or _DEFAULT_RETRY_AFTER))
