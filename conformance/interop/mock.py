"""The mock server as a process, started through the launcher as its user would."""

import json
import pathlib
import subprocess
import sys
import threading

from places import HERE, PROJECT


class Mock:
    """A running mock; `with Mock("--tls") as mock:` stops it at the end."""

    def __init__(self, *flags: str):
        self._flags = flags
        self.findings: list[str] = []

    def __enter__(self) -> "Mock":
        command = [str(PROJECT / "soundcheck"), "serve", "--port", "0", "--json",
                   "--features", str(HERE / "scenarios"), *self._flags]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        first = self._process.stdout.readline()
        if not first:
            sys.exit(f"the mock did not start: {' '.join(command)}")
        self._about = json.loads(first)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        self._reader.join(timeout=10)

    @property
    def url(self) -> str:
        return self._about["url"]

    @property
    def ca(self) -> pathlib.Path:
        return pathlib.Path(self._about["ca"])

    def _read(self) -> None:
        for line in self._process.stdout:
            seen = json.loads(line)
            if seen.get("event") == "finding":
                self.findings.append(seen["message"])
