"""The open catalogue as columns and words in files of this host, mapped into memory: what a search counts.

How many a question found and what its facets say takes a look at every match; PostgreSQL reads each of their rows for it.
Here a match is a number in a few arrays. Rows are never shown from here: which ones a page shows is the database's to say.

A snapshot is of one moment of the database (`pg_current_snapshot`). What was written since is named by `VacancyChange`,
row by row and by transaction, and is counted in the database, so that a number is as true as the database's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.matching.snapshot.standing import Snapshot


def current() -> Snapshot | None:
    """This host's snapshot; None where there is none that is young enough. Loads numpy."""
    from apps.matching.snapshot import opening

    return opening.current()
