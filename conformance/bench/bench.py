"""Ours beside a peer and the ceiling: every row is measured in one run, and it is the ratios that count."""

import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

from wire import Wire

HERE = pathlib.Path(__file__).resolve().parent
WORDS = ("hello there. This is what somebody types who wants an answer of a usual length. "
         "It has a few sentences. None of them is long. This one is the last.")
LONG = " ".join(["Hello, this answer is so long that it takes a while to be spoken."] * 4)
LOAD_FLAGS = ["-XX:+UseParallelGC", "-Xms1g", "-Xmx1g", "-Xmn700m"]
QUICK_FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmn16m"]  # as the launcher has it
UPDATE = {"type": "session.update", "session": {"modalities": ["text"]}}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Bench:
    def __init__(self, arguments):
        self.work = pathlib.Path(arguments.work).resolve()
        self.jar = str(pathlib.Path(arguments.jar).resolve())
        self.quick = arguments.quick
        self.rows = []

    # who is measured

    def start(self, command):
        log = open(self.work / "server.log", "wb")
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        return process

    def ours(self, *options, flags=LOAD_FLAGS):
        port = free_port()
        process = self.start(["java", *flags, "-jar", self.jar, "serve", "--port", str(port), "--quiet", *options])
        return self.ready(process, port)

    def fixtures(self, words):
        file = self.work / "fixtures.json"
        file.write_text(json.dumps({"fixtures": [
            {"match": {"userMessage": "hello"}, "response": {"content": words}},
            {"match": {"userMessage": "[audio input]"}, "response": {"content": words}},
            {"match": {}, "response": {"content": words}}]}))
        return file

    def peer(self, *options, words=WORDS):
        cli = self.work / "node_modules/@copilotkit/aimock/dist/cli.js"
        if not shutil.which("node") or not cli.exists():
            return None
        port = free_port()
        process = self.start(["node", str(cli), "-p", str(port), "-f", str(self.fixtures(words)), "--log-level", "silent", *options])
        return self.ready(process, port)

    def bare(self, events, *options, flags=LOAD_FLAGS):
        port = free_port()
        file = self.work / "events.ndjson"
        file.write_text("\n".join(events) + "\n")
        process = self.start(["java", *flags, "-cp", f"{self.work / 'classes'}:{self.jar}", "BareServer",
                              str(port), str(file), *options])
        return self.ready(process, port)

    def ready(self, process, port):
        try:
            wire = Wire(port, "/v1/realtime?model=gpt-realtime")
            wire.hear_until("session.created")
            wire.close()
        except OSError as failure:
            stop((process, port))
            raise SystemExit(f"{process.args}: {failure}; see {self.work / 'server.log'}") from failure
        return process, port

    def turn_of(self, server, update):
        """What a server says: the greeting, the answer to session.update, one turn."""
        wire = Wire(server[1], "/v1/realtime?model=gpt-realtime")
        greeting = wire.hear_until("session.created")[-1]
        wire.say(update)
        updated = wire.hear_until("session.updated")[-1]
        wire.say({"type": "conversation.item.create",
                  "item": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": WORDS}]}})
        wire.say({"type": "response.create", "response": {"modalities": update["session"].get("modalities", ["audio"])}})
        turn = wire.hear_until("response.done")
        wire.close()
        return [greeting, updated, *turn]

    # how it is measured

    def load(self, server, *options, pid=True, background=False):
        command = ["java", "-XX:+UseParallelGC", "-Xmx1500m", "-jar", self.jar, "load", "--json",
                   "--url", f"ws://127.0.0.1:{server[1]}/v1/realtime?model=gpt-realtime", *options]
        if pid:
            command += ["--pid", str(server[0].pid)]
        if background:
            return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 2:
            raise SystemExit(done.stderr)
        figures = json.loads(done.stdout)
        if figures["whole"]["errors"]:
            print("   errors:", figures["whole"]["errors"], file=sys.stderr)
        return figures

    def seconds(self, usual):
        return f"{max(3, usual // 3) if self.quick else usual}s"

    def row(self, what, unit, ours, peer=None, ceiling=None, **bars):
        """Bars are to_peer, to_ceiling and absolute: at most this; at least, where it is negative."""
        entry = {"what": what, "unit": unit, "ours": ours, "peer": peer, "ceiling": ceiling, "bars": bars}
        reached = {"absolute": ours}
        for name, other in (("to_peer", peer), ("to_ceiling", ceiling)):
            if other:
                entry[name] = reached[name] = ours / other
        entry["missed"] = [name for name, bar in bars.items() if name in reached and not fits(reached[name], bar)]
        self.rows.append(entry)
        cells = [f"{value:,.3g}" if value is not None else "-" for value in (ours, peer, ceiling)]
        judged = "  ".join(
            f"{name.replace('_', ' ')}{'' if name == 'absolute' else f' {reached[name]:.2f}'}"
            f" ({'at least' if bar < 0 else 'at most'} {abs(bar):g}){' MISSED' if name in entry['missed'] else ''}"
            for name, bar in bars.items() if name in reached)
        print(f"{what:<58} {unit:>6} {cells[0]:>10} {cells[1]:>10} {cells[2]:>10}   {judged}", flush=True)


def fits(value, bar):
    return value >= -bar if bar < 0 else value <= bar


def stop(server):
    process = server[0]
    if process.poll() is None:
        os.kill(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def each(bench, measure, ours, peer=None, bare=None):
    """The same measurement of each; one server at a time."""
    figures = []
    for make in (ours, peer, bare):
        server = make() if make else None
        if server is None:
            figures.append(None)
            continue
        try:
            figures.append(measure(server))
        finally:
            stop(server)
    return figures


def text_events(bench):
    server = bench.ours("--pace", "instant", "--profile", "openai-ga")
    try:
        return bench.turn_of(server, UPDATE)
    finally:
        stop(server)


def typed(bench):
    """CPU for each typed turn: 2 messages in, 13 or more out."""
    options = ["--mode", "text", "--say", WORDS, "--sessions", "20", "--turns", "50",
               "--warm-up", bench.seconds(40), "--duration", bench.seconds(52)]
    events = text_events(bench)

    def measure(server):
        whole = bench.load(server, *options)["whole"]
        print(f"   {whole['events'] / max(1, whole['turns']):.1f} events a turn, {whole['turnsPerSecond']:.0f} turns/s", file=sys.stderr)
        return whole["cpuMs"] / whole["turns"]

    figures = each(bench, measure, lambda: bench.ours("--pace", "instant", "--profile", "openai-ga"),
                   bench.peer, lambda: bench.bare(events))
    bench.row("CPU per typed turn", "ms", *figures, to_peer=0.75, to_ceiling=1.6)


def spoken(bench):
    """CPU for each spoken turn of 2 s: 20 appends, decoded, listened to, checked; the answer is text."""
    wav = bench.work / "two-seconds.wav"
    make_wav(bench, wav)
    options = ["--mode", "audio", "--wav", str(wav), "--burst", "--manual", "--answers", "text", "--sessions", "20",
               "--turns", "50", "--warm-up", bench.seconds(40), "--duration", bench.seconds(52)]

    def measure(server):
        whole = bench.load(server, *options)["whole"]
        return whole["cpuMs"] / max(1, whole["turns"])

    figures = each(bench, measure, lambda: bench.ours("--pace", "instant", "--profile", "openai-ga",
                                                      "--limit", "rate=none"), bench.peer)
    bench.row("CPU per spoken turn of 2 s", "ms", *figures, to_peer=0.9)


def make_wav(bench, path):
    """Two seconds of speech, by our own voice."""
    server = bench.ours("--pace", "instant")
    try:
        subprocess.run(["java", "-jar", bench.jar, "talk", "--url", f"ws://127.0.0.1:{server[1]}/v1/realtime",
                        "--text", LONG, "--out", str(path)], check=True, capture_output=True)
    finally:
        stop(server)
    import wave
    with wave.open(str(path)) as whole:
        rate, channels, width = whole.getframerate(), whole.getnchannels(), whole.getsampwidth()
        sound = whole.readframes(2 * rate)
    with wave.open(str(path), "wb") as cut:
        cut.setframerate(rate)
        cut.setnchannels(channels)
        cut.setsampwidth(width)
        cut.writeframes(sound)


def turns_per_second(bench):
    """Typed turns each second at 50 and at 500 sessions."""
    for sessions in (50, 500):
        options = ["--mode", "text", "--say", WORDS, "--sessions", str(sessions), "--turns", "50",
                   "--warm-up", bench.seconds(36), "--duration", bench.seconds(46)]
        figures = each(bench, lambda server: bench.load(server, *options)["whole"]["turnsPerSecond"],
                       lambda: bench.ours("--pace", "instant", "--profile", "openai-ga"), bench.peer)
        bench.row(f"typed turns at {sessions} sessions", "1/s", *figures, to_peer=-2)


def events_per_second(bench):
    """What comes out of a server whose answers are sound: 500 sessions, deltas of some 4 kB."""
    server = bench.ours("--pace", "instant")
    try:
        events = bench.turn_of(server, {"type": "session.update", "session": {}})
    finally:
        stop(server)
    options = ["--mode", "text", "--answers", "audio", "--say", LONG, "--sessions", "500",
               "--warm-up", bench.seconds(36), "--duration", bench.seconds(46)]
    figures = each(bench, lambda it: bench.load(it, *options)["whole"]["eventsPerSecond"],
                   lambda: bench.ours("--pace", "instant"), None, lambda: bench.bare(events))
    bench.row("events at 500 sessions, audio", "1/s", *figures, to_ceiling=-0.65)


def pacing(bench):
    """A delta every 20 ms in 500 sessions: how far gaps are off, and the end of an answer."""
    options = ["--mode", "text", "--sessions", "500", "--every", "20ms", "--say", "hello there.", "--think", "500ms",
               "--warm-up", bench.seconds(36), "--duration", bench.seconds(50)]
    long_words = (WORDS + " ") * 9

    def measure(server):
        times = bench.load(server, *options)["whole"]["times"]
        return times["gapError"]["p99Ms"], times["drift"]["p99Ms"]

    ours, peer, _ = each(bench, measure, lambda: bench.ours("--pace", "20ms/20ms"),
                         lambda: bench.peer("--latency", "20", words=long_words))
    bench.row("gap of 20 ms, 500 sessions, p99 off by", "ms", ours[0], peer and peer[0], to_peer=1 / 3)
    bench.row("drift over a turn, p99", "ms", ours[1], peer and peer[1], to_peer=1 / 3, absolute=1)


def connect(bench):
    """From dialling to session.created, while 500 sessions are busy."""
    busy = ["--mode", "text", "--say", WORDS, "--sessions", "500", "--turns", "50", "--duration", bench.seconds(40)]
    probe = ["--mode", "text", "--say", WORDS, "--sessions", "4", "--turns", "1", "--think", "200ms",
             "--warm-up", bench.seconds(15), "--duration", bench.seconds(35)]

    def measure(server):
        background = bench.load(server, *busy, pid=False, background=True)
        try:
            return bench.load(server, *probe)["whole"]["times"]["connect"]["p99Ms"]
        finally:
            background.terminate()
            background.wait()

    figures = each(bench, measure, lambda: bench.ours("--pace", "instant", "--profile", "openai-ga"), bench.peer)
    bench.row("connect to session.created while 500 are busy, p99", "ms", *figures, to_peer=0.1)


def resident(server, collect=False):
    if collect:
        subprocess.run(["jcmd", str(server[0].pid), "GC.run"], capture_output=True)
        subprocess.run(["jcmd", str(server[0].pid), "GC.run"], capture_output=True)
        time.sleep(1)
    for line in open(f"/proc/{server[0].pid}/status", encoding="ascii"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise SystemExit("the system does not tell what a process holds")


def idle(bench):
    """Memory for each of 2,000 sessions that are set up and say nothing."""
    sessions = 300 if bench.quick else 2000

    def measure(server):
        java = "java" in server[0].args[0]
        bench.load(server, "--mode", "idle", "--sessions", "200", "--duration", "6s")
        before = resident(server, collect=java)
        holding = bench.load(server, "--mode", "idle", "--sessions", str(sessions), "--duration", "25s",
                             pid=False, background=True)
        time.sleep(15)
        after = resident(server, collect=java)
        holding.wait()
        return (after - before) / sessions

    figures = each(bench, measure, lambda: bench.ours(flags=QUICK_FLAGS), bench.peer)
    bench.row(f"memory per idle session of {sessions:,}", "KiB", *figures, to_peer=0.9)


def late_turns(bench):
    """What turn 2,000 of a session costs against its first ones."""
    options = ["--mode", "text", "--say", WORDS, "--sessions", "20", "--rate", "2000", "--duration", "21s"]

    def measure(server):
        bench.load(server, *options[:-1], bench.seconds(20))
        moments = bench.load(server, *options)["moments"]
        cost = [moment["cpuMs"] / max(1, moment["turns"]) for moment in moments]
        return cost[-1] / cost[1]

    figures = each(bench, measure, lambda: bench.ours("--pace", "instant", "--profile", "openai-ga"), bench.peer)
    bench.row("turn 2,000 against the first", "times", *figures, absolute=1.1)


def start(bench):
    """From starting the process to the first session, and what it holds then."""
    events = text_events(bench)
    archive = str(bench.work / "bare.jsa")
    bare = ["java", *QUICK_FLAGS, f"-XX:SharedArchiveFile={archive}", "-Xlog:disable", "-Xlog:all=off", "-cp",
            f"{bench.work / 'classes'}:{bench.jar}", "BareServer"]
    file = bench.work / "events.ndjson"
    file.write_text("\n".join(events) + "\n")
    archive_of(bench, archive, file)
    subprocess.run([str(HERE.parents[1] / "soundcheck"), "--version"], check=True, capture_output=True)
    cli = bench.work / "node_modules/@copilotkit/aimock/dist/cli.js"
    commands = {
        "ours": lambda port: [str(HERE.parents[1] / "soundcheck"), "serve", "--port", str(port), "--quiet"],
        "peer": lambda port: ["node", str(cli), "-p", str(port), "-f", str(bench.fixtures(WORDS)), "--log-level", "silent"],
        "ceiling": lambda port: [*bare, str(port), str(file), "schemas"],
    }
    times, memory = {}, {}
    for _ in range(3 if bench.quick else 9):
        for name, command in commands.items():
            if name == "peer" and not cli.exists():
                continue
            port = free_port()
            began = time.monotonic()
            server = bench.start(command(port)), port
            wire = Wire(port, "/v1/realtime?model=gpt-realtime")
            wire.hear_until("session.created")
            times.setdefault(name, []).append((time.monotonic() - began) * 1000)
            memory.setdefault(name, []).append(resident(server) / 1024)
            wire.close()
            stop(server)
    middle = {name: sorted(all_)[len(all_) // 2] for name, all_ in times.items()}
    held = {name: sorted(all_)[len(all_) // 2] for name, all_ in memory.items()}
    bench.row("start to the first session", "ms", middle["ours"], middle.get("peer"), middle["ceiling"],
              to_ceiling=1.3, to_peer=2)
    bench.row("memory after the first session", "MiB", held["ours"], held.get("peer"), held["ceiling"],
              to_ceiling=1.5)


def archive_of(bench, archive, file):
    port = free_port()
    process = bench.start(["java", *QUICK_FLAGS, f"-XX:ArchiveClassesAtExit={archive}", "-cp",
                           f"{bench.work / 'classes'}:{bench.jar}", "BareServer", str(port), str(file), "schemas", "once"])
    bench.ready(process, port)
    process.wait(60)


def voices(bench):
    """Sessions that speak and are spoken to in real time, for each core that the server keeps busy."""
    sessions = 100 if bench.quick else 600
    server = bench.ours("--pace", "real-time")
    try:
        figures = bench.load(server, "--mode", "audio", "--sessions", str(sessions), "--think", "1s",
                             "--warm-up", bench.seconds(30), "--duration", bench.seconds(60))
    finally:
        stop(server)
    whole = figures["whole"]
    late = whole["times"]["lateness"]["p99Ms"]
    bench.row(f"real-time voice sessions per core ({sessions} sessions, sound late by {late:.1f} ms p99)", "1/core",
              sessions / whole["cores"], absolute=-1000)


ROWS = {"typed": typed, "spoken": spoken, "turns": turns_per_second, "events": events_per_second, "pacing": pacing,
        "connect": connect, "idle": idle, "late-turns": late_turns, "start": start, "voices": voices}


def main():
    parser = argparse.ArgumentParser(prog="conformance/bench/run", description=__doc__)
    parser.add_argument("--work", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--jar", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="a third of the time; only to see that it works")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a bar is missed")
    parser.add_argument("--list", action="store_true", help="name the rows and stop")
    parser.add_argument("rows", nargs="*", choices=[*ROWS, []], metavar="ROW", help="only these")
    arguments = parser.parse_args()
    if arguments.list:
        for name, row in ROWS.items():
            print(f"{name:12} {row.__doc__.splitlines()[0]}")
        return
    bench = Bench(arguments)
    print(f"{'':<58} {'':>6} {'ours':>10} {'peer':>10} {'ceiling':>10}")
    for name in arguments.rows or ROWS:
        ROWS[name](bench)
    (bench.work / "last.json").write_text(json.dumps(bench.rows, indent=1))
    print(f"The figures are in {bench.work / 'last.json'}.")
    missed = sum(len(row["missed"]) for row in bench.rows)
    print(f"{missed} bars missed." if missed else "No bar missed.")
    sys.exit(1 if missed and arguments.check else 0)


if __name__ == "__main__":
    main()
