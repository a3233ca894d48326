"""Messages to the workers. A message only wakes somebody up: the row it speaks of is the truth."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from celery import Celery

log = logging.getLogger(__name__)


def workers() -> Celery:
    """Celery's application, which the settings name: it is loaded by whoever has something to send."""
    found: Celery = import_string(settings.WORKERS)
    return found


def send(task: str, *args: object, queue: str) -> None:
    """Send by name. A broker that is away is logged, not raised: beat finds the row and sends again."""
    from kombu.exceptions import OperationalError

    try:
        workers().send_task(task, args=args, queue=queue, retry=False, ignore_result=True)
    except (OperationalError, OSError) as fault:
        log.warning("the broker did not take %s: %s", task, type(fault).__name__)
