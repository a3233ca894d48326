"""The base of every page of the admin: no full counts, no giant drop-downs, and what staff do is an event."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest

from apps.core.caller import NO_WORKSPACE
from apps.events.services import publish

M = TypeVar("M", bound=Model)
MOST_COUNTED = 10_000


class CappedPaginator(Paginator[Any]):
    """Counts no further than anyone pages."""

    @property
    def count(self) -> int:
        rows = self.object_list
        return rows.order_by()[:MOST_COUNTED].count() if isinstance(rows, QuerySet) else len(rows)


class FootholdAdmin(admin.ModelAdmin[M]):
    """Rows of all workspaces, as the system role. Links to other rows are typed by id or picked in a pop-up."""

    show_full_result_count = False
    paginator = CappedPaginator
    list_per_page = 50
    readonly_stamps: ClassVar[tuple[str, ...]] = ("id", "created_at", "updated_at")

    def __init__(self, model: type[M], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        links = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
        # An instance of its own: Django declares it for the class.
        self.__dict__["raw_id_fields"] = tuple(name for name in links if name not in self.autocomplete_fields)

    def get_readonly_fields(self, request: HttpRequest, obj: M | None = None) -> list[Any] | tuple[Any, ...]:
        names = {field.name for field in self.model._meta.get_fields()}
        return (
            *super().get_readonly_fields(request, obj),
            *(name for name in self.readonly_stamps if name in names),
        )

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._tell(request, "created", obj, [])
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._tell(request, "changed", obj, _changed_fields(message))
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for obj in queryset:
            self._tell(request, "deleted", obj, [])
        return super().log_deletions(request, queryset)

    def _tell(self, request: HttpRequest, verb: str, obj: Model, changed: list[str]) -> None:
        workspace = getattr(obj, "workspace_id", None)
        publish(
            f"{self.opts.model_name}.{verb}_by_staff",
            workspace_id=workspace if isinstance(workspace, UUID) else NO_WORKSPACE,
            actor_id=request.user.pk if isinstance(request.user.pk, UUID) else None,
            subject_type=self.opts.model_name or "",
            subject_id=obj.pk if isinstance(obj.pk, UUID) else None,
            changed=changed,
        )


def _changed_fields(message: Any) -> list[str]:
    """The fields that Django's change message names."""
    found: list[str] = []
    for part in message if isinstance(message, list) else []:
        found += part.get("changed", {}).get("fields", [])
    return [name[:64] for name in found]


class ReadOnlyAdmin(FootholdAdmin[M]):
    """Rows that the product writes and staff only look at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
