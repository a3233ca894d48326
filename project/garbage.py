"""The collector of garbage in a server: it looks through what requests leave behind, and not through the program."""

from __future__ import annotations

import gc

from django.urls import get_resolver

# How many more objects were made than freed before it looks, and how often it then looks further back.
THRESHOLDS = (20_000, 20, 20)


def spare_the_program() -> None:
    """What is loaded by now stays to the end. To be called when an application is made, before its first request.

    Now and then Python looks through all objects there are: 345,000 of ours, in 200 ms of whichever request that meets.
    """
    _ = get_resolver().url_patterns  # imports every view, which the first request would
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
