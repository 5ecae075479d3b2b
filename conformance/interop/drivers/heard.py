"""What a client has told its user so far, held against what the scenario makes it tell.

A driver calls said(), called(), sounded() and so on with what the client's own interface gives its
user (never with what went over the wire), and ends with finish(): exit status 0 when all of
scenarios/expected.json came, 1 and a line for each thing that is missing otherwise.
"""

import json
import os
import pathlib
import sys
import threading
import time

_ALL = json.loads((pathlib.Path(__file__).parent.parent / "scenarios" / "expected.json").read_text("utf-8"))

URL = os.environ["SOUNDCHECK_URL"]
KEY = os.environ.get("SOUNDCHECK_KEY", "soundcheck")
TURNS = os.environ.get("SOUNDCHECK_TURNS", "").splitlines()
WAV = os.environ.get("SOUNDCHECK_WAV")
SCENARIO = os.environ["SOUNDCHECK_SCENARIO"]


class Heard:
    """Safe for threads. Words are joined as they come; a turn's order is the order of the calls."""

    def __init__(self, scenario: str = SCENARIO):
        self._expected = _ALL[scenario]
        self._words = ""
        self._user = ""
        self._calls: list[tuple[str, dict]] = []
        self._seconds = 0.0
        self._interrupted = False
        self._changed = threading.Condition()

    def said(self, words: str) -> None:
        """A piece, or all, of what the assistant said."""
        self._note(lambda: setattr(self, "_words", self._words + words))

    def user_said(self, words: str) -> None:
        """A transcript of the user."""
        self._note(lambda: setattr(self, "_user", self._user + " " + words))

    def called(self, name: str, arguments: dict) -> str:
        """A tool was called; gives the result that it returns."""
        self._note(lambda: self._calls.append((name, arguments)))
        return next((c["result"] for c in self._expected.get("calls", []) if c["name"] == name), "unknown")

    def sounded(self, seconds: float) -> None:
        """A piece of sound that would be played."""
        self._note(lambda: setattr(self, "_seconds", self._seconds + seconds))

    def was_interrupted(self) -> None:
        """The client told its user that the answer was broken off."""
        self._note(lambda: setattr(self, "_interrupted", True))

    def missing(self) -> list[str]:
        expected, missing = self._expected, []
        words, user = " ".join(self._words.split()), " ".join(self._user.split())
        missing += [f"the words {text!r}" for text in expected.get("says", []) if text not in words]
        missing += [f"the user's words {text!r}" for text in expected.get("hears", []) if text not in user]
        for call in expected.get("calls", []):
            if (call["name"], call["arguments"]) not in self._calls:
                missing.append(f"a call of {call['name']} with {call['arguments']}")
        if self._seconds < expected.get("seconds", 0):
            missing.append(f"{expected['seconds']} s of sound, there were {self._seconds:.1f}")
        if expected.get("interrupted") and not self._interrupted:
            missing.append("the interruption")
        return missing

    def complete(self) -> bool:
        return not self.missing()

    def wait(self, seconds: float = 30) -> bool:
        """Whether everything came in time; for drivers whose client runs in threads of its own."""
        end = time.monotonic() + seconds
        with self._changed:
            while not self.complete():
                left = end - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    break
        return self.complete()

    def finish(self) -> None:
        """Says what is missing and ends the program."""
        missing = self.missing()
        for one in missing:
            print(f"missing: {one}", flush=True)
        if not missing:
            print("complete", flush=True)
        sys.stdout.flush()
        os._exit(1 if missing else 0)  # clients leave threads behind that nobody can join

    def _note(self, change) -> None:
        with self._changed:
            change()
            self._changed.notify_all()
