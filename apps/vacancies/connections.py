"""The boards that answer only with a key, as kinds of connection: a member's own key for a board of their own."""

from __future__ import annotations

from collections.abc import Iterator

from apps.accounts.connection_kinds import UPWORK, ConnectionInput, ConnectionKind, register


def kinds() -> Iterator[ConnectionKind]:
    # The readers of the boards load lxml, which a process that reads none does without.
    from apps.vacancies.sources.capabilities import KeyedSource
    from apps.vacancies.sources.registry import all_sources

    for source in all_sources():
        # Upwork's asks for more than its reader: see `accounts`.
        if isinstance(source, KeyedSource) and source.kind != UPWORK.code:
            yield ConnectionKind(
                code=source.kind,
                title=source.name,
                help=f"Your own key for {source.name}: {source.terms.homepage}",
                inputs=tuple(_input(name) for name in source.credential_names),
            )


def described() -> tuple[ConnectionKind, ...]:
    """The key of a board that is described by data: whatever header it wants it in."""
    header = ConnectionInput(name="header", title="Header", help="As `Authorization` or `X-Api-Key`.")
    value = ConnectionInput(name="value", title="Value", is_secret=True, help="All of it: `Bearer …`.")
    kind = ConnectionKind(
        code="generic",
        title="A board's key",
        help="For a board of kind `generic` whose description says `needs_key`.",
        inputs=(header, value),
    )
    return (kind,)


def _input(name: str) -> ConnectionInput:
    title = name.replace("_", " ").capitalize().replace("Api", "API")
    return ConnectionInput(name=name, title=title, is_secret=True)


register(kinds)
register(described)
