"""PostgreSQL's settings for the machine it finds itself on."""

from __future__ import annotations

import locale
import os
from pathlib import Path


def memory_settings() -> dict[str, str]:
    """Shares of the memory this process may use: a container's limit counts, not only what is built in."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    limit = Path("/sys/fs/cgroup/memory.max")
    if limit.exists() and (text := limit.read_text().strip()).isdecimal():
        megabytes = min(megabytes, int(text) // 2**20)
    return {
        "shared_buffers": f"{min(max(megabytes // 8, 64), 1024)}MB",
        "effective_cache_size": f"{max(megabytes // 2, 256)}MB",
        "maintenance_work_mem": f"{min(max(megabytes // 32, 64), 512)}MB",
        "work_mem": "16MB" if megabytes > 2048 else "8MB",
    }


def character_classes() -> str:
    """The libc locale for initdb: full text takes its letters from it even with the builtin provider."""
    present = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, present)
