"""The clients of LiteLLM's page on the voice API as they are printed, with the address of our gateway."""

import pathlib
import re
import subprocess
import tempfile

import heard
from runner import code_blocks, installs, places

#: The program whose first words each scenario takes.
LANGUAGES = {"hello/a-greeting-is-answered": "python", "hello/a-question-is-answered-at-once": "javascript"}


def play(address: str, told: heard.Heard) -> None:
    """The program of this scenario; what it prints is what it tells."""
    page = places.document("# xAI Voice Agent (Realtime API)")
    if LANGUAGES[heard.SCENARIO] == "python":
        _run(_python(), code_blocks.program(page, "python", "async def test_proxy"), address, told)
    else:
        _run("node", code_blocks.program(page, "javascript", 'require("ws")'), address, told)


def _python() -> str:
    """The page's client has an option that the package dropped with version 14, so it comes with an older one."""
    folder = places.CLIENTS / "litellm" / "requirements"
    return str(installs.python_with(folder, "websockets-13", newest=False)[0])


def _run(program: str, source: str, address: str, told: heard.Heard) -> None:
    set_here, count = re.subn(r'url = "[^"]*"', lambda _: f'url = "{address}"', source)
    if count != 1:
        raise LookupError(f"expected one address in the program, found {count}")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / ("client.py" if "python" in program else "client.js")
        file.write_text(set_here, encoding="utf-8")
        done = subprocess.run([program, file], capture_output=True, text=True, encoding="utf-8", timeout=30)
    print(done.stdout + done.stderr, flush=True)
    told.said(done.stdout)
