"""Clients as clients/NAME/client.toml describes them."""

import pathlib
import tomllib
from dataclasses import dataclass

from .places import CLIENTS

#: The scenario of each kind of turn, where a client's own file names no other.
TURNS = {
    "text": "turns/a-typed-question-is-answered",
    "tool": "turns/a-tool-is-called",
    "audio": "turns/a-spoken-question-is-answered",
    "interruption": "turns/the-user-breaks-into-an-answer",
    "say": "turns/the-client-has-words-spoken",
}


class WrongFile(Exception):
    """A client.toml that cannot be taken as it is."""


@dataclass(frozen=True)
class Run:
    """A client in one version, held against one profile."""

    client: str
    name: str
    about: str
    set_up: str
    profile: str
    tls: bool
    drive: tuple[str, ...]
    python: str | None
    node: str | None
    turns: dict[str, str]
    timeout: int
    at_once: int
    features: str | None
    needs: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.client}/{self.name}"

    @property
    def folder(self) -> pathlib.Path:
        return CLIENTS / self.client

    @property
    def known(self) -> pathlib.Path:
        return self.folder / "known-failing" / f"{self.name}.yaml"


def runs() -> list[Run]:
    """All of them, in the order of their names."""
    return [run for file in sorted(CLIENTS.glob("*/client.toml")) for run in _read(file)]


def _read(file: pathlib.Path) -> list[Run]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    scenarios = TURNS | table.get("turns", {})
    return [_run(file, {**table, **row}, scenarios) for row in table["run"]]


def _run(file: pathlib.Path, table: dict, scenarios: dict[str, str]) -> Run:
    known = {"about", "set", "drive", "turns", "run", "name", "profile", "tls", "python", "node",
             "plays", "timeout", "at-once", "features", "needs"}
    unknown = sorted(set(table) - known)
    if unknown:
        raise WrongFile(f"{file}: unknown: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
    try:
        return Run(
            client=file.parent.name,
            name=table["name"],
            about=table["about"],
            set_up=table["set"],
            profile=table.get("profile", "live"),
            tls=table.get("tls", False),
            drive=tuple(table["drive"]),
            python=table.get("python"),
            node=table.get("node"),
            turns={turn: scenarios[turn] for turn in table["plays"]},
            timeout=table.get("timeout", 60),
            at_once=table.get("at-once", 2),
            features=table.get("features"),
            needs=tuple(table.get("needs", ())),
        )
    except KeyError as missing:
        raise WrongFile(f"{file}: {missing} is missing, or names nothing that is there") from None
