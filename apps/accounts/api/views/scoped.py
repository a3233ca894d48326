"""The guarded base of what lies under `workspaces/{id}/`: the workspace of the path counts, not the token's."""

from __future__ import annotations

from typing import Any, ClassVar, cast
from uuid import UUID

from rest_framework.request import Request

from apps.accounts.selectors import caller_in
from apps.accounts.services.workspaces import lock_workspace
from apps.core.api.viewsets import FootholdViewSet
from apps.core.caller import Caller
from apps.core.errors import NotFound


class InWorkspace(FootholdViewSet):
    """Acts in the workspace that the path names, with the caller's role, plan and features there.

    Done before permissions are asked for, so that abilities, features, `acting()`, the scope of every queryset and
    the events are those of that workspace, by the same code as everywhere. Who is not in it gets 404.
    """

    workspace_kwarg: ClassVar[str] = "workspace_id"
    signed_in: Caller | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "check_permissions" in cls.__dict__:
            raise TypeError(f"{cls.__name__} may not override check_permissions: it finds who acts where")

    def check_permissions(self, request: Request) -> None:
        if isinstance(request.user, Caller):
            # As the token says: which workspace is the current one.
            self.signed_in = request.user
            # A Caller, as authentication put there: Django's stubs know of users only.
            request.user = cast(Any, self._there(request.user))
        super().check_permissions(request)

    def _there(self, caller: Caller) -> Caller:
        # A path without the name is a fault of ours, and raises.
        workspace_id: UUID = self.kwargs[self.workspace_kwarg]
        found = caller_in(caller, workspace_id)
        if found is None:
            raise NotFound()
        return found

    @property
    def current_workspace_id(self) -> UUID:
        """Where the token acts."""
        return (self.signed_in or self.caller).workspace_id

    def locked(self) -> Any:
        """The workspace before the row, always in this order, or two writers would wait for each other."""
        lock_workspace(self.caller.workspace_id)
        return super().locked()
