"""Where rows, files and short-lived state live."""

from __future__ import annotations

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from project import embedded, env

VAR_DIR = env.folder("VAR_DIR", env.ROOT / "var")

# Servers of this machine, when they run and no address is given; `make run` starts them.
_local = embedded.endpoints(VAR_DIR)


_NOWHERE = "postgresql://foothold@/foothold?host=/no-database-run-make-run"
_POOL = {"min_size": 1, "max_size": env.number("DATABASE_POOL", 16), "timeout": 10}


def _database(variable: str, local: str, *, pooled: bool = True) -> dict[str, Any]:
    """One alias from a connection URL. Without a server, settings still load: schema and checks need none."""
    url = env.text(variable, local or _NOWHERE)
    parts = conninfo_to_dict(url)
    host = str(parts.pop("host", ""))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": str(parts.pop("dbname", "foothold")),
        "USER": str(parts.pop("user", "")),
        "PASSWORD": str(parts.pop("password", "")),
        "HOST": host,
        "PORT": str(parts.pop("port", "") or ""),
        "OPTIONS": parts | ({"pool": _POOL} if pooled and url != _NOWHERE else {}),
    }


DATABASES = {
    "default": _database("DATABASE_URL", _local.app_url if _local else ""),
    "system": _database("DATABASE_SYSTEM_URL", _local.system_url if _local else ""),
    "owner": _database("DATABASE_OWNER_URL", _local.owner_url if _local else "", pooled=False),
}
DATABASE_ROUTERS = ["apps.core.db.router.ContextRouter"]

REDIS_URL = env.text("REDIS_URL", (_local and _local.redis_url) or "redis://127.0.0.1:6379/0")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL},
    # Flags are read from the database (`accounts.flags`): what the library would keep of them is kept nowhere.
    "waffle": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
WAFFLE_CACHE_NAME = "waffle"

BLOB_ROOT = env.folder("BLOB_ROOT", VAR_DIR / "blobs")
UPLOAD_LIMIT = 10 * 1024 * 1024
# The largest JSON body, and what a form may hold beside its file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 * 1024 * 1024

# The outside: exact host:port pairs that the guard lets through although they are private.
OUTBOUND_ALLOW = env.words("OUTBOUND_ALLOW", ())
OUTBOUND_PORTS = (80, 443)
OUTBOUND_USER_AGENT = env.text("OUTBOUND_USER_AGENT", "Foothold/0.1 (job search)")
