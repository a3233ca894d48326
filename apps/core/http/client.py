"""The one way to the outside: guard, robots, gate, retries, redirects, limits around one request. Pure."""

from __future__ import annotations

import http.cookiejar
import io
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO

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
_ROBOTS_BYTES = 2 << 20


@dataclass(frozen=True, slots=True)
class OutboundConfig:
    """Of a whole installation. `user_agent` begins with the product token that robots.txt rules name, and says
    where to complain. `allow` lists private ends that may be called; it is empty unless the owner fills it."""

    user_agent: str
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
        self._robots = Robots(self._read_robots, config.user_agent.partition("/")[0])
        backend = PinnedBackend(self._guard, resolver, network or httpcore.SyncBackend())
        self._client = httpx.Client(
            transport=PinnedTransport(backend, ssl_context or httpx.create_ssl_context(trust_env=False)),
            headers={"User-Agent": config.user_agent, "Accept-Encoding": body.ACCEPT_ENCODING},
            # One client serves every workspace: a cookie must not carry over from one call to the next.
            cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=())),
            trust_env=False,
            follow_redirects=False,
        )

    def fetch(self, request: Outgoing, *, policy: Policy) -> Fetched:
        """Sends `request` under `policy`; the caller closes what comes back.

        Raises AddressRefused, RobotsRefused, RedirectRefused, HostBusy, UpstreamStatus (any other answer than
        2xx or an expected 304), TooLarge, UnexpectedType, BrokenBody, Unreachable, UpstreamTimeout.
        """
        with deadline.within(policy.total_seconds):
            return self._follow(request, policy)

    def close(self) -> None:
        """Closes the connections that are kept open."""
        self._client.close()

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
        url = _parse(request.url)
        self._guard.check_url(url)
        if policy.robots:
            delay = self._robots.check(url)
            if delay:
                slower = replace(policy.limit, per_second=min(policy.limit.per_second, 1 / delay))
                policy = replace(policy, limit=slower)
        try:
            return retrying.run(
                lambda: self._attempt(request, url, policy),
                policy=policy,
                may_repeat=request.may_repeat,
                sleep=self._sleep,
            )
        except UpstreamStatus as error:
            if error.upstream_status != 429:
                raise
            raise HostBusy(round(error.retry_after or _DEFAULT_RETRY_AFTER)) from error

    def _attempt(self, request: Outgoing, url: httpx.URL, policy: Policy) -> Fetched | _Redirect:
        with self._gate.slot(url.host, limit=policy.limit, wait_seconds=deadline.remaining()):
            response = self._client.send(self._build(request, url, policy), stream=True)
            try:
                return self._read(response, request, policy)
            finally:
                response.close()

    def _build(self, request: Outgoing, url: httpx.URL, policy: Policy) -> httpx.Request:
        headers = dict(request.headers)
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        timeout = httpx.Timeout(policy.read_seconds, connect=policy.connect_seconds)
        return self._client.build_request(
            request.method, url, headers=headers, content=request.content, timeout=timeout
        )

    def _read(self, response: httpx.Response, request: Outgoing, policy: Policy) -> Fetched | _Redirect:
        status = response.status_code
        if status in redirects.STATUSES:
            return _Redirect(status, response.headers.get("location", ""))
        if status == 304 and request.is_conditional:
            return _fetched(response, request, io.BytesIO())
        if not 200 <= status < 300:
            raise self._refusal(response)
        kind = media_type(response.headers)
        if policy.media_types and kind not in policy.media_types and status != 204:
            raise UnexpectedType(kind)
        return _fetched(
            response,
            request,
            body.spool(response, max_bytes=policy.max_bytes, spool_bytes=policy.spool_bytes),
        )

    def _refusal(self, response: httpx.Response) -> UpstreamStatus:
        retry_after = retrying.parse_retry_after(response.headers.get("retry-after"))
        if retry_after is not None:
            self._gate.pause(response.url.host, retry_after)
        return UpstreamStatus(response.status_code, retry_after=retry_after)

    def _read_robots(self, address: str) -> str:
        policy = Policy(robots=False, cross_host=True, max_bytes=_ROBOTS_BYTES)
        with self._follow(Outgoing(address), policy) as answer:
            return answer.body.read().decode("utf-8", "replace")


def _parse(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except httpx.InvalidURL:
        raise AddressRefused("invalid", "this is no address that can be read") from None


def _fetched(response: httpx.Response, request: Outgoing, content: BinaryIO) -> Fetched:
    not_modified = response.status_code == 304
    return Fetched(
        status=response.status_code,
        headers=response.headers,
        body=content,
        url=str(response.url),
        not_modified=not_modified,
        # A 304 need not repeat what the caller already holds.
        etag=response.headers.get("etag") or (request.etag if not_modified else None),
        last_modified=response.headers.get("last-modified")
        or (request.last_modified if not_modified else None),
    )
