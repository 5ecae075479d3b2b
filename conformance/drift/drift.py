"""Holds conversations with a server, judges them, and says what is not as it was when they were pinned."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

LIVE = "wss://api.x.ai/v1/realtime"
TOLD = ("broken", "drift")


def main():
    arguments = parsed()
    soundcheck = str(arguments.root / "soundcheck")
    out = arguments.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    mock = None
    try:
        url = arguments.url
        if url is None:
            mock, url = started(soundcheck, arguments.serve)
        traces = recorded(soundcheck, url, arguments, out)
    finally:
        if mock is not None:
            mock.terminate()
            mock.wait(20)
    results = [compared(soundcheck, trace, out, arguments.pinned) for trace in traces]
    missing = [] if arguments.only else unheard(arguments.pinned, traces, out)
    summary = {"server": "a mock" if mock else url, "conversations": results, "missing": missing}
    (out / "drift.json").write_text(json.dumps(summary, indent=2) + "\n")
    text = told(summary)
    (out / "drift.md").write_text(text)
    print(text)
    if arguments.pin:
        pin(traces, out, arguments.pinned)
    return 1 if missing or any(changed(one) for one in results) else 0


def parsed():
    parser = argparse.ArgumentParser(prog="conformance/drift/run", description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=f"the service, such as {LIVE} (default: a mock that is started)")
    parser.add_argument("--budget", help="minutes that the service may be called; it costs money")
    parser.add_argument("--pinned", type=pathlib.Path, help="what it was like: TOPIC/SCENARIO/trace.ndjson (default: recordings)")
    parser.add_argument("--out", type=pathlib.Path, help="what is heard, and what is found (default: conformance/target/drift)")
    parser.add_argument("--only", help="only these requirements, as 'test server --only' has them")
    parser.add_argument("--pin", action="store_true", help="pin what is heard now")
    parser.add_argument("--serve", default="", metavar="OPTIONS", help="options of the mock, to see this fail")
    arguments = parser.parse_args()
    if arguments.url and not arguments.url.startswith(("ws://127.0.0.1", "ws://localhost")) and not arguments.budget:
        parser.error(f"{arguments.url} may cost money: say with --budget how many minutes it may be called")
    arguments.pinned = (arguments.pinned or arguments.root / "recordings").resolve()
    arguments.out = arguments.out or arguments.root / "conformance/target/drift"
    if arguments.pin and arguments.pinned == arguments.root / "recordings":
        parser.error("--pin needs --pinned DIR: recordings/ holds nothing but our own mock")
    return arguments


def started(soundcheck, options):
    """A mock of ours; plays what the suite asks for, since it lets this machine steer it."""
    mock = subprocess.Popen([soundcheck, "serve", "--port", "0", "--json", *options.split()],
                            stdout=subprocess.PIPE, text=True)
    for line in mock.stdout:
        if line.startswith("{"):
            return mock, json.loads(line)["url"]
    raise SystemExit(f"the mock did not start: {soundcheck} serve {options}")


def recorded(soundcheck, url, arguments, out):
    """The conversations of the suite; a verdict is no drift, so that its exit status says nothing here."""
    command = [soundcheck, "test", "server", "--url", url, "--report", str(out / "report")]
    for option in ("budget", "only"):
        if getattr(arguments, option):
            command += [f"--{option}", getattr(arguments, option)]
    status = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
    traces = sorted((out / "report/traces").rglob("*.ndjson"))
    if status > 1 or not traces:
        print(f"No conversation came about: {' '.join(command)} ended with {status}.", file=sys.stderr)
        raise SystemExit(2)
    return traces


def name_of(trace, out):
    return str(trace.relative_to(out / "report/traces").with_suffix(""))


def compared(soundcheck, trace, out, pinned):
    name = name_of(trace, out)
    before = pinned / name / "trace.ndjson"
    result = {"conversation": name, "pinned": before.exists()}
    remarks = [remark for one in asked(soundcheck, "verify", trace)["traces"] for remark in one["remarks"]]
    result["remarks"] = [one for one in remarks if one["level"] in TOLD and one["rule"] == "schema" and one.get("from") == "server"]
    result["different"] = asked(soundcheck, "diff", before, trace)["different"] if before.exists() else []
    return result


def asked(soundcheck, command, *files):
    done = subprocess.run([soundcheck, command, "--json", *map(str, files)], capture_output=True, text=True)
    if done.returncode > 1:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(2)
    return json.loads(done.stdout)


def unheard(pinned, traces, out):
    """What was pinned and was not held this time, of the topics that were."""
    heard = {name_of(trace, out) for trace in traces}
    topics = {name.split("/")[0] for name in heard}
    known = {str(file.parent.relative_to(pinned)) for file in pinned.rglob("trace.ndjson")}
    return sorted(name for name in known - heard if name.split("/")[0] in topics)


def changed(result):
    return result["different"] or result["remarks"]


def told(summary):
    lines = [f"# Has {summary['server']} changed?", ""]
    lines += ["| conversation | differences | against the contract |", "|---|---|---|"]
    for one in summary["conversations"]:
        differences = len(one["different"]) if one["pinned"] else "new"
        lines.append(f"| {one['conversation']} | {differences} | {len(one['remarks'])} |")
    lines += [f"| {name} | was not held | |" for name in summary["missing"]]
    for one in filter(changed, summary["conversations"]):
        lines += ["", f"## {one['conversation']}", ""]
        lines += [f"- `{event['event']}` ({event['from']}): " + "; ".join(
            f"{each['kind'].replace('_', ' ')} `{each['path'] or '/'}` {shown(each)}" for each in event["differences"])
            for event in one["different"]]
        lines += [f"- {remark['level']}, `{remark['event']}`: {remark['text']}" for remark in one["remarks"]]
    if not any(map(changed, summary["conversations"])) and not summary["missing"]:
        lines += ["", "Nothing has changed."]
    return "\n".join(lines) + "\n"


def shown(difference):
    return " → ".join(f"`{side}`" if side else "nothing" for side in (difference["left"], difference["right"]))


def pin(traces, out, pinned):
    for trace in traces:
        target = pinned / name_of(trace, out) / "trace.ndjson"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(trace, target)
    print(f"{len(traces)} conversations are pinned in {pinned}.")


if __name__ == "__main__":
    os.environ.setdefault("NO_COLOR", "1")
    sys.exit(main())
