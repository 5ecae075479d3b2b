"""Packages of the clients, each set in a folder of its own that is kept until its list changes."""

import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import threading
import venv
from dataclasses import dataclass

from .client import Run
from .places import DRIVERS, INSTALLS


class NotInstalled(Exception):
    """A set of packages could not be installed."""


@dataclass(frozen=True)
class Installed:
    """What a run's driver needs: an interpreter, a folder with node_modules, and their versions."""

    python: pathlib.Path | None
    modules: pathlib.Path | None
    versions: dict[str, str]


_places: dict[pathlib.Path, threading.Lock] = {}
_looking = threading.Lock()
_asked: set[pathlib.Path] = set()


def installed(run: Run, newest: bool) -> Installed:
    """Installs what is not there yet. Several threads may do so; who needs the same waits."""
    python = modules = None
    versions: dict[str, str] = {}
    if run.python:
        python, has = python_with(run.folder / "requirements", run.python, newest)
        versions |= has
    if run.node:
        modules, has = node_with(run.folder / run.node, newest)
        versions |= has
    return Installed(python, modules, versions)


def command(run: Run, has: Installed) -> tuple[list[str], dict[str, str]]:
    """The driver's command line, and what it needs in its environment."""
    environment = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(DRIVERS),
                   "PYTHONWARNINGS": "ignore"}
    places = {"python": sys.executable, "node": "node", "here": str(run.folder)}
    if has.python:
        places["python"] = str(has.python)
        environment["PATH"] = str(has.python.parent)
    if has.modules:
        places["here"] = str(_beside(has.modules, run))
        environment["NODE_PATH"] = str(has.modules / "node_modules")
    return [word.format(**places) for word in run.drive], environment


def python_with(folder: pathlib.Path, name: str, newest: bool) -> tuple[pathlib.Path, dict[str, str]]:
    """A Python that has what NAME.txt pins, or the newest of what NAME.in asks for."""
    wanted = folder / f"{name}.{'in' if newest else 'txt'}"
    text = wanted.read_bytes()
    asked = _without_versions(text.decode()) if newest else text.decode()
    place = _place("python", asked + sys.version, newest)
    python = place / "bin" / "python"
    with _turn(place):
        if _is_to_be_filled(place, newest):
            shutil.rmtree(place, ignore_errors=True)
            venv.create(place, with_pip=True)
            (place / "wanted.txt").write_text(asked, encoding="utf-8")
            _run([python, "-m", "pip", "install", "--quiet", "--no-compile",
                  "--disable-pip-version-check", "--requirement", place / "wanted.txt"], place)
            (place / "whole").touch()
    frozen = _run([python, "-m", "pip", "freeze", "--disable-pip-version-check"], place, keep=True)
    return python, dict(line.split("==", 1) for line in frozen.splitlines() if "==" in line)


def node_with(folder: pathlib.Path, newest: bool) -> tuple[pathlib.Path, dict[str, str]]:
    """A folder whose node_modules is what package-lock.json pins, or the newest of package.json."""
    lock = folder / "package-lock.json"
    wanted = folder / "package.json" if newest else lock
    place = _place("node", wanted.read_text(encoding="utf-8"), newest)
    with _turn(place):
        if _is_to_be_filled(place, newest):
            _fill(place, folder, newest)
            (place / "whole").touch()
    return place, {name: _version(place, name) for name in _dependencies(folder)}


def _fill(place: pathlib.Path, folder: pathlib.Path, newest: bool) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(folder / "package.json", place)
    quietly = ["--silent", "--no-audit", "--no-fund", "--prefix", place]
    if newest:
        _run(["npm", "install", *quietly, *(f"{name}@latest" for name in _dependencies(folder))], place)
    else:
        shutil.copy(folder / "package-lock.json", place)
        _run(["npm", "ci", *quietly], place)


def _is_to_be_filled(place: pathlib.Path, newest: bool) -> bool:
    """What is pinned is kept; what is newest is asked for anew by each run."""
    asked = place in _asked
    _asked.add(place)
    return not (place / "whole").exists() or (newest and not asked)


def _turn(place: pathlib.Path) -> threading.Lock:
    with _looking:
        return _places.setdefault(place, threading.Lock())


def lock(run: Run) -> None:
    """Writes anew what is pinned: NAME.txt from NAME.in, and package-lock.json."""
    if run.python:
        folder = run.folder / "requirements"
        place = INSTALLS / "locking"
        shutil.rmtree(place, ignore_errors=True)
        venv.create(place, with_pip=True)
        python = place / "bin" / "python"
        _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
              "--requirement", folder / f"{run.python}.in"], place)
        frozen = _run([python, "-m", "pip", "freeze", "--disable-pip-version-check"], place, keep=True)
        (folder / f"{run.python}.txt").write_text(frozen, encoding="utf-8")
        shutil.rmtree(place)
    if run.node:
        _run(["npm", "install", "--silent", "--package-lock-only", "--no-audit", "--no-fund",
              "--prefix", run.folder / run.node], INSTALLS / "none")


def _without_versions(text: str) -> str:
    """The same packages in whatever version; a line that ends in '# keep' stays as it is."""
    lines = []
    for line in text.splitlines():
        name = line if line.rstrip().endswith("# keep") else line.split("=")[0].split("<")[0].split(">")[0]
        lines.append(name.strip())
    return "\n".join(lines) + "\n"


def _dependencies(folder: pathlib.Path) -> list[str]:
    return sorted(json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"])


def _version(place: pathlib.Path, name: str) -> str:
    about = place / "node_modules" / name / "package.json"
    return json.loads(about.read_text(encoding="utf-8"))["version"]


def _beside(place: pathlib.Path, run: Run) -> pathlib.Path:
    """A copy of the driver beside its node_modules, where imports are looked for."""
    folder = place / "drivers" / run.client
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(run.folder, folder, ignore=shutil.ignore_patterns("node_modules", "package*.json"))
    shutil.copy(DRIVERS / "heard.mjs", folder)
    return folder


def _place(kind: str, wanted: str, newest: bool) -> pathlib.Path:
    version = hashlib.sha256(wanted.encode()).hexdigest()[:12]
    return INSTALLS / f"{kind}-{'newest-' if newest else ''}{version}"


def _run(command: list, folder: pathlib.Path, keep: bool = False) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
        raise NotInstalled(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout
