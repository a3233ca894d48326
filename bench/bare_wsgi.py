"""Our read path alone, for the comparison of bare with bare: no token, limit or middleware, for one fixed caller."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")
django.setup()

from django.db import connections  # noqa: E402 - Django stands now
from django.http import QueryDict  # noqa: E402 - the same

from apps.core.api.pagination import DEEPEST  # noqa: E402
from apps.core.api.renderers import to_json  # noqa: E402
from apps.core.cached import CATALOGUE, of_workspace  # noqa: E402
from apps.core.caller import Caller  # noqa: E402
from apps.core.db import acting  # noqa: E402
from apps.core.reading.compiled import compiled_list  # noqa: E402
from apps.core.reading.listings import CompiledListing  # noqa: E402
from apps.core.reading.questions import question_of  # noqa: E402
from apps.vacancies.api.views import VacancyViewSet  # noqa: E402
from project.garbage import spare_the_program  # noqa: E402

spare_the_program()

SIZE = 20
CALLER = Caller(UUID(os.environ["BENCH_USER"]), UUID(os.environ["BENCH_WORKSPACE"]), "owner")
DEPENDS_ON = (CATALOGUE, of_workspace(CALLER.workspace_id))
OWN = {"workspace_id": CALLER.workspace_id, "user_id": CALLER.user_id}


def answer(query: str) -> bytes:
    parameters = QueryDict(query, mutable=True)
    page = int(parameters.pop("page", ["1"])[0])
    with acting(CALLER):
        question = question_of(VacancyViewSet.filterset_class, parameters)
        assert question is not None
        compiled = compiled_list(VacancyViewSet, "list", question.shape, None)
        assert compiled is not None
        listing = CompiledListing(compiled, {**question.values, **OWN}, DEPENDS_ON)
        rows = listing.page((page - 1) * SIZE, SIZE + 1)
        count, exact = (page - 1) * SIZE + len(rows), True
        if len(rows) > SIZE:
            count = listing.count_up_to(DEEPEST + 1)
            exact = count <= DEEPEST
            count = count if exact else max(listing.estimate(), DEEPEST + 1)
    return to_json({"count": count, "count_exact": exact, "results": listing.shown(rows[:SIZE])})


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    try:
        body = answer(environ["QUERY_STRING"])
    finally:
        # As at the end of every request: threads come and go, and what one of them kept would be missing in the pool.
        connections.close_all()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
