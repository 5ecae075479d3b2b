"""Where things are: the project, the documents beside it, and the folder that everything is written to."""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
PROJECT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("SOUNDCHECK_SHARED", PROJECT.parent / "shared"))
OUT = PROJECT / "conformance" / "target" / "interop"
INSTALLS = pathlib.Path(os.environ.get("SOUNDCHECK_INSTALLS", OUT / "installs"))
CLIENTS = HERE / "clients"
SCENARIOS = HERE / "scenarios"
DRIVERS = HERE / "drivers"


def document(name_part: str) -> str:
    """The text of the one seed document whose text contains these words."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there: the documents' clients are taken from it at run time. "
                 "Set SOUNDCHECK_SHARED to the folder that has seeds/.")
    found = [text for text in (f.read_text(encoding="utf-8") for f in sorted(folder.iterdir()))
             if name_part in text]
    if len(found) != 1:
        sys.exit(f"expected one document that says '{name_part}' in {folder}, found {len(found)}")
    return found[0]
