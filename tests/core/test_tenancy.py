"""The two walls, each with the other away, and the first proof of TENANCY.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections, models
from django.db.utils import ProgrammingError

from apps.accounts.models import Plan
from apps.core.api.viewsets import FootholdViewSet
from apps.core.db import NoCaller, acting, as_owner, as_system
from apps.core.db.system_users import ALLOWED, WITHIN
from apps.core.models import OwnedModel
from apps.jobs.models import Task
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
ROOT = Path(__file__).resolve().parents[2]


def owned_models() -> list[type[models.Model]]:
    """Every table with a workspace, found from the models: none can be forgotten."""
    return [
        model
        for model in apps.get_models()
        if any(field.column == "workspace_id" for field in model._meta.concrete_fields)
    ]


def catalogue_tables() -> set[str]:
    from apps.core.models import CatalogueModel

    return {model._meta.db_table for model in apps.get_models() if issubclass(model, CatalogueModel)}


def test_owned_models_are_found() -> None:
    names = {model.__name__ for model in owned_models()}
    assert {"Event", "Delivery", "Task", "Session", "Membership", "OwnVacancy", "VacancyMark"} <= names


@pytest.mark.parametrize("model", owned_models(), ids=lambda model: model._meta.label)
def test_every_owned_table_forces_its_policies(model: type[models.Model]) -> None:
    column = next(field for field in model._meta.concrete_fields if field.column == "workspace_id")
    assert not column.null
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (True, True)
        cursor.execute(
            "SELECT roles::text, qual FROM pg_policies WHERE tablename = %s", [model._meta.db_table]
        )
        policies = dict(cursor.fetchall())
    assert policies["{foothold_owner}"] == policies["{foothold_system}"] == "true"
    assert "app." in policies["{foothold_app}"]


@pytest.mark.parametrize("model", owned_models(), ids=lambda model: model._meta.label)
def test_without_a_workspace_every_owned_table_is_empty(member: Person, model: type[models.Model]) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'SELECT')", [model._meta.db_table])
        if cursor.fetchone() == (False,):
            return
        cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
        assert cursor.fetchone() == (0,)


def test_every_table_grants_the_application_only_what_it_needs() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT table_name, string_agg(privilege_type, ',' ORDER BY privilege_type) "
            "FROM information_schema.role_table_grants WHERE grantee = 'foothold_app' GROUP BY 1"
        )
        granted = dict(cursor.fetchall())
    owned = {model._meta.db_table for model in owned_models()}
    # Told apart by user, or by what they are a member of.
    identity = {
        "accounts_user", "accounts_workspace", "accounts_colleague", "accounts_preferences", "accounts_oauthlink",
        "accounts_flag_users", "accounts_flag_workspaces", "mfa_authenticator",
    }  # fmt: skip
    readable = {"accounts_flag", "accounts_colleague", "vacancies_cataloguewrite"}
    assert set(granted) <= owned | identity | catalogue_tables() | readable
    for table in (catalogue_tables() | readable) & set(granted):
        assert granted[table] == "SELECT", table
    assert granted["events_event"] == "INSERT,SELECT", (
        "nobody changes or deletes a record through the product"
    )


def test_the_roles_bypass_nothing() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname LIKE 'foothold_%'"
        )
        rows = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN "
                       "('foothold_app', 'foothold_system')")  # fmt: skip
        owned_by_them = cursor.fetchone()
    assert len(rows) == 3
    assert all(row[1:] == (False, False, False) for row in rows)
    assert owned_by_them == (0,)


def test_a_data_migration_changes_rows_under_forced_policies(member: Person) -> None:
    """FORCE binds the owner too; without its own policy an UPDATE here would change 0 rows in silence."""
    with as_owner(), connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE accounts_workspace SET name = 'renamed'")
        assert cursor.rowcount == 1


def _task(person: Person) -> Task:
    with acting(person.caller):
        return Task.objects.create(
            kind="test.nothing",
            workspace_id=person.caller.workspace_id,
            user_id=person.caller.user_id,
            role="owner",
        )


def test_the_policies_hold_with_the_viewset_away(member: Person, stranger: Person) -> None:
    task = _task(member)
    with acting(stranger.caller):
        assert not Task.objects.filter(pk=task.pk).exists()
        assert Task.objects.filter(pk=task.pk).update(message="mine now") == 0
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM jobs_task")
            assert cursor.fetchone() == (0,)
    with acting(member.caller):
        assert Task.objects.get(pk=task.pk).message == ""


def test_a_row_cannot_be_written_into_another_workspace(member: Person, stranger: Person) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), acting(member.caller):
        Task.objects.create(
            kind="test.nothing",
            workspace_id=stranger.caller.workspace_id,
            user_id=member.caller.user_id,
            role="owner",
        )


def test_the_viewset_holds_with_the_policies_away(member: Person, stranger: Person) -> None:
    """The same request with the policy opened wide: the first wall alone gives a stranger 404."""
    task = _task(member)
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE POLICY open_wide ON jobs_task TO foothold_app USING (true)")
    try:
        assert member.client.get(f"/api/v1/tasks/{task.pk}/").status_code == 200
        assert stranger.client.get(f"/api/v1/tasks/{task.pk}/").status_code == 404
        assert stranger.client.get("/api/v1/tasks/").json()["count"] == 0
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute("DROP POLICY open_wide ON jobs_task")


def test_a_query_outside_of_acting_is_an_error() -> None:
    with pytest.raises(NoCaller):
        Plan.objects.count()
    with as_system():
        assert Plan.objects.count() == 3


def test_acting_inside_acting_for_somebody_else_is_an_error(member: Person, stranger: Person) -> None:
    with acting(member.caller), pytest.raises(RuntimeError, match="somebody else"), acting(stranger.caller):
        pass


def test_the_setting_ends_with_the_transaction(member: Person) -> None:
    with acting(member.caller):
        pass
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_setting('app.workspace', true)")
        assert cursor.fetchone()[0] in (None, "")


@pytest.mark.parametrize("guarded", ["get_queryset", "get_object", "get_permissions", "dispatch"])
def test_a_viewset_cannot_override_what_guards_tenancy(guarded: str) -> None:
    with pytest.raises(TypeError, match=guarded):
        type("Sly", (FootholdViewSet,), {guarded: lambda self: None, "__module__": "apps.sly"})


def test_only_named_modules_step_into_another_workspace() -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "apps").rglob("*.py")
        if re.search(r"\bwithin\(|import .*\bwithin\b", path.read_text())
    }
    assert users <= set(WITHIN), users - set(WITHIN)


def test_only_named_modules_speak_as_system() -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "apps").rglob("*.py")
        if re.search(r"\bas_system\b|\"system\"\]|using\(\"system\"\)", path.read_text())
    }
    assert users <= set(ALLOWED), users - set(ALLOWED)
    assert set(ALLOWED) <= users | {"apps/core/db/context.py"}, set(ALLOWED) - users
    assert issubclass(OwnedModel, models.Model)
