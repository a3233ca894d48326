"""Messages to the workers. A message only wakes somebody up: the row it speaks of is the truth."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)


def send(task: str, *args: object, queue: str) -> None:
    """Send by name. A broker that is away is logged, not raised: beat finds the row and sends again."""
    from celery import current_app
    from kombu.exceptions import OperationalError

    try:
        current_app.send_task(task, args=args, queue=queue, retry=False, ignore_result=True)
    except (OperationalError, OSError) as fault:
        log.warning("the broker did not take %s: %s", task, type(fault).__name__)
