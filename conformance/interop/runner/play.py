"""One client in one version, played by `soundcheck test client`, and what came of it."""

import json
import os
import pathlib
import shutil
import subprocess
import time
from concurrent.futures import Future
from dataclasses import dataclass, field

from . import installs
from .client import Run
from .places import OUT, PROJECT, SCENARIOS


@dataclass(frozen=True)
class Row:
    """One turn of one run, or the judgement of all its turns by the rules."""

    run: Run
    what: str
    status: str
    why: str
    seconds: float

    @property
    def green(self) -> bool:
        return self.status in ("ok", "known", "skip")


@dataclass(frozen=True)
class Played:
    run: Run
    rows: list[Row]
    versions: dict[str, str] = field(default_factory=dict)
    report: pathlib.Path | None = None


def play(run: Run, turns: list[str], newest: bool, installing: Future) -> Played:
    """Plays these turns, all of them when none is named, once everything is installed."""
    wanted = {turn: name for turn, name in run.turns.items() if not turns or turn in turns}
    report = OUT / "reports" / run.client / (run.name + ("@newest" if newest else ""))
    began = time.monotonic()
    try:
        has = installing.result()
    except installs.NotInstalled as why:
        row = Row(run, "install", "FAIL", str(why), time.monotonic() - began)
        return Played(run, [row])
    began = time.monotonic()
    command, environment = installs.command(run, has)
    shutil.rmtree(report, ignore_errors=True)
    said = _test_client(run, wanted, command, environment, report)
    results = _results(report)
    if results is None:
        return Played(run, [Row(run, "test client", "FAIL", said, time.monotonic() - began)], has.versions)
    whole = len(wanted) == len(run.turns) and not newest
    return Played(run, [*_turns(run, wanted, results), _rules(run, results, whole)], has.versions, report)


def _test_client(run: Run, wanted: dict[str, str], command: list[str],
                 environment: dict[str, str], report: pathlib.Path) -> str:
    features = report.with_name(report.name + ".features")
    shutil.rmtree(features, ignore_errors=True)
    for topic in sorted({name.split("/")[0] for name in wanted.values()}):
        shutil.copytree((run.folder / run.features if run.features else SCENARIOS) / topic, features / topic)
    arguments = [PROJECT / "soundcheck", "test", "client", "--json", "--wait-for-exit",
                 "--features", features, "--command", " ".join(f'"{word}"' for word in command),
                 "--profile", run.profile, "--report", report, "--timeout", run.timeout,
                 "--at-once", run.at_once]
    for name in wanted.values():
        arguments += ["--scenario", name]
    if run.tls:
        arguments.append("--tls")
    if run.known.exists():
        arguments += ["--known-failing", run.known]
    path = environment.get("PATH")
    whole = {**os.environ, **environment, "SOUNDCHECK_EXPECTED": str(SCENARIOS / "expected.json"),
             "PATH": os.environ["PATH"] if path is None else f"{path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([str(word) for word in arguments], capture_output=True, text=True, env=whole)
    return done.stdout[-2000:] + done.stderr[-2000:]


def _results(report: pathlib.Path) -> dict | None:
    file = report / "report.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def _turns(run: Run, wanted: dict[str, str], results: dict) -> list[Row]:
    by_name = {held["name"]: held for held in results["conversations"]}
    return [Row(run, turn, "ok" if held["status"] == "pass" else "FAIL",
                held.get("why", ""), held["took_ms"] / 1000)
            for turn, held in ((turn, by_name[name]) for turn, name in wanted.items())]


def _rules(run: Run, results: dict, whole: bool) -> Row:
    """What the rules say of all turns together; a row that is stale counts only when all were played."""
    checks = [c for c in results["checks"] if c["requirement"]["by"] != "conversation"]
    broken = [c for c in checks if c["status"] in ("fail", "harness-fault")]
    stale = [c for c in checks if c["status"] == "stale" and whole]
    known = [c for c in checks if c["status"] == "known-failing"]
    why = [f"{c['requirement']['id']}: expected {o['expected']}, found {o['actual']} ({o['conversation']})"
           for c in broken for o in c["offences"][:1]]
    why += [f"{c['requirement']['id']} is met now, and {run.known.name} says that it is not" for c in stale]
    met = sum(c["status"] == "pass" for c in checks)
    status = "FAIL" if broken or stale else "known" if known else "ok"
    said = f"{met} met" + (f", known not to be: {', '.join(c['requirement']['id'] for c in known)}" if known else "")
    return Row(run, "rules", status, "\n".join(why) if why else said, results["took_ms"] / 1000)
