"""The table that a run prints."""

from .play import Played


def print_rows(played: Played, width: int) -> None:
    for row in played.rows:
        print(f"{row.status:<5} {row.run.title:<{width}}  {row.what:<12} {row.seconds:6.1f} s"
              + (f"  {row.why}" if row.green and row.what in ("rules", "needs") else ""))
        if not row.green:
            print("      " + row.why.strip().replace("\n", "\n      "))
    if any(not row.green for row in played.rows) and played.report:
        print(f"      see {played.report}/index.html")


def print_end(all_played: list[Played]) -> None:
    print()
    for played in all_played:
        print(f"{played.run.title}: {played.run.about}\n    set: {played.run.set_up}")
    rows = [row for played in all_played for row in played.rows]
    red = sum(not row.green for row in rows)
    skipped = sum(row.status == "skip" for row in rows)
    print(f"\nclients: {len(all_played) - skipped} played, {len(rows) - red - skipped} rows green, {red} red"
          + (f", {skipped} SKIPPED" if skipped else ""))
