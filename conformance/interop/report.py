"""Rows of the table that a run prints, and the line that ends it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What one run of one client came to: nothing missing means that every turn was completed."""

    missing: list[str]
    findings: list[str]
    output: str


@dataclass(frozen=True)
class Row:
    name: str
    set_up: str
    outcome: Outcome
    seconds: float

    @staticmethod
    def of(client, outcome: Outcome, seconds: float) -> "Row":
        return Row(client.name, client.set_up, outcome, seconds)

    @property
    def green(self) -> bool:
        return not self.outcome.missing and not self.outcome.findings


def print_table(rows: list[Row]) -> None:
    width = max(len(row.name) for row in rows)
    for row in rows:
        verdict = "ok  " if row.green else "FAIL"
        print(f"{verdict}  {row.name:<{width}}  {row.seconds:5.1f} s  {row.set_up}")
        for missing in row.outcome.missing:
            print(f"      missing: {missing}")
        for finding in row.outcome.findings:
            print(f"      finding: {finding}")
        if not row.green:
            print("      " + row.outcome.output.strip().replace("\n", "\n      "))
    passed = sum(row.green for row in rows)
    print(f"clients: {passed} passed, {len(rows) - passed} failed")
