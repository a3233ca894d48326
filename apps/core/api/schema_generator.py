"""What goes over the views."""

from __future__ import annotations

from typing import Any

from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator


class FootholdGenerator(SchemaGenerator):
    """The library's, without the number of the line in a warning. A warning still names the file, the view and the
    serializer; to know the line of each, the command parses every file again before there is anything to warn of."""

    def get_schema(self, *args: Any, **kwargs: Any) -> Any:
        # The command switches it on, and there is no option for it.
        GENERATOR_STATS._trace_lineno = False
        return super().get_schema(*args, **kwargs)  # type: ignore[no-untyped-call]  # the library has no types here
