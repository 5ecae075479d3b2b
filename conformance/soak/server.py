"""A server of ours in a process of its own, and what that process holds."""

import os
import re
import subprocess

GENERATION = re.compile(r"(?:new generation|tenured generation)\s+total \d+K, used (\d+)K")
MEBI = 1 << 20


class Server:
    """Serves until it is closed; a free port of the loopback."""

    def __init__(self, jar, *options, before=(), environment=None):
        command = [*before, "java", "-XX:+UseSerialGC", "-Xmx512m", "-jar", str(jar),
                   "serve", "--port", "0", "--quiet", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **(environment or {})})
        line = self.process.stdout.readline()
        found = re.search(r"ws://[^\s]*:(\d+)/", line)
        if not found:
            raise SystemExit(f"expected where the server listens, found {line!r}")
        self.port = int(found.group(1))
        self.url = f"ws://127.0.0.1:{self.port}/v1/realtime"

    def _status(self, name):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name + ":"))

    def _jcmd(self, command):
        return subprocess.run(["jcmd", str(self.process.pid), command], check=True,
                              capture_output=True, text=True).stdout

    def holds(self):
        """Memory in MiB, heap in MiB after a collection, threads, descriptors."""
        self._jcmd("GC.run")
        heap = sum(int(used) for used in GENERATION.findall(self._jcmd("GC.heap_info"))) / 1024
        return {"memory": self._status("VmRSS") * 1024 / MEBI, "heap": heap,
                "threads": self._status("Threads"),
                "descriptors": len(os.listdir(f"/proc/{self.process.pid}/fd"))}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
