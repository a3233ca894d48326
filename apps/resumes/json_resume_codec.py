"""Reading and writing JSON by the tables of `json_resume_fields`, keeping what would not come back by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apps.core.errors import FieldError
from apps.resumes.content import Extra
from apps.resumes.json_resume_fields import ABSENT, Field, Item, WrongTypeError, is_current


def join(path: str, key: str | int) -> str:
    """The path of a key or index below a path."""
    step = str(key).replace("~", "~0").replace(".", "~1")
    return f"{path}.{step}" if path else step


class Reader:
    """Reads JSON by the tables; collects what must be kept, and every fault."""

    def __init__(self) -> None:
        self.extra: list[Extra] = []
        self.errors: list[FieldError] = []

    def keep(self, path: str, value: object) -> None:
        self.extra.append({"path": path, "json": value})

    def keep_rest(self, value: Mapping[str, Any], placed: set[str], path: str) -> None:
        for key in value:
            if key not in placed:
                self.keep(join(path, key), value[key])

    def refuse(self, path: str, wanted: str) -> None:
        self.errors.append(FieldError(path, "wrong_type", f"This must be {wanted}"))

    def field_of(self, owner: Mapping[str, Any], field: Field, path: str) -> Any:
        """A field by its key of v1, else by the older one, which `keep_rest` keeps."""
        at = join(path, field.key)
        older = owner.get(field.older, ABSENT) if field.older else ABSENT
        if older is ABSENT:
            return self.field(owner.get(field.key, ABSENT), field, at)
        if field.key not in owner:
            return Reader().field(older, field, at)
        read = self.field(owner[field.key], field, at)
        if not any(entry["path"] == at for entry in self.extra):
            self.keep(at, owner[field.key])
        return read

    def field(self, value: object, field: Field, path: str) -> Any:
        if value is ABSENT:
            return field.kind.read(None)
        try:
            read = field.kind.read(value)
        except WrongTypeError as wrong:
            if field.ours:
                self.keep(path, value)
            else:
                self.refuse(path, str(wrong))
            return field.kind.read(None)
        if field.kind.write(read) != value:
            self.keep(path, value)
        return read

    def object_at(self, value: object, item: Item, path: str) -> dict[str, Any]:
        """An object that may be absent; null and `{}` are kept to be told apart from that."""
        if value is not ABSENT and not value and (value is None or isinstance(value, Mapping)):
            self.keep(path, value)
        if value is ABSENT or value is None:
            return self.members({}, item, path)
        return self.element(value, item, path)

    def members(self, value: Mapping[str, Any], item: Item, path: str) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for field in item.fields:
            read[field.name] = self.field_of(value, field, path)
        for section in item.sections:
            at = join(path, section.key)
            read[section.name] = self.items(value.get(section.key, ABSENT), section.item, at)
        placed = item.keys()
        if item.span:
            read["is_current"] = is_current(value, item.span)
            silent = {key: entry for key, entry in value.items() if key != "isCurrent"}
            if is_current(silent, item.span) is not value.get("isCurrent", ABSENT):
                placed |= {"isCurrent"} if isinstance(value.get("isCurrent"), bool) else set()
        self.keep_rest(value, placed, path)
        return read

    def items(self, value: object, item: Item, path: str) -> list[dict[str, Any]]:
        if value is ABSENT:
            return []
        if value is None or value == []:
            self.keep(path, value)
            return []
        if not isinstance(value, list):
            self.refuse(path, "a list")
            return []
        return [self.element(entry, item, join(path, index)) for index, entry in enumerate(value)]

    def element(self, value: object, item: Item, path: str) -> dict[str, Any]:
        wide = item.widen(value)
        if not isinstance(wide, Mapping):
            self.refuse(path, "an object")
            return self.members({}, item, path)
        if wide is value:
            return self.members(wide, item, path)
        self.keep(path, value)
        return Reader().members(wide, item, path)


class Writer:
    """Writes content by the tables, with the kept originals that still hold."""

    def __init__(self, extra: list[Extra]) -> None:
        self.kept = {entry["path"]: entry["json"] for entry in extra}

    def rest(self, path: str, placed: set[str]) -> dict[str, Any]:
        """What was kept for an object's keys that have no place."""
        found: dict[str, Any] = {}
        for kept, value in self.kept.items():
            parent, _, step = kept.rpartition(".")
            key = step.replace("~1", ".").replace("~0", "~")
            if parent == path and key not in placed:
                found[key] = value
        return found

    def holds(self, path: str, value: object, field: Field) -> bool:
        """Whether an original was kept that still reads as the value."""
        if path not in self.kept:
            return False
        try:
            return bool(field.kind.read(self.kept[path]) == value)
        except WrongTypeError:
            return not value

    def members(self, value: Mapping[str, Any], item: Item, path: str) -> dict[str, Any]:
        written: dict[str, Any] = {}
        placed = item.keys()
        for field in item.fields:
            at, said = join(path, field.key), value[field.name]
            if self.holds(at, said, field):
                written[field.key] = self.kept[at]
            elif not (field.older and self.holds(join(path, field.older), said, field)):
                written[field.key] = field.kind.write(said)
                placed.add(field.older or field.key)
        for section in item.sections:
            written[section.key] = self.items(value[section.name], section.item, join(path, section.key))
        written = {key: entry for key, entry in written.items() if entry is not ABSENT}
        written |= self.rest(path, placed)
        if item.span and is_current(written, item.span) != value["is_current"]:
            written["isCurrent"] = value["is_current"]
        return written

    def items(self, values: list[dict[str, Any]], item: Item, path: str) -> object:
        if values:
            return [self.element(value, item, join(path, index)) for index, value in enumerate(values)]
        kept = self.kept.get(path, ABSENT)
        return ABSENT if kept is not None and kept != [] else kept

    def element(self, value: dict[str, Any], item: Item, path: str) -> object:
        if path in self.kept:
            reader = Reader()
            if reader.element(self.kept[path], item, path) == value and not reader.errors:
                return self.kept[path]
        return self.members(value, item, path)
