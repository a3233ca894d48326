"""What each app holds of a workspace and of a person: how it is given out, and how it goes.

An app says it once a table, in its `holdings.py`, imported when the app is ready:

    holds(ResumeVersion)                                # a plain owned table: all of it is given out, all of it goes
    holds(ApiKey, hides=("secret_hash",), first=True)   # what lets somebody in goes before the rest
    holds(Delivery, unexported="the state of an event, which is given out itself")

Erasing happens in batches, each one transaction, and each can be done again: who is killed half-way goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.db.models import BinaryField, Field, GeneratedField, Model, Q, QuerySet, UUIDField

from apps.core.db import atomic
from apps.core.fields import EncryptedTextField

# Stands where a person was named who is gone, in a column that must hold somebody.
NOBODY = UUID(int=0)
BATCH = 500


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a row may belong to, or name."""

    id: UUID
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose rows: those of a workspace, or those of a person in every workspace. One of the two is set."""

    workspace_id: UUID | None = None
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One table. See `holds` for what each field says."""

    model: type[Model]
    owners: tuple[str, ...]
    named: tuple[str, ...]
    hidden: frozenset[str]
    about: str
    unexported: str
    kept: str
    first: bool
    belongs: Callable[[Person], Q] | None
    erase: Callable[[Scope], None] | None
    on_erase: Callable[[list[Any]], object] | None
    on_emptied: Callable[[UUID], object] | None

    @property
    def name(self) -> str:
        """Lasting: files of an export are called by it."""
        return self.model._meta.label_lower

    @property
    def has_workspace(self) -> bool:
        return has_workspace(self.model)

    @property
    def is_personal(self) -> bool:
        """Its rows belong to one person each, whatever the workspace: no owner of a workspace is given them."""
        return bool(self.owners)

    @property
    def rows(self) -> QuerySet[Any]:
        return self.model._base_manager.all()

    @property
    def columns(self) -> tuple[str, ...]:
        return columns_of(self.model, self.hidden)

    def of(self, person: Person) -> Q:
        """The rows that go with a person."""
        if self.belongs is not None:
            return self.belongs(person)
        return _any(self.owners, person.id)

    def naming(self, person: Person) -> Q:
        """The rows that say who made them, or that belong to the person."""
        return self.of(person) | _any(self.named, person.id)


_holdings: dict[type[Model], Holding] = {}


def holds(
    model: type[Model],
    *,
    owners: tuple[str, ...] | None = None,
    named: tuple[str, ...] | None = None,
    hides: tuple[str, ...] = (),
    about: str = "",
    unexported: str = "",
    kept: str = "",
    first: bool = False,
    belongs: Callable[[Person], Q] | None = None,
    erase: Callable[[Scope], None] | None = None,
    on_erase: Callable[[list[Any]], object] | None = None,
    on_emptied: Callable[[UUID], object] | None = None,
) -> None:
    """Register a table. What a column means is told from it; what is said here goes before that.

    `owners`: columns whose person takes the row along. `named`: columns that only say who; they are emptied, and
    the row stays with its workspace. `belongs`: rows that go with a person though no column of `owners` says so.
    `hides`: columns that are never given out. `about`: a line for the reader of an export; the model's docstring
    unless given. `unexported`: why nothing is given out. `kept`: why rows stay, of which `erase` takes what may not. `first`: goes before all others.
    `on_erase`: called with the keys of each batch, in
    its transaction. `on_emptied`: called
    with the workspace when the table holds nothing of it any more. All three may be called again.
    """
    mine, others = _people(model)
    named = others if named is None else named
    _holdings[model] = Holding(
        model=model,
        owners=tuple(name for name in mine if name not in named) if owners is None else owners,
        named=named,
        hidden=frozenset(hides),
        about=about or (model.__doc__ or "").strip().splitlines()[0],
        unexported=unexported,
        kept=kept,
        first=first,
        belongs=belongs,
        erase=erase,
        on_erase=on_erase,
        on_emptied=on_emptied,
    )


def all_holdings() -> list[Holding]:
    """In the order of the layers, what others point at first."""
    return list(_holdings.values())


def erasing_order() -> list[Holding]:
    """What lets somebody in, then the layers from above: nothing is erased while something points at it."""
    from_above = list(reversed(_holdings.values()))
    return sorted(from_above, key=lambda holding: not holding.first)


def has_workspace(model: type[Model]) -> bool:
    return any(field.column == "workspace_id" for field in model._meta.concrete_fields)


def columns_of(model: type[Model], hidden: Collection[str]) -> tuple[str, ...]:
    """What is given out: never a secret, bytes, or what the database makes of other columns."""
    return tuple(
        field.attname
        for field in model._meta.concrete_fields
        if field.attname not in hidden
        and not isinstance(field, BinaryField | EncryptedTextField | GeneratedField)
    )


def person_columns(model: type[Model]) -> tuple[str, ...]:
    """The columns that hold somebody's id: a foreign key to the user, or a bare id that its name gives away."""
    mine, others = _people(model)
    return mine + others


def erase_batch(holding: Holding, scope: Scope) -> int:
    """Erase up to BATCH rows in one transaction; answers how many, 0 where nothing is left to do."""
    if holding.kept:
        if holding.erase is not None:
            holding.erase(scope)
        return 0
    done = 0
    if scope.workspace_id is not None and holding.has_workspace:
        done = _delete(holding, Q(workspace_id=scope.workspace_id))
        if not done and holding.on_emptied is not None:
            holding.on_emptied(scope.workspace_id)
    if scope.person is not None:
        done = _delete(holding, holding.of(scope.person)) or _unname(holding, scope.person)
    return done


def forget_names(keys: list[Any]) -> None:
    """Take away what the admin's own log calls these rows: staff's record keeps their ids."""
    LogEntry.objects.filter(object_id__in=[str(key) for key in keys]).update(
        object_repr="", change_message=""
    )


def _delete(holding: Holding, which: Q) -> int:
    with atomic():
        rows = holding.rows.select_for_update(of=("self",)).filter(which)
        keys = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
        if keys:
            if holding.on_erase is not None:
                holding.on_erase(keys)
            holding.rows.filter(pk__in=keys).delete()
            forget_names(keys)
    return len(keys)


def _unname(holding: Holding, person: Person) -> int:
    done = 0
    fields = {field.attname: field for field in holding.model._meta.concrete_fields}
    for name in holding.named:
        with atomic():
            rows = holding.rows.filter(**{name: person.id}).order_by("pk")
            keys = list(rows.values_list("pk", flat=True)[:BATCH])
            done += holding.rows.filter(pk__in=keys).update(**{name: None if fields[name].null else NOBODY})
    return done


def _any(columns: tuple[str, ...], person_id: UUID) -> Q:
    # Begins with no row at all: an empty Q would be every row.
    found = Q(pk__in=[])
    for name in columns:
        found |= Q(**{name: person_id})
    return found


def _people(model: type[Model]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Columns whose person takes the row along, and columns that only say who did something."""
    fields = model._meta.concrete_fields
    mine = tuple(field.attname for field in fields if _is_user(field) or field.attname == "user_id")
    others = tuple(
        field.attname
        for field in fields
        if isinstance(field, UUIDField) and (field.attname == "actor_id" or field.attname.endswith("_by_id"))
    )
    return mine, others


def _is_user(field: Field[Any, Any]) -> bool:
    return field.related_model is get_user_model()
