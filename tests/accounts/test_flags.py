"""Feature flags: who they are on for, at the next request; and the operations that ask for them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.contrib import admin
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path
from pytest_django.fixtures import Settings
from rest_framework import serializers
from rest_framework.request import Request

from apps.accounts import flags
from apps.accounts.models import Flag, Membership, Workspace
from apps.core import features
from apps.core.api.operations import operation
from apps.core.api.serializers import StrictSerializer
from apps.core.api.viewsets import FootholdViewSet
from apps.core.db import acting, as_system
from apps.core.models import uuid7
from tests.factories.accounts import Person, make_person

FEATURE, PATH, ME = "night_mode", "/api/v1/night/", "/api/v1/users/me/"


class NightSerializer(StrictSerializer):
    is_dark = serializers.BooleanField()


class NightViewSet(FootholdViewSet):
    """An operation of the test's own that asks for a feature."""

    noun = "Night"
    tags = ("users",)
    scoped_by_workspace = False

    @operation(id="getNight", response=NightSerializer, feature=FEATURE)
    def retrieve(self, request: Request) -> dict[str, bool]:
        """Whether it is dark."""
        return {"is_dark": True}


urlpatterns = [path("", include("project.urls")), path(PATH[1:], NightViewSet.as_view({"get": "retrieve"}))]


@pytest.fixture(autouse=True)
def routes(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__


def make_flag(**fields: Any) -> Flag:
    flag = Flag(**{"name": FEATURE, **fields})
    with as_system():
        flag.save()
    return flag


def workspace_of(person: Person) -> Workspace:
    with as_system():
        return Workspace.objects.get(pk=person.caller.workspace_id)


def change(flag: Flag, **fields: Any) -> None:
    with as_system():
        for name, value in fields.items():
            setattr(flag, name, value)
        flag.save()


def is_on(person: Person) -> bool:
    """Whether the operation opens; `users/me/` must say the same."""
    answer = person.client.get(PATH)
    told = FEATURE in person.client.get(ME).json()["features"]
    assert answer.status_code == (200 if told else 403), answer.content
    if not told:
        assert answer.json()["code"] == "plan_limit_reached"
        assert FEATURE in answer.json()["detail"]
    return told


def test_nobody_has_it_without_a_flag(member: Person) -> None:
    assert not is_on(member)
    make_flag()
    assert not is_on(member)


def test_on_for_a_person_at_once(member: Person, stranger: Person) -> None:
    flag = make_flag()
    with as_system():
        flag.users.add(member.user)
    assert (is_on(member), is_on(stranger)) == (True, False)
    with as_system():
        flag.users.remove(member.user)
    assert not is_on(member)


def test_on_for_a_workspace(member: Person, stranger: Person) -> None:
    flag = make_flag()
    colleague = make_person(workspace_of=member, role="viewer")
    with as_system():
        flag.workspaces.add(workspace_of(member))
    assert (is_on(member), is_on(colleague), is_on(stranger)) == (True, True, False)
    with as_system():
        Membership.objects.filter(user=colleague.user).delete()
        own = Workspace.objects.create(name="Own")
        Membership.objects.create(user=colleague.user, workspace=own, role="owner")
    assert FEATURE not in flags.features_of(member.caller.__class__(colleague.user.pk, own.pk, "owner"))


def test_on_for_a_plan_and_a_changed_plan_is_felt_at_once(member: Person, stranger: Person) -> None:
    make_flag(plans=["pro", "team"])
    assert not is_on(member)
    with as_system():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(plan="pro")
    assert (is_on(member), is_on(stranger)) == (True, False)


def test_on_for_staff_and_for_whoever_signed_in(member: Person) -> None:
    flag = make_flag(staff=True)
    staff = make_person(is_staff=True)
    assert (is_on(staff), is_on(member)) == (True, False)
    change(flag, staff=False, authenticated=True)
    assert is_on(member)


def test_everyone_goes_before_the_rest(member: Person) -> None:
    flag = make_flag(everyone=True)
    assert is_on(member)
    change(flag, everyone=False, authenticated=True, percent=Decimal("99.9"))
    with as_system():
        flag.users.add(member.user)
    assert not is_on(member)


def test_share_of_users_is_the_same_each_time(member: Person) -> None:
    flag = make_flag(percent=Decimal("50.0"))
    first = is_on(member)
    assert [is_on(member) for _ in range(3)] == [first] * 3
    assert first == flags.in_share(FEATURE, member.user.pk, Decimal("50.0"))
    change(flag, percent=Decimal("0.0"))
    assert not is_on(member)


def test_share_is_as_large_as_it_says_and_grows_without_losing_anyone() -> None:
    people = [uuid7() for _ in range(20_000)]

    def share(percent: str, name: str = FEATURE) -> set[UUID]:
        return {person for person in people if flags.in_share(name, person, Decimal(percent))}

    tenth, half = share("10.0"), share("50.0")
    assert abs(len(tenth) / 20_000 - 0.1) < 0.015
    assert abs(len(half) / 20_000 - 0.5) < 0.02
    assert tenth < half
    assert len(share("10.0", "another") & tenth) < len(tenth) / 4


def test_one_query_however_many_flags(member: Person) -> None:
    def queries() -> int:
        with acting(member.caller), CaptureQueriesContext(connections["default"]) as captured:
            flags.features_of(member.caller)
        return sum("accounts_flag" in query["sql"] for query in captured)

    counts = []
    for number in range(20):
        flag = make_flag(name=f"flag{number}", plans=["free"], percent=Decimal("10.0"))
        with as_system():
            flag.users.add(member.user)
        if number in (0, 4, 19):
            counts.append(queries())
    assert counts == [1, 1, 1]
    assert len(flags.features_of(member.caller)) == 20


def test_who_else_has_it_is_nobody_elses_to_see(member: Person, stranger: Person) -> None:
    flag = make_flag()
    with as_system():
        flag.users.add(member.user, stranger.user)
        flag.workspaces.add(workspace_of(member), workspace_of(stranger))
    with acting(stranger.caller):
        assert [user for (user,) in Flag.users.through.objects.values_list("user_id")] == [stranger.user.pk]
        seen = Flag.workspaces.through.objects.values_list("workspace_id", flat=True)
        assert list(seen) == [stranger.caller.workspace_id]


def test_feature_of_the_plan_needs_no_flag(member: Person) -> None:
    assert "api_keys" in member.client.get(ME).json()["features"]
    assert features.has(member.caller.__class__(member.user.pk, member.caller.workspace_id, "owner",
                                                features=frozenset({"x"})), "x")  # fmt: skip


@pytest.fixture
def staff_client(database: None) -> Client:
    client = Client()
    person = make_person(is_staff=True, is_superuser=True)
    with as_system():
        client.force_login(person.user)
    return client


def test_staff_make_and_change_a_flag(staff_client: Client, member: Person) -> None:
    form = {"name": FEATURE, "note": "", "everyone": "unknown", "plans": "", "users": str(member.user.pk)}
    page = staff_client.get("/admin/accounts/flag/add/").content.decode()
    assert "The same people each time" in page
    assert "<select" not in page.replace('<select name="everyone"', "")
    assert staff_client.post("/admin/accounts/flag/add/", form).status_code == 302
    assert is_on(member)
    with as_system():
        pk = Flag.objects.get().pk
    address = f"/admin/accounts/flag/{pk}/change/"
    assert staff_client.post(address, {**form, "users": ""}).status_code == 302
    assert not is_on(member)
    wrong = staff_client.post(address, {**form, "plans": "gold"})
    assert wrong.status_code == 200
    assert "There is no plan" in wrong.content.decode()


def test_pages_of_libraries_are_not_there() -> None:
    names = {model._meta.label for model in admin.site._registry}
    assert "accounts.Flag" in names
    gone = {"waffle.Flag", "waffle.Switch", "waffle.Sample", "account.EmailAddress", "mfa.Authenticator"}
    assert not names & (gone | {"account.EmailConfirmation"})
