"""`stage` plays a scenario of features/ to one test, and fails the test with what was wrong in its call.

SOUNDCHECK_URL says where the mock runs; without it that is http://127.0.0.1:8765.
"""

import json
import os
import pathlib
import re
import time
import urllib.request

import pytest

MOCK = os.environ.get("SOUNDCHECK_URL", "http://127.0.0.1:8765").rstrip("/")
TRACES = pathlib.Path("soundcheck-traces")
PATIENCE = 5  # seconds in which the mock sees that the app hung up


def ask(path, method="GET"):
    request = urllib.request.Request(f"{MOCK}/soundcheck/{path}", method=method)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read()


class Stage:
    """What one test has of the mock."""

    def __init__(self, test):
        self._test = test

    def url(self, scenario):
        return f"{MOCK.replace('http', 'ws', 1)}/v1/realtime?model=grok-voice-latest&scenario={scenario}&test={self._test}"

    def begin(self):
        """Forgets what was in this test before, on a mock that runs for long."""
        ask(f"reset?test={self._test}", method="POST")

    def sessions(self):
        return json.loads(ask(f"sessions?test={self._test}"))["sessions"]

    def problems(self):
        """What was wrong, a sentence each: lines that were not met, what broke the contract or a rule."""
        self._wait_until_over()
        found = [one["message"] for one in json.loads(ask(f"findings?test={self._test}"))["findings"]]
        for session in self.sessions():
            for offence in json.loads(ask(f"sessions/{session['session']}/offences"))["offences"]:
                if offence["level"] == "broken" and offence["from"] == "client":
                    found.append(f"{offence['rule']}: {offence['message']}")
            if session["waits_for"]:
                found.append(f"the scenario still waits for: {session['waits_for']}")
        return list(dict.fromkeys(found)) or ([] if self.sessions() else ["the app never connected to the mock"])

    def keep_traces(self):
        TRACES.mkdir(exist_ok=True)
        for session in self.sessions():
            file = TRACES / f"{self._test}-{session['session']}.ndjson"
            file.write_bytes(ask(f"sessions/{session['session']}/trace"))

    def _wait_until_over(self):
        until = time.monotonic() + PATIENCE
        while any(session["open"] for session in self.sessions()) and time.monotonic() < until:
            time.sleep(0.02)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    setattr(item, f"failed_{report.when}", report.failed)
    return report


@pytest.fixture(scope="session")
def mock():
    try:
        ask("health")
    except OSError as nobody:
        pytest.exit(f"No Soundcheck at {MOCK} ({nobody}). Start one: soundcheck serve --features features", returncode=2)


@pytest.fixture
def stage(mock, request):
    stage = Stage(re.sub(r"\W+", "-", request.node.name))
    stage.begin()
    yield stage
    problems = stage.problems()
    if problems or getattr(request.node, "failed_call", False):
        stage.keep_traces()
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
