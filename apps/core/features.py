"""Which features a caller has: the plan's, and those that flags switch on. The app with the flags registers itself."""

from __future__ import annotations

from collections.abc import Callable

from apps.core.caller import Caller

Provider = Callable[[Caller], frozenset[str]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Called when an app is ready; `provider` answers the features it switches on for a caller."""
    if provider not in _providers:
        _providers.append(provider)


def all_of(caller: Caller) -> frozenset[str]:
    """Every feature of the caller, by plan or by flag."""
    return caller.features.union(*(provider(caller) for provider in _providers))


def has(caller: Caller, feature: str) -> bool:
    return feature in caller.features or feature in all_of(caller)
