"""A described board that wants a key, and the one place that chooses how a described board is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import ClassVar

from apps.core.errors import ValidationFailed
from apps.vacancies.sources.base import Page, PageRequest
from apps.vacancies.sources.capabilities import CredentialsMissing
from apps.vacancies.sources.generic import GenericSource, NewestOnly
from apps.vacancies.sources.generic_faults import may_be_set
from apps.vacancies.sources.generic_spec import Spec


class _Keyed(GenericSource):
    """A board that wants a key in a header: `header` (its name) and `value`, of a connection."""

    credential_names: ClassVar[tuple[str, ...]] = ("header", "value")
    secret_parameters: ClassVar[tuple[str, ...]] = ()

    def first_request(
        self, board: str, base_url: str | None = None, credentials: Mapping[str, str] | None = None
    ) -> PageRequest:
        """See `KeyedSource.first_request`."""
        return self._signed(super().first_request(board, base_url), credentials)

    def next_request(
        self,
        board: str,
        page: Page,
        seen_new_ids: Collection[str],
        base_url: str | None = None,
        credentials: Mapping[str, str] | None = None,
    ) -> PageRequest | None:
        """See `KeyedSource.next_request`."""
        request = super().next_request(board, page, seen_new_ids, base_url)
        return self._signed(request, credentials) if request else None

    def _signed(self, request: PageRequest, credentials: Mapping[str, str] | None) -> PageRequest:
        missing = [name for name in self.credential_names if not (credentials or {}).get(name)]
        if missing or not credentials:
            raise CredentialsMissing(self.kind, missing)
        if not may_be_set(credentials["header"]):
            raise ValidationFailed("The connection names a header that is not ours to set.")
        return replace(request, headers={**request.headers, credentials["header"]: credentials["value"]})


class KeyedGenericSource(_Keyed):
    """With a key, listing everything."""


class KeyedNewestOnly(_Keyed):
    """With a key, listing its newest only."""

    lists_everything: ClassVar[bool] = False


def source_of(spec: Spec) -> GenericSource:
    """The source that the spec describes."""
    made = {
        (False, True): GenericSource,
        (False, False): NewestOnly,
        (True, True): KeyedGenericSource,
        (True, False): KeyedNewestOnly,
    }[spec.needs_key, spec.lists_everything]
    return made(spec)
