"""Where the catalogue is read from."""

from __future__ import annotations

from project import env
from project.settings.storage import VAR_DIR

# Where a crawl keeps the answer it is working on, for whoever goes on with it after a crash.
CRAWL_ROOT = env.folder("CRAWL_ROOT", VAR_DIR / "crawl")

# Keys of the boards that answer only with one, by kind of source and by what the source calls them. A kind without all
# of its keys is not read for the catalogue; members may read it with their own.
SOURCE_CREDENTIALS: dict[str, dict[str, str]] = {
    "usajobs": {"email": env.text("USAJOBS_EMAIL", ""), "api_key": env.text("USAJOBS_KEY", "")},
    "adzuna": {"app_id": env.text("ADZUNA_APP_ID", ""), "app_key": env.text("ADZUNA_APP_KEY", "")},
    "reed": {"api_key": env.text("REED_KEY", "")},
}
