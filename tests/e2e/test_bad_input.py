"""Bad input on the real stack: each has its problem, and nothing is half done."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.e2e.stack import Stack, wait_for
from tests.e2e.traces import Witness

pytestmark = pytest.mark.stack
MB = 1024 * 1024
NOBODY = "00000000-0000-4000-8000-000000000000"
PARSE, DOCUMENTS, VACANCIES = "/api/v1/resumes/parse/", "/api/v1/documents/", "/api/v1/vacancies/"
ACCOUNT = {"email": "juno.tarrow@example.com", "password": "sourdough at dawn"}


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory, temporary: Path) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack") / "var", TMPDIR=str(temporary)) as running:
        yield running


@pytest.fixture(scope="module")
def client(stack: Stack) -> Iterator[httpx.Client]:
    """Somebody signed in. No environment of the machine decides where requests go."""
    with httpx.Client(base_url=stack.url, timeout=60, trust_env=False) as client:
        assert (
            client.post("/api/v1/auth/register/", json=ACCOUNT | {"full_name": "Juno Tarrow"}).status_code
            == 201
        )
        verified = client.post(
            "/api/v1/auth/verify-email/", json={"token": stack.mailed_token(ACCOUNT["email"])}
        )
        token = verified.json()["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


@pytest.fixture(scope="module")
def onlooker(stack: Stack, client: httpx.Client, temporary: Path) -> Iterator[Witness]:
    with contextlib.closing(Witness(stack, temporary)) as witness:
        yield witness


@pytest.fixture
def witness(onlooker: Witness) -> Witness:
    """Nothing that went before is still at work."""
    wait_for(onlooker.is_quiet, "events stay undelivered")
    return onlooker


def refused(response: httpx.Response, status: int, code: str, *attrs: str) -> dict[str, Any]:
    """It is the one shape of a problem, with this code, about these fields; its body."""
    assert response.status_code == status, response.text[:500]
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert (body["status"], body["code"]) == (status, code), body
    assert body["request_id"] == response.headers["x-request-id"]
    assert body["type"] == f"/problems/{code.replace('_', '-')}/"
    assert [error["attr"] for error in body["errors"]] == list(attrs), body
    return body


def pdf(*, encrypted: bool = False, text: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", ownerPassword="more") if encrypted else None)
    if text:
        canvas.drawString(72, 700, text)
    else:
        canvas.rect(72, 72, 400, 600, fill=1)
    canvas.save()
    return out.getvalue()


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def docx_bomb() -> bytes:
    """256 MB of one word processor's XML in a quarter of a megabyte."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006"
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    return zipped(
        (
            "[Content_Types].xml",
            f'<Types xmlns="{space}/content-types"><Override PartName="/word/document.xml" '
            f'ContentType="{main}"/></Types>'.encode(),
        ),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{space}/relationships"><Relationship Id="r1" Type="{relation}" '
            'Target="word/document.xml"/></Relationships>'.encode(),
        ),
        ("word/document.xml", head + b" " * (256 * MB) + b"</w:t></w:r></w:p></w:body></w:document>"),
    )


FILES = {
    "of 0 bytes": (b"", "cv.pdf", "empty_file"),
    "a PDF that is a ZIP": (zipped(("cv.txt", b"Juno Tarrow")), "cv.pdf", "unsupported_type"),
    "an encrypted PDF": (pdf(encrypted=True, text="Secret words"), "cv.pdf", "encrypted"),
    "a scan without text": (pdf(), "cv.pdf", "no_text"),
    "half a PDF": (pdf(text="Words")[:200], "cv.pdf", "corrupt"),
    "100,000 brackets": (b'{"basics": ' + b"[" * 100_000, "cv.json", "corrupt"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "cv.png", "unsupported_type"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_resume(client: httpx.Client, witness: Witness, kind: str) -> None:
    data, name, reason = FILES[kind]
    with witness.nothing_left():
        body = refused(client.post(PARSE, files={"file": (name, data)}), 422, "unprocessable_file", "file")
        assert body["errors"][0]["code"] == reason


def test_a_zip_bomb_in_a_docx(client: httpx.Client, witness: Witness) -> None:
    data = docx_bomb()
    assert len(data) < MB
    with witness.nothing_left():
        refused(client.post(PARSE, files={"file": ("cv.docx", data)}), 422, "unprocessable_file", "file")


def test_a_file_that_is_no_resume_in_the_background(client: httpx.Client, witness: Witness) -> None:
    before = witness.traces()
    response = client.post(
        PARSE, params={"async": "true"}, files={"file": ("cv.pdf", pdf(encrypted=True, text="Secret"))}
    )
    assert response.status_code == 202
    path = response.headers["location"]
    wait_for(lambda: client.get(path).json()["status"] not in ("queued", "running"), "the task never ends")
    task = client.get(path).json()
    assert task["status"] == "failed"
    assert (task["problem"]["code"], task["problem"]["errors"][0]["code"]) == (
        "unprocessable_file",
        "encrypted",
    )
    after = witness.traces()
    assert after.blobs == before.blobs
    for table in ("resumes_resume", "resumes_resumeversion", "documents_document"):
        assert after.rows[table] == before.rows[table]


@pytest.mark.shared
def test_a_recorded_scan(client: httpx.Client, witness: Witness, shared_data: Path) -> None:
    scans = sorted((shared_data / "resumes" / "pdf").glob("scanned_*.pdf"))
    assert scans
    with witness.nothing_left():
        for scan in scans:
            answer = client.post(PARSE, files={"file": (scan.name, scan.read_bytes())})
            assert refused(answer, 422, "unprocessable_file", "file")["errors"][0]["code"] == "no_text"


def form(head: bytes, data: Iterator[bytes]) -> Iterator[bytes]:
    yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="cv.pdf"\r\n\r\n' + head
    yield from data
    yield b"\r\n--b--\r\n"


def sixty_mb() -> Iterator[bytes]:
    return (bytes(65_536) for _ in range(60 * MB // 65_536))


@pytest.mark.parametrize("path", [PARSE, DOCUMENTS])
@pytest.mark.parametrize("length", ["announced", "in chunks"])
def test_a_file_of_60_mb(client: httpx.Client, witness: Witness, path: str, length: str) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    content: Any = form(b"%PDF-1.4", sixty_mb())
    if length == "announced":
        content = b"".join(content)
    with witness.nothing_left(), witness.disk_watched() as most:
        refused(client.post(path, content=content, headers=headers), 413, "payload_too_large")
    assert most[0] == 0 if length == "announced" else most[0] <= 12 * MB


@pytest.mark.parametrize("path", [PARSE, DOCUMENTS])
def test_a_file_of_one_byte_too_many(client: httpx.Client, witness: Witness, path: str) -> None:
    with witness.nothing_left():
        answer = client.post(path, files={"file": ("cv.pdf", b"%PDF-1.4" + bytes(10 * MB - 7))})
        refused(answer, 413, "payload_too_large")


def test_a_refused_body_can_be_read_across_origins(stack: Stack) -> None:
    """A browser shows a page nothing of an answer without these headers: not even that the file was too large."""
    with httpx.Client(base_url=stack.url, timeout=60, trust_env=False) as anybody:
        answer = anybody.post(DOCUMENTS, content=bytes(12 * MB), headers={"X-Request-ID": "mine-00000001"})
    assert refused(answer, 413, "payload_too_large")["request_id"] == "mine-00000001"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../x.pdf", "x.pdf.txt"),
        ("..\\..\\x.txt", "x.txt"),
        ("/etc/passwd", "passwd.txt"),
        ("a\u202efdp.txt", "afdp.txt"),
        ("x" * 600 + ".txt", "x" * 150 + ".txt"),
    ],
)
def test_a_name_of_a_file_is_only_a_name(
    client: httpx.Client, witness: Witness, name: str, kept: str
) -> None:
    before = witness.traces()
    answer = client.post(DOCUMENTS, files={"file": (name, b"Plain words.")})
    assert (answer.status_code, answer.json()["filename"]) == (201, kept)
    (blob,) = witness.traces().blobs - before.blobs
    assert Path(blob).resolve().is_relative_to(witness.blobs.resolve())
    link = client.get(answer.headers["location"] + "download/").json()["url"]
    assert client.get(link).content == b"Plain words."
    assert client.delete(answer.headers["location"]).status_code == 204
    assert witness.traces().blobs == before.blobs


DISPOSITIONS = {
    "5,000 characters": (b'name="file"; filename="' + b"x" * 5000 + b'.txt"', 400, "parse_error", ()),
    "no file name": (b'name="file"', 400, "validation_error", ("file",)),
    "only dots": (b'name="file"; filename=".."', 400, "validation_error", ("file",)),
    "a field with NUL": (b'name="fi\x00le"; filename="a.txt"', 400, "validation_error", ("fi\x00le",)),
    "not UTF-8": (b'name="file"; filename="\xff\xfe.txt"', 400, "validation_error", ("file",)),
}


@pytest.mark.parametrize("kind", DISPOSITIONS)
def test_the_head_of_a_part(client: httpx.Client, witness: Witness, kind: str) -> None:
    head, status, code, attrs = DISPOSITIONS[kind]
    content = b"--b\r\nContent-Disposition: form-data; " + head + b"\r\n\r\nPlain words.\r\n--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    with witness.nothing_left():
        refused(client.post(DOCUMENTS, content=content, headers=headers), status, code, *attrs)


@pytest.mark.parametrize("raw", [b"a\x00b.txt", b"a\rb.txt", b"a%00b%0d%0aX-Evil: 1.txt"])
def test_control_characters_never_reach_a_header(client: httpx.Client, raw: bytes) -> None:
    content = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="'
        + raw
        + b'"\r\n\r\nWords.\r\n--b--\r\n'
    )
    answer = client.post(
        DOCUMENTS, content=content, headers={"Content-Type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 201
    assert answer.json()["filename"].isprintable()
    got = client.get(client.get(answer.headers["location"] + "download/").json()["url"])
    assert got.status_code == 200
    assert "x-evil" not in got.headers
    assert client.delete(answer.headers["location"]).status_code == 204


BODIES = {
    "not JSON": b"hello",
    "cut": b'{"title": "Ba',
    "two values": b"{} {}",
    "100,000 brackets": b"[" * 100_000,
    "100,000 objects": b'{"a":' * 100_000,
    "65 levels": b'{"a":' * 65 + b"1" + b"}" * 65,
    "NaN": b'{"title": NaN}',
    "Infinity": b'{"title": -Infinity}',
    "1e400": b'{"title": 1e400}',
    "400 digits": b'{"title": ' + b"9" * 400 + b"}",
    "more than 64 bits": b'{"title": 18446744073709551616}',
    "not UTF-8": b'{"title": "\xff"}',
    "UTF-16": '{"title": "Baker"}'.encode("utf-16"),
    "half a pair": b'{"title": "\\ud800"}',
    "a field twice": b'{"title": "Baker", "title": "Cook"}',
    "a field twice, deep": b'{"locations": [{"city": "A", "city": "B"}]}',
    "gzip": b"\x1f\x8b\x08\x00",
    "blank": b" ",
}


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("length", ["announced", "in chunks"])
def test_a_body_that_is_not_json(client: httpx.Client, witness: Witness, kind: str, length: str) -> None:
    body = BODIES[kind]
    content: Any = body if length == "announced" else iter([body[:7], body[7:]])
    with witness.nothing_left():
        answer = client.post(VACANCIES, content=content, headers={"Content-Type": "application/json"})
        refused(answer, 400, "parse_error")


@pytest.mark.parametrize("length", ["announced", "in chunks"])
def test_a_body_of_3_mb(client: httpx.Client, witness: Witness, length: str) -> None:
    body = json.dumps({"title": "x" * 3 * MB, "company_name": "Crumb & Sons"}).encode()
    content: Any = body if length == "announced" else iter([body[:MB], body[MB:]])
    with witness.nothing_left():
        answer = client.post(VACANCIES, content=content, headers={"Content-Type": "application/json"})
        refused(answer, 413, "payload_too_large")


def test_a_body_in_chunks_is_read(client: httpx.Client) -> None:
    body = json.dumps({"title": "Baker", "company_name": "Crumb & Sons"}).encode()
    headers = {"Content-Type": "application/json"}
    answer = client.post(VACANCIES, content=iter([body[:9], body[9:]]), headers=headers)
    assert (answer.status_code, answer.json()["title"]) == (201, "Baker")
    files = client.post(
        DOCUMENTS,
        content=form(b"Plain words.", iter([])),
        headers={"Content-Type": "multipart/form-data; boundary=b"},
    )
    assert (files.status_code, files.json()["size"]) == (201, 12)
    for made in (answer, files):
        assert client.delete(made.headers["location"]).status_code == 204


@pytest.mark.parametrize("value", [b"[]", b'"x"', b"5", b"true"])
def test_a_body_that_is_no_object(client: httpx.Client, value: bytes) -> None:
    answer = client.post(VACANCIES, content=value, headers={"Content-Type": "application/json"})
    refused(answer, 400, "validation_error", "")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense", ""]
)
@pytest.mark.parametrize("path", [VACANCIES, DOCUMENTS])
def test_another_content_type(client: httpx.Client, witness: Witness, kind: str, path: str) -> None:
    with witness.nothing_left():
        answer = client.post(path, content=b'{"title": "Baker"}', headers={"Content-Type": kind})
        refused(answer, 415, "unsupported_media_type")


def test_an_unknown_field(client: httpx.Client, witness: Witness) -> None:
    good = {"title": "Baker", "company_name": "Crumb & Sons"}
    with witness.nothing_left():
        refused(client.post(VACANCIES, json=good | {"colour": "red"}), 400, "validation_error", "colour")
        many = client.post(VACANCIES, json={f"field{n}": n for n in range(5000)})
        assert len(many.json()["errors"]) == 100
        answer = client.post(PARSE, files={"file": ("cv.txt", b"Words.")}, data={"colour": "red"})
        refused(answer, 400, "validation_error", "colour")


def test_an_unknown_query_parameter(client: httpx.Client, witness: Witness) -> None:
    with witness.nothing_left():
        for path in (VACANCIES, "/api/v1/resumes/", DOCUMENTS, "/api/v1/tasks/", f"{VACANCIES}{NOBODY}/"):
            answer = client.get(path, params={"colour": "red"})
            refused(answer, 400, "validation_error", "colour")
        answer = client.post(
            f"{VACANCIES}?colour=red", json={"title": "Baker", "company_name": "Crumb & Sons"}
        )
        refused(answer, 400, "validation_error", "colour")


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_tokens_that_are_not_ours(client: httpx.Client) -> None:
    ours = client.headers["Authorization"].removeprefix("Bearer ")
    head, claims, signature = ours.split(".")
    said = jwt.decode(ours, options={"verify_signature": False})
    swapped = "".join(reversed(signature))
    for token in (
        jwt.encode(said, "another key that is long enough for this algorithm", algorithm="HS256"),
        f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{claims}.",
        f"{head}.{encoded(said | {'role': 'owner', 'workspace': NOBODY})}.{signature}",
        f"{head}.{claims}.{swapped}",
        f"{head}.{claims}",
        "x" * 8000,
        "é",
    ):
        headers = {b"Authorization": f"Bearer {token}".encode()}
        refused(client.get("/api/v1/users/me/", headers=headers), 401, "token_invalid")
    assert client.get("/api/v1/users/me/").status_code == 200


def test_no_token(client: httpx.Client, stack: Stack) -> None:
    answer = httpx.get(f"{stack.url}/api/v1/users/me/", trust_env=False)
    refused(answer, 401, "not_authenticated")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "BREW"])
def test_a_method_that_is_not_offered(client: httpx.Client, witness: Witness, method: str) -> None:
    with witness.nothing_left():
        answer = client.request(method, VACANCIES)
        refused(answer, 405, "method_not_allowed")
        assert client.headers["Authorization"] not in answer.text


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    got, asked = client.get(VACANCIES), client.head(VACANCIES)
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]


def test_an_address_without_its_slash_keeps_method_and_body(client: httpx.Client) -> None:
    answer = client.post(VACANCIES.rstrip("/"), json={"title": "Baker", "company_name": "Crumb & Sons"})
    assert (answer.status_code, answer.headers["location"]) == (308, VACANCIES)


@pytest.mark.parametrize(
    "path",
    ["/api/v1/nothing/", "/api/v1/%FF/", f"{VACANCIES}%00/", f"{VACANCIES}none/", f"{VACANCIES}{NOBODY}/",
     "/files/..%2f..%2fetc%2fpasswd/", "/static/..%2f..%2fmanage.py", f"/api/v1/resumes/{NOBODY}/versions/{'9' * 20}/"],
)  # fmt: skip
def test_an_address_of_nothing(client: httpx.Client, path: str) -> None:
    refused(client.get(path), 404, "not_found")


def test_generating_without_a_key(client: httpx.Client, witness: Witness) -> None:
    order = {"resume_id": NOBODY, "vacancy_text": "Baker\nBakes bread."}
    with witness.nothing_left():
        for headers in ({}, {"Idempotency-Key": "x" * 129}, {"Idempotency-Key": "two words"}):
            answer = client.post("/api/v1/generate/resume/", json=order, headers=headers)
            refused(answer, 400, "validation_error", "Idempotency-Key")


@pytest.mark.parametrize(
    "given", ["x", "two words", "a" * 500, "abc\tdefghijk", "abc%0d%0aX-Evil: 1", '"><script>']
)
def test_a_request_id_that_is_none_is_replaced(client: httpx.Client, given: str) -> None:
    answer = client.get("/api/v1/nothing/", headers={"X-Request-ID": given})
    assert refused(answer, 404, "not_found")["request_id"] != given
    assert "x-evil" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [{"Range": "bytes=0-1,5-"}, {"Range": "lines=-1"}, {"If-None-Match": 'W/"x", "'}, {"If-None-Match": "é".encode()},
     {"If-Modified-Since": "Foo, 99 Bar 99999"}, {"Accept": "text/nothing"}, {"Accept-Encoding": "x" * 4000}],
)  # fmt: skip
def test_conditions_that_make_no_sense_give_the_whole_answer(client: httpx.Client, headers: Any) -> None:
    answer = client.get(VACANCIES, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()["results"]


def forged(value: object, ordering: str) -> str:
    return encoded([value, NOBODY, ordering])


@pytest.mark.parametrize(
    ("ordering", "value"),
    [
        ("-posted_at", 1e308),
        ("-posted_at", True),
        ("-posted_at", "a\x00b"),
        ("salary_max", "x"),
        ("salary_max", [[]]),
    ],
)
def test_a_cursor_that_is_forged(client: httpx.Client, ordering: str, value: object) -> None:
    column = {"-posted_at": "-listed_at", "salary_max": "salary_year_max"}[ordering]
    answer = client.get(VACANCIES, params={"ordering": ordering, "cursor": forged(value, column)})
    refused(answer, 400, "validation_error", "cursor")


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        *((VACANCIES, "cursor", value) for value in ("x", "%%%", "=", "é", "\x00", "A" * 20_000, ":::")),
        ("/api/v1/resumes/", "cursor", forged("a\x00b", "title")),
        ("/api/v1/applications/", "cursor", forged(-1, "-updated_at")),
        *((VACANCIES, "page_size", value) for value in ("1e9", "1000000000", "0", "-1", "", "٣", "1" * 5000)),
        *((VACANCIES, "page", value) for value in ("0", "-1", "x", "1e9", "999999999")),
        *((VACANCIES, "q", value) for value in ("x" * 10_000, "a\x00b")),
        (VACANCIES, "ordering", "id; DROP TABLE vacancies_vacancy"),
        (VACANCIES, "visa_sponsorship", "perhaps"),
        (VACANCIES, "saved", "2"),
        (VACANCIES, "salary_max", "NaN"),
        (VACANCIES, "salary_max", "Infinity"),
        (VACANCIES, "posted_after", "yesterday"),
        (VACANCIES, "posted_before", "99999-01-01"),
        (VACANCIES, "country", "ZZZ"),
        (DOCUMENTS, "kind", "nonsense"),
    ],
)
def test_a_query_parameter_without_sense(client: httpx.Client, path: str, name: str, value: str) -> None:
    refused(client.get(path, params={name: value}), 400, "validation_error", name)


@pytest.mark.parametrize("name", ["q", "company", "location", "skills"])
def test_words_are_words(client: httpx.Client, name: str) -> None:
    """Wildcards and SQL in a filter stand for themselves, and so find nothing."""
    assert client.get(VACANCIES).json()["count"] > 0
    for value in (
        "%",
        "_",
        "\\",
        "%_%",
        "' OR 1=1 --",
        "'; DROP TABLE vacancies_vacancy; --",
        "a:*&!|()",
        "<->",
        '"',
    ):
        answer = client.get(VACANCIES, params={name: value})
        assert answer.status_code == 200, (value, answer.text)
        assert answer.json()["count"] == 0, value
    assert client.get(VACANCIES).json()["count"] > 0


def test_the_server_never_lost_its_way(stack: Stack, client: httpx.Client) -> None:
    """After all of the above: no fault of our own was logged, and the parts are well."""
    assert "unhandled fault" not in stack.log
    assert "Traceback" not in stack.log
    assert client.get("/health/ready/").status_code == 200
