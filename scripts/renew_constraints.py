"""Rewrites constraints.txt from pyproject.toml: an exact version of each package, for all systems.

Run `python3 scripts/renew_constraints.py` after a change to the dependencies: versions that still fit stay as
they are, and `--upgrade` takes the newest of everything. Afterwards each pin is looked up as a wheel for each
system, because a newcomer with only Python has no compiler.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
OLDEST_MACOS = "15.0"
HEADER = """\
# The exact versions that make.py installs, so that another day resolves the same. They hold for Python 3.11
# to 3.13 on Linux, macOS and Windows. Written by a script, never by hand:
#   python3 scripts/renew_constraints.py              after a change to the dependencies in pyproject.toml
#   python3 scripts/renew_constraints.py --upgrade    to take the newest versions
"""


def main() -> int:
    """Return 0, or 1 when a pinned version has no wheel for a supported system."""
    parser = argparse.ArgumentParser(description="Renew constraints.txt.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    upgrade = parser.parse_args().upgrade
    with tempfile.TemporaryDirectory() as folder:
        uv = _install_uv(Path(folder))
        _compile(uv, upgrade=upgrade)
        lacking = [
            line for python in PYTHONS for system in SYSTEMS for line in _without_wheel(uv, python, system)
        ]
    print(
        "\n".join(lacking) or f"every pin has a wheel for Python {', '.join(PYTHONS)} on {', '.join(SYSTEMS)}"
    )
    return 1 if lacking else 0


def _install_uv(folder: Path) -> Path:
    """Return the uv program, installed in `folder`: it alone resolves for systems other than its own."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", "uv"], check=True)
    return programs / "uv"


def _compile(uv: Path, *, upgrade: bool) -> None:
    """Write constraints.txt; no index address goes into it."""
    scope = [
        "--universal",
        "--python-version",
        PYTHONS[0],
        "--all-extras",
        *(["--upgrade"] if upgrade else []),
    ]
    form = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command: list[str | Path] = [
        uv,
        "pip",
        "compile",
        "-q",
        *scope,
        *form,
        "-o",
        CONSTRAINTS,
        "pyproject.toml",
    ]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    CONSTRAINTS.write_text(HEADER + CONSTRAINTS.read_text("utf-8"), "utf-8", newline="\n")


def _without_wheel(uv: Path, python: str, system: str) -> list[str]:
    """Return one line that says what has no wheel for `python` on `system`, or nothing."""
    how: list[str | Path] = [
        "--dry-run",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--target",
        uv.parent / "unused",
    ]
    where = ["--python-version", python, "--python-platform", system]
    command: list[str | Path] = [uv, "pip", "install", *how, *where, "-r", CONSTRAINTS]
    environment = os.environ | {"MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return [f"{python} {system}: {' '.join(done.stderr.split())}"] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
