"""The guide's program as it is printed, taken from its document: only its URL constant is set.

It never stops by itself, so it is watched while it prints.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

import heard

sys.path.append(str(pathlib.Path(__file__).parents[2]))
from runner import code_blocks, places  # noqa: E402


def main() -> None:
    guide = places.document("Grok Voice Agent in a Python AI/ML Pipeline")
    source = code_blocks.with_constant(
        code_blocks.program(guide, "python", "WS_URL = "), r"^WS_URL = .*$", f'WS_URL = "{heard.URL}"')
    told = heard.Heard()
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(source)
        file.flush()
        environment = {**os.environ, "SSL_CERT_FILE": os.environ["SOUNDCHECK_CA"], "XAI_API_KEY": heard.KEY}
        process = subprocess.Popen([sys.executable, file.name], env=environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
                                   preexec_fn=_interruptible)
        threading.Thread(target=_read, args=(process, told), daemon=True).start()
        told.wait()
        _end(process)
    told.finish()


def _interruptible() -> None:
    """Who runs in the background may have been told to ignore Ctrl-C, and passes that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(process: subprocess.Popen) -> None:
    """As its user ends it, by Ctrl-C: then it says goodbye."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()


def _read(process: subprocess.Popen, told: heard.Heard) -> None:
    for line in process.stdout:
        print(line, end="", flush=True)
        told.said(line)


if __name__ == "__main__":
    main()
