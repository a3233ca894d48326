"""After an erasure nothing is found any more: no row, no word, no file; and what belongs to others is untouched."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client
from django.utils import timezone

from apps.accounts import erasing
from apps.accounts.models import Invitation, Membership, Role, User, Workspace
from apps.core import holdings
from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.core.holdings import all_holdings, has_workspace, person_columns
from apps.documents.models import Document
from apps.events.auditing import verify_chains
from apps.events.models import Event
from apps.events.sealing import seal
from apps.jobs.models import GlobalTask, Status
from apps.jobs.runner import run
from apps.resumes.models import Resume
from tests.factories.accounts import PASSWORD, Person, make_person
from tests.factories.everything import PERLA, QUILLON, files_with, fill, rows_named_by, rows_with
from tests.factories.resumes import make_resume

pytestmark = pytest.mark.usefixtures("database", "blob_root")


def due(subject: User | Workspace) -> None:
    with as_system():
        type(subject)._default_manager.filter(pk=subject.pk).update(deletion_due_at=timezone.now())


def erase() -> list[str]:
    """What beat and a worker do; answers how each task ended."""
    with as_system():
        erasing.enqueue_due()
        tasks = list(GlobalTask.objects.filter(status=Status.QUEUED))
    for task in tasks:
        run(task.pk, is_global=True)
    with as_system():
        return [task.status for task in GlobalTask.objects.filter(pk__in=[task.pk for task in tasks])]


def erase_now(subject: User | Workspace) -> None:
    due(subject)
    assert erase() == [Status.SUCCEEDED]


def workspace_of(person: Person) -> Workspace:
    with as_system():
        return Workspace.objects.get(pk=person.caller.workspace_id)


def rows_left(*, user_id: Any = None, workspace_id: Any = None) -> dict[str, int]:
    """Rows with either id, in every table that the models have."""
    found: dict[str, int] = {}
    for holding in all_holdings():
        wanted = dict.fromkeys(person_columns(holding.model), user_id) if user_id else {}
        if workspace_id and has_workspace(holding.model):
            wanted["workspace_id"] = workspace_id
        for column, key in wanted.items():
            if count := rows_named_by(column, key, holding.model._meta.db_table):
                found[f"{holding.name}.{column}"] = count
    return found


def test_the_fixture_fills_every_table(member: Person) -> None:
    """Else the tests below would prove nothing of the table that was left out."""
    fill(member, QUILLON)
    left = rows_left(user_id=member.user.pk, workspace_id=member.caller.workspace_id)
    filled = {name.rpartition(".")[0] for name in left}
    # Never filled by us; made by the sealer; for staff only.
    unfilled = {"account.emailaddress", "events.chain", "events.checkpoint", "accounts.user_user_permissions",
                "vacancies.mergedecision"}  # fmt: skip
    assert {holding.name for holding in all_holdings()} - filled <= unfilled


def test_nothing_of_a_person_is_found_after_their_erasure(
    member: Person, stranger: Person, blob_root: Path
) -> None:
    fill(member, QUILLON)
    fill(stranger, PERLA, file=b"Perla's own notes, fernspoken.")
    others = rows_with(PERLA.word)
    assert {"resumes_resume", "generation_generation", "jobs_idempotencyrecord"} <= set(
        rows_with(QUILLON.word)
    )
    assert files_with(QUILLON.word, blob_root)
    erase_now(member.user)
    for text in (*QUILLON.texts, "Marbeck"):
        assert rows_with(text) == {}, text
        assert files_with(text, blob_root) == [], text
    # Headers of the record, which hold ids only.
    left = rows_left(user_id=member.user.pk, workspace_id=member.caller.workspace_id)
    assert set(left) <= {"events.event.actor_id", "events.event.workspace_id", "events.chain.workspace_id"}
    assert files_with(str(member.caller.workspace_id), blob_root) == []
    with as_system():
        assert not User.objects.filter(pk=member.user.pk).exists()
        assert not Workspace.objects.filter(pk=member.caller.workspace_id).exists()
        about_them = Event.objects.filter(workspace_id=member.caller.workspace_id)
        assert about_them.exists() and not about_them.exclude(payload={}).exists()
    assert rows_with(PERLA.word) == others
    assert files_with(PERLA.word, blob_root)
    assert stranger.client.get("/api/v1/users/me/").status_code == 200
    assert member.client.get("/api/v1/users/me/").status_code == 401


def test_the_record_says_so_and_still_verifies(member: Person) -> None:
    fill(member, QUILLON)
    seal()
    erase_now(member.user)
    seal()
    with as_system():
        said = Event.objects.filter(workspace_id=NO_WORKSPACE, type__endswith=".erased")
        named = {(event.type, event.subject_id) for event in said if event.type != "payload.erased"}
        assert not said.exclude(payload={}).exists()
    assert named == {("user.erased", member.user.pk), ("workspace.erased", member.caller.workspace_id)}
    assert verify_chains().touched == []


def test_they_are_told_at_their_address(member: Person) -> None:
    fill(member, QUILLON)
    erase_now(member.user)
    assert [(m.subject, m.to) for m in mail.outbox] == [("Your account has been deleted", [QUILLON.email])]


def test_what_staff_noted_keeps_ids_and_loses_names(member: Person, stranger: Person) -> None:
    with as_system():
        LogEntry.objects.create(
            user_id=stranger.user.pk,
            object_id=str(member.user.pk),
            object_repr=member.user.email,
            action_flag=2,
        )
    email = member.user.email
    erase_now(member.user)
    assert rows_with(email) == {}
    with as_system():
        assert LogEntry.objects.get().object_id == str(member.user.pk)


def test_a_team_keeps_its_rows_and_forgets_who_made_them(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    resume = make_resume(colleague)
    with as_system():
        Invitation.objects.create(
            workspace_id=member.caller.workspace_id,
            email=colleague.user.email,
            invited_by_id=member.user.pk,
            accepted_by_id=colleague.user.pk,
            accepted_at=timezone.now(),
            expires_at=timezone.now(),
        )
    email = colleague.user.email
    erase_now(colleague.user)
    with acting(member.caller):
        assert Resume.objects.get().pk == resume.pk
        assert Resume.objects.get().created_by_id is None
    assert set(rows_left(user_id=colleague.user.pk)) <= {"events.event.actor_id"}
    assert rows_with(email) == {}
    assert member.client.get("/api/v1/users/me/").status_code == 200


def test_who_is_left_without_an_owner_gets_one(member: Person) -> None:
    for role in (Role.VIEWER, Role.ADMIN, Role.ADMIN):
        last = make_person(workspace_of=member, role=role)
    with as_system():
        eldest = Membership.objects.filter(role=Role.ADMIN).order_by("created_at").first()
    assert eldest is not None and eldest.user_id != last.user.pk
    erase_now(member.user)
    with as_system():
        assert Membership.objects.get(role=Role.OWNER).pk == eldest.pk
        assert Membership.objects.count() == 3
    assert last.client.get("/api/v1/users/me/").status_code == 200


def test_a_workspace_goes_and_its_people_stay(member: Person, stranger: Person) -> None:
    fill(member, QUILLON)
    with as_system():
        Membership.objects.create(user=stranger.user, workspace=workspace_of(member), role=Role.OWNER)
        Workspace.objects.filter(pk=member.caller.workspace_id).update(kind="team")
    workspace = workspace_of(member)
    erase_now(workspace)
    left = rows_left(workspace_id=workspace.pk)
    assert set(left) <= {"events.event.workspace_id", "events.chain.workspace_id"}
    with as_system():
        assert User.objects.filter(pk__in=[member.user.pk, stranger.user.pk]).count() == 2
        assert Document.objects.count() == 0
    assert {m.subject for m in mail.outbox} == {"A workspace has been deleted"}
    assert {address for m in mail.outbox for address in m.to} == {QUILLON.email, stranger.user.email}


def test_what_was_taken_back_stays(member: Person) -> None:
    due(member.user)
    with as_system():
        erasing.enqueue_due()
        task = GlobalTask.objects.get()
        User.objects.update(deletion_due_at=timezone.now() + timedelta(days=30))
    assert run(task.pk, is_global=True)
    with as_system():
        assert GlobalTask.objects.get().result == {"erased": False}
    assert member.client.get("/api/v1/users/me/").status_code == 200


def test_what_is_not_due_is_not_erased(member: Person) -> None:
    with as_system():
        User.objects.update(deletion_due_at=timezone.now() + timedelta(minutes=1))
        assert erasing.enqueue_due() == 0


def test_what_is_due_gets_one_task(member: Person) -> None:
    due(member.user)
    due(workspace_of(member))
    with as_system():
        assert erasing.enqueue_due() == 2
        assert erasing.enqueue_due() == 0


class Killed(BaseException):
    """What `kill -9` leaves: nothing more is done or tidied up."""


def _run_until(step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Run the task, dying at the `step`-th batch; False when it came to its end before."""
    real, calls = holdings.erase_batch, 0

    def dying(*args: Any) -> int:
        nonlocal calls
        calls += 1
        if calls == step:
            raise Killed()
        return real(*args)

    with as_system():
        GlobalTask.objects.update(lease_until=None)
        task = GlobalTask.objects.get()
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "erase_batch", dying)
        try:
            run(task.pk, is_global=True)
        except Killed:
            return True
    return False


def test_who_is_killed_at_any_batch_goes_on(
    member: Person, blob_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holdings, "BATCH", 1)
    fill(member, QUILLON)
    make_resume(member)
    due(member.user)
    with as_system():
        erasing.enqueue_due()
    deaths, step = 0, 1
    while _run_until(step, monkeypatch):
        deaths += 1
        # Each attempt gets a little further than the one before, over all tables.
        step += 3
    assert deaths > 20
    with as_system():
        assert GlobalTask.objects.get().status == Status.SUCCEEDED
    for text in QUILLON.texts:
        assert rows_with(text) == {}, text
    assert files_with(QUILLON.word, blob_root) == []
    left = rows_left(user_id=member.user.pk, workspace_id=member.caller.workspace_id)
    assert set(left) <= {"events.event.actor_id", "events.event.workspace_id", "events.chain.workspace_id"}


def test_a_row_written_while_the_rest_is_erased_goes_too(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = erasing._erase_rows

    def and_then_one_more(running: Any, scope: Any) -> None:
        real(running, scope)
        if scope.workspace_id:
            with acting(member.caller):
                Resume.objects.create(
                    workspace_id=scope.workspace_id, title="late", content={}, origin="typed"
                )

    monkeypatch.setattr(erasing, "_erase_rows", and_then_one_more)
    erase_now(member.user)
    assert rows_with("late") == {}


def test_the_admin_deletes_neither(member: Person) -> None:
    """It would leave behind what bare ids and files hold."""
    person = make_person(is_staff=True, is_superuser=True)
    staff = Client()
    staff.post("/admin/login/?next=/admin/", {"username": person.user.email, "password": PASSWORD})
    for path in (f"user/{member.user.pk}", f"workspace/{member.caller.workspace_id}"):
        assert staff.post(f"/admin/accounts/{path}/delete/", {"post": "yes"}).status_code == 403
        assert staff.get(f"/admin/accounts/{path}/change/").status_code == 200
