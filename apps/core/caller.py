"""Who is asking. Filled by authentication in `accounts`, or by a task from its row. Pure: no Django."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

# Events of the catalogue belong to no workspace; their rows say so by this id.
NO_WORKSPACE = UUID(int=0)

# What each role may do with the rows of its workspace; a role that is not named may do nothing.
ABILITIES: dict[str, frozenset[str]] = {
    "viewer": frozenset({"read"}),
    "member": frozenset({"read", "write"}),
    "admin": frozenset({"read", "write", "manage"}),
    "owner": frozenset({"read", "write", "manage", "own"}),
}


@dataclass(frozen=True, slots=True)
class Caller:
    """A user acting in one workspace. `role` and `plan` are as the database says now, not as a token claims.

    `features` are the plan's. `scopes` is None for a signed-in person, and what an API key may do for a program.
    """

    user_id: UUID
    workspace_id: UUID
    role: str
    plan: str = "free"
    features: frozenset[str] = field(default_factory=frozenset)
    email_verified: bool = False
    is_staff: bool = False
    rate_factor: int = 1
    session_id: UUID | None = None
    api_key_id: UUID | None = None
    scopes: frozenset[str] | None = None

    @property
    def abilities(self) -> frozenset[str]:
        return ABILITIES.get(self.role, frozenset())

    def can(self, ability: str) -> bool:
        if ability == "staff":
            return self.is_staff
        return ability in self.abilities

    def may_reach(self, resource: str, ability: str) -> bool:
        """Whether the key's scopes hold `resource:ability` (`resumes:read`, `*:read`); a person has no scopes."""
        if self.scopes is None:
            return True
        return not self.scopes.isdisjoint({f"{resource}:{ability}", f"*:{ability}"})
