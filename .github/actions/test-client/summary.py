"""What a report.json of Soundcheck's says, as Markdown for the summary of a job.

    summary.py report.json            the whole
    summary.py --words report.json    one line
    summary.py --failed report.json   what makes the run fail, a line each
"""

import json
import sys

RED = ("fail", "not-testable", "harness-fault", "stale")


def words(report):
    return report["summary"]["words"]


def red(report):
    """Checks that make the run fail."""
    return [check for check in report["checks"] if check["outcome"] in RED]


def first_offence(check):
    for offence in check["offences"]:
        where = offence.get("where", {})
        at = f" at {where['at_ms']:.0f} ms" if "at_ms" in where else ""
        return f"{offence['conversation']}{at}: expected {offence['expected']}, got {offence['actual']}"
    return check.get("why", "")


def line(check):
    requirement = check["requirement"]
    return f"{check['outcome']} {requirement['section']}/{requirement['id']}: {first_offence(check)}"


def cell(text):
    """What others wrote, as text of a table."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", "<br>")


def page(report):
    lines = [f"### Soundcheck: {words(report)}", "", f"`{report['target']}`, profile {report['profile']}", ""]
    if red(report):
        lines += ["| outcome | requirement | what was wrong |", "|---|---|---|"]
    for check in red(report):
        requirement = check["requirement"]
        name = f"`{requirement['section']}/{requirement['id']}`<br>{cell(requirement['words'])}"
        lines.append(f"| {check['outcome']} | {name} | {cell(first_offence(check))} |")
    return "\n".join(lines)


def main(arguments):
    with open(arguments[-1], encoding="utf-8") as file:
        report = json.load(file)
    match arguments[:-1]:
        case ["--words"]:
            print(words(report))
        case ["--failed"]:
            print("\n".join(map(line, red(report))))
        case _:
            print(page(report))


if __name__ == "__main__":
    main(sys.argv[1:])
