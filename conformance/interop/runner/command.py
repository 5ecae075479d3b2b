"""The command line of conformance/interop/run."""

import argparse
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

from . import installs, table
from .client import Run, WrongFile, runs
from .newest import differences
from .play import Played, Row, play

INSTALLING = 2


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="conformance/interop/run", description=__doc__)
    parser.add_argument("client", nargs="?", default="", help="part of CLIENT/RUN; all when left out")
    parser.add_argument("turns", nargs="*", help="such as text, tool, audio, interruption, say")
    parser.add_argument("--newest", action="store_true", help="the newest versions instead of those pinned")
    parser.add_argument("--list", action="store_true", help="say what there is, and play nothing")
    parser.add_argument("--lock", action="store_true", help="pin anew what is asked for, and play nothing")
    wanted = parser.parse_args(arguments)
    try:
        chosen = [run for run in runs() if wanted.client in run.title]
    except WrongFile as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if not chosen:
        print(f"no client is called '{wanted.client}'; there are: {', '.join(r.title for r in runs())}",
              file=sys.stderr)
        return 2
    if wanted.list:
        for run in chosen:
            print(f"{run.title}  {run.profile}  {', '.join(run.turns)}")
        return 0
    if wanted.lock:
        for run in {(run.client, run.python, run.node): run for run in chosen}.values():
            print(f"… {run.title}", file=sys.stderr, flush=True)
            installs.lock(run)
        return 0
    return _play(chosen, wanted.turns, wanted.newest)


def _play(chosen: list[Run], turns: list[str], newest: bool) -> int:
    """One after another, because all is in real time; what the next ones need is installed meanwhile."""
    chosen = [run for run in chosen if not turns or set(turns) & set(run.turns)]
    if not chosen:
        print(f"none of them plays {', '.join(turns)}", file=sys.stderr)
        return 2
    width = max(len(run.title) for run in chosen)
    played: list[Played] = []
    with ThreadPoolExecutor(INSTALLING, "installing") as installers:
        installing = {run.title: installers.submit(installs.installed, run, newest)
                      for run in chosen if not _missing(run)}
        for run in chosen:
            print(f"… {run.title}", file=sys.stderr, flush=True)
            played.append(_without(run, _missing(run)) if _missing(run)
                          else play(run, turns, newest, installing[run.title]))
            table.print_rows(played[-1], width)
            sys.stdout.flush()
            if newest:
                differences(played[-1])
    table.print_end(played)
    return 0 if all(row.green for one in played for row in one.rows) else 1


def _missing(run: Run) -> list[str]:
    """Programs that this machine has not; one of several names is enough where '|' is between."""
    wanted = [*run.needs, *(["node", "npm"] if run.node else [])]
    return [names for names in wanted
            if not any(shutil.which(os.path.expandvars(name)) for name in names.split("|"))]


def _without(run: Run, missing: list[str]) -> Played:
    why = f"SKIPPED: this machine has no {' and no '.join(missing)}"
    in_ci = os.environ.get("CI") == "true"
    return Played(run, [Row(run, "needs", "FAIL" if in_ci else "skip",
                            why + ("; with CI=true this is a failure" if in_ci else ""), 0.0)])
