"""What sources have in common that answer only with a key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Page, PageRequest
from apps.vacancies.sources.capabilities import CredentialsMissing
from apps.vacancies.sources.json_source import JsonSource


class KeyedJsonSource(JsonSource):
    """A source builds its requests without the key; `signed` adds it. See `KeyedSource`."""

    credential_names: ClassVar[tuple[str, ...]]
    secret_parameters: ClassVar[tuple[str, ...]] = ()

    def first_request(
        self, board: str, base_url: str | None = None, credentials: Mapping[str, str] | None = None
    ) -> PageRequest:
        """See `KeyedSource.first_request`."""
        return self._with_key(self.page_request(board, 0, base_url), credentials)

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
        return self._with_key(request, credentials) if request else None

    def signed(self, request: PageRequest, credentials: Mapping[str, str]) -> PageRequest:
        """The request with the key in it. All `credential_names` are there."""
        raise NotImplementedError

    def _with_key(self, request: PageRequest, credentials: Mapping[str, str] | None) -> PageRequest:
        missing = [name for name in self.credential_names if not (credentials or {}).get(name)]
        if missing:
            raise CredentialsMissing(self.kind, missing)
        return self.signed(request, credentials or {})
