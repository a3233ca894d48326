"""Comparisons that Django has no name for."""

from __future__ import annotations

from typing import Any

from django.db.models import Lookup


class ILike(Lookup[Any]):
    """`text ILIKE pattern`: unlike `icontains`, which compares UPPER(text), it reads a trigram index."""

    lookup_name = "ilike"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        text, params = self.process_lhs(compiler, connection)
        pattern, more = self.process_rhs(compiler, connection)
        return f"{text} ILIKE {pattern}", (*params, *more)
