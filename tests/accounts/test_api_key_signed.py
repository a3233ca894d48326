"""Requests signed by a key's other half: real Ed25519 keys, the real verifier, the whole stack."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connections
from django.test import override_settings

from tests.accounts.keys import Answered, Signer, digest, made, program, signer
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
ME = "/api/v1/users/me/"
LIST = "/api/v1/vacancies/?page_size=5&q=baker"
VACANCIES = "/api/v1/vacancies/"
BODY = b'{"title": "Baker", "company_name": "Bread"}'


def refusal(response: Answered) -> str:
    problem = orjson.loads(response.content)
    assert (response.status_code, problem["code"]) == (401, "token_invalid"), problem
    return str(problem["detail"])


def test_a_signed_request_gets_in(member: Person) -> None:
    client = signer(member)
    assert client.sent("GET", ME).status_code == 200
    assert client.sent("GET", LIST).status_code == 200
    created = client.sent("POST", VACANCIES, BODY)
    assert created.status_code == 201
    assert orjson.loads(created.content)["title"] == "Baker"


def test_the_parts_of_the_target_do_as_well(member: Person) -> None:
    parts = ("@method", "@authority", "@path", "@query")
    assert signer(member).sent("POST", VACANCIES, BODY, cover=parts).status_code == 201


@pytest.mark.parametrize(
    "cover",
    [
        ("@target-uri",),
        ("@method",),
        ("@method", "@authority", "@path"),
        ("@method", "@path", "@query"),
        ("@method", "@request-target"),
        (),
    ],
)
def test_method_and_whole_target_must_be_covered(member: Person, cover: tuple[str, ...]) -> None:
    assert refusal(signer(member).sent("GET", LIST, cover=cover)).startswith(
        "The signature must cover @method"
    )


def test_another_private_key_is_refused(member: Person) -> None:
    client = signer(member)
    other = Signer(client.key_id, Ed25519PrivateKey.generate())
    assert "does not belong to this request and key" in refusal(other.sent("GET", ME))


def test_a_request_is_good_once(member: Person) -> None:
    client = signer(member)
    headers = client.headers("POST", VACANCIES, BODY)
    assert client.send("POST", VACANCIES, BODY, headers).status_code == 201
    assert "nonce was used before" in refusal(client.send("POST", VACANCIES, BODY, headers))
    again = client.headers("POST", VACANCIES, BODY, nonce="the very same nonce")
    assert client.send("POST", VACANCIES, BODY, again).status_code == 201
    other = client.headers("GET", ME, nonce="the very same nonce")
    assert "nonce was used before" in refusal(client.send("GET", ME, b"", other))


def test_of_many_at_once_one_gets_in(member: Person) -> None:
    client = signer(member)
    headers = client.headers("POST", VACANCIES, BODY)

    def send(_: int) -> int:
        try:
            return client.send("POST", VACANCIES, BODY, headers).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(send, range(8))) == [201] + [401] * 7


def test_without_valkey_a_replay_is_still_refused_here(member: Person) -> None:
    client = signer(member)
    headers = client.headers("GET", ME)
    with override_settings(REDIS_URL="redis://127.0.0.1:1/0"):
        assert client.send("GET", ME, b"", headers).status_code == 200
        assert "nonce was used before" in refusal(client.send("GET", ME, b"", headers))


def test_nonces_of_two_keys_do_not_meet(member: Person) -> None:
    one, two = signer(member), signer(member)
    assert one.sent("GET", ME, nonce="the very same nonce").status_code == 200
    assert two.sent("GET", ME, nonce="the very same nonce").status_code == 200


@pytest.mark.parametrize("nonce", [None, "short", "x" * 129])
def test_a_nonce_is_needed(member: Person, nonce: str | None) -> None:
    assert "must have a nonce" in refusal(signer(member).sent("GET", ME, nonce=nonce))


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(minutes=5, seconds=45), "age exceeds"),
        (timedelta(days=20_000), "age exceeds"),
        (-timedelta(minutes=1), "in the future"),
    ],
)
def test_a_signature_is_good_for_five_minutes(member: Person, age: timedelta, words: str) -> None:
    assert words in refusal(signer(member).sent("GET", ME, created=datetime.now(UTC) - age))


def test_clocks_may_differ_a_little(member: Person) -> None:
    client = signer(member)
    for age in (timedelta(seconds=-20), timedelta(minutes=4)):
        assert client.sent("GET", ME, created=datetime.now(UTC) - age).status_code == 200


def test_a_signature_that_is_over_is_refused(member: Person) -> None:
    over = datetime.now(UTC) - timedelta(minutes=1)
    assert "in the past" in refusal(signer(member).sent("GET", ME, expires=over))


def test_another_body_is_refused_and_its_nonce_stays_good(member: Person) -> None:
    client = signer(member)
    headers = client.headers("POST", VACANCIES, BODY)
    changed = BODY.replace(b"Baker", b"Boss!")
    assert "does not match the message body" in refusal(client.send("POST", VACANCIES, changed, headers))
    assert "does not match" in refusal(client.send("POST", VACANCIES, b"", headers))
    swapped = {**headers, "Content-Digest": digest(changed)}
    assert "does not belong" in refusal(client.send("POST", VACANCIES, changed, swapped))
    assert client.send("POST", VACANCIES, BODY, headers).status_code == 201


def test_a_body_needs_a_digest_that_is_covered(member: Person) -> None:
    client = signer(member)
    headers = client.headers("POST", VACANCIES, BODY, with_digest=False)
    assert "requires a signed Content-Digest" in refusal(client.send("POST", VACANCIES, BODY, headers))
    uncovered = {**headers, "Content-Digest": digest(BODY)}
    assert "requires a signed Content-Digest" in refusal(client.send("POST", VACANCIES, BODY, uncovered))


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", LIST.replace("baker", "boss")), ("GET", VACANCIES), ("HEAD", LIST), ("GET", LIST + "&page=2")],
)
def test_another_request_is_refused(member: Person, method: str, path: str) -> None:
    client = signer(member)
    response = client.send(method, path, b"", client.headers("GET", LIST))
    assert response.status_code in (401, 405)
    if response.content:
        assert "does not belong" in refusal(response)


def test_another_host_is_refused(member: Person) -> None:
    client = signer(member)
    assert "does not belong" in refusal(client.sent("GET", ME, host="http://elsewhere.example.com"))


def test_behind_a_proxy_the_address_is_the_clients(member: Person) -> None:
    client = signer(member)
    headers = {
        **client.headers("GET", ME, host="https://testserver"),
        "Host": "testserver",
        "X-Forwarded-Proto": "https",
    }
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        assert client.send("GET", ME, b"", headers).status_code == 200


def test_the_prefix_alone_is_no_key(member: Person) -> None:
    client = signer(member)
    assert "has no signature" in refusal(program(client.key_id).get(ME))
    assert "send its prefix alone" in refusal(program(f"{client.key_id}.secret").get(ME))
    assert "send its prefix alone" in refusal(
        client.send(
            "GET", ME, b"", {**client.headers("GET", ME), "Authorization": f"Api-Key {client.key_id}.x"}
        )
    )


def test_a_key_with_a_secret_is_not_helped_by_a_signature(member: Person) -> None:
    key = made(member)["key"]
    prefix = key.partition(".")[0]
    client = Signer(prefix, Ed25519PrivateKey.generate())
    assert refusal(client.sent("GET", ME)) == "The API key is not valid."
    headers = {**client.headers("GET", ME), "Authorization": f"Api-Key {key}"}
    assert "has no public key" in refusal(client.send("GET", ME, b"", headers))


def test_the_key_named_must_be_the_one_that_signed(member: Person) -> None:
    one, two = signer(member), signer(member)
    headers = {**one.headers("GET", ME), "Authorization": f"Api-Key {two.key_id}"}
    assert "Unable to resolve" in refusal(two.send("GET", ME, b"", headers))
    assert "Unable to resolve" in refusal(one.sent("GET", ME, key_id=two.key_id))


def test_two_signatures_are_one_too_many(member: Person) -> None:
    client = signer(member)
    first, second = client.headers("GET", ME, label="a"), client.headers("GET", ME, label="b")
    both = {
        "Authorization": first["Authorization"],
        **{name: f"{first[name]}, {second[name]}" for name in ("Signature", "Signature-Input")},
    }
    assert "Multiple signatures" in refusal(client.send("GET", ME, b"", both))


GARBAGE: list[Callable[[dict[str, str]], dict[str, str]]] = [
    lambda found: {**found, "Signature": ""},
    lambda found: {**found, "Signature": "sig=:AAAA:"},
    lambda found: {**found, "Signature": "sig=" + ":" * 9000},
    lambda found: {**found, "Signature": "\xff\xfe=?"},
    lambda found: {**found, "Signature-Input": "(" * 5000},
    lambda found: {**found, "Signature-Input": "pyhms=1"},
    lambda found: {**found, "Signature-Input": found["Signature-Input"].replace("created=", "created=-")},
    lambda found: {**found, "Signature-Input": found["Signature-Input"].replace("created=", "created=9")},
    lambda found: {
        **found,
        "Signature-Input": found["Signature-Input"].replace('alg="ed25519"', 'alg="none"'),
    },
    lambda found: {**found, "Signature-Input": found["Signature-Input"].replace("@method", "@nothing")},
    lambda found: {**found, "Signature-Input": found["Signature-Input"].replace("nonce=", "nonce=1;x=")},
    lambda found: {name: value for name, value in found.items() if name != "Signature-Input"},
    lambda found: {name: value for name, value in found.items() if name != "Signature"},
]


@pytest.mark.parametrize("spoil", GARBAGE)
def test_garbage_is_refused_and_no_fault_of_ours(
    member: Person, spoil: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    client = signer(member)
    assert refusal(client.send("GET", ME, b"", spoil(client.headers("GET", ME))))


def test_a_signed_key_has_scopes_too(member: Person) -> None:
    client = signer(member, scopes=["users:read"])
    assert client.sent("GET", ME).status_code == 200
    assert client.sent("GET", LIST).status_code == 403


def test_a_file_larger_than_a_json_body_can_be_sent(member: Person, blob_root: object) -> None:
    client = signer(member)
    text = b"%PDF-1.4\n" + b"x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1000)
    body = io.BytesIO()
    body.write(b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n')
    body.write(b"Content-Type: application/pdf\r\n\r\n" + text + b"\r\n--edge--\r\n")
    raw = body.getvalue()
    path = "/api/v1/documents/"
    response = client.client.generic(
        "POST",
        path,
        raw,
        content_type="multipart/form-data; boundary=edge",
        headers=client.headers("POST", path, raw),
    )
    # Read and understood as a form, whatever becomes of the file.
    assert response.status_code == 201, response.content


def test_a_json_body_keeps_its_limit(member: Person) -> None:
    client = signer(member)
    body = b'{"title": "' + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b'"}'
    assert client.sent("POST", VACANCIES, body).status_code == 413
