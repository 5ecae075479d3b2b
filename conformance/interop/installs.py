"""Packages of the clients, each set in a folder of its own, kept until its list changes."""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import venv

from places import HERE, INSTALLS


def python_with(requirements: str) -> pathlib.Path:
    """A Python that has what requirements/<name>.txt pins."""
    wanted = HERE / "requirements" / f"{requirements}.txt"
    folder = _folder(requirements, wanted)
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
              "--requirement", wanted], folder)
    return python


def node_modules() -> pathlib.Path:
    """A node_modules folder with what node/package-lock.json pins."""
    wanted = HERE / "node" / "package-lock.json"
    folder = _folder("node", wanted)
    if not (folder / "node_modules").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "node" / name, folder)
        _run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", folder], folder)
    return folder / "node_modules"


def _folder(name: str, wanted: pathlib.Path) -> pathlib.Path:
    version = hashlib.sha256(wanted.read_bytes() + sys.version.encode()).hexdigest()[:12]
    return INSTALLS / f"{name}-{version}"


def _run(command: list, folder: pathlib.Path) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        sys.exit(f"installing failed: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
