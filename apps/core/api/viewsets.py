"""The guarded bases of every viewset. A subclass sets class attributes and has `narrow_queryset()` at most."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from apps.core import reading
from apps.core.api import deprecation, throttling
from apps.core.api.etag import require_match
from apps.core.api.listing import Listing
from apps.core.api.operations import Operation, declared_on, operation, refuse_unknown_query
from apps.core.api.ordering import ordering_parameter, resolve_ordering
from apps.core.api.pagination import PARAMETERS
from apps.core.api.renderers import AlwaysOurs
from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.errors import NotFound
from apps.core.windows import Window

_GUARDED = ("get_queryset", "get_object", "get_permissions", "dispatch", "initial")


class FootholdViewSet(GenericViewSet[Any]):
    """Scopes every queryset to the caller's workspace and runs every request in `acting(caller)`.

    Class attributes: `queryset`, `serializer_class`, `noun` (and `noun_plural`) for operation ids,
    `ordering_fields` and `ordering` for lists, `overrides` {action: {field of Operation: value}}.
    """

    noun: ClassVar[str] = ""
    noun_plural: ClassVar[str] = ""
    ordering: ClassVar[str] = "-created_at"
    ordering_fields: ClassVar[tuple[str, ...]] = ()
    overrides: ClassVar[dict[str, dict[str, Any]]] = {}
    # The rate limit of operations that name none.
    bucket: ClassVar[str] = "default"
    # Rows without a workspace (the catalogue, the caller's own account) say so here, and narrow by themselves.
    scoped_by_workspace: ClassVar[bool] = True
    # Whether the list is read without instances and serializers, by SQL that is compiled once (`core.reading`).
    compiled: ClassVar[bool] = False
    # Whether what a compiled list counts is kept until an event says that the catalogue or the workspace's own vacancies
    # have changed (`core.cached`). Only where events say all that changes the list.
    keeps_counts: ClassVar[bool] = False
    content_negotiation_class = AlwaysOurs
    lookup_value_converter = "uuid"
    action: str
    window: Window | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__module__ == __name__:
            return
        broken = [name for name in _GUARDED if name in cls.__dict__]
        if broken:
            raise TypeError(
                f"{cls.__name__} may not override {', '.join(broken)}: they guard who sees which row"
            )

    @property
    def operation(self) -> Operation | None:
        return declared_on(self, getattr(self, "action", None))

    @property
    def operation_id(self) -> str:
        declared = self.operation
        return (declared.id if declared else "") or self.default_operation_id()

    def default_operation_id(self) -> str:
        verb = {"list": "list", "retrieve": "get", "create": "create", "update": "replace", "partial_update": "update",
                "destroy": "delete"}.get(self.action, self.action)  # fmt: skip
        return (
            f"{verb}{self.noun_plural or self.noun + 's'}" if self.action == "list" else f"{verb}{self.noun}"
        )

    @property
    def caller(self) -> Caller:
        return cast(Caller, self.request.user)

    @property
    def resolved_ordering(self) -> str:
        return resolve_ordering(self.request, self.ordering, self.ordering_fields)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """DRF's dispatch, with the handler inside `acting()`: one transaction a request, undone by any exception."""
        self.args, self.kwargs = args, kwargs
        self.headers = self.default_response_headers
        drf_request = self.initialize_request(request, *args, **kwargs)
        self.request = drf_request
        try:
            self.initial(drf_request, *args, **kwargs)
            handler = getattr(self, (drf_request.method or "").lower(), self.http_method_not_allowed)
            response = self.handle(drf_request, handler, args, kwargs)
        except Exception as fault:  # noqa: BLE001 - DRF's own contract: every fault becomes a response
            response = self.handle_exception(fault)
        self.response = self.finalize_response(drf_request, cast(Response, response), *args, **kwargs)
        self._write_headers(self.response)
        answered = self.response
        if isinstance(answered, Response):
            answered.add_post_render_callback(self._let_go)
        return answered

    def _let_go(self, answered: Response) -> None:
        """Once its bytes are made, nothing of an answer is asked for again: neither view, nor request, nor rows.

        They name one another, and would lie about until the collector comes, when the processor's cache has forgotten
        them: .15 ms a request.
        """
        self.request.parser_context.clear()
        vars(answered)["renderer_context"].clear()
        vars(self).clear()

    def _write_headers(self, response: HttpResponseBase) -> None:
        """What every answer says, refusals too."""
        if not self.is_public:
            response.headers.setdefault("Cache-Control", "private, no-cache")
            response.headers["Vary"] = "Authorization, Cookie, Origin"
        if self.window is not None:
            throttling.write_headers(response, self.window)
        if self.operation is not None and self.operation.deprecated is not None:
            deprecation.write_headers(response, self.operation.deprecated)

    @property
    def is_public(self) -> bool:
        return self.operation is not None and self.operation.public

    def perform_authentication(self, request: Request) -> None:
        """A public operation does not look at the token: a stale one must not shut a door that is open.

        Whoever it is, is counted here: after they are known, before permissions and work. Who fails, by address.
        """
        caller: Caller | None = None
        try:
            if not self.is_public:
                super().perform_authentication(request)
                caller = request.user if isinstance(request.user, Caller) else None
        finally:
            declared = self.operation
            bucket = (declared.bucket if declared else "") or self.bucket
            self.window = throttling.count(request._request, bucket=bucket, caller=caller)
            throttling.require(self.window)

    def handle(self, request: Request, handler: Any, args: Any, kwargs: Any) -> HttpResponseBase:
        if self.is_public or not isinstance(request.user, Caller):
            return cast(HttpResponseBase, handler(request, *args, **kwargs))
        with acting(request.user):
            return cast(HttpResponseBase, handler(request, *args, **kwargs))

    def get_queryset(self) -> QuerySet[Any]:
        queryset = super().get_queryset()
        if self.scoped_by_workspace:
            if not any(field.attname == "workspace_id" for field in queryset.model._meta.concrete_fields):
                raise TypeError(
                    f"{type(self).__name__}: {queryset.model.__name__} has no workspace to scope by"
                )
            queryset = queryset.filter(workspace_id=self.caller.workspace_id)
        return self.narrow_queryset(queryset)

    def narrow_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Fewer rows, or prefetches. The only hook of a subclass."""
        return queryset

    def get_object(self) -> Any:
        try:
            found = self.get_queryset().filter(pk=self.kwargs["pk"]).first()
        except ValueError:
            found = None
        if found is None:
            raise NotFound()
        return found

    def locked(self) -> Any:
        """The row of this request, locked to the end of the transaction; a stranger's is NotFound."""
        found = self.get_queryset().select_for_update(of=("self",)).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise NotFound()
        return found

    def listing(self) -> QuerySet[Any] | Listing:
        """What `list` pages: the filtered queryset, unless an app has a listing of its own."""
        return self.filter_queryset(self.get_queryset())

    def known_query_parameters(self) -> list[str]:
        filterset = getattr(self, "filterset_class", None)
        names = [*PARAMETERS, *(filterset.base_filters if filterset else ())]
        return [*names, "ordering"] if self.ordering_fields else names

    def page_of(self, rows: QuerySet[Any] | Listing) -> list[Any]:
        """The rows of the page that was asked for."""
        return list(self.paginate_queryset(cast(QuerySet[Any], rows)) or [])

    def respond_with_page(self, request: Request, rows: QuerySet[Any] | Listing) -> Response:
        return self.get_paginated_response(self.get_serializer(self.page_of(rows), many=True).data)

    def answer_list(self, request: Request) -> Response:
        """The page that was asked for: by the compiled list where there is one, else by `listing`."""
        refuse_unknown_query(request, self.known_query_parameters())
        answered = reading.answer_list(self, request) if self.compiled else None
        return answered if answered is not None else self.respond_with_page(request, self.listing())

    def present(self, instance: Model) -> Any:
        """The representation that GET gives of a row, and that ETags are made of."""
        declared = declared_on(self, "retrieve")
        serializer = (declared and declared.response) or self.get_serializer_class()
        return serializer(instance, context=self.get_serializer_context()).data

    def locked_and_matched(self) -> Any:
        """The row of a write: locked, and as the caller's `If-Match` last saw it."""
        row = self.locked()
        require_match(self.request, self.present(row))
        return row


class Listed:
    """`GET …/`"""

    @operation(many=True)
    def list(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        return cast(Response, self.answer_list(request))


class Retrieved:
    """`GET …/{id}/`"""

    @operation(concurrent=True)
    def retrieve(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One of them, whole."""
        return Response(self.present(self.get_object()))


__all__ = ["FootholdViewSet", "Listed", "Retrieved", "operation", "ordering_parameter"]
