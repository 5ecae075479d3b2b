"""The gateway as its user starts it: a configuration file, a command, a port."""

import contextlib
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import heard

MODEL = "grok-voice-agent"
KEY = "sk-1234"

#: The document's own, with the address of the mock, the key that the document's clients show, and the leave that newer
#: gateways want for a key that everybody knows.
_CONFIGURATION = f"""\
model_list:
  - model_name: {MODEL}
    litellm_params:
      model: xai/grok-4-1-fast-non-reasoning
      api_key: os.environ/XAI_API_KEY
      api_base: {{base}}
    model_info:
      mode: realtime
general_settings:
  master_key: {KEY}
  dangerously_permit_weak_or_unset_master_key: true
"""

#: Nothing is told to anybody, and prices are not looked up.
_QUIET = {"LITELLM_TELEMETRY": "False", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}


@contextlib.contextmanager
def running() -> Iterator[str]:
    """A gateway in front of the mock; gives the address where its clients connect."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = heard.URL.replace("ws://", "http://").removesuffix("/realtime")
        (folder / "config.yaml").write_text(_CONFIGURATION.format(base=base), encoding="utf-8")
        log = folder / "gateway.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                ["litellm", "--config", "config.yaml", "--host", "127.0.0.1", "--port", str(port)],
                cwd=folder, env={**os.environ, **_QUIET, "XAI_API_KEY": heard.KEY}, stdout=out, stderr=subprocess.STDOUT)
            try:
                _wait(process, port)
                yield f"ws://127.0.0.1:{port}/v1/realtime?model={MODEL}"
            finally:
                _end(process)
                print("\n".join(log.read_text("utf-8", "replace").splitlines()[-40:]), flush=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait(process: subprocess.Popen, port: int, seconds: float = 90) -> None:
    began = time.monotonic()
    while time.monotonic() - began < seconds and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/liveliness", timeout=2).close()
            print(f"the gateway is ready after {time.monotonic() - began:.1f} s", flush=True)
            return
        time.sleep(0.2)
    raise RuntimeError("the gateway did not start")


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
