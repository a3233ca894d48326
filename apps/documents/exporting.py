"""Everything held on one person, as a zip: asked for, made by a worker, kept for some days.

Read as the application role, one workspace at a time: what the policies hide from the person can't get in. Written
row by row into a file without a name, so that neither memory nor a crash keeps any of it.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, Any
from uuid import UUID

from django.db.models import Model, Q
from django.utils import timezone

from apps.accounts.models import Membership, Role, User, Workspace
from apps.core.api.renderers import to_json
from apps.core.caller import Caller
from apps.core.db import acting, atomic
from apps.core.holdings import Holding, Person, all_holdings, columns_of
from apps.documents.export_readme import readme
from apps.documents.jobs import EXPORT
from apps.documents.models import Document
from apps.documents.services import blobs, storing
from apps.documents.storage import BlobMissing
from apps.jobs.models import OVER, Task
from apps.jobs.running import Running
from apps.jobs.services import enqueue

ROWS_AT_ONCE = 200
_COPY_BYTES = 1 << 18
_HIDDEN_OF_USER = ("password", "token_version")


def request_export(*, caller: Caller) -> Task:
    """The task of an export; the one under way, where there is one."""
    with atomic():
        # Two requests at once would start two.
        User.objects.select_for_update(no_key=True, of=("self",)).get(pk=caller.user_id)
        mine = Task.objects.filter(workspace_id=caller.workspace_id, user_id=caller.user_id, kind=EXPORT)
        return mine.exclude(status__in=OVER).first() or enqueue(kind=EXPORT, caller=caller, arguments={})


def work(running: Running) -> None:
    """The work of `documents.export`."""
    caller = running.caller
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _Export(archive, running).write()
        file.seek(0)
        name = f"foothold-export-{timezone.now():%Y-%m-%d}.zip"
        with (
            running.acting(),
            storing(caller=caller, stream=file, filename=name, kind=Document.Kind.EXPORT) as document,
        ):
            running.finish({"document_id": str(document.pk)})


class _Export:
    """One archive, written member by member."""

    def __init__(self, archive: zipfile.ZipFile, running: Running) -> None:
        self.archive, self.running, self.caller = archive, running, running.caller
        self.held = [holding for holding in all_holdings() if not holding.unexported]
        self.done = 0
        self.missing: list[str] = []
        with acting(self.caller):
            user = User.objects.get(pk=self.caller.user_id)
            self.person = Person(id=user.pk, email=user.email)
            places = Membership.objects.filter(user=user).order_by("created_at")
            # The same person in each of their workspaces, one after the other.
            self.callers = [
                replace(self.caller, workspace_id=place.workspace_id, role=place.role) for place in places
            ]

    def write(self) -> None:
        self._account()
        for caller in self.callers:
            self._workspace(caller)
        with self._member("README.txt") as sink:
            sink.write(readme(self.missing).encode())

    def _account(self) -> None:
        """`account.json`: an object with the user, and an array for each table whose rows are the person's own."""
        with self._member("account.json") as sink:
            sink.write(b'{"user": ' + to_json(self._row(self.caller, User, self.person.id, _HIDDEN_OF_USER)))
            for holding in self.held:
                if holding.is_personal:
                    sink.write(b",\n" + to_json(holding.name) + b": ")
                    _array(sink, self._own_rows(holding))
            sink.write(b"}\n")

    def _own_rows(self, holding: Holding) -> Iterator[dict[str, Any]]:
        """Some tables show a person's rows in every workspace, others only in the row's own: each row once."""
        seen: set[Any] = set()
        for caller in self.callers:
            with acting(caller):
                for row in _rows(holding, holding.of(self.person)):
                    key = row[holding.model._meta.pk.attname]
                    if key not in seen:
                        seen.add(key)
                        yield row
            self._step()

    def _workspace(self, caller: Caller) -> None:
        """All of a workspace to its owner; to others, the rows that name them."""
        folder = f"workspaces/{caller.workspace_id}"
        with self._member(f"{folder}/workspace.json") as sink:
            sink.write(to_json(self._row(caller, Workspace, caller.workspace_id, ())) + b"\n")
        for holding in self.held:
            if holding.has_workspace and not holding.is_personal:
                which = Q(workspace_id=caller.workspace_id)
                if caller.role != Role.OWNER:
                    which &= holding.naming(self.person)
                self._table(caller, holding, which, f"{folder}/{holding.name}.json")

    def _table(self, caller: Caller, holding: Holding, which: Q, name: str) -> None:
        files = []
        if holding.model is Document:
            # An export within an export would double with each.
            which &= ~Q(kind=Document.Kind.EXPORT)
        with acting(caller):
            rows = _rows(holding, which)
            first = next(rows, None)
            if first is not None:
                with self._member(name) as sink:
                    _array(sink, (row for part in ([first], rows) for row in part))
            if holding.model is Document:
                files = list(Document.objects.filter(which).values_list("pk", "filename", "blob_key"))
        self._step()
        for pk, filename, key in files:
            self._file(f"files/{pk}/{filename}", key)

    def _file(self, name: str, key: str) -> None:
        try:
            stream = blobs().open(key)
        except BlobMissing:
            self.missing.append(name)
            return
        with stream, self._member(name) as sink:
            shutil.copyfileobj(stream, sink, _COPY_BYTES)
        self._step()

    def _row(
        self, caller: Caller, model: type[Model], key: UUID, hidden: tuple[str, ...]
    ) -> dict[str, Any] | None:
        with acting(caller):
            return model._base_manager.filter(pk=key).values(*columns_of(model, hidden)).first()

    @contextmanager
    def _member(self, name: str) -> Iterator[IO[bytes]]:
        with self.archive.open(name, "w", force_zip64=True) as sink:
            yield sink

    def _step(self) -> None:
        """Says that it goes on, and stops where it was called off."""
        self.done += 1
        self.running.progress(self.done, message="tables and files written")


def _rows(holding: Holding, which: Q) -> Iterator[dict[str, Any]]:
    rows = holding.rows.filter(which).order_by("pk").values(*holding.columns)
    return iter(rows.iterator(chunk_size=ROWS_AT_ONCE))


def _array(sink: IO[bytes], rows: Iterable[dict[str, Any]]) -> None:
    sink.write(b"[")
    for number, row in enumerate(rows):
        sink.write((b",\n" if number else b"\n") + to_json(row))
    sink.write(b"]\n")
