"""Erasing payloads: lawful where a sealed event says so, and found where none does."""

from __future__ import annotations

import pytest
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.events import erasure
from apps.events.erasure import erase_payloads
from apps.events.models import Event
from apps.events.sealing import seal
from apps.events.services import publish
from tests.events.recording import assert_touched, audit_verify, chain_of, record, sealed, superuser
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


def held_of(person: Person) -> list[Event]:
    with as_system():
        return list(Event.objects.filter(workspace_id=person.caller.workspace_id).exclude(payload={}))


def test_a_workspace_is_erased_and_the_chain_holds(member: Person, stranger: Person) -> None:
    events = sealed(member)
    theirs = sealed(stranger)
    count = len(held_of(member))
    assert erase_payloads(workspace_id=member.caller.workspace_id) == count >= 5
    assert held_of(member) == []
    assert len(held_of(stranger)) == len([event for event in theirs if event.payload])
    after = chain_of(member.caller.workspace_id)
    assert [event.hash for event in after] == [event.hash for event in events]
    assert all(event.salt is None and event.digest for event in after if event.erased_at)
    code, report = audit_verify()
    assert (code, report["erased"]) == (0, count)
    with as_system():
        said = Event.objects.get(type="payload.erased")
    assert (said.workspace_id, said.subject_id, said.subject_type) == (
        NO_WORKSPACE,
        member.caller.workspace_id,
        "workspace",
    )
    assert said.seq is not None


def test_erasing_again_does_nothing_and_says_nothing(member: Person) -> None:
    sealed(member)
    assert erase_payloads(workspace_id=member.caller.workspace_id) > 0
    assert erase_payloads(workspace_id=member.caller.workspace_id) == 0
    with as_system():
        assert Event.objects.filter(type="payload.erased").count() == 1


def test_a_user_is_erased_in_every_workspace_and_nobody_else(member: Person, stranger: Person) -> None:
    colleague = make_person(workspace_of=member, role="member")
    record(member, 2)
    record(colleague, 2)
    record(member, 1, subject_id=colleague.caller.user_id)
    with acting(stranger.caller):
        publish("test.about", workspace_id=stranger.caller.workspace_id, actor_id=stranger.caller.user_id,
                subject_id=colleague.caller.user_id, payload={"name": "Ada"})  # fmt: skip
    seal()
    erase_payloads(user_id=colleague.caller.user_id)
    assert {event.actor_id for event in held_of(member)} == {member.caller.user_id}
    assert len([event for event in held_of(member) if event.type.startswith("test.")]) == 2
    assert not any(event.type == "test.about" for event in held_of(stranger))
    assert audit_verify()[0] == 0


def test_rows_that_are_not_sealed_yet_are_erased_and_sealed_later(member: Person) -> None:
    record(member, 3)
    assert erase_payloads(user_id=member.caller.user_id) >= 3
    assert held_of(member) == []
    seal()
    code, report = audit_verify()
    assert (code, report["touched"], report["unsealed"]) == (0, [], 0)


def test_a_row_older_than_digests_is_digested_as_it_is_erased(member: Person) -> None:
    (event,) = record(member)
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET digest = NULL, salt = NULL WHERE id = %s", [event.pk])
    assert erase_payloads(workspace_id=member.caller.workspace_id) >= 1
    seal()
    assert audit_verify()[0] == 0
    assert held_of(member) == []


def test_it_works_in_batches(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasure, "BATCH", 3)
    sealed(member, 9)
    count = len(held_of(member))
    assert erase_payloads(workspace_id=member.caller.workspace_id) == count
    assert held_of(member) == []
    assert audit_verify()[0] == 0


def test_killed_half_way_it_goes_on_and_was_lawful_all_the_time(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "BATCH", 3)
    sealed(member, 9)
    real = erasure._erase
    batches: list[int] = []

    def die(batch: list[Event]) -> None:
        batches.append(len(batch))
        if len(batches) == 3:
            raise KeyboardInterrupt
        real(batch)

    with monkeypatch.context() as broken:
        broken.setattr(erasure, "_erase", die)
        with pytest.raises(KeyboardInterrupt):
            erase_payloads(workspace_id=member.caller.workspace_id)
    code, report = audit_verify()
    assert (code, report["erased"]) == (0, 6)
    assert erase_payloads(workspace_id=member.caller.workspace_id) >= 3
    assert held_of(member) == []
    assert audit_verify()[0] == 0


def test_a_payload_that_somebody_erased_is_named(member: Person) -> None:
    touched = sealed(member)[2]
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET payload = '{}', salt = NULL, erased_at = %s WHERE id = %s",
                       [timezone.now(), touched.pk])  # fmt: skip
    assert_touched(touched, "erasure")


def test_another_persons_erasure_covers_nothing(member: Person, stranger: Person) -> None:
    touched = sealed(member)[2]
    sealed(stranger)
    erase_payloads(workspace_id=stranger.caller.workspace_id)
    erase_payloads(user_id=stranger.caller.user_id)
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET payload = '{}', salt = NULL, erased_at = now() WHERE id = %s", [touched.pk])  # fmt: skip
    assert_touched(touched, "erasure")


@pytest.mark.parametrize("kind", ["user.erased", "workspace.erased"])
def test_an_erasure_that_accounts_tells_of_covers_too(member: Person, kind: str) -> None:
    touched = sealed(member)[2]
    subject = member.caller.user_id if kind == "user.erased" else member.caller.workspace_id
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET payload = '{}', salt = NULL, erased_at = now() WHERE id = %s", [touched.pk])  # fmt: skip
    assert audit_verify()[0] == 1
    with as_system():
        publish(kind, workspace_id=NO_WORKSPACE, subject_id=subject)
    assert audit_verify()[0] == 1, "not before it is sealed itself"
    seal()
    assert audit_verify()[0] == 0


@pytest.mark.parametrize("names", [{}, {"workspace_id": NO_WORKSPACE, "user_id": NO_WORKSPACE}])
def test_one_of_the_two_is_named(names: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="name a workspace or a user"):
        erase_payloads(**names)  # type: ignore[arg-type]  # what must be refused
