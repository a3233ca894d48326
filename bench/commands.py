"""Rows 13 and 14: what it costs to look at the project. `python -m bench.commands [ROUNDS]`.

`spectacular` against `manage.py check`, and `manage.py check` against that of a project which has the same third-party
apps and nothing else. Processor time of the processes, one after the other, A B A B; ratios are taken within a round.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.table import Row, spread

ROOT = Path(__file__).resolve().parents[1]
# row, numerator, denominator, goal
RATIOS = (("13", "spectacular", "check", "<= 1.6"), ("14", "check", "empty", "<= 1.1"))
# Those of Django that ours stand in for: without them the admin of an empty project fails its check.
_BARE_MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)
_EMPTY = """
SECRET_KEY = "empty"
INSTALLED_APPS = {apps!r}
ROOT_URLCONF = "empty_urls"
DATABASES = {{"default": {{"ENGINE": "django.db.backends.postgresql", "NAME": "empty"}}}}
MIDDLEWARE = {middleware!r}
TEMPLATES = [{{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS":
    {{"context_processors": ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages"]}}}}]
REST_FRAMEWORK = {{"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"}}
STATIC_URL = "static/"
USE_TZ = True
"""


def third_party() -> tuple[list[str], list[str]]:
    """The apps and the middleware of our settings that are not ours."""
    from django.conf import settings

    def foreign(names: Sequence[str]) -> list[str]:
        return [name for name in names if not name.startswith("apps.")]

    return foreign(settings.INSTALLED_APPS), [*_BARE_MIDDLEWARE, *foreign(settings.MIDDLEWARE)]


def cpu_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Seconds of processor time, its children's included. Raises where the command fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int = 5) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")
    apps, middleware = third_party()
    with tempfile.TemporaryDirectory() as name:
        empty = Path(name)
        (empty / "empty_settings.py").write_text(_EMPTY.format(apps=apps, middleware=middleware))
        (empty / "empty_urls.py").write_text("urlpatterns = []\n")
        theirs = {**os.environ, "DJANGO_SETTINGS_MODULE": "empty_settings", "PYTHONPATH": name}
        manage = (sys.executable, str(ROOT / "manage.py"))
        commands = {
            "check": ((*manage, "check"), ROOT, dict(os.environ)),
            "spectacular": ((*manage, "spectacular", "--file", os.devnull), ROOT, dict(os.environ)),
            "empty": ((sys.executable, "-m", "django", "check"), empty, theirs),
        }
        for command in commands.values():
            cpu_of(*command)
        taken = [{each: cpu_of(*command) for each, command in commands.items()} for _ in range(rounds)]
    for each in commands:
        print(f"{each:12} {statistics.median(one[each] for one in taken):6.2f} s CPU")
    for row, mine, other, goal in RATIOS:
        ratios = [one[mine] / one[other] for one in taken]
        print(Row(row, f"CPU: `{mine}` over `{other}`", spread(ratios), goal).said())
    print(f"load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
