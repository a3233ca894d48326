"""Who may do what to whom in a workspace. Pure: no Django."""

from __future__ import annotations

from apps.core.caller import ABILITIES

# From least to most.
ROLES = ("viewer", "member", "admin", "owner")
OWNER = "owner"
# What may be done with a member, in the words that clients see.
MEMBER_ABILITIES = ("change_role", "remove")


def rank(role: str) -> int:
    """How far a role goes; -1 for one that is not known, which goes nowhere."""
    return ROLES.index(role) if role in ROLES else -1


def manages(role: str) -> bool:
    return "manage" in ABILITIES.get(role, frozenset())


def may_give(actor: str, role: str) -> bool:
    """Whether `actor` may give somebody `role`: nobody raises above themselves, only an owner makes owners."""
    return manages(actor) and role in ROLES and rank(role) <= rank(actor)


def may_change(actor: str, present: str, wanted: str) -> bool:
    """Whether `actor` may move somebody from one role to another; only an owner unmakes owners."""
    return may_give(actor, present) and may_give(actor, wanted)


def may_remove(actor: str, present: str, *, is_self: bool) -> bool:
    """Whether `actor` may take somebody out of the workspace. Anyone may leave."""
    return is_self or may_give(actor, present)


def abilities_on(actor: str, present: str, *, is_self: bool, is_last_owner: bool) -> list[str]:
    """What `actor` may do with a member of role `present`: the last owner neither goes nor steps down."""
    if is_last_owner:
        return []
    found = {
        "change_role": may_give(actor, present),
        "remove": may_remove(actor, present, is_self=is_self),
    }
    return [name for name in MEMBER_ABILITIES if found[name]]
