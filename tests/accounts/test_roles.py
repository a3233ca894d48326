"""Who may do what to whom: all of it, by a table that is no copy of the code."""

from __future__ import annotations

import itertools

import pytest

from apps.accounts import roles
from apps.core.caller import ABILITIES


def test_every_role_has_a_rank_and_abilities() -> None:
    assert set(roles.ROLES) == set(ABILITIES)
    for less, more in itertools.pairwise(roles.ROLES):
        assert ABILITIES[less] < ABILITIES[more]


@pytest.mark.parametrize("present", roles.ROLES)
@pytest.mark.parametrize("wanted", roles.ROLES)
def test_nobody_gives_more_than_they_are(present: str, wanted: str) -> None:
    assert roles.may_change("owner", present, wanted)
    assert roles.may_change("admin", present, wanted) == ("owner" not in (present, wanted))
    assert not roles.may_change("member", present, wanted)
    assert not roles.may_change("viewer", present, wanted)


@pytest.mark.parametrize("unknown", ["", "king", "Owner"])
def test_an_unknown_role_gives_nothing_and_is_given_to_nobody(unknown: str) -> None:
    assert not roles.may_give(unknown, "viewer")
    assert not roles.may_give("owner", unknown)
    assert not roles.may_remove(unknown, "viewer", is_self=False)


def test_the_last_owner_may_do_nothing_with_themselves() -> None:
    assert roles.abilities_on("owner", "owner", is_self=True, is_last_owner=True) == []
    assert roles.abilities_on("viewer", "viewer", is_self=True, is_last_owner=False) == ["remove"]
    assert roles.abilities_on("admin", "admin", is_self=True, is_last_owner=False) == [
        "change_role",
        "remove",
    ]
