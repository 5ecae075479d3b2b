"""What is different with the newest versions of a client's packages."""

from .installs import NotInstalled, installed
from .play import Played


def differences(played: Played) -> None:
    """Prints each package that is newer than the one that is pinned."""
    try:
        pinned = installed(played.run, newest=False).versions
    except NotInstalled as why:
        print(f"      what is pinned cannot be installed: {why}")
        return
    changed = [f"{name} {pinned[name]} -> {version}" for name, version in sorted(played.versions.items())
               if name in pinned and pinned[name] != version]
    print(f"      newer: {', '.join(changed) if changed else 'nothing'}")
