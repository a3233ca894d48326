"""The policies of workspaces, members and invitations with the viewsets away: raw SQL as the application role."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.db.utils import ProgrammingError

from apps.core.db import acting, as_system, within
from apps.core.models import uuid7
from tests.accounts.teams import Team, invite, make_team
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def sql(person: Person, statement: str, *params: Any) -> Any:
    """Rows, or how many were changed."""
    with acting(person.caller), connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("foothold_app",)
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else cursor.rowcount


@pytest.fixture
def team(database: None) -> Team:
    made = make_team()
    made.add("member")
    invite(made, "new@example.com")
    return made


def test_a_stranger_sees_nothing_of_it(team: Team, stranger: Person) -> None:
    for statement in (
        "SELECT 1 FROM accounts_invitation WHERE workspace_id = %s",
        "SELECT 1 FROM accounts_membership WHERE workspace_id = %s",
        "SELECT 1 FROM accounts_workspace WHERE id = %s",
    ):
        assert sql(stranger, statement, team.id) == []
    seen = sql(stranger, "SELECT id FROM accounts_colleague")
    assert seen == [(stranger.user.pk,)]


def test_a_member_who_acts_elsewhere_sees_their_own_row_alone(team: Team) -> None:
    """The owner's token acts in their personal workspace."""
    owner = team.owner
    assert len(sql(owner, "SELECT 1 FROM accounts_membership WHERE workspace_id = %s", team.id)) == 1
    assert sql(owner, "SELECT 1 FROM accounts_invitation WHERE workspace_id = %s", team.id) == []
    assert sql(owner, "SELECT name FROM accounts_workspace WHERE id = %s", team.id) == [("Rye & Sons",)]
    assert sql(owner, "SELECT id FROM accounts_colleague") == [(owner.user.pk,)]


def test_what_is_seen_elsewhere_is_not_changed_from_there(team: Team) -> None:
    owner = team.owner
    for statement in (
        "UPDATE accounts_workspace SET name = 'x' WHERE id = %s",
        "UPDATE accounts_membership SET role = 'viewer' WHERE workspace_id = %s",
        "UPDATE accounts_invitation SET role = 'admin' WHERE workspace_id = %s",
        "DELETE FROM accounts_membership WHERE workspace_id = %s",
        "DELETE FROM accounts_invitation WHERE workspace_id = %s",
    ):
        assert sql(owner, statement, team.id) == 0, statement
    with pytest.raises(ProgrammingError, match="permission denied"):
        sql(owner, "DELETE FROM accounts_workspace WHERE id = %s", team.id)


def test_nobody_writes_themselves_into_another_workspace(team: Team, stranger: Person) -> None:
    row = "INSERT INTO accounts_membership (id, created_at, updated_at, user_id, workspace_id, role)"
    with pytest.raises(ProgrammingError, match="row-level security"):
        sql(stranger, f"{row} VALUES (%s, now(), now(), %s, %s, 'owner')", uuid7(), stranger.user.pk, team.id)
    with pytest.raises(ProgrammingError, match="row-level security"):
        sql(stranger, "UPDATE accounts_membership SET workspace_id = %s", team.id)
    row = "INSERT INTO accounts_invitation (id, created_at, updated_at, workspace_id, email, role, invited_by_id, expires_at)"
    with pytest.raises(ProgrammingError, match="row-level security"):
        sql(
            stranger,
            f"{row} VALUES (%s, now(), now(), %s, 'me@example.com', 'admin', %s, now())",
            uuid7(),
            team.id,
            stranger.user.pk,
        )
    row = "INSERT INTO accounts_workspace (id, created_at, updated_at, name, kind, plan_id)"
    with pytest.raises(ProgrammingError, match="row-level security"):
        sql(stranger, f"{row} VALUES (%s, now(), now(), 'x', 'team', 'free')", uuid7())


def test_colleagues_show_a_name_and_an_address_and_nothing_else(team: Team) -> None:
    with acting(team.owner.caller), within(UUID(team.id)), connections["default"].cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_colleague")
        assert [column.name for column in cursor.description] == ["id", "email", "full_name"]
        assert len(cursor.fetchall()) == 2
        cursor.execute("SELECT id FROM accounts_user")
        assert cursor.fetchall() == [(team.owner.user.pk,)]
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        acting(team.owner.caller),
        connections["default"].cursor() as cursor,
    ):
        cursor.execute("UPDATE accounts_colleague SET full_name = 'x'")


def test_an_invitation_never_makes_an_owner(team: Team) -> None:
    from django.db import IntegrityError

    from apps.accounts.models import Invitation

    with pytest.raises(IntegrityError, match="invitation_role"), as_system():
        Invitation.objects.update(role="owner")
