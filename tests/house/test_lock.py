"""The locks: hashes for everything, no address, and all that any platform or Python we name would ask for."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.tree import REPO

LOCKS = ("run.txt", "dev.txt")
PLATFORMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def entries(lock: str) -> dict[str, tuple[str, int]]:
    """Return for each package its pinned line and the number of its hashes."""
    text = (REPO / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pinned, *hashes = re.split(r"\s+--hash=", line)
            found[canonicalize_name(Requirement(pinned).name)] = (pinned, len(hashes))
    return found


def asked_anywhere(requirement: Requirement) -> bool:
    """Say whether any platform and Python we name asks for it."""
    return requirement.marker is None or any(
        requirement.marker.evaluate({**platform, "python_version": v, "python_full_version": f"{v}.0", "extra": ""})
        for platform in PLATFORMS
        for v in PYTHONS
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_hashes(lock: str):
    loose = [pinned for pinned, hashes in entries(lock).values() if "==" not in pinned or hashes < 2]
    assert loose == []


def test_both_locks_pin_the_same_versions():
    run, dev = (entries(lock) for lock in LOCKS)
    assert {name: entry for name, entry in run.items() if dev.get(name) != entry} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_platform_and_no_python_asks_for_more_than_is_locked(lock: str):
    locked = entries(lock)
    missing = set()
    for name in locked:
        try:
            asked = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # a package for another platform; what it needs is not known here
        wanted = {canonicalize_name(r.name) for r in map(Requirement, asked) if asked_anywhere(r)}
        missing |= {(name, other) for other in wanted if other not in locked}
    assert missing == set()
