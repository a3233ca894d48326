"""Real servers on loopback that behave as GitHub and an OpenID provider write it down, and misbehave where told to."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

S = TypeVar("S", bound="Server")
CLIENT_ID, CLIENT_SECRET, REDIRECT_URL = (
    "foothold-tests",
    "not-a-secret",
    "http://localhost:5173/auth/callback",
)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer({name: values[0] for name, values in parse_qs(body).items()})

    def _answer(self, form: dict[str, str]) -> None:
        self.server.asked.append(urlsplit(self.path).path)
        status, body = self.server.answer(
            urlsplit(self.path).path, form, self.headers.get("Authorization", "")
        )
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        with contextlib.suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

    def log_message(self, *args: object) -> None:
        """Nothing: the tests say what went wrong."""


class Server(ThreadingHTTPServer):
    """`broken` maps a path to what is answered in its place: a status and body, or a function that gives them."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.broken: dict[str, tuple[int, object] | Callable[[], tuple[int, object]]] = {}
        self.asked: list[str] = []
        self.codes: dict[str, dict[str, str]] = {}

    @property
    def endpoint(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.endpoint}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a client that loses patience is what some tests are about."""

    def answer(self, path: str, form: dict[str, str], authorization: str) -> tuple[int, object]:
        if path in self.broken:
            broken = self.broken[path]
            return broken() if callable(broken) else broken
        return self.serve(path, form, authorization)

    def serve(self, path: str, form: dict[str, str], authorization: str) -> tuple[int, object]:
        raise NotImplementedError

    def consent(self, authorization_url: str) -> tuple[str, str]:
        """The person in the browser says yes: the code and the state that come back."""
        parts = urlsplit(authorization_url)
        assert f"{parts.scheme}://{parts.netloc}" == self.url
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert (query["client_id"], query["redirect_uri"]) == (CLIENT_ID, REDIRECT_URL)
        assert query["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(12)
        self.codes[code] = query
        return code, query["state"]

    def redeem(self, form: dict[str, str]) -> dict[str, str] | None:
        """What was consented to, if the code is good: once, with the verifier, for the same client and address."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("redirect_uri") != asked["redirect_uri"]:
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return None
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return None
        return asked


class GitHub(Server):
    """`user` and `emails` are what its API says of whoever signs in."""

    def __init__(self) -> None:
        super().__init__()
        self.user: dict[str, object] = {"id": 583231, "login": "ada", "name": "Ada Example", "email": None}
        self.emails: list[dict[str, object]] = [
            {"email": "old@example.com", "primary": False, "verified": True, "visibility": None},
            {"email": "Ada@Example.com", "primary": True, "verified": True, "visibility": "private"},
        ]
        self.tokens: set[str] = set()

    def serve(self, path: str, form: dict[str, str], authorization: str) -> tuple[int, object]:
        if path == "/login/oauth/access_token":
            if self.redeem(form) is None:
                return 200, {"error": "bad_verification_code", "error_description": "The code is incorrect."}
            token = f"gho_{secrets.token_urlsafe(12)}"
            self.tokens.add(token)
            return 200, {"access_token": token, "token_type": "bearer", "scope": "read:user,user:email"}
        if authorization.removeprefix("Bearer ") not in self.tokens:
            return 401, {"message": "Bad credentials"}
        pages: dict[str, object] = {"/api/user": self.user, "/api/user/emails": self.emails}
        return (200, pages[path]) if path in pages else (404, {"message": "Not Found"})


class OpenIdProvider(Server):
    """`claims` are put over those of a right id_token (None takes one away); `sign` makes the token of them."""

    def __init__(self) -> None:
        super().__init__()
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.kid = "first"
        self.claims: dict[str, object] = {}
        self.sign: Callable[[dict[str, object]], str] = self.signed

    def signed(self, claims: dict[str, object]) -> str:
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.kid})

    def public_key(self) -> dict[str, Any]:
        return jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True) | {
            "kid": self.kid,
            "use": "sig",
            "alg": "RS256",
        }

    def serve(self, path: str, form: dict[str, str], authorization: str) -> tuple[int, object]:
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
            }
        if path == "/keys":
            return 200, {"keys": [self.public_key()]}
        asked = self.redeem(form)
        if asked is None:
            return 400, {"error": "invalid_grant"}
        right: dict[str, object] = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": "10769150350006150715113082367",
            "iat": int(time.time()),
            "exp": int(time.time()) + 3600,
            "nonce": asked["nonce"],
            "email": "ada@example.com",
            "email_verified": True,
            "name": "Ada Example",
        }
        claims = {name: value for name, value in (right | self.claims).items() if value is not None}
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": self.sign(claims)}


@contextlib.contextmanager
def running(server: S) -> Iterator[S]:
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
