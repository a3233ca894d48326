"""The files for Docker and for people: whole, consistent with the code, and without secrets."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
READS = re.compile(
    r"env\.(?:text|number|flag|words|folder)\(\s*\"([A-Z_]+)\"|env\.text\((_variable)\)|_database\(\"([A-Z_]+)\""
)
EXAMPLE_LINE = re.compile(r"^(?:# )?([A-Z][A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return loaded


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    return dict(EXAMPLE_LINE.findall((ROOT / ".env.example").read_text()))


def read_by_the_code() -> set[str]:
    sources = [*(ROOT / "project").rglob("*.py"), *(ROOT / "apps").rglob("*.py")]
    found = (READS.findall(source.read_text()) for source in sources)
    return {name for matches in found for match in matches for name in match if name and name != "_variable"}


def test_example_names_what_the_code_reads_and_nothing_else(example: dict[str, str]) -> None:
    for_docker = set(re.findall(r"\$\{?([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    for_docker |= set(re.findall(r"\$\{?([A-Z_]+)", (ROOT / "deploy/entrypoint.sh").read_text()))
    made_by_compose = {"DATABASE_SUPERUSER_URL", "REDISCLI_AUTH"}
    read_by_django = {"DJANGO_SETTINGS_MODULE"}
    assert set(example) == (read_by_the_code() | for_docker | read_by_django) - made_by_compose


def test_example_holds_no_secret(example: dict[str, str]) -> None:
    secret = {name: value for name, value in example.items() if re.search("SECRET|KEYS|PASSWORD", name)}
    named = {"SECRET_KEY", *(f"{kind}_PASSWORD" for kind in ("POSTGRES", "OWNER", "APP", "SYSTEM", "VALKEY"))}
    assert named <= set(secret)
    assert set(secret.values()) <= {"change-me", ""}


def test_all_that_is_imported_is_installed_by_make_run() -> None:
    """What only the developer's environment holds would break the first start on a clean machine."""
    pinned = {
        re.sub(r"[-_.]+", "-", name).lower()
        for name in re.findall(
            r"^([A-Za-z0-9][\w.-]*)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE
        )
    }
    providers = packages_distributions()
    missing = {
        f"{source.relative_to(ROOT)}: {module}"
        for source in [*(ROOT / "project").rglob("*.py"), *(ROOT / "apps").rglob("*.py")]
        for module in imported_modules(ast.parse(source.read_text()))
        if module not in sys.stdlib_module_names | {"apps", "project"}
        and not {re.sub(r"[-_.]+", "-", name).lower() for name in providers.get(module, [])} & pinned
    }
    assert missing == set()


def imported_modules(tree: ast.Module) -> set[str]:
    """Top-level names a module imports when it is loaded or later, those for the type checker left out."""
    guarded = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in guarded:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_compose_starts_things_in_order(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"db", "valkey", "migrate", "web", "worker", "beat"}
    assert services["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    for name in ("web", "worker", "beat"):
        assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
        assert services[name]["command"] == [name]
    for name in ("db", "valkey", "web"):
        assert services[name]["healthcheck"]["test"]


def test_compose_gives_each_process_only_its_own_keys(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat"):
        environment = compose["services"][name]["environment"]
        assert "DATABASE_OWNER_URL" not in environment
        assert "DATABASE_SUPERUSER_URL" not in environment
        assert environment["OWNER_PASSWORD"] == environment["POSTGRES_PASSWORD"] == ""
        assert environment["DJANGO_SETTINGS_MODULE"] == "project.settings.production"


def test_compose_opens_one_door_to_this_machine(compose: dict[str, Any]) -> None:
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert ports == {"web": ["127.0.0.1:${PORT:-8000}:8000"]}


def test_compose_holds_no_secret() -> None:
    for line in (ROOT / "docker-compose.yml").read_text().splitlines():
        if re.search(r"^\s+\w*PASSWORD: ", line):
            assert re.search(r": (\"\"|\$\{\w+:\?[^}]+\})$", line), line


def test_image_installs_by_hash_and_runs_as_nobody_special() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes" in text
    assert text.rindex("\nUSER foothold") > text.rindex("\nRUN ")
    copied = re.findall(r"^COPY (?!--)(\S+)", text, re.MULTILINE)
    assert copied
    kept = (ROOT / ".dockerignore").read_text()
    for source in copied:
        assert (ROOT / source).exists(), source
        assert f"!{source}" in kept


def test_entrypoint_passes_on_any_other_command() -> None:
    done = subprocess.run(
        ["sh", ROOT / "deploy/entrypoint.sh", "echo", "passed on"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "passed on\n"


def test_entrypoint_serves_the_queues_of_make_run() -> None:
    from project.launch.plan import QUEUES

    assert f"WORKER_QUEUES:-{QUEUES}}}" in (ROOT / "deploy/entrypoint.sh").read_text()


def test_make_help_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE)
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"run", "test", "lint", "types", "sync-types", "prove", "bench", "audit", "ci"} <= set(targets)
    for target in targets:
        assert re.search(rf"make {target} +\w", shown), target
        assert target in text.partition(".PHONY:")[2].splitlines()[0]


def test_all_that_runs_is_installed_by_make_run() -> None:
    """Imports what web, worker and scheduler import, also what libraries load by name, and asks the pins for each."""
    entry_points = "project.asgi project.wsgi project.celery granian.cli celery.bin.worker celery.apps.beat kombu.transport.redis"
    heavy = "apps.resumes.parsing apps.resumes.rendering apps.vacancies.ingest.command apps.generation.work typst kreuzberg"
    code = (
        "import importlib, importlib.metadata as meta, sys, django\n"
        "django.setup()\n"
        f"for name in {f'{entry_points} {heavy}'.split()!r}: importlib.import_module(name)\n"
        "owners = meta.packages_distributions()\n"
        "tops = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted({owner for top in tops for owner in owners.get(top, ())}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {re.sub(r"[-_.]+", "-", name).lower() for name in done.stdout.split()}
    pinned = {
        re.sub(r"[-_.]+", "-", name).lower()
        for name in re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    }
    # Django takes Jinja along and DRF requests where the tests have them; both do without, and nothing of ours asks.
    assert loaded - pinned <= {"setuptools", "jinja2", "markupsafe", "requests"}, loaded - pinned
    assert {"packaging", "celery", "granian", "typst"} <= loaded
