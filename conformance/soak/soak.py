"""A server under a mix of sessions for a long time: what it holds each ten seconds, and whether that grows."""

import argparse
import json
import pathlib
import subprocess
import sys
import time

import picture
from server import Server

ROUND_SECONDS = 10
MIX = (["--mode", "audio", "--sessions", "20"],
       ["--mode", "text", "--sessions", "10", "--turns", "5"],
       ["--mode", "idle", "--sessions", "30"])

# How much more of it there may be at the end than at the beginning, by the line through all samples
# that come after the first quarter, in which the JVM compiles and fills its caches.
MEASURES = {"memory": ("resident memory, MiB", 64), "heap": ("heap after a collection, MiB", 16),
            "threads": ("threads", 10), "descriptors": ("descriptors", 10),
            "lateness": ("lateness of sound, p99, ms", 20)}


def load(jar, url, options):
    return subprocess.Popen(
        ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar, "load", "--json",
         "--url", url, "--duration", f"{ROUND_SECONDS}s", *options],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def round_of(jar, url):
    """One round of the mix: the lateness of its sound, and what failed."""
    running = [load(jar, url, options) for options in MIX]
    said = [one.communicate()[0] for one in running]
    lateness, errors = 0.0, []
    for text in said:
        try:
            whole = json.loads(text.splitlines()[-1])["whole"]
        except (IndexError, ValueError, KeyError):
            errors.append(text.strip()[:300])
            continue
        errors += [f"{kind}: {count}" for kind, count in whole["errors"].items()]
        lateness = max(lateness, whole["times"].get("lateness", {}).get("p99Ms", 0.0))
    return lateness, errors


def line_through(times, values):
    """Least squares: (where it is at 0, how much more each second)."""
    count = len(times)
    mean_t, mean_v = sum(times) / count, sum(values) / count
    spread = sum((at - mean_t) ** 2 for at in times)
    slope = sum((at - mean_t) * (value - mean_v) for at, value in zip(times, values)) / spread if spread else 0.0
    return mean_v - slope * mean_t, slope


def judged(name, samples):
    title, most = MEASURES[name]
    later = samples[len(samples) // 4:]
    begin, slope = line_through([one["at"] for one in later], [one[name] for one in later])
    growth = slope * (later[-1]["at"] - later[0]["at"])
    fine = growth <= most
    verdict = (f"{later[-1][name]:.1f} at the end; {growth:+.1f} over {(later[-1]['at'] - later[0]['at']) / 60:.1f}"
               f" minutes, at most {most:+d}{'' if fine else ': IT GROWS'}")
    return title, [one[name] for one in samples], lambda at: begin + slope * at, verdict, fine


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--jar", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    samples, errors = [], []
    with Server(arguments.jar) as server:
        began = time.monotonic()
        while (at := time.monotonic() - began) < arguments.minutes * 60 or len(samples) < 4:
            lateness, failed = round_of(arguments.jar, server.url)
            errors += [f"at {at:.0f} s: {one}" for one in failed]
            samples.append({"at": at, "lateness": lateness, **server.holds()})
            print("  ".join(f"{name} {value:.1f}" for name, value in samples[-1].items()), flush=True)
    measures = [judged(name, samples) for name in MEASURES]
    fine = not errors and all(measure[-1] for measure in measures)
    summary = (f"{samples[-1]['at'] / 60:.1f} minutes, {len(samples)} rounds of {len(MIX)} loads, {len(errors)} errors: "
               f"{'nothing grows' if fine else 'NOT FINE'}.")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "soak.json").write_text(json.dumps({"samples": samples, "errors": errors, "fine": fine}))
    (arguments.out / "index.html").write_text(picture.page(summary, [one["at"] for one in samples], measures))
    for title, _, _, verdict, _ in measures:
        print(f"{title}: {verdict}")
    for error in errors[:20]:
        print(error)
    print(f"{summary} The page is {arguments.out / 'index.html'}.")
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
