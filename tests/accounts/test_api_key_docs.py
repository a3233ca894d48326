"""The client of `docs/api-keys.md`, taken from the page and run against a server that listens."""

from __future__ import annotations

import json
import re
import runpy
import threading
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.wsgi import get_wsgi_application
from django.db import connections

from tests.accounts.keys import made, pem, set_plan
from tests.factories.accounts import Person

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api-keys.md"


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        return None


@pytest.fixture
def server(database: None) -> Iterator[str]:
    """The product's WSGI application on a port of its own."""
    application = get_wsgi_application()

    def answer(environ: dict[str, Any], start: Any) -> Any:
        try:
            return [b"".join(application(environ, start))]
        finally:
            connections.close_all()

    with make_server("127.0.0.1", 0, answer, handler_class=_Quiet) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def test_the_client_of_the_page_works(server: str, member: Person, tmp_path: Path) -> None:
    [block] = re.findall(r"```python\n(.*?)```", PAGE.read_text(), flags=re.S)
    (tmp_path / "page.py").write_text(block)
    page = runpy.run_path(str(tmp_path / "page.py"))
    private = Ed25519PrivateKey.generate()
    set_plan(member, "pro")
    key_id = made(member, public_key=pem(private))["prefix"]
    secret = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    body = json.dumps({"title": "Baker", "company_name": "Bread & Söhne"}).encode()
    url = f"{server}/api/v1/vacancies/"
    with page["call"]("POST", url, key_id=key_id, private_key=secret, body=body) as response:
        assert (response.status, json.load(response)["company"]["name"]) == (201, "Bread & Söhne")
    with page["call"]("GET", f"{url}?q=baker", key_id=key_id, private_key=secret) as response:
        assert json.load(response)["count"] == 1
    other = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(urllib.error.HTTPError) as refused:
        page["call"]("GET", url, key_id=key_id, private_key=other)
    assert refused.value.code == 401
