"""Comparisons that Django has no name for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Lookup

if TYPE_CHECKING:
    _Lookup = Lookup[Any]
else:
    # The servers' entry points import this before the settings make it subscriptable.
    _Lookup = Lookup


class ILike(_Lookup):
    """`text ILIKE pattern`: unlike `icontains`, which compares UPPER(text), it reads a trigram index."""

    lookup_name = "ilike"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        text, params = self.process_lhs(compiler, connection)
        pattern, more = self.process_rhs(compiler, connection)
        return f"{text} ILIKE {pattern}", (*params, *more)


class IsAny(_Lookup):
    """`column = ANY(array)`: one parameter for any number of values. Django's `in` writes them one by one."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = self.process_lhs(compiler, connection)
        values: tuple[str, Any] = ("%s", (self.rhs,))
        if hasattr(self.rhs, "as_sql"):
            values = compiler.compile(self.rhs)
        kind = self.lhs.output_field.db_type(connection)
        return f"{column} = ANY({values[0]}::{kind}[])", (*params, *values[1])
