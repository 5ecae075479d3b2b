"""The app that docs/examples shows, as the workflow beside it starts it: URL in the command, words in the environment."""

import os
import time

import installs
import watched
from mock import Mock
from places import PROJECT
from report import Outcome

APP = PROJECT / "docs" / "examples" / "python-app" / "app.py"


class ExampleApp:
    """It goes on listening after the last answer: it has passed when every sentence was printed."""

    set_up = "python app.py ws://127.0.0.1:…/v1/realtime?scenario=NAME; SOUNDCHECK_SAY"

    def __init__(self, name: str, scenario: str, words: str, sentences: list[str]):
        self.name = name
        self._scenario = scenario
        self._words = words
        self._sentences = sentences

    def play(self) -> Outcome:
        python = installs.python_with("websockets-15")
        with Mock() as mock:
            output = watched.until(
                [str(python), str(APP), f"{mock.url}?scenario={self._scenario}"],
                {**os.environ, "SOUNDCHECK_SAY": self._words, "PYTHONIOENCODING": "utf-8"},
                lambda text: not self._missing(text), time.monotonic() + 60)
            return Outcome(self._missing(output), mock.findings, output)

    def _missing(self, output: str) -> list[str]:
        return [s for s in self._sentences if f"assistant: {s}" not in output]
