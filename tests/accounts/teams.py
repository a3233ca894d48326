"""A team's workspace and people in it, for the tests of this folder."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core import mail
from django.db import connections

from apps.accounts.models import Membership, Role, Workspace
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from tests.factories.accounts import Person, make_person

JSON = "application/json"
BASE = "/api/v1/workspaces/"


@dataclass(frozen=True)
class Team:
    """A workspace of kind `team`. Everyone in it also has a personal one, where their token acts."""

    id: str
    owner: Person

    @property
    def url(self) -> str:
        return f"{BASE}{self.id}/"

    @property
    def members(self) -> str:
        return f"{self.url}members/"

    @property
    def invitations(self) -> str:
        return f"{self.url}invitations/"

    def add(self, role: str, **fields: Any) -> Person:
        """Somebody new in it."""
        person = make_person(**fields)
        with as_system():
            Membership.objects.create(user=person.user, workspace_id=self.id, role=role)
        return person

    def place(self, person: Person) -> str:
        """The address of somebody's row among the members."""
        with as_system():
            row = Membership.objects.get(user=person.user, workspace_id=self.id)
        return f"{self.members}{row.pk}/"

    def role_of(self, person: Person) -> str | None:
        with as_system():
            found = Membership.objects.filter(user=person.user, workspace_id=self.id)
            return found.values_list("role", flat=True).first()

    def owners(self) -> int:
        with as_system():
            return Membership.objects.filter(workspace_id=self.id, role=Role.OWNER).count()

    def events(self) -> list[str]:
        with as_system():
            rows = Event.objects.filter(workspace_id=self.id).order_by("occurred_at", "id")
            return list(rows.values_list("type", flat=True))


def make_team(*, name: str = "Rye & Sons", plan: str = "team") -> Team:
    """Made as people make it, over HTTP; its plan as staff would set it."""
    owner = make_person()
    made = owner.client.post(BASE, {"name": name}, content_type=JSON)
    assert made.status_code == 201, made.content
    with as_system():
        Workspace.objects.filter(pk=made.json()["id"]).update(plan=plan)
    return Team(made.json()["id"], owner)


def invite(team: Team, email: str, *, by: Person | None = None, role: str = "member") -> dict[str, Any]:
    answer = (by or team.owner).client.post(
        team.invitations, {"email": email, "role": role}, content_type=JSON
    )
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def mailed_token(to: str) -> str:
    """Deliver what is owed; the token in the newest mail to an address."""
    relay()
    letter = next(m for m in reversed(mail.outbox) if m.to == [to])
    return next(line for line in str(letter.body).splitlines() if len(line) > 60 and " " not in line)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run each in a thread of its own, all starting together; their answers, in order."""
    answers: list[Any] = [None] * len(calls)
    start = threading.Barrier(len(calls))

    def run(index: int, call: Callable[[], Any]) -> None:
        start.wait()
        try:
            answers[index] = call()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
