"""A list's answer by its compiled form."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.filters import FootholdFilterSet
from apps.core.cached import CATALOGUE, of_workspace
from apps.core.caller import Caller
from apps.core.reading.compiled import compiled_list
from apps.core.reading.listings import CompiledListing
from apps.core.reading.questions import question_of


class ListView(Protocol):
    """What is asked of a viewset (`core.api.viewsets.FootholdViewSet`)."""

    action: str
    keeps_counts: ClassVar[bool]

    @property
    def caller(self) -> Caller: ...
    @property
    def resolved_ordering(self) -> str: ...
    def page_of(self, rows: Any) -> list[Any]: ...
    def get_paginated_response(self, data: Any) -> Response: ...


def answer_list(view: ListView, request: Request) -> Response | None:
    """The answer; None where this list, or this question, is for the ordinary way. Raises as that would."""
    listing = listing_of(view, request)
    if listing is None:
        return None
    return view.get_paginated_response(listing.shown(view.page_of(listing)))


def listing_of(view: ListView, request: Request) -> CompiledListing | None:
    """The compiled listing of what is asked."""
    filterset: type[FootholdFilterSet] | None = getattr(view, "filterset_class", None)
    question = question_of(filterset, request.query_params)
    if question is None:
        return None
    _ = view.resolved_ordering  # refuses an ordering that is not offered
    compiled = compiled_list(type(view), view.action, question.shape, request.query_params.get("ordering"))
    if compiled is None:
        return None
    own = {"workspace_id": view.caller.workspace_id, "user_id": view.caller.user_id}
    depends_on = (CATALOGUE, of_workspace(view.caller.workspace_id)) if view.keeps_counts else ()
    return CompiledListing(compiled, {**question.values, **own}, depends_on)
