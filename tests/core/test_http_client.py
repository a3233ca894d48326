"""Calls to a server that misbehaves, over real sockets."""

from __future__ import annotations

import gzip
import random
import ssl
import threading
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core import http as outbound
from apps.core.errors import UpstreamTimeout
from apps.core.http import (
    AddressRefused,
    BrokenBody,
    Endpoint,
    HostBusy,
    HostLimit,
    HttpClient,
    OutboundConfig,
    Outgoing,
    Policy,
    RedirectRefused,
    RobotsRefused,
    TooLarge,
    UnexpectedType,
    Unreachable,
    UpstreamStatus,
)
from tests.core.misbehaving import Server, bomb, serving

_POLICY = Policy(
    total_seconds=20,
    read_seconds=5,
    backoff_seconds=0.01,
    limit=HostLimit(requests_per_second=10_000, concurrency=8),
    max_bytes=1 << 20,
)

_NO_TRUST = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture
def board() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def client(board: Server) -> Iterator[HttpClient]:
    client = _client_for(board)
    yield client
    client.close()


def _client_for(*boards: Server) -> HttpClient:
    allow = frozenset(Endpoint.parse(board.endpoint) for board in boards)
    return HttpClient(OutboundConfig("Foothold/test (+https://foothold.example.com/robots)", allow=allow))


# --- the plain case


def test_fetch_gives_status_headers_and_a_seekable_body(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [
        (
            200,
            {"Content-Type": "Application/JSON; charset=UTF-8", "ETag": '"v1"', "Last-Modified": "then"},
            b"[1]",
        )
    ]
    with client.fetch(Outgoing(board.url("/jobs?page=2")), policy=_POLICY) as answer:
        assert (answer.status, answer.not_modified) == (200, False)
        assert (answer.etag, answer.last_modified) == ('"v1"', "then")
        assert (answer.media_type, answer.charset) == ("application/json", "utf-8")
        assert answer.url == board.url("/jobs?page=2")
        assert answer.body.read() == b"[1]"
        answer.body.seek(1)
        assert answer.body.read(1) == b"1"
    assert answer.body.closed


def test_fetch_says_who_asks(board: Server, client: HttpClient) -> None:
    client.fetch(Outgoing(board.url("/jobs"), headers={"Accept": "application/json"}), policy=_POLICY).close()
    (headers,) = board.seen("/jobs")
    assert headers["user-agent"].startswith("Foothold/test (+https://")
    assert headers["accept"] == "application/json"
    assert headers["host"] == board.endpoint


def test_fetch_sends_a_body(board: Server, client: HttpClient) -> None:
    client.fetch(Outgoing(board.url("/search"), method="POST", content=b'{"q":1}'), policy=_POLICY).close()
    assert [(r[0], r[3]) for r in board.requests if r[1] == "/search"] == [("POST", b'{"q":1}')]


def test_fetch_of_head_has_no_body(board: Server, client: HttpClient) -> None:
    board.answers["/feed"] = [(200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 100))]
    with client.fetch(Outgoing(board.url("/feed"), method="HEAD"), policy=_POLICY) as answer:
        assert answer.body.read() == b""


def test_fetch_keeps_the_connection_but_no_cookie(board: Server, client: HttpClient) -> None:
    board.answers["/a"] = [(200, {"Set-Cookie": "who=mira; Path=/"}, b"")]
    client.fetch(Outgoing(board.url("/a")), policy=replace(_POLICY, robots=False)).close()
    client.fetch(Outgoing(board.url("/b")), policy=replace(_POLICY, robots=False)).close()
    assert "cookie" not in board.seen("/b")[0]
    assert board.connections == 1


def test_fetch_ignores_proxies_of_the_environment(board: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    client = _client_for(board)
    client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()
    assert len(board.seen("/jobs")) == 1


@pytest.mark.parametrize("name", ["Host", "content-length", "Transfer-Encoding"])
def test_outgoing_refuses_headers_of_the_protocol(name: str) -> None:
    with pytest.raises(ValueError, match="not the caller's"):
        Outgoing("http://example.com/", headers={name: "x"})


# --- conditional


def test_fetch_of_an_unchanged_page_is_not_modified(board: Server, client: HttpClient) -> None:
    board.answers["/feed"] = [(304, {}, b"")]
    held = Outgoing(board.url("/feed"), etag='W/"v7"', last_modified="Fri, 20 Nov 2026 10:00:00 GMT")
    with client.fetch(held, policy=_POLICY) as answer:
        assert (answer.status, answer.not_modified, answer.body.read()) == (304, True, b"")
        assert (answer.etag, answer.last_modified) == (held.etag, held.last_modified)
    (headers,) = board.seen("/feed")
    assert headers["if-none-match"] == 'W/"v7"'
    assert headers["if-modified-since"] == "Fri, 20 Nov 2026 10:00:00 GMT"


def test_fetch_refuses_an_unasked_304(board: Server, client: HttpClient) -> None:
    board.answers["/feed"] = [(304, {}, b"")]
    with pytest.raises(UpstreamStatus) as caught:
        client.fetch(Outgoing(board.url("/feed")), policy=_POLICY)
    assert caught.value.upstream_status == 304


@pytest.mark.parametrize("etag", ['"žluťoučký"', '"a\nX-Evil: 1"', ""])
def test_fetch_drops_a_validator_no_header_can_hold(board: Server, client: HttpClient, etag: str) -> None:
    client.fetch(Outgoing(board.url("/feed"), etag=etag), policy=_POLICY).close()
    assert not {"if-none-match", "x-evil"} & set(board.seen("/feed")[0])


# --- retries


def test_fetch_retries_a_server_error(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [(500, {}, b""), (503, {}, b""), (200, {}, b"fine")]
    with client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY) as answer:
        assert answer.body.read() == b"fine"
    assert len(board.seen("/jobs")) == 3


def test_fetch_gives_up_with_the_status(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [(502, {}, b"")]
    with pytest.raises(UpstreamStatus) as caught:
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert caught.value.upstream_status == 502
    assert len(board.seen("/jobs")) == _POLICY.attempts


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_fetch_takes_a_verdict_at_once(board: Server, client: HttpClient, status: int) -> None:
    board.answers["/jobs"] = [(status, {}, b"")]
    with pytest.raises(UpstreamStatus) as caught:
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert caught.value.upstream_status == status
    assert len(board.seen("/jobs")) == 1


def test_fetch_never_repeats_a_post_unless_it_may(board: Server, client: HttpClient) -> None:
    board.answers["/submit"] = [(500, {}, b""), (200, {}, b"")]
    post = Outgoing(board.url("/submit"), method="POST", content=b"x")
    with pytest.raises(UpstreamStatus):
        client.fetch(post, policy=_POLICY)
    assert len(board.seen("/submit")) == 1
    board.answers["/submit"] = [(500, {}, b""), (500, {}, b""), (200, {}, b"")]
    client.fetch(replace(post, repeatable=True), policy=_POLICY).close()
    assert len(board.seen("/submit")) == 3


def test_fetch_waits_as_long_as_it_is_asked(board: Server) -> None:
    waits: list[float] = []
    config = OutboundConfig("Foothold/test", allow=frozenset({Endpoint.parse(board.endpoint)}))
    client = HttpClient(config, sleep=waits.append)
    board.answers["/jobs"] = [(429, {"Retry-After": "1"}, b""), (200, {}, b"fine")]
    client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()
    (wait,) = waits
    assert 1 <= wait <= 1 + _POLICY.backoff_seconds


def test_fetch_does_not_wait_longer_than_the_cap(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [(429, {"Retry-After": "3600"}, b"")]
    with pytest.raises(HostBusy) as caught:
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert caught.value.retry_after == 3600
    assert caught.value.headers == {"Retry-After": "3600"}
    assert len(board.seen("/jobs")) == 1


def test_fetch_leaves_a_host_alone_that_asked_for_it(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [(429, {"Retry-After": "3600"}, b"")]
    with pytest.raises(HostBusy):
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    with pytest.raises(HostBusy) as caught:
        client.fetch(Outgoing(board.url("/other")), policy=_POLICY)
    assert 3500 < caught.value.retry_after <= 3600
    assert board.seen("/other") == []


def test_fetch_reports_a_429_without_a_time(board: Server, client: HttpClient) -> None:
    board.answers["/jobs"] = [(429, {}, b"")]
    with pytest.raises(HostBusy) as caught:
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert caught.value.retry_after > 0
    assert len(board.seen("/jobs")) == _POLICY.attempts


def test_fetch_pauses_a_host_for_its_troubles_only(board: Server, client: HttpClient) -> None:
    board.answers["/gone"] = [(404, {"Retry-After": "3600"}, b"")]
    with pytest.raises(UpstreamStatus):
        client.fetch(Outgoing(board.url("/gone")), policy=_POLICY)
    client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()


def test_fetch_of_nobody_is_unreachable() -> None:
    with serving() as gone:
        client = _client_for(gone)
    with pytest.raises(Unreachable):
        client.fetch(Outgoing(gone.url("/")), policy=_POLICY)


# --- time


@pytest.mark.parametrize("path", ["/drip-body", "/drip-headers"])
def test_fetch_ends_a_drip_at_the_deadline(board: Server, client: HttpClient, path: str) -> None:
    """Each byte comes well within the time-out of a read; only a deadline over all of them ends it."""
    policy = replace(_POLICY, total_seconds=0.5, read_seconds=10)
    with pytest.raises(UpstreamTimeout):
        client.fetch(Outgoing(board.url(path)), policy=policy)


def test_fetch_ends_silence_by_the_read_time_out(board: Server, client: HttpClient) -> None:
    policy = replace(_POLICY, read_seconds=0.1, attempts=2)
    with pytest.raises(UpstreamTimeout):
        client.fetch(Outgoing(board.url("/silence")), policy=policy)
    assert len(board.seen("/silence")) == 2


# --- bodies


def test_fetch_refuses_a_body_shorter_than_announced(board: Server, client: HttpClient) -> None:
    with pytest.raises(Unreachable):
        client.fetch(Outgoing(board.url("/cut-body")), policy=_POLICY)
    assert len(board.seen("/cut-body")) == _POLICY.attempts


def test_fetch_unpacks_gzip_of_many_members(board: Server, client: HttpClient) -> None:
    content = random.Random(7).randbytes(200_000) + bytes(200_000)
    packed = gzip.compress(content[:250_000]) + gzip.compress(content[250_000:]) + bytes(512)
    board.answers["/feed"] = [(200, {"Content-Encoding": "gzip"}, packed)]
    with client.fetch(Outgoing(board.url("/feed")), policy=_POLICY) as answer:
        assert answer.body.read() == content
    assert board.seen("/feed")[0]["accept-encoding"] == "gzip"


def test_fetch_refuses_gzip_that_was_cut(board: Server, client: HttpClient) -> None:
    packed = gzip.compress(random.Random(7).randbytes(1000))
    board.answers["/feed"] = [(200, {"Content-Encoding": "gzip"}, packed[:-9])]
    with pytest.raises(Unreachable):
        client.fetch(Outgoing(board.url("/feed")), policy=_POLICY)


@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, gzip"])
def test_fetch_refuses_an_encoding_that_does_not_hold(
    board: Server, client: HttpClient, encoding: str
) -> None:
    board.answers["/feed"] = [(200, {"Content-Encoding": encoding}, b"this is plain text")]
    with pytest.raises(BrokenBody):
        client.fetch(Outgoing(board.url("/feed")), policy=_POLICY)
    assert len(board.seen("/feed")) == 1


@pytest.mark.parametrize("path", ["/bomb", "/endless"])
def test_fetch_stops_at_the_limit_of_bytes(board: Server, client: HttpClient, path: str) -> None:
    with pytest.raises(TooLarge):
        client.fetch(Outgoing(board.url(path)), policy=_POLICY)
    assert len(board.seen(path)) == 1


def test_fetch_holds_little_of_a_bomb_in_memory(board: Server, client: HttpClient) -> None:
    """One read of the socket holds 64 MB of zeros; they must not all be unpacked at once."""
    assert len(bomb()) < 70_000
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            client.fetch(Outgoing(board.url("/bomb")), policy=replace(_POLICY, max_bytes=32 << 20))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 << 20


def test_fetch_refuses_an_announced_size_unread(board: Server, client: HttpClient) -> None:
    board.answers["/feed"] = [(200, {"Content-Length": str(1 << 40)}, b"x")]
    with pytest.raises(TooLarge):
        client.fetch(Outgoing(board.url("/feed")), policy=_POLICY)


def test_fetch_keeps_exactly_the_limit(board: Server, client: HttpClient) -> None:
    board.answers["/feed"] = [(200, {}, bytes(_POLICY.max_bytes))]
    with client.fetch(Outgoing(board.url("/feed")), policy=replace(_POLICY, spool_bytes=4096)) as answer:
        assert len(answer.body.read()) == _POLICY.max_bytes


def test_fetch_refuses_a_page_where_data_was_asked(board: Server, client: HttpClient) -> None:
    board.answers["/api"] = [(200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>Are you human?")]
    policy = replace(_POLICY, media_types=frozenset({"application/json"}))
    with pytest.raises(UnexpectedType) as caught:
        client.fetch(Outgoing(board.url("/api")), policy=policy)
    assert caught.value.media_type == "text/html"


# --- redirects


def test_fetch_follows_within_the_host(board: Server, client: HttpClient) -> None:
    board.answers["/old"] = [(301, {"Location": "/new#part"}, b"moved")]
    kept = {"Authorization": "Bearer abc"}
    with client.fetch(Outgoing(board.url("/old"), headers=kept), policy=_POLICY) as answer:
        assert (answer.url, answer.body.read()) == (board.url("/new"), b"fine")
    assert board.seen("/new")[0]["authorization"] == "Bearer abc"


def test_fetch_follows_303_of_a_post_with_get(board: Server, client: HttpClient) -> None:
    board.answers["/form"] = [(303, {"Location": "/done"}, b"")]
    client.fetch(Outgoing(board.url("/form"), method="POST", content=b"x"), policy=_POLICY).close()
    assert [(r[0], r[3]) for r in board.requests if r[1] == "/done"] == [("GET", b"")]


@pytest.mark.parametrize("status", [302, 307, 308])
def test_fetch_never_sends_a_post_elsewhere(board: Server, client: HttpClient, status: int) -> None:
    board.answers["/form"] = [(status, {"Location": "/done"}, b"")]
    with pytest.raises(UpstreamStatus):
        client.fetch(Outgoing(board.url("/form"), method="POST", content=b"x"), policy=_POLICY)
    assert board.seen("/done") == []


def test_fetch_leaves_a_loop(board: Server, client: HttpClient) -> None:
    board.answers["/a"] = [(302, {"Location": "/b"}, b"")]
    board.answers["/b"] = [(302, {"Location": "/a"}, b"")]
    with pytest.raises(RedirectRefused):
        client.fetch(Outgoing(board.url("/a")), policy=_POLICY)
    assert len(board.seen("/a")) + len(board.seen("/b")) == _POLICY.max_redirects + 1


@pytest.mark.parametrize("cross_host", [True, False])
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:6379/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "//10.0.0.1/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
    ],
)
def test_fetch_refuses_a_redirect_into_our_network(
    board: Server, client: HttpClient, target: str, cross_host: bool
) -> None:
    board.answers["/open"] = [(302, {"Location": target}, b"")]
    with pytest.raises((AddressRefused, RedirectRefused)) as caught:
        client.fetch(Outgoing(board.url("/open")), policy=replace(_POLICY, cross_host=cross_host))
    assert not cross_host or isinstance(caught.value, AddressRefused)


def test_fetch_follows_to_another_host_only_when_told_and_without_keys(board: Server) -> None:
    with serving() as other:
        client = _client_for(board, other)
        elsewhere = other.url("/there").replace("127.0.0.1", "localhost")
        board.answers["/out"] = [(302, {"Location": elsewhere}, b"")]
        keys = {"Authorization": "Bearer abc", "X-Key": "k", "Accept": "text/html"}
        request = Outgoing(board.url("/out"), headers=keys, etag='"v1"')
        with pytest.raises(RedirectRefused):
            client.fetch(request, policy=_POLICY)
        allow = frozenset(map(Endpoint.parse, (board.endpoint, f"localhost:{other.server_port}")))
        client = HttpClient(OutboundConfig("Foothold/test", allow=allow))
        client.fetch(request, policy=replace(_POLICY, cross_host=True)).close()
        (headers,) = other.seen("/there")
    assert headers["accept"] == "text/html"
    assert not {"authorization", "x-key", "if-none-match"} & set(headers)


# --- the guard


def test_fetch_refuses_loopback_unless_that_very_port_is_allowed(board: Server) -> None:
    config = OutboundConfig("Foothold/test", ports=frozenset({80, 443, board.server_port}))
    with pytest.raises(AddressRefused) as caught:
        HttpClient(config).fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert caught.value.code == "validation_error"
    assert [(error.attr, error.code) for error in caught.value.errors] == [("url", "private_address")]
    assert board.requests == []


@given(st.text(max_size=40) | st.text(max_size=30).map("http://{}".format))
def test_fetch_refuses_any_other_text_as_an_address(text: str) -> None:
    """Whatever is typed in: one typed refusal, or a host that nobody answers for."""

    def nobody(host: str, port: int) -> list[str]:
        raise OSError

    client = HttpClient(OutboundConfig(), resolver=nobody, ssl_context=_NO_TRUST)
    with pytest.raises((AddressRefused, Unreachable)):
        client.fetch(Outgoing(text), policy=replace(_POLICY, robots=False, attempts=1))


@pytest.mark.parametrize(
    "text", ["", "example.com", "http://\ud800/", "http://[::1", "http://a:b/", "http://a:99999/"]
)
def test_fetch_refuses_what_is_no_address(client: HttpClient, text: str) -> None:
    with pytest.raises(AddressRefused):
        client.fetch(Outgoing(text), policy=_POLICY)


@pytest.mark.parametrize("location", ["http://[::1", "http://a:b/"])
def test_fetch_refuses_a_redirect_to_no_address(board: Server, client: HttpClient, location: str) -> None:
    board.answers["/odd"] = [(302, {"Location": location}, b"")]
    with pytest.raises(RedirectRefused):
        client.fetch(Outgoing(board.url("/odd")), policy=replace(_POLICY, cross_host=True))


def test_fetch_of_the_process_reads_the_settings(board: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = SimpleNamespace(OUTBOUND_ALLOW=[board.endpoint], OUTBOUND_USER_AGENT="Foothold/here (+mail)")
    monkeypatch.setattr("django.conf.settings", settings)
    outbound.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()
    with outbound.stream(Outgoing(board.url("/jobs")), policy=_POLICY) as pieces:
        assert list(pieces) == [b"fine"]
    assert {headers["user-agent"] for headers in board.seen("/jobs")} == {"Foothold/here (+mail)"}
    settings.OUTBOUND_ALLOW = []
    with pytest.raises(AddressRefused):
        outbound.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)


# --- robots


def _robots(text: str) -> list[tuple[int, dict[str, str], bytes]]:
    return [(200, {"Content-Type": "text/plain"}, text.encode())]


def test_fetch_keeps_to_robots(board: Server, client: HttpClient) -> None:
    board.answers["/robots.txt"] = _robots("User-agent: *\nDisallow: /private\nAllow: /private/*.xml$\n")
    with pytest.raises(RobotsRefused) as caught:
        client.fetch(Outgoing(board.url("/private/list")), policy=_POLICY)
    assert caught.value.errors[0].attr == "url"
    client.fetch(Outgoing(board.url("/private/feed.xml")), policy=_POLICY).close()
    client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()
    assert board.seen("/private/list") == []
    assert len(board.seen("/robots.txt")) == 1


def test_fetch_reads_the_rules_for_its_own_name(board: Server, client: HttpClient) -> None:
    board.answers["/robots.txt"] = _robots("User-agent: *\nAllow: /\n\nUser-agent: Foothold\nDisallow: /\n")
    with pytest.raises(RobotsRefused):
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)


def test_fetch_keeps_to_robots_after_a_redirect(board: Server, client: HttpClient) -> None:
    board.answers["/robots.txt"] = _robots("User-agent: *\nDisallow: /private\n")
    board.answers["/jobs"] = [(302, {"Location": "/private/list"}, b"")]
    with pytest.raises(RobotsRefused):
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert board.seen("/private/list") == []


def test_fetch_without_robots_asks_for_none(board: Server, client: HttpClient) -> None:
    client.fetch(Outgoing(board.url("/api")), policy=replace(_POLICY, robots=False)).close()
    assert board.seen("/robots.txt") == []


def test_fetch_does_not_guess_when_robots_cannot_be_read(board: Server, client: HttpClient) -> None:
    board.answers["/robots.txt"] = [(503, {}, b"")]
    with pytest.raises(UpstreamStatus):
        client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY)
    assert board.seen("/jobs") == []
    board.answers["/robots.txt"] = [(404, {}, b"")]
    client.fetch(Outgoing(board.url("/jobs")), policy=_POLICY).close()


# --- the gate


def test_fetch_never_crowds_a_host(board: Server, client: HttpClient) -> None:
    policy = replace(_POLICY, robots=False, limit=HostLimit(requests_per_second=10_000, concurrency=2))
    threads = [
        threading.Thread(target=lambda: client.fetch(Outgoing(board.url("/crowded")), policy=policy).close())
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(board.seen("/crowded")) == 8
    assert board.most_at_once == 2


# --- streams


def test_stream_gives_each_piece_as_it_comes(board: Server, client: HttpClient) -> None:
    with client.stream(
        Outgoing(board.url("/events"), method="POST", content=b"{}"), policy=_POLICY
    ) as pieces:
        assert next(pieces) == b"data: first\n\n"
        board.heard.set()
        assert list(pieces) == [b"data: second\n\n"]


def test_stream_ends_at_the_deadline(board: Server, client: HttpClient) -> None:
    policy = replace(_POLICY, total_seconds=0.5)
    request = Outgoing(board.url("/drip-body"))
    with pytest.raises(UpstreamTimeout), client.stream(request, policy=policy) as pieces:
        for _ in pieces:
            pass


def test_stream_stops_at_the_limit_of_bytes(board: Server, client: HttpClient) -> None:
    with pytest.raises(TooLarge), client.stream(Outgoing(board.url("/bomb")), policy=_POLICY) as pieces:
        for _ in pieces:
            pass


@pytest.mark.parametrize(("status", "error"), [(302, UpstreamStatus), (503, UpstreamStatus), (429, HostBusy)])
def test_stream_is_sent_once(board: Server, client: HttpClient, status: int, error: type[Exception]) -> None:
    board.answers["/events-off"] = [(status, {"Location": "/elsewhere"}, b"")]
    with pytest.raises(error), client.stream(Outgoing(board.url("/events-off")), policy=_POLICY):
        pass
    assert [path for _, path, _, _ in board.requests] == ["/events-off"]


def test_stream_is_guarded_like_everything(client: HttpClient) -> None:
    with pytest.raises(AddressRefused), client.stream(Outgoing("http://169.254.169.254/"), policy=_POLICY):
        pass


def test_stream_that_is_left_early_frees_its_slot(board: Server, client: HttpClient) -> None:
    policy = replace(_POLICY, total_seconds=5, limit=HostLimit(requests_per_second=10_000, concurrency=1))
    for _ in range(3):
        with client.stream(Outgoing(board.url("/endless")), policy=policy) as pieces:
            next(pieces)
