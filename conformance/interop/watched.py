"""Programs that are watched while they print, and ended when enough was seen or time is up."""

import subprocess
import threading
import time
from typing import Callable


def until(command: list[str], environment: dict, enough: Callable[[str], bool],
          deadline: float) -> str:
    """All that the program printed until it ended, had printed enough, or the deadline came."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), process.kill)
    watchdog.start()
    printed: list[str] = []
    try:
        for line in process.stdout:
            printed.append(line)
            if enough("".join(printed)):
                break
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
    return "".join(printed)
