"""The Node program of the gateway's document, pointed straight at the mock: only its URL is set."""

import os
import tempfile
import time

import code_blocks
import installs
import places
import watched
from mock import Mock
from report import Outcome


class NodeDocument:
    """Prints the name of each event and ends by itself at the first response.done."""

    set_up = "url = ws://127.0.0.1:…/v1/realtime?model=scenario/NAME"

    def __init__(self, name: str, scenario: str, events: list[str]):
        self.name = name
        self._scenario = scenario
        self._events = events

    def play(self) -> Outcome:
        modules = installs.node_modules()
        with Mock() as mock, tempfile.NamedTemporaryFile("w", suffix=".cjs") as file:
            file.write(self._program(mock.url))
            file.flush()
            environment = {**os.environ, "NODE_PATH": str(modules)}
            output = watched.until(["node", file.name], environment, lambda _: False,
                                   time.monotonic() + 60)
            printed = [line.removeprefix("Event: ") for line in output.splitlines()]
            missing = [event for event in self._events if event not in printed]
            return Outcome(missing, mock.findings, output)

    def _program(self, url: str) -> str:
        document = places.document("# xAI Voice Agent (Realtime API)")
        source = code_blocks.program(document, "javascript", "new WebSocket(")
        return code_blocks.with_constant(
            source, r"^const url = .*$", f'const url = "{url}?model=scenario/{self._scenario}";')
