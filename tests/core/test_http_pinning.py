"""DNS rebinding: a name may change its mind, a connection goes where the check looked.

What is replaced here is the internet: names are answered by the test, and a public address is routed to a
server on loopback. Sockets, TLS and the client are real.
"""

from __future__ import annotations

import datetime
import ssl
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from apps.core.errors import UpstreamTimeout
from apps.core.http import (
    AddressRefused,
    HostLimit,
    HttpClient,
    OutboundConfig,
    Outgoing,
    Policy,
    RedirectRefused,
    Unreachable,
)
from tests.core.misbehaving import Server, serving

_PUBLIC, _OTHER_PUBLIC = "93.184.215.14", "93.184.215.15"
_NAME = "jobs.example.com"
_POLICY = Policy(robots=False, attempts=2, total_seconds=10, backoff_seconds=0.01, limit=HostLimit(10_000, 8))


class _Internet(httpcore.SyncBackend):
    """Routes public addresses to a server on loopback, and notes every address that was dialled."""

    def __init__(self, board: Server) -> None:
        self._board = board
        self.dialled: list[str] = []
        self.down: set[str] = set()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append(host)
        if host in self.down:
            raise httpcore.ConnectError
        return super().connect_tcp(
            "127.0.0.1", self._board.server_port, timeout, local_address, socket_options
        )


class _Names:
    """A resolver that gives one answer after another, and the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = answers
        self.asked = 0

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return self._answers[min(self.asked, len(self._answers)) - 1]


@pytest.fixture
def board() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def internet(board: Server) -> _Internet:
    return _Internet(board)


def _client(names: _Names, internet: _Internet) -> HttpClient:
    return HttpClient(OutboundConfig("Foothold/test"), resolver=names, network=internet)


def test_connection_goes_to_the_address_that_was_checked(board: Server, internet: _Internet) -> None:
    names = _Names([_PUBLIC], ["127.0.0.1"])
    client = _client(names, internet)
    with client.fetch(Outgoing(f"http://{_NAME}/jobs"), policy=_POLICY) as answer:
        assert answer.body.read() == b"fine"
    assert names.asked == 1
    assert internet.dialled == [_PUBLIC]
    assert board.seen("/jobs")[0]["host"] == _NAME


def test_a_name_that_turns_private_is_refused(board: Server, internet: _Internet) -> None:
    board.answers["/first"] = [(200, {"Connection": "close"}, b"")]
    client = _client(_Names([_PUBLIC], ["127.0.0.1"]), internet)
    client.fetch(Outgoing(f"http://{_NAME}/first"), policy=_POLICY).close()
    with pytest.raises(AddressRefused) as caught:
        client.fetch(Outgoing(f"http://{_NAME}/second"), policy=_POLICY)
    assert internet.dialled == [_PUBLIC]
    assert board.seen("/second") == []
    assert "127.0.0.1" not in repr(caught.value) + str(caught.value.errors) + caught.value.detail


def test_a_retry_that_turns_private_is_refused(board: Server, internet: _Internet) -> None:
    board.answers["/jobs"] = [(503, {"Connection": "close"}, b""), (200, {}, b"secret")]
    with pytest.raises(AddressRefused):
        _client(_Names([_PUBLIC], ["169.254.169.254"]), internet).fetch(
            Outgoing(f"http://{_NAME}/jobs"), policy=_POLICY
        )
    assert internet.dialled == [_PUBLIC]


def test_a_redirect_that_turns_private_is_refused(board: Server, internet: _Internet) -> None:
    board.answers["/jobs"] = [(302, {"Location": "/next", "Connection": "close"}, b"")]
    with pytest.raises(AddressRefused):
        _client(_Names([_PUBLIC], ["10.0.0.1"]), internet).fetch(
            Outgoing(f"http://{_NAME}/jobs"), policy=_POLICY
        )
    assert internet.dialled == [_PUBLIC]


@pytest.mark.parametrize("mixed", [[_PUBLIC, "10.0.0.1"], ["::1", _PUBLIC], ["::ffff:127.0.0.1"]])
def test_a_name_with_any_private_address_is_refused(internet: _Internet, mixed: list[str]) -> None:
    with pytest.raises(AddressRefused):
        _client(_Names(mixed), internet).fetch(Outgoing(f"http://{_NAME}/"), policy=_POLICY)
    assert internet.dialled == []


def test_the_next_address_is_tried_when_one_is_down(board: Server, internet: _Internet) -> None:
    internet.down = {_PUBLIC}
    names = _Names([_PUBLIC, _OTHER_PUBLIC])
    _client(names, internet).fetch(Outgoing(f"http://{_NAME}/"), policy=_POLICY).close()
    assert internet.dialled == [_PUBLIC, _OTHER_PUBLIC]


def test_a_name_nobody_has_is_unreachable(internet: _Internet) -> None:
    def nothing(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    client = HttpClient(OutboundConfig("Foothold/test"), resolver=nothing, network=internet)
    with pytest.raises(Unreachable):
        client.fetch(Outgoing(f"http://{_NAME}/"), policy=_POLICY)
    with pytest.raises(Unreachable):
        _client(_Names([]), internet).fetch(Outgoing(f"http://{_NAME}/"), policy=_POLICY)


def test_a_resolver_that_hangs_is_given_up(internet: _Internet) -> None:
    ended = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        ended.wait(30)
        return [_PUBLIC]

    client = HttpClient(OutboundConfig("Foothold/test"), resolver=hang, network=internet)
    policy = Policy(robots=False, total_seconds=0.2, attempts=1)
    try:
        with pytest.raises(UpstreamTimeout):
            client.fetch(Outgoing(f"http://{_NAME}/"), policy=policy)
    finally:
        ended.set()
    assert internet.dialled == []


# --- TLS


def _certificate_for(name: str, folder: Path) -> Path:
    """A self-signed certificate and its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.mark.parametrize(("certified", "is_trusted"), [(_NAME, True), ("other.example.com", False)])
def test_tls_is_held_against_the_name_not_the_address(
    board: Server, internet: _Internet, tmp_path: Path, certified: str, is_trusted: bool
) -> None:
    pem = _certificate_for(certified, tmp_path)
    names_asked_for: list[str | None] = []
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(pem)
    server_side.sni_callback = lambda _socket, name, _context: names_asked_for.append(name)
    board.socket = server_side.wrap_socket(board.socket, server_side=True)
    client = HttpClient(
        OutboundConfig("Foothold/test"),
        resolver=_Names([_PUBLIC]),
        network=internet,
        ssl_context=ssl.create_default_context(cafile=str(pem)),
    )
    if is_trusted:
        with client.fetch(Outgoing(f"https://{_NAME}/jobs"), policy=_POLICY) as answer:
            assert answer.body.read() == b"fine"
    else:
        with pytest.raises(Unreachable):
            client.fetch(Outgoing(f"https://{_NAME}/jobs"), policy=_POLICY)
    assert set(names_asked_for) == {_NAME}
    assert set(internet.dialled) == {_PUBLIC}


def test_a_redirect_from_https_to_http_is_refused(board: Server, internet: _Internet, tmp_path: Path) -> None:
    pem = _certificate_for(_NAME, tmp_path)
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(pem)
    board.socket = server_side.wrap_socket(board.socket, server_side=True)
    board.answers["/jobs"] = [(302, {"Location": f"http://{_NAME}/jobs"}, b"")]
    client = HttpClient(
        OutboundConfig("Foothold/test"),
        resolver=_Names([_PUBLIC]),
        network=internet,
        ssl_context=ssl.create_default_context(cafile=str(pem)),
    )
    with pytest.raises(RedirectRefused):
        client.fetch(Outgoing(f"https://{_NAME}/jobs"), policy=_POLICY)
