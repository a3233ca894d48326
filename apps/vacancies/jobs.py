"""The kinds of background work of this app. The work itself is imported when it is first done: boot stays light."""

from __future__ import annotations

from apps.jobs.registry import background
from apps.jobs.running import Running

INGEST = "vacancies.ingest"
FIND_BOARDS = "vacancies.find_boards"
RENORMALISE = "vacancies.renormalise"
READ_OWN_BOARD = "vacancies.read_own_board"
IMPORT_URL = "vacancies.import_url"
REFRESH_CLIENT = "vacancies.refresh_client"


# Each attempt goes on where the last one was killed, so that more of them come to an end.
_ATTEMPTS = 10


@background(INGEST, queue="ingest", is_global=True, most_attempts=_ATTEMPTS)
def ingest(running: Running) -> None:
    """One run over one board."""
    from apps.vacancies.ingest import command

    command.work(running)


@background(FIND_BOARDS, queue="ingest", is_global=True)
def find_boards(running: Running) -> None:
    """Which boards a source has: {kind, base_url}."""
    from apps.vacancies.ingest import command

    command.find(running)


@background(RENORMALISE, queue="ingest", is_global=True, most_attempts=_ATTEMPTS)
def renormalise(running: Running) -> None:
    """What is stored is read again: {kind, board, everything}, see `renormalise.Scope`."""
    from apps.vacancies.ingest import command

    command.again(running)


@background(READ_OWN_BOARD, queue="ingest")
def read_own_board(running: Running) -> None:
    """One run over a board of a workspace's own."""
    from apps.vacancies.ingest import own

    own.work(running)


@background(IMPORT_URL)
def import_url(running: Running) -> None:
    """A page becomes a vacancy of the workspace's own."""
    from apps.vacancies.importing import services

    services.work(running)


@background(REFRESH_CLIENT)
def refresh_client(running: Running) -> None:
    """A marketplace's client is looked at anew."""
    from apps.vacancies.marketplace import clients

    clients.refresh(running)
