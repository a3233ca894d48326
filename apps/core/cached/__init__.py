"""Answers that are kept: in the process, behind it in Valkey for all processes, behind that the computation.

`Cached.get` answers one computation; `outdate(namespace)` makes every answer that depends on it unreachable at once, in
every process. What can be stale for how long stands in docs/search.md, "Cache".
"""

from apps.core.cached.generations import CATALOGUE, of_workspace, outdate
from apps.core.cached.layers import Cached
from apps.core.cached.recent import Recent

__all__ = ["CATALOGUE", "Cached", "Recent", "of_workspace", "outdate"]
