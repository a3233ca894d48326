"""`users/me/export/`: everything held on a person, nothing of anybody else, and no secret."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from apps.accounts.models import Membership, Role
from apps.core.db import acting, as_system
from apps.core.db.context import current_alias
from apps.core.holdings import all_holdings
from apps.documents import sweeping
from apps.documents.models import Document
from apps.events.models import Event
from apps.jobs.models import Status, Task
from apps.jobs.runner import run
from tests.accounts.keys import made, program
from tests.factories.accounts import Person, make_person
from tests.factories.everything import FILE, PERLA, QUILLON, SECRETS, fill
from tests.factories.resumes import make_document, make_resume

pytestmark = pytest.mark.usefixtures("database", "blob_root")
EXPORT = "/api/v1/users/me/export/"
JSON = "application/json"


def ask(person: Person) -> dict[str, Any]:
    answer = person.client.post(EXPORT, content_type=JSON)
    assert answer.status_code == 202, answer.content
    body: dict[str, Any] = answer.json()
    assert answer.headers["Location"] == f"/api/v1/tasks/{body['id']}/"
    return body


def document_of(person: Person, task: dict[str, Any]) -> str:
    """What a worker makes of it."""
    assert run(UUID(task["id"]), is_global=False)
    done = person.client.get(f"/api/v1/tasks/{task['id']}/").json()
    assert done["status"] == "succeeded", done
    assert set(done["result"]) == {"document_id"}
    return str(done["result"]["document_id"])


def download(client: Client, document_id: str) -> bytes:
    link = client.get(f"/api/v1/documents/{document_id}/download/").json()["url"]
    answer = Client().get(link)
    assert answer.headers["Content-Type"] == "application/zip"
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file response


def exported(person: Person) -> dict[str, bytes]:
    """The members of a fresh export, by name."""
    archive = zipfile.ZipFile(io.BytesIO(download(person.client, document_of(person, ask(person)))))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def in_folder(members: dict[str, bytes], person: Person) -> dict[str, Any]:
    """What stands in the folder of the person's workspace, by table."""
    folder = f"workspaces/{person.caller.workspace_id}/"
    return {
        name.removeprefix(folder).removesuffix(".json"): json.loads(data)
        for name, data in members.items()
        if name.startswith(folder)
    }


def rows_held(person: Person, model: Any) -> int:
    with as_system():
        return int(
            model._base_manager.using(current_alias()).filter(workspace_id=person.caller.workspace_id).count()
        )


def test_everything_held_is_given_out(member: Person, stranger: Person) -> None:
    fill(member, QUILLON)
    fill(stranger, PERLA, file=b"Perla's own notes, fernspoken.")
    members = exported(member)
    account, workspace = json.loads(members["account.json"]), in_folder(members, member)
    assert account["user"]["email"] == QUILLON.email
    assert workspace["workspace"]["name"] == f"{QUILLON.name}'s search"
    for holding in all_holdings():
        if holding.unexported:
            assert holding.name not in account and holding.name not in workspace
        elif holding.is_personal:
            assert account[holding.name], holding.name
        elif holding.model not in (Event, Document):
            assert len(workspace[holding.name]) == rows_held(member, holding.model), holding.name
    assert workspace["events.event"]
    (document,) = workspace["documents.document"]
    assert members[f"files/{document['id']}/{document['filename']}"] == FILE
    texts = {row["content"]["summary"] for row in workspace["resumes.resume"]}
    assert "Somebody who thistlewrought for nine years." in texts


def test_no_secret_and_nothing_of_a_stranger(member: Person, stranger: Person) -> None:
    fill(member, QUILLON)
    fill(stranger, PERLA, file=b"Perla's own notes, fernspoken.")
    with as_system():
        secrets = [*SECRETS, member.user.password, member.tokens.refresh_token]
        secrets += [str(value) for value in member.user.sessions.values_list("refresh_id", flat=True)]
        secrets += Document.objects.values_list("blob_key", flat=True)
    theirs = [*PERLA.texts, str(stranger.user.pk), str(stranger.caller.workspace_id), stranger.user.email]
    everything = b"\n".join(part for name, data in exported(member).items() for part in (name.encode(), data))
    for text in (*secrets, *theirs):
        assert text.encode() not in everything, text
    assert QUILLON.word.encode() in everything


def test_the_readme_says_what_is_where(member: Person) -> None:
    text = exported(member)["README.txt"].decode()
    for holding in all_holdings():
        assert holding.name in text
    assert "Not in here, and why" in text


def test_a_mere_member_gets_what_names_them(member: Person) -> None:
    make_resume(member, title="Of the owner")
    make_document(member, b"Of the owner.")
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    make_resume(colleague, title="Of the colleague")
    make_document(colleague, b"Of the colleague.", "mine.txt")
    members = exported(colleague)
    workspace = in_folder(members, member)
    assert [row["title"] for row in workspace["resumes.resume"]] == ["Of the colleague"]
    assert [name.rpartition("/")[2] for name in members if name.startswith("files/")] == ["mine.txt"]
    assert b"Of the owner" not in b"".join(members.values())
    # And the owner is given the workspace, but not who else signs in there.
    workspace = in_folder(exported(member), member)
    assert {row["title"] for row in workspace["resumes.resume"]} == {"Of the owner", "Of the colleague"}


def test_sessions_of_others_are_nobody_elses(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    account = json.loads(exported(member)["account.json"])
    assert {row["user_id"] for row in account["accounts.session"]} == {str(member.user.pk)}
    assert [row["user_id"] for row in account["accounts.membership"]] == [str(member.user.pk)]
    assert str(colleague.user.pk) not in json.dumps(account)


def test_two_workspaces_are_two_folders(member: Person, stranger: Person) -> None:
    make_resume(stranger, title="Elsewhere")
    with as_system():
        Membership.objects.create(
            user=member.user, workspace_id=stranger.caller.workspace_id, role=Role.OWNER
        )
    members = exported(member)
    assert [row["title"] for row in in_folder(members, stranger)["resumes.resume"]] == ["Elsewhere"]
    assert len(json.loads(members["account.json"])["accounts.session"]) == 1


def test_nobody_else_of_the_workspace_sees_it(member: Person) -> None:
    document_id = document_of(member, ask(member))
    colleague = make_person(workspace_of=member, role=Role.OWNER)
    path = f"/api/v1/documents/{document_id}/"
    for answer in (
        colleague.client.get(path),
        colleague.client.get(f"{path}download/"),
        colleague.client.delete(path),
    ):
        assert answer.status_code == 404
    assert colleague.client.get("/api/v1/documents/").json()["count"] == 0
    with acting(colleague.caller):
        assert not Document.objects.exists(), "the policy hides it with the viewset away"
    assert member.client.get(path).json()["kind"] == "export"
    # Nor is it in what the colleague, an owner too, is given of the workspace.
    members = exported(colleague)
    assert "documents.document" not in in_folder(members, member)
    assert not [name for name in members if name.startswith("files/")]


def test_one_at_a_time(member: Person) -> None:
    first, second = ask(member), ask(member)
    assert first["id"] == second["id"]
    document_of(member, first)
    assert ask(member)["id"] != first["id"]


def test_many_at_once_start_one(member: Person) -> None:
    answers: list[str] = []
    start = threading.Barrier(8)

    def post() -> None:
        start.wait()
        answers.append(ask(member)["id"])
        connections.close_all()

    threads = [threading.Thread(target=post) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len(set(answers)) == 1


def test_a_program_neither_asks_nor_sees(member: Person) -> None:
    document_id = document_of(member, ask(member))
    client = program(made(member, scopes=["*:read", "*:write", "*:manage"])["key"])
    assert client.post(EXPORT, content_type=JSON).status_code == 403
    assert client.get("/api/v1/documents/").json()["count"] == 0
    assert client.get(f"/api/v1/documents/{document_id}/download/").status_code == 404


def test_an_export_goes_after_its_days(member: Person, blob_root: Path) -> None:
    document_id = document_of(member, ask(member))
    assert sweeping.sweep_exports() == 0
    with as_system():
        Document.objects.update(created_at=timezone.now() - timedelta(days=7, minutes=1))
    assert sweeping.sweep_exports() == 1
    assert member.client.get(f"/api/v1/documents/{document_id}/").status_code == 404
    assert not [path for path in blob_root.rglob("*") if path.is_file()]


def test_a_file_whose_bytes_are_gone_is_named(member: Person, blob_root: Path) -> None:
    make_document(member, b"Soon gone.", "gone.txt")
    for path in [path for path in blob_root.rglob("*") if path.is_file()]:
        path.unlink()
    members = exported(member)
    assert "gone.txt" in members["README.txt"].decode()
    assert not [name for name in members if name.endswith("gone.txt")]


def test_called_off_it_leaves_nothing(member: Person, blob_root: Path) -> None:
    task = ask(member)
    with as_system():
        Task.objects.update(cancel_asked=True)
    run(UUID(task["id"]), is_global=False)
    with as_system():
        assert Task.objects.get().status == Status.CANCELLED
        assert not Document.objects.exists()
    assert not [path for path in blob_root.rglob("*") if path.is_file()]
