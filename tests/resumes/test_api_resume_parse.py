"""`resumes/parse/`: at once, in the background, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connections
from django.utils import timezone
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from apps.core.api import uploads
from apps.core.db import acting, as_system
from apps.documents import services as documents
from apps.documents.models import Document
from apps.events.models import Event
from apps.jobs import runner
from apps.jobs.models import Task
from apps.jobs.running import Running
from apps.resumes import intake, parsing
from apps.resumes.content import empty_content
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.rendering import render
from apps.resumes.sample import sample
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import LETTER, PLAIN_RESUME

pytestmark = pytest.mark.usefixtures("database", "blob_root")


class Killed(BaseException):
    """Stands for kill -9: no handler of ours sees it."""


def post(person: Person, data: bytes, name: str = "cv.txt", query: str = "", **rest: Any) -> tuple[int, Any]:
    file = io.BytesIO(data)
    file.name = name
    headers = rest.pop("headers", {})
    response = person.client.post(f"/api/v1/resumes/parse/{query}", {"file": file, **rest}, headers=headers)
    return response.status_code, response.json()


def pdf(*, encrypted: bool = False, text: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", ownerPassword="more") if encrypted else None)
    if text:
        canvas.drawString(72, 700, text)
    else:
        canvas.rect(72, 72, 400, 600, fill=1)
    canvas.save()
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("cv.txt", PLAIN_RESUME)
    return out.getvalue()


def kept(person: Person, root: Path) -> tuple[int, int, int, int]:
    """Resumes, versions, documents, files."""
    with acting(person.caller):
        rows = (Resume.objects.count(), ResumeVersion.objects.count(), Document.objects.count())
    return (*rows, sum(path.is_file() for path in root.rglob("*")))


def test_a_pdf_becomes_a_resume(member: Person, blob_root: Path) -> None:
    data = render(sample(), theme="classic", output="pdf").data
    status, body = post(member, data, "Marlo Quill.pdf")
    assert status == 201
    assert set(body) == {"resume", "confidence", "boxes", "warnings"}
    resume = body["resume"]
    assert (resume["title"], resume["origin"], resume["language"]) == ("Marlo Quill", "parsed", "en")
    assert resume["content"]["contact_info"]["email"] == "marlo.quill@example.com"
    assert resume["content"]["work_experience"][0]["company"] == "Ellery Coast Trust"
    assert all(0 <= value <= 1 for value in body["confidence"].values())
    page, x0, y0, x1, y1 = body["boxes"]["contact_info.full_name"]
    assert (page, x0 < x1, y0 < y1) == (1, True, True)
    assert kept(member, blob_root) == (1, 1, 1, 1)
    with acting(member.caller):
        version = ResumeVersion.objects.get()
        assert (version.number, version.reason, version.content) == (1, "parsed", resume["content"])
        document = Document.objects.get(pk=resume["document_id"])
        with documents.open_document(document=document) as stream:
            assert stream.read() == data
        told = {e.type: e.payload for e in Event.objects.filter(workspace_id=member.caller.workspace_id)}
    ids = {"resume_id": resume["id"], "version": 1}
    assert told["resume.parsed"] == told["resume.created"] == ids
    assert told["document.created"] == {"document_id": str(document.pk)}


def test_what_is_read_can_be_written_back(member: Person) -> None:
    resume = post(member, PLAIN_RESUME.encode())[1]["resume"]
    body = {name: resume[name] for name in ("title", "language", "content")}
    response = member.client.put(f"/api/v1/resumes/{resume['id']}/", body, content_type="application/json")
    assert (response.status_code, response.json()["current_version"]) == (200, 1)


def test_a_title_may_be_given(member: Person) -> None:
    assert post(member, PLAIN_RESUME.encode(), title="Baker")[1]["resume"]["title"] == "Baker"


def test_a_letter_is_read_and_flagged(member: Person) -> None:
    status, body = post(member, LETTER.encode())
    assert status == 201
    flag = next(warning for warning in body["warnings"] if warning["code"] == "not_a_resume")
    assert "cover letter" in flag["detail"]


@pytest.mark.parametrize("query", ["", "?async=true"])
@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "cv.pdf", "empty_file"),
        (b" \n\x00", "cv.txt", "empty_file"),
        (pdf(encrypted=True, text="Secret words"), "cv.pdf", "encrypted"),
        (pdf(), "cv.pdf", "no_text"),
        (pdf(text="Words")[:200], "cv.pdf", "corrupt"),
        (zipped(), "cv.pdf", "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "cv.pdf", "unsupported_type"),
        (b'{"hello": "world"}', "cv.json", "unsupported_type"),
        (b'{"basics": {"name": 7}, "work": "none"}', "cv.json", "unreadable"),
    ],
)
def test_what_cannot_be_used_says_why_and_leaves_nothing(
    member: Person, blob_root: Path, query: str, data: bytes, name: str, reason: str
) -> None:
    status, body = post(member, data, name, query)
    if query:
        assert status == 202
        assert runner.run(UUID(body["id"]), is_global=False)
        task = member.client.get(f"/api/v1/tasks/{body['id']}/").json()
        assert task["status"] == "failed"
        body = task["problem"]
    assert (body["status"], body["code"]) == (422, "unprocessable_file")
    assert (body["errors"][0]["attr"], body["errors"][0]["code"]) == ("file", reason)
    assert kept(member, blob_root) == (0, 0, 0, 0)


@pytest.mark.parametrize("query", ["", "?async=true"])
def test_one_byte_too_many_is_refused(member: Person, blob_root: Path, query: str) -> None:
    status, body = post(member, b"x" * (settings.UPLOAD_LIMIT + 1), query=query)
    assert (status, body["code"]) == (413, "payload_too_large")
    assert kept(member, blob_root) == (0, 0, 0, 0)


class Endless(io.RawIOBase):
    """A body of 60 MB that counts how much of it was asked for."""

    def __init__(self, head: bytes) -> None:
        self.head, self.given = io.BytesIO(head), 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "the whole body was asked for at once"
        chunk = self.head.read(size) or b"x" * min(size, 60 * 1024 * 1024 - self.given)
        self.given += len(chunk)
        return chunk


@pytest.mark.parametrize("honest", [True, False])
def test_a_body_of_60_mb_is_neither_read_nor_kept(member: Person, blob_root: Path, honest: bool) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="cv.txt"\r\n\r\n'
    body = Endless(head)
    # Passes the check of Content-Length, and is then found too long while it is read.
    length = 60 * 1024 * 1024 if honest else settings.UPLOAD_LIMIT + uploads.ENVELOPE_BYTES
    response = member.client.generic(
        "POST",
        "/api/v1/resumes/parse/",
        **{  # type: ignore[arg-type]  # the environment of WSGI, which the client's types do not know
            "wsgi.input": body,
            "CONTENT_LENGTH": str(length),
            "CONTENT_TYPE": "multipart/form-data; boundary=b",
        },
    )
    most = 0 if honest else length
    assert response.status_code == 413
    assert body.given <= most
    assert kept(member, blob_root) == (0, 0, 0, 0)


def test_unknown_input_is_refused(member: Person) -> None:
    assert post(member, b"x", query="?colour=red")[1]["errors"][0]["attr"] == "colour"
    assert post(member, b"x", query="?async=perhaps")[1]["errors"][0]["attr"] == "async"
    assert post(member, b"x", colour="red")[1]["errors"][0]["attr"] == "colour"
    assert (
        member.client.post("/api/v1/resumes/parse/", {}, content_type="application/json").status_code == 415
    )
    viewer = make_person(workspace_of=member, role="viewer")
    assert post(viewer, PLAIN_RESUME.encode())[0] == 403


def test_a_key_makes_one_resume(member: Person, blob_root: Path) -> None:
    headers = {"idempotency-key": "k"}
    first = post(member, PLAIN_RESUME.encode(), headers=headers)
    assert first[0] == 201
    assert post(member, PLAIN_RESUME.encode(), headers=headers) == first
    assert post(member, LETTER.encode(), headers=headers)[0] == 409
    assert kept(member, blob_root) == (1, 1, 1, 1)


def test_in_the_background_it_is_the_same_resume(member: Person, stranger: Person, blob_root: Path) -> None:
    now = post(member, PLAIN_RESUME.encode(), title="One")[1]
    response_status, task = post(member, PLAIN_RESUME.encode(), query="?async=true", title="One")
    assert (response_status, task["status"], task["kind"]) == (202, "queued", "resumes.parse")
    assert kept(member, blob_root) == (1, 1, 2, 2)
    assert runner.run(UUID(task["id"]), is_global=False)
    assert not runner.run(UUID(task["id"]), is_global=False)
    task = member.client.get(f"/api/v1/tasks/{task['id']}/").json()
    assert task["status"] == "succeeded"
    assert {name: task["result"][name] for name in ("confidence", "boxes", "warnings")} == {
        name: now[name] for name in ("confidence", "boxes", "warnings")
    }
    later = member.client.get(f"/api/v1/resumes/{task['result']['resume_id']}/").json()
    assert later["content"] == now["resume"]["content"] != empty_content()
    assert stranger.client.get(f"/api/v1/resumes/{later['id']}/").status_code == 404
    assert kept(member, blob_root) == (2, 2, 2, 2)


@pytest.mark.parametrize(
    "place",
    [
        (parsing, "parse"),
        (intake, "_keep"),
        (ResumeVersion.objects, "create"),
        (Running, "finish"),
    ],
    ids=lambda place: place[1],
)
def test_killed_anywhere_it_is_made_once(
    member: Person, blob_root: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[Any, str]
) -> None:
    _, task = post(member, PLAIN_RESUME.encode(), query="?async=true")
    with monkeypatch.context() as patch:
        patch.setattr(*place, _kill)
        with pytest.raises(Killed):
            runner.run(UUID(task["id"]), is_global=False)
    assert kept(member, blob_root) == (0, 0, 1, 1)
    with as_system():
        assert Task.objects.update(lease_until=timezone.now() - timedelta(seconds=1)) == 1
    assert runner.run(UUID(task["id"]), is_global=False)
    assert kept(member, blob_root) == (1, 1, 1, 1)


def _kill(*_: Any, **__: Any) -> Any:
    raise Killed


@pytest.fixture(autouse=True)
def _quiet_connections() -> Iterator[None]:
    """A kill in the middle of a transaction leaves none of it open for the next test."""
    yield
    assert not connections["default"].in_atomic_block
