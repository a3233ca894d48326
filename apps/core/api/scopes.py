"""What an API key may be given: `resumes:read`. The closed list is read off the operations that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework import serializers

from apps.core.api.access import scope_of
from apps.core.api.operations import Operation, declared_on

# Of the abilities, those that a program may have; what an owner or staff may do asks for a person.
KEY_ABILITIES: Final = ("read", "write", "manage")
# What the schema calls the way in by a key.
KEY_SCHEME: Final = "apiKey"


def takes_keys(operation: Operation) -> bool:
    """Whether an API key can be let in at all."""
    return not operation.public and not operation.session_only and operation.ability in KEY_ABILITIES


@cache
def all_scopes() -> tuple[str, ...]:
    """`*:read`, `*:write`, `*:manage`, and each `<tag>:<ability>` that an operation asks for, in a lasting order."""
    found = {
        scope_of(declared, view, method)
        for view, method, action in _actions(get_resolver().url_patterns)
        if (declared := declared_on(view, action)) is not None and takes_keys(declared)
    }
    return tuple(sorted(found | {f"*:{ability}" for ability in KEY_ABILITIES}, key=_place))


def _place(scope: str) -> tuple[str, int]:
    tag, ability = scope.split(":")
    return tag, KEY_ABILITIES.index(ability)


def _actions(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[tuple[Any, str, str]]:
    """Every viewset that has an address, with each of its methods and what answers it."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _actions(pattern.url_patterns)
            continue
        for method, action in (getattr(pattern.callback, "actions", None) or {}).items():
            yield getattr(pattern.callback, "cls", None), method, action


class ScopeField(serializers.ChoiceField):
    """One of `all_scopes()`, which are known only once every address is: a field is made earlier than that."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=(), **kwargs)

    def _known(self) -> dict[str, str]:
        return {scope: scope for scope in all_scopes()}

    # What DRF and the schema read of a field of choices.
    choices = property(_known, lambda self, choices: None)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str) or data not in all_scopes():
            self.fail("invalid_choice", input=data)
        return str(data)

    def to_representation(self, value: Any) -> str:
        return str(value)
