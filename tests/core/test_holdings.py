"""Every table that holds something of a workspace or a person is registered: found from the models, none forgotten."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import connections
from django.db.models import Model, UUIDField

from apps.accounts.models import Connection, User, Workspace
from apps.core.holdings import (
    Holding,
    Person,
    all_holdings,
    columns_of,
    erasing_order,
    has_workspace,
    person_columns,
)
from apps.core.models import uuid7

# Bare ids that name neither a workspace nor a person.
OTHER_IDS = {"task_id", "event_id", "subject_id", "refresh_id", "device_id"}
# Says which secrets there are, not what they are.
NO_SECRET = {"secret_fields"}
SECRET = re.compile(r"password|secret|hash|salt|blob_key|(^|_)token|lease")


def held_models() -> list[type[Model]]:
    """Tables with the id of a workspace or of a person, join tables too; a view holds nothing of its own."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if (model._meta.managed or model._meta.db_table == "events_event")
        and (has_workspace(model) or person_columns(model))
    ]


def test_the_models_are_found() -> None:
    names = {model._meta.label_lower for model in held_models()}
    assert {
        "jobs.task",
        "events.event",
        "accounts.flag_users",
        "mfa.authenticator",
        "resumes.resume",
    } <= names
    assert len(names) > 30


def test_every_table_is_registered() -> None:
    assert {model._meta.label for model in held_models()} == {h.model._meta.label for h in all_holdings()}


def test_every_bare_id_is_understood() -> None:
    """A new column that names a person must be found by its name: `user_id`, `actor_id`, `…_by_id`."""
    for model in (holding.model for holding in all_holdings()):
        for field in model._meta.concrete_fields:
            if isinstance(field, UUIDField) and not field.primary_key and field.attname.endswith("_id"):
                known = {"workspace_id", *person_columns(model), *OTHER_IDS}
                assert field.attname in known, f"{model._meta.label}.{field.attname}"


@pytest.mark.parametrize("holding", all_holdings(), ids=lambda holding: holding.name)
def test_every_table_is_given_out_or_says_why_not(holding: Holding) -> None:
    if holding.unexported:
        assert len(holding.unexported) > 20
        return
    assert holding.about and len(holding.about) < 130
    assert holding.columns
    assert not [name for name in holding.columns if SECRET.search(name) and name not in NO_SECRET]
    if not holding.is_personal:
        assert holding.has_workspace, "a table of nobody's: neither a workspace nor a person owns its rows"


def test_secrets_are_given_out_by_no_table() -> None:
    assert "secret" not in columns_of(Connection, ())
    assert "secret" in {field.attname for field in Connection._meta.concrete_fields}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("holding", all_holdings(), ids=lambda holding: holding.name)
def test_what_is_given_out_can_be_read_as_the_application(holding: Holding) -> None:
    if holding.unexported:
        return
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(current_user, %s, 'SELECT')", [holding.model._meta.db_table]
        )
        assert cursor.fetchone() == (True,)


def test_nothing_is_erased_while_something_points_at_it() -> None:
    place = {holding.model: number for number, holding in enumerate(erasing_order())}
    for holding in all_holdings():
        for field in holding.model._meta.concrete_fields:
            target = field.related_model
            if target in (None, User, Workspace, holding.model) or target not in place:
                continue
            assert place[holding.model] < place[target], (holding.name, field.name)


def test_a_table_without_people_gives_a_person_no_row() -> None:
    """An empty condition would be every row."""
    person = Person(id=uuid7(), email="nobody@example.com")
    for holding in all_holdings():
        assert holding.of(person), holding.name
        assert holding.naming(person), holding.name
