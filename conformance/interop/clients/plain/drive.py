"""The test program of the gateway's document in one of its languages, pointed straight at the mock.

Only its URL is set. It prints the name of each event and ends by itself at the first response.done.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import heard

sys.path.append(str(pathlib.Path(heard.__file__).parents[1]))
from runner import code_blocks, places  # noqa: E402

#: By language: how it is started, its ending, what only this program has, the line with its URL.
LANGUAGES = {
    "javascript": ("node", ".cjs", "new WebSocket(", "const url = "),
    "python": (sys.executable, ".py", "websockets.connect(", "    url = "),
}


def main(language: str) -> None:
    command, ending, having, line = LANGUAGES[language]
    told = heard.Heard()
    document = places.document("# xAI Voice Agent (Realtime API)")
    source = code_blocks.with_constant(
        code_blocks.program(document, language, having), f"^{line}.*$",
        f'{line}"{heard.URL}?model=grok-voice-agent"')
    with tempfile.NamedTemporaryFile("w", suffix=ending, encoding="utf-8") as file:
        file.write(source)
        file.flush()
        done = subprocess.run([command, file.name], text=True, encoding="utf-8", timeout=30,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(done.stdout, flush=True)
    if done.returncode:
        raise SystemExit(f"it ended with exit status {done.returncode}")
    told.said(done.stdout)
    told.finish()


if __name__ == "__main__":
    main(sys.argv[1])
