#!/usr/bin/env python
"""Django's command line."""

import gc
import os
import sys

from project.garbage import THRESHOLDS

if __name__ == "__main__":
    gc.set_threshold(*THRESHOLDS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
