"""What each feature of `listVacancies` costs: the same questions with one of them off, each in a process of its own.

Called by `bench.listing`, with its servers up. Requests go in at our WSGI application, one at a time, without a network
before it: what is left is our processor time and PostgreSQL's. A round is every variant once over all questions, each
round begins with another one; what is said of a feature is the median of the rounds' differences.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from bench import processor, rows_base
from bench.listing_questions import questions

PATH = "/api/v1/vacancies/"
FULL = "everything on"


def _fixed_caller() -> None:
    """Everybody is let in as the one person: no signature, no session."""
    from uuid import UUID

    from apps.accounts.auth.authentication import BearerAuthentication
    from apps.core.caller import Caller

    caller = Caller(UUID(os.environ["BENCH_USER"]), UUID(os.environ["BENCH_WORKSPACE"]), "owner")
    door: Any = BearerAuthentication
    door.authenticate = lambda self, request: (caller, None)


def _no_limits() -> None:
    from apps.core.api import throttling
    from apps.core.windows import Window

    throttling.count = lambda request, **_: Window(1, 1, 0.0, True)


def _counts_are_not_kept() -> None:
    from apps.vacancies.api.views import VacancyViewSet

    VacancyViewSet.keeps_counts = False


def _ordinary() -> None:
    from apps.vacancies.api.views import VacancyViewSet

    VacancyViewSet.compiled = False


def _nothing_prepared() -> None:
    import psycopg

    cursors: Any = psycopg.Cursor
    execute = cursors.execute

    def unprepared(cursor: Any, query: Any, params: Any = None, **options: Any) -> Any:
        return execute(cursor, query, params, **(options | {"prepare": False}))

    cursors.execute = unprepared


def _only_the_view() -> None:
    from django.conf import settings

    settings.MIDDLEWARE = []


def _nothing() -> None: ...


# What is done in the process before the application is made. Row security: as the role whose policies let all pass.
VARIANTS: Mapping[str, Callable[[], None]] = {
    FULL: _nothing,
    "no token, no session": _fixed_caller,
    "no limits": _no_limits,
    "no row security": _nothing,
    "no middleware": _only_the_view,
    "counts not kept": _counts_are_not_kept,
    "no prepared statements": _nothing_prepared,
    "one plan for all values": _nothing,
    "not compiled (DRF)": _ordinary,
}


def _environment(name: str, caller: Any, token: str, app_url: str, system_url: str) -> dict[str, str]:
    said = {
        "BENCH_USER": str(caller.user_id), "BENCH_WORKSPACE": str(caller.workspace_id), "BENCH_TOKEN": token,
    }  # fmt: skip
    if name == "no row security":
        said |= {"DATABASE_URL": system_url, "DATABASE_SYSTEM_URL": system_url}
    if name == "one plan for all values":
        joint = "&" if "?" in app_url else "?"
        generic = f"{app_url}{joint}options=-c%20plan_cache_mode%3Dforce_generic_plan"
        said |= {"DATABASE_URL": generic, "DATABASE_SYSTEM_URL": system_url}
    return said


def measure(caller: Any, token: str, app_url: str, system_url: str, rounds: int) -> None:
    """Prints a row for each feature: what a request costs without it, and the difference."""
    postgres = processor.postgres_of(rows_base.VAR)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in VARIANTS}
    with ExitStack() as stack:
        children = {}
        for name in VARIANTS:
            environment = os.environ | _environment(name, caller, token, app_url, system_url)
            children[name] = stack.enter_context(_child(name, environment))
            _asked(children[name])
        for turn in range(rounds):
            names = list(VARIANTS)
            for name in [*names[turn % len(names) :], *names[: turn % len(names)]]:
                before = processor.of_family(postgres)
                own = _asked(children[name])
                theirs = (processor.of_family(postgres) - before) / len(questions()) * 1e3
                taken[name].append((own, theirs))
        for child in children.values():
            assert child.stdin is not None
            child.stdin.close()
    _print(taken)


def _print(taken: Mapping[str, list[tuple[float, float]]]) -> None:
    print(
        f"\nCPU ms a request, in process, median of {len(taken[FULL])} rounds; load {os.getloadavg()[0]:.1f}"
    )
    print(f"{'':26}{'ours':>8}{'':>9}{'PostgreSQL':>12}{'':>9}")
    for name, runs in taken.items():
        said = f"{name:26}"
        for place, width in ((0, 8), (1, 12)):
            value = statistics.median(run[place] for run in runs)
            by_round = (run[place] - full[place] for run, full in zip(runs, taken[FULL], strict=True))
            said += f"{value:{width}.2f} ({statistics.median(by_round):+.2f})"
        print(said, flush=True)


def _child(name: str, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.listing_features", name],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _asked(child: subprocess.Popen[str]) -> float:
    """Our processor time of a request, in milliseconds, over one turn of all questions."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("go\n")
    child.stdin.flush()
    said = child.stdout.readline()
    if not said:
        raise SystemExit("a variant of listing_features ended")
    return float(said)


def _serve(name: str) -> None:
    """A child: for each line of its input, all questions once."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")
    django.setup()
    VARIANTS[name]()
    from project.wsgi import application

    for query in questions():
        _request(application, query)
    for _ in sys.stdin:
        began = time.process_time()
        for query in questions():
            _request(application, query)
        print((time.process_time() - began) / len(questions()) * 1e3, flush=True)


def _request(application: Any, query: str) -> None:
    said: list[str] = []
    answer = application(
        {
            "REQUEST_METHOD": "GET", "PATH_INFO": PATH, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1",
            "HTTP_AUTHORIZATION": f"Bearer {os.environ['BENCH_TOKEN']}", "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "wsgi.version": (1, 0), "wsgi.multithread": False,
            "wsgi.multiprocess": False, "wsgi.run_once": False,
        },
        lambda status, headers: said.append(status),
    )  # fmt: skip
    body = b"".join(answer)
    answer.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{query}: {said} {body[:300]!r}")


if __name__ == "__main__":
    _serve(sys.argv[1])
