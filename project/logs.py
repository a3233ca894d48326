"""Logging for every process: one line an event, with the request it belongs to and without personal data.

Structlog and the standard library end in the same formatter, so what a library logs is scrubbed like our own.
Scrubbing comes after a traceback has become text and before anything is rendered: nothing passes beside it.
"""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

REMOVED = "[removed]"

_MAX_TEXT = 16_384
_MAX_DEPTH = 6
# A key with one of these words in it never shows its value: secrets, who someone is, and bodies of requests.
_PRIVATE_KEY = re.compile(
    r"(?:^|_)(?:password|passwd|pwd|secret|token|authorization|cookies?|session|sessionid|csrftoken|jwt|apikey"
    r"|e_?mail|phone|full_name|first_name|last_name|address|body|payload|form|files|query_string)(?:_|$)"
    r"|api_key|private_key"
)
# (what must occur in the lower-cased text for the pattern to have a chance, pattern, what takes its place).
# The first column makes scrubbing cheap: an ordinary line meets one pattern or two.
_PRIVATE_TEXT: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = tuple(
    (signs, re.compile(pattern), replacement)
    for signs, pattern, replacement in (
        # Every query string: searches, e-mail addresses and signatures travel in them.
        (("?",), r"\?[^\s\"'<>#?=]*=[^\s\"'<>#]*", f"?{REMOVED}"),
        (
            ("authorization",),
            r"(?i)(authorization[\"']?\s*[:=]\s*[\"']?)(?:[\w-]{1,20}\s+)?[^\s\"',;}]+",
            rf"\1{REMOVED}",
        ),
        (("bearer ", "api-key "), r"(?i)\b((?:bearer|api-key)\s+)[\w.~+/=-]{6,}", rf"\1{REMOVED}"),
        (("basic ",), r"\b([Bb]asic\s+)(?=[a-z]*[A-Z0-9])[\w+/]{6,}={0,2}", rf"\1{REMOVED}"),
        (
            ("password", "passwd", "secret", "token", "api", "cookie"),
            r"(?i)((?:password|passwd|secret|token|api[-_ ]?key|cookie)[\"']?\s*[:=]\s*[\"']?)[^\s\"',;&}]+",
            rf"\1{REMOVED}",
        ),
        (("eyj",), r"\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?", REMOVED),
        (
            ("sk", "pk", "rk", "gh", "xox", "github", "glpat", "akia"),
            r"\b(?:sk|pk|rk|gh[oprsu]|xox[a-z]|github_pat|glpat)[-_][\w-]{12,}|\bAKIA[A-Z0-9]{16}\b",
            REMOVED,
        ),
        # `%40` is the at sign of an address within a URL. Lengths are bounded so that no text is slow to scan.
        (("@", "%40"), r"[\w.+%'-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", REMOVED),
        (("+",), r"\+\d[\d ().-]{6,18}\d", REMOVED),
        ((" ", "-", "."), r"\(\d{3}\) ?\d{3}[-. ]\d{4}\b|\b\d{3}(?:[-. ]\d{3}[-. ]|-)\d{4}\b", REMOVED),
        ((" ", "/", "."), r"\b0\d{2,4}[ /]\d{5,8}\b|\b0\d(?:[ .]\d{2}){4}\b", REMOVED),
    )
)


def scrub_text(text: str) -> str:
    """`text` without addresses, numbers, tokens and query strings, cut to 16 KB."""
    if len(text) > _MAX_TEXT:
        text = f"{text[:_MAX_TEXT]}…"
    lowered = text.lower()
    for signs, pattern, replacement in _PRIVATE_TEXT:
        if any(sign in lowered for sign in signs):
            text = pattern.sub(replacement, text)
    return text


def scrub(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """The processor: an event whose values are plain JSON and tell of nobody."""
    return {key: _scrub_pair(key, value, 0) for key, value in event.items()}


def _scrub_pair(key: str, value: object, depth: int) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value  # a count of tokens is no token
    if _is_private(key):
        return REMOVED
    return _scrub_value(value, depth)


@functools.lru_cache(maxsize=1024)
def _is_private(key: str) -> bool:
    return _PRIVATE_KEY.search(key.lower().replace("-", "_")) is not None


def _scrub_value(value: object, depth: int) -> object:
    if isinstance(value, str):
        return scrub_text(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if depth >= _MAX_DEPTH:
        return REMOVED
    if isinstance(value, Mapping):
        return {scrub_text(str(key)): _scrub_pair(str(key), item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple | Set):
        return [_scrub_value(item, depth + 1) for item in value]
    if isinstance(value, bytes | bytearray | memoryview):
        return REMOVED
    return scrub_text(str(value))


def shared_processors() -> list[Processor]:
    """What every event passes first, whoever logged it; the request's id comes from the context."""
    import structlog

    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def configure_structlog() -> None:
    """Sends structlog's events into the standard library's handlers. Called once by each server and worker."""
    import structlog

    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared_processors(),
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class EventFormatter(logging.Formatter):
    """Structlog's formatter of records, made for the first one: a command that logs nothing does not load it."""

    def __init__(self, *, json: bool) -> None:
        super().__init__()
        self._json = json

    def format(self, record: logging.LogRecord) -> str:
        return self._events.format(record)

    @functools.cached_property
    def _events(self) -> logging.Formatter:
        import structlog

        renderer: Processor = (
            structlog.processors.JSONRenderer(ensure_ascii=False)
            if self._json
            else structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            )
        )
        return structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared_processors(),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                # As text and without local variables, for those hold what people sent us.
                structlog.processors.format_exc_info,
                scrub,
                renderer,
            ],
        )


def logging_config(level: str, json: bool) -> dict[str, Any]:
    """Django's LOGGING: all to standard error, as JSON lines or for a terminal. `level` as in `INFO`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"event": {"()": EventFormatter, "json": json}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "event"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django would hang its own handlers on these, which know nothing of scrubbing.
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "level": level, "propagate": True},
            # These log rows, addresses or whole messages below WARNING, whatever the level is.
            **{
                name: {"level": "WARNING", "propagate": True}
                for name in ("django.db.backends", "httpx", "httpcore", "urllib3", "botocore")
            },
            # A line for every tick of beat would bury the rest; what fails is logged all the same.
            **{
                name: {"level": "WARNING", "propagate": True}
                for name in ("celery.beat", "celery.worker.strategy", "celery.app.trace")
            },
        },
    }
