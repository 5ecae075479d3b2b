"""The Python program of the guide: only its URL constant is set, the scenario is in the key's slot."""

import os
import tempfile
import time

import code_blocks
import installs
import places
import watched
from mock import Mock
from report import Outcome


class PythonGuide:
    """The guide never stops by itself: it has passed when every sentence was printed."""

    set_up = "WS_URL = wss://localhost:…/v1/realtime; SSL_CERT_FILE; key scenario:NAME"

    def __init__(self, name: str, requirements: str, scenario: str, sentences: list[str]):
        self.name = name
        self._requirements = requirements
        self._scenario = scenario
        self._sentences = sentences

    def play(self) -> Outcome:
        python = installs.python_with(self._requirements)
        with Mock("--tls") as mock, tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write(self._program(mock.url))
            file.flush()
            environment = {**os.environ, "SSL_CERT_FILE": str(mock.ca), "PYTHONUNBUFFERED": "1",
                           "PYTHONIOENCODING": "utf-8", "XAI_API_KEY": f"scenario:{self._scenario}"}
            output = watched.until([str(python), file.name], environment,
                                   lambda text: not self._missing(text), time.monotonic() + 60)
            return Outcome(self._missing(output), mock.findings, output)

    def _program(self, url: str) -> str:
        guide = places.document("Grok Voice Agent in a Python AI/ML Pipeline")
        source = code_blocks.program(guide, "python", "WS_URL = ")
        return code_blocks.with_constant(source, r"^WS_URL = .*$", f'WS_URL = "{url}"')

    def _missing(self, output: str) -> list[str]:
        """Sentences not printed yet; the last one counts when its response is done too."""
        missing = [s for s in self._sentences if s not in output]
        last = output.rfind(self._sentences[-1])
        if not missing and "response.done" not in output[last:]:
            missing = ["response.done after the last sentence"]
        return missing
