"""Tells which mutants of the rules nobody noticed, and which of those are not on the list."""

import sys
import xml.etree.ElementTree as xml
from collections import Counter

NOTICED = {"KILLED", "TIMED_OUT", "MEMORY_ERROR"}


def mutant(row):
    """A name that stays when other lines of the class move: class, method, mutator, its number there."""
    name = row.findtext("mutatedClass").removeprefix("dev.soundcheck.conformance.rule.")
    return f"{name}.{row.findtext('mutatedMethod')} {row.findtext('mutator').split('.')[-1]}"


def main(report, allowed):
    rows = list(xml.parse(report).getroot())
    if not rows:
        sys.exit("no mutants were made")
    broken = sum(row.get("status") == "RUN_ERROR" for row in rows)
    if broken:
        sys.exit(f"{broken} of {len(rows)} mutants could not be tried; run it again, alone on the machine")
    reasons = {}
    for line in open(allowed, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.strip().partition(": ")
            reasons[name] = reason
    survivors, lines = Counter(), {}
    for row in rows:
        if row.get("status") not in NOTICED:
            survivors[mutant(row)] += 1
            lines.setdefault(mutant(row), []).append(f"{row.findtext('lineNumber')} ({row.findtext('description')})")
    noticed = sum(row.get("status") in NOTICED for row in rows)
    print(f"{len(rows)} mutants, {noticed} noticed, {sum(survivors.values())} not")
    unexplained = [name for name in survivors if not reasons.get(name)]
    for name in sorted(unexplained):
        print(f"  nobody noticed {name}: line {', '.join(lines[name])}")
    seen = {row.findtext("mutatedClass").removeprefix("dev.soundcheck.conformance.rule.") for row in rows}
    stale = [name for name in reasons if name not in survivors and name.split(" ")[0].rsplit(".", 1)[0] in seen]
    for name in sorted(stale):
        print(f"  is noticed now, and no longer needs its reason: {name}")
    sys.exit(1 if unexplained or stale else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
