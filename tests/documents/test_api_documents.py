"""`documents/`: upload, list, get, delete, download."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import acting
from apps.documents import links, services, sweeping
from apps.documents.models import Document
from apps.events.models import Event
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_document

pytestmark = pytest.mark.usefixtures("database", "blob_root")
HTML = b"<!doctype html><html><script>alert(1)</script></html>"


def files_in(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def upload(person: Person, data: bytes, name: str = "note.txt", **headers: str) -> tuple[int, dict[str, Any]]:
    file = io.BytesIO(data)
    file.name = name
    response = person.client.post("/api/v1/documents/", {"file": file}, headers=headers)
    return response.status_code, response.json()


def test_the_whole_row(member: Person) -> None:
    status, body = upload(member, b"Plain words.", "C:\\files\\note.exe")
    assert status == 201
    with acting(member.caller):
        row = Document.objects.get()
        assert row.created_by_id == member.user.pk
        event = Event.objects.get(type="document.created")
        assert event.payload == {"document_id": str(row.pk)}
    assert body == {
        "id": str(row.pk),
        "kind": "upload",
        "filename": "note.exe.txt",
        "media_type": "text/plain",
        "size": 12,
        "sha256": hashlib.sha256(b"Plain words.").hexdigest(),
        "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
    }
    assert member.client.get(f"/api/v1/documents/{row.pk}/").json() == body
    assert member.client.get("/api/v1/documents/?kind=upload").json()["results"] == [body]
    assert member.client.get("/api/v1/documents/?kind=letter").json()["results"] == []


def test_the_same_bytes_twice_are_two_files(member: Person, blob_root: Path) -> None:
    make_document(member)
    make_document(member)
    assert member.client.get("/api/v1/documents/").json()["count"] == 2
    assert len(files_in(blob_root)) == 2


def test_strangers_and_viewers(member: Person, stranger: Person, anonymous: Client) -> None:
    document = make_document(member)
    url = f"/api/v1/documents/{document.pk}/"
    viewer = make_person(workspace_of=member, role="viewer")
    for path in (url, f"{url}download/"):
        assert stranger.client.get(path).status_code == 404
        assert anonymous.get(path).status_code == 401
        assert viewer.client.get(path).status_code == 200
    assert stranger.client.delete(url).status_code == 404
    assert viewer.client.delete(url).status_code == 403
    assert upload(viewer, b"x")[0] == 403
    assert stranger.client.get("/api/v1/documents/").json()["count"] == 0


def test_unknown_input_is_refused(member: Person) -> None:
    assert member.client.get("/api/v1/documents/?colour=red").status_code == 400
    response = member.client.post("/api/v1/documents/", {"file": io.BytesIO(b"x"), "kind": "letter"})
    assert response.status_code == 400
    assert response.json()["errors"][0]["attr"] == "kind"
    assert member.client.post("/api/v1/documents/", {}).json()["errors"][0] == {
        "attr": "file", "code": "required", "detail": "No file was submitted."
    }  # fmt: skip
    assert (
        member.client.post("/api/v1/documents/", {"file": "x"}, content_type="application/json").status_code
        == 415
    )


def test_an_empty_file_is_unprocessable(member: Person, blob_root: Path) -> None:
    status, body = upload(member, b"")
    assert (status, body["code"], body["errors"][0]["code"]) == (422, "unprocessable_file", "empty_file")
    assert files_in(blob_root) == []


def test_delete_takes_row_and_bytes(member: Person, blob_root: Path) -> None:
    document = make_document(member)
    url = f"/api/v1/documents/{document.pk}/"
    assert member.client.delete(url, headers={"if-match": '"stale"'}).status_code == 412
    assert len(files_in(blob_root)) == 1
    etag = member.client.get(url).headers["ETag"]
    assert member.client.delete(url, headers={"if-match": etag}).status_code == 204
    assert member.client.get(url).status_code == 404
    assert files_in(blob_root) == []


def test_a_key_answers_the_first_answer_again(member: Person, blob_root: Path) -> None:
    first = upload(member, b"once", **{"idempotency-key": "k1"})
    assert upload(member, b"once", **{"idempotency-key": "k1"}) == first
    assert upload(member, b"other", **{"idempotency-key": "k1"})[0] == 409
    assert len(files_in(blob_root)) == 1


def test_a_link_gives_the_bytes_without_a_token(member: Person, anonymous: Client) -> None:
    document = make_document(member, b"%PDF-1.4 words", "Müller.pdf")
    link = member.client.get(f"/api/v1/documents/{document.pk}/download/").json()
    assert set(link) == {"url", "expires_at"}
    assert timedelta(0) < datetime.fromisoformat(link["expires_at"]) - timezone.now() <= links.LIFETIME
    answer = anonymous.get(link["url"])
    assert (answer.status_code, answer.getvalue()) == (200, b"%PDF-1.4 words")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''M%C3%BCller.pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert anonymous.post(link["url"]).status_code == 405


def test_what_a_browser_could_run_is_given_as_bytes(member: Person, anonymous: Client) -> None:
    document = make_document(member, HTML, "page.html")
    assert document.media_type == "text/html"
    link = member.client.get(f"/api/v1/documents/{document.pk}/download/").json()
    assert anonymous.get(link["url"]).headers["Content-Type"] == "application/octet-stream"


def test_a_link_expires_and_cannot_be_forged(
    member: Person, anonymous: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document(member)
    url = links.link_to(document, member.caller).url
    assert anonymous.get(url[:-3] + "xx/").status_code == 404
    assert anonymous.get("/files/nonsense/").json()["code"] == "not_found"
    monkeypatch.setattr(links, "LIFETIME", timedelta(seconds=-1))
    expired = anonymous.get(url)
    assert expired.status_code == 404
    assert "expired" in expired.json()["detail"]
    monkeypatch.undo()
    with acting(member.caller):
        services.delete_document(document=document, caller=member.caller)
    assert anonymous.get(url).status_code == 404


def test_a_failed_write_leaves_neither_row_nor_bytes(member: Person, blob_root: Path) -> None:
    with pytest.raises(RuntimeError), acting(member.caller):
        storing = services.storing(
            caller=member.caller, stream=io.BytesIO(b"x"), filename="x.txt", kind="upload", max_bytes=10
        )
        with storing:
            raise RuntimeError
    assert files_in(blob_root) == []
    with acting(member.caller):
        assert Document.objects.count() == 0


def test_sweeping_takes_old_orphans_only(member: Person, blob_root: Path) -> None:
    kept = make_document(member)
    orphan = services.blobs().put(io.BytesIO(b"lost"), workspace=str(member.caller.workspace_id))
    torn = (blob_root / orphan.key).parent / ".put-torn"
    torn.write_bytes(b"half")
    assert sweeping.sweep_orphans() == 0
    assert sweeping.sweep_orphans(older_than=-1) == 2
    assert [path.name for path in files_in(blob_root)] == [kept.blob_key.rsplit("/", 1)[-1]]


def test_the_list_costs_the_same_at_any_length(member: Person) -> None:
    costs = []
    for more in (1, 4, 15):
        for _ in range(more):
            make_document(member)
        with CaptureQueriesContext(connections["default"]) as queries:
            assert member.client.get("/api/v1/documents/").status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1] == costs[2]
