"""A real SMTP server on a loopback port, and what it was brought."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

# An address may be longer than the name of a file.
NAME_AT_MOST = 200


@dataclass
class Postbox:
    """Takes every mail."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    # Where each mail is written besides, by whom it went to: for readers in other processes.
    folder: Path | None = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        message = email.message_from_bytes(content, policy=default)
        assert isinstance(message, EmailMessage)
        self.mails.append(message)
        if self.folder is not None and len(str(message["To"])) < NAME_AT_MOST:
            part = self.folder / f"{message['To']}.part"
            part.write_text(message.get_content())
            part.replace(part.with_suffix(".txt"))
        return "250 Message accepted for delivery"

    @property
    def subjects(self) -> list[str]:
        return [str(mail["Subject"]) for mail in self.mails]

    def token(self) -> str:
        """The token in the newest mail."""
        return token_in(self.mails[-1].get_content())


def token_in(text: str) -> str:
    """The token in a mail: the one long word of it."""
    return next(line for line in text.splitlines() if len(line) > 60 and " " not in line)


@contextmanager
def serving(folder: Path | None = None) -> Iterator[Postbox]:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = int(probe.getsockname()[1])
    postbox = Postbox(port, folder=folder)
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield postbox
    finally:
        controller.stop()
