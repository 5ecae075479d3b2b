"""The time of day jumps by a day and back while a session lasts; it lasts as long as it should."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
from server import Server  # noqa: E402
from wire import Wire  # noqa: E402

LASTS = 40
DAY = 86_400


def jump(file, offset):
    """libfaketime reads its file again for each question."""
    file.write_text(offset + "\n")


def time_of_day(server):
    """As the server has it: when a secret that it makes now would expire."""
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/v1/realtime/client_secrets",
                                     data=b"", headers={"Authorization": "Bearer soak"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["expires_at"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jar", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "time"
        jump(file, "+0")
        # The program sets a time that would win over the file; what it preloads is all that is wanted.
        library = subprocess.run(["faketime", "-f", "+0", "printenv", "LD_PRELOAD"], check=True,
                                 capture_output=True, text=True).stdout.strip()
        environment = {"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
                       "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        with Server(arguments.jar, "--limit", f"duration={LASTS}s", environment=environment) as server:
            check(server, file)


def check(server, file):
    wire = Wire(server.port, wait=LASTS + 20)
    began = time.monotonic()
    wire.hear_until("session.created")
    now = time_of_day(server)
    for offset, days in (("+1d", 1), ("-1d", -1), ("+0", 0)):
        jump(file, offset)
        moved = time_of_day(server) - now
        if abs(moved - days * DAY) > 60:
            sys.exit(f"the time of day was moved by {moved} s, not by {days} days: faketime does not work here")
        wire.say({"type": "session.update", "session": {}})
        wire.hear_until("session.updated")
    try:
        while True:
            wire.hear()
    except OSError:
        lasted = time.monotonic() - began
    print(f"the session lasted {lasted:.1f} s of {LASTS} s while the time of day jumped by a day and back")
    if not LASTS - 2 < lasted < LASTS + 10:
        sys.exit("a jump of the time of day ended a session, or held it open")


if __name__ == "__main__":
    main()
