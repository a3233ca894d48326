"""What makes and changes a workspace."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings

from apps.accounts.models import Membership, Role, User, Workspace
from apps.core.caller import Caller
from apps.core.db import atomic, within
from apps.core.errors import Conflict, NotFound
from apps.events.services import publish

# Each has a plan of its own: without an end, a person would have as many free allowances as they like.
MOST_OWNED = 20


def lock_workspace(workspace_id: UUID) -> Workspace:
    """Whoever changes who belongs to a workspace comes by here first, so that such changes go one after another.

    Other rows of the workspace can be written meanwhile. Raises NotFound.
    """
    found = Workspace.objects.select_for_update(no_key=True, of=("self",)).filter(pk=workspace_id).first()
    if found is None:
        raise NotFound()
    return found


def lock_as(caller: Caller) -> tuple[Workspace, str]:
    """The caller's workspace, locked, and their role in it as it is now. Raises NotFound for one just removed."""
    workspace = lock_workspace(caller.workspace_id)
    place = Membership.objects.filter(user_id=caller.user_id, workspace_id=workspace.pk)
    role = place.values_list("role", flat=True).first()
    if role is None:
        raise NotFound()
    return workspace, role


def create_workspace(*, name: str, caller: Caller) -> Workspace:
    """A team's workspace with the caller as its owner. Raises Conflict for one who owns too many."""
    with atomic():
        # Two at once would both count the same.
        User.objects.select_for_update(no_key=True, of=("self",)).get(pk=caller.user_id)
        owned = Membership.objects.filter(user_id=caller.user_id, role=Role.OWNER).count()
        if owned >= MOST_OWNED:
            raise Conflict(f"You own {owned} workspaces; {MOST_OWNED} is the most.")
        workspace = Workspace(name=name, kind=Workspace.Kind.TEAM, plan_id=settings.DEFAULT_PLAN)
        with within(workspace.pk):
            workspace.save(force_insert=True)
            Membership.objects.create(user_id=caller.user_id, workspace=workspace, role=Role.OWNER)
            publish(
                "workspace.created",
                workspace_id=workspace.pk,
                actor_id=caller.user_id,
                subject_type="workspace",
                subject_id=workspace.pk,
                changed=["kind", "name", "plan"],
            )
    return workspace


def update_workspace(*, changes: dict[str, Any], caller: Caller) -> None:
    """Change the workspace the caller acts in; nothing is written or told where nothing differs."""
    with atomic():
        workspace = lock_workspace(caller.workspace_id)
        changed = [name for name, value in changes.items() if getattr(workspace, name) != value]
        if not changed:
            return
        for name in changed:
            setattr(workspace, name, changes[name])
        workspace.save(update_fields=[*changed, "updated_at"])
        publish(
            "workspace.updated",
            workspace_id=workspace.pk,
            actor_id=caller.user_id,
            subject_type="workspace",
            subject_id=workspace.pk,
            changed=changed,
        )
