"""Databases of their own with recorded postings in them, under var, loaded once and used again.

One is loaded anew when the recorded files, the choice of postings or the product's migrations are not those it was made of.
What the product makes of the postings afterwards (occupations, vectors) it makes anew when its code asks for that.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bench.recorded import SHARED_DATA

if TYPE_CHECKING:
    from apps.core.caller import Caller
    from bench.search_corpus import Draft

ROOT = Path(__file__).resolve().parents[1]
_LOADED, _FITTED = "corpus.json", "fitted"
# What decides what is in the database.
_MADE_OF = (
    "bench/recorded.py",
    "bench/search_corpus.py",
    "apps/vacancies/migrations/*.py",
)
# What decides what is learnt from it.
_TAUGHT_BY = (
    "apps/matching/semantic/*.py",
    "apps/matching/semantic/*.txt",
    "apps/matching/occupations/data/*.toml",
    "apps/vacancies/lexicon/data/*",
)


@contextmanager
def loaded(name: str, drafts: Callable[[], Iterable[Draft]]) -> Iterator[dict[str, UUID]]:
    """Django set up on servers of their own under var/`name`, and the vacancy of each posting's key.

    Stops the servers at the end. One such database a process: settings are read once.
    """
    var_dir = ROOT / "var" / name
    os.environ |= {"VAR_DIR": str(var_dir), "DJANGO_SETTINGS_MODULE": "project.settings.dev"}
    from project import embedded

    made_of, marker = _fingerprint(drafts), var_dir / _LOADED
    if not marker.exists() or json.loads(marker.read_text())["made_of"] != made_of:
        embedded.stop(var_dir)
        shutil.rmtree(var_dir, ignore_errors=True)
    embedded.start(var_dir)
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        if not marker.exists():
            keys = _load(drafts())
            said = {"made_of": made_of, "keys": {key: str(pk) for key, pk in keys.items()}}
            marker.write_text(json.dumps(said))
        keys = {key: UUID(pk) for key, pk in json.loads(marker.read_text())["keys"].items()}
        prepare(var_dir / _FITTED)
        yield keys
    finally:
        _let_go()
        embedded.stop(var_dir)


def prepare(fitted: Path | None = None) -> None:
    """The background work that search needs, done here: words gathered, occupations read, meanings fitted.

    With `fitted` they are fitted anew only when the code and the lessons of the last fit, which that file names, are not
    those of now.
    """
    from apps.core.db import as_system
    from apps.matching.jobs import FIT_MEANING, READ_VACANCIES
    from apps.matching.search import vocabulary

    with as_system():
        vocabulary.refresh()
    _work(READ_VACANCIES)
    taught = _digest(_TAUGHT_BY)
    if fitted is None or not fitted.exists() or fitted.read_text() != taught:
        _work(FIT_MEANING)
        if fitted is not None:
            fitted.write_text(taught)


def _work(kind: str) -> None:
    """One background task of the product, done in this process."""
    from apps.core.db import as_system
    from apps.jobs import runner, services

    began = time.perf_counter()
    with as_system():
        task = services.enqueue_global(kind=kind, arguments={}, start=False, command="bench")
    runner.run(task.pk, is_global=True)
    with as_system():
        task.refresh_from_db()
    if task.status != "succeeded":
        raise SystemExit(f"{kind}: {task.status}: {task.problem}")
    print(f"{kind} in {time.perf_counter() - began:.0f} s: {task.result}", flush=True)


def somebody() -> Caller:
    """Who asks: a person with nothing of their own."""
    from apps.accounts.auth import identity
    from apps.accounts.models import Membership, User
    from apps.core.caller import Caller
    from apps.core.db import as_system

    email = "bench@example.com"
    with as_system():
        user = User.objects.filter(email=email).first()
    user = user or identity.register(email=email, password=os.urandom(16).hex(), full_name="A Seeker")
    with as_system():
        membership = Membership.objects.get(user=user)
    return Caller(user_id=user.pk, workspace_id=membership.workspace_id, role=membership.role)


def _let_go() -> None:
    """Before the servers stop: a pool that is still open would ask for them again and again."""
    from django.db import connections
    from django.db.backends.postgresql.base import DatabaseWrapper

    for connection in connections.all(initialized_only=True):
        connection.close()
        if isinstance(connection, DatabaseWrapper):
            connection.close_pool()


def _load(drafts: Iterable[Draft]) -> dict[str, UUID]:
    from bench.search_corpus import ingest

    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        keys = ingest(drafts, Path(folder))
    took = time.perf_counter() - began
    print(f"{len(keys)} postings, {len(set(keys.values()))} vacancies in {took:.0f} s", flush=True)
    return keys


def _fingerprint(drafts: Callable[[], Iterable[Draft]]) -> str:
    """Of the recorded files, and of the code that chooses among them."""
    found = [inspect.getsource(sys.modules[drafts.__module__])]
    for folder in ("postings", "feeds"):
        files = [path for path in sorted((SHARED_DATA / folder).rglob("*")) if path.is_file()]
        found += [f"{path.relative_to(SHARED_DATA)} {path.stat().st_size}" for path in files]
    return _digest(_MADE_OF, "\n".join(found))


def _digest(patterns: Iterable[str], more: str = "") -> str:
    digest = hashlib.sha256(more.encode())
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
