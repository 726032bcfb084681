#!/usr/bin/env python3
"""Set up, build and test deckbuild on any machine that has Python 3.11 or newer; nothing else is needed.

usage: python3 make.py build [ARGUMENT…]    build all decks and handouts into output/ (`deckbuild build …`)
       python3 make.py test [ARGUMENT…]     run all checks and tests; arguments go to pytest
       python3 make.py check [--fix]        run ruff and mypy only; --fix mends what ruff can mend
       python3 make.py accept [ARGUMENT…]   rewrite what the golden tests expect; arguments go to pytest
       python3 make.py clean                remove the virtual environment and all caches; output/ stays

The packages go into .venv beside this file, at the versions of constraints.txt, once and again when that
file or pyproject.toml changes. On Debian and its kin, `test` installs LibreOffice, poppler, qpdf and Chromium
with apt where it may do so without a password; set DECKBUILD_NO_APT=1 to forbid it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
HAS_ENSUREPIP = importlib.util.find_spec("ensurepip") is not None  # Debian packs it apart
STAMP = VENV / "deckbuild-stamp"
CACHES = (".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "src/deckbuild.egg-info")
DEBIAN_PACKAGES = {
    "soffice": "libreoffice-impress",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "chromium": "chromium",
}
LIBERATION = Path("/usr/share/fonts/truetype/liberation")  # the fonts in which LibreOffice shows Arial
NOT_ON_PATH = (r"C:\Program Files\LibreOffice\program", "/Applications/LibreOffice.app/Contents/MacOS")
APT_GET = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qy", "-o", "DPkg::Lock::Timeout=120"]
APT_SECONDS = {"update": "90", "install": "240"}


def say(message: str) -> None:
    """Print one line of progress to stderr."""
    print(f"make: {message}", file=sys.stderr, flush=True)


def stop(message: str, code: int = 2) -> NoReturn:
    """Say `message` and end with `code`."""
    say(message)
    sys.exit(code)


def run(*command: str | Path) -> int:
    """Return the exit code of `command`, run at the root; 128 + n when signal n ended it, as in shells."""
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    return code if code >= 0 else 128 - code


def succeeds(*command: str | Path) -> bool:
    """Say whether `command` starts and ends with 0; its output is dropped."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def set_environment() -> None:
    """Make child processes find LibreOffice, and pip install into .venv whatever the user's settings say."""
    places = [place for place in NOT_ON_PATH if Path(place).is_dir()]
    os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), *places])
    os.environ |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def prepare(*, dev: bool) -> None:
    """Make .venv hold what the run needs, with the tools of the tests when `dev`; if it does, do nothing."""
    place, inputs, kind = _read_stamp()
    if place == _place() and VENV_PYTHON.exists() and succeeds(VENV_PYTHON, "-I", "-c", "import deckbuild"):
        if inputs == _inputs() and (kind == "dev" or not dev):
            return
        STAMP.unlink()  # from here until it is written anew, .venv counts as unfinished
    else:
        _create()
    say("installing the packages of constraints.txt" + (" and the tools of the tests" if dev else ""))
    code = run(*_pip(), "install", "-q", "-c", "constraints.txt", "-e", ".[dev]" if dev else ".")
    if code:
        stop("could not install the packages (see above); is the package index within reach?", code)
    STAMP.write_text("\n".join([_place(), _inputs(), "dev" if dev else "plain"]), encoding="utf-8")


def _read_stamp() -> list[str]:
    """Return place, inputs and kind of the last finished installation; empty texts where there is none."""
    lines = STAMP.read_text(encoding="utf-8", errors="replace").split("\n") if STAMP.is_file() else []
    return lines if len(lines) == 3 else ["", "", ""]


def _place() -> str:
    """Return a digest of what .venv depends on besides packages: its own path, Python's version and path."""
    return hashlib.sha256(f"{ROOT}|{sys.version}|{sys.base_prefix}".encode()).hexdigest()


def _inputs() -> str:
    """Return a digest of the files that decide what is installed."""
    files = (ROOT / name for name in ("pyproject.toml", "constraints.txt"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _create() -> None:
    """Make an empty .venv in place of whatever is there."""
    if not HAS_ENSUREPIP and not succeeds(sys.executable, "-m", "pip", "--version"):
        stop("this Python has neither ensurepip nor pip; on Debian and Ubuntu: sudo apt install python3-venv")
    if VENV.exists() or VENV.is_symlink():
        say("removing the unfinished or outdated .venv")
        _remove(VENV)
    say(f"creating .venv with Python {sys.version.split()[0]}")
    code = run(sys.executable, "-m", "venv", *([] if HAS_ENSUREPIP else ["--without-pip"]), VENV)
    if code:
        stop("could not create .venv (see above); on Debian and Ubuntu: sudo apt install python3-venv", code)


def _pip() -> list[str | Path]:
    """Return the pip that installs into .venv: its own, or this Python's where ensurepip is missing."""
    if HAS_ENSUREPIP:
        return [VENV_PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", VENV_PYTHON]


def _remove(path: Path) -> None:
    try:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    except OSError as error:
        stop(f"cannot remove {path}: {error.strerror}; close the programs that use it")


def provide_programs() -> None:
    """Install with apt, where that can be, the programs that the tests use; say what is still missing."""
    packages = _missing_packages()
    allowed = _has_apt() and not os.environ.get("DECKBUILD_NO_APT")
    root = _root_prefix() if packages and allowed else None
    if root is not None:
        say(f"installing {' '.join(packages)} with apt; this takes some minutes at most")
        _apt(root, "update")
        for package in packages:  # one by one: Ubuntu has no chromium, and apt-get would install none at all
            _apt(root, "install", "--no-install-recommends", package)
        packages = _missing_packages()
    missing = [name for name in DEBIAN_PACKAGES if not shutil.which(name)]
    if missing:
        remedy = f"; as root: apt-get install {' '.join(packages)}" if _has_apt() else ""
        say(f"not installed: {', '.join(missing)}; the tests that need them will be skipped{remedy}")


def _missing_packages() -> list[str]:
    """Return Debian's packages for what is missing."""
    fonts = [] if LIBERATION.is_dir() else ["fonts-liberation"]
    return [package for name, package in DEBIAN_PACKAGES.items() if not shutil.which(name)] + fonts


def _has_apt() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _root_prefix() -> list[str] | None:
    """Return what runs a command as root, put before it, without a password; None when nothing does."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if succeeds("sudo", "-n", "true") else None


def _apt(root: list[str], action: str, *options: str) -> None:
    """Run apt-get without questions and within its time; a failure is told, for the tests can do without."""
    limit = ["timeout", "--kill-after=10", APT_SECONDS[action]]
    command = [*root, *limit, *APT_GET, action, *options]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        say(f"apt-get {action}: {'out of time' if done.returncode in (124, 137) else lines[-1]}")


def build(arguments: list[str]) -> int:
    """Build every session for every profile into output/."""
    prepare(dev=False)
    return run(VENV_PYTHON, "-m", "deckbuild", "build", *arguments)


def check(arguments: list[str]) -> int:
    """Run ruff and mypy."""
    prepare(dev=True)
    return _run_tools(*_static_tools(fix="--fix" in arguments))


def test(arguments: list[str]) -> int:
    """Run ruff, mypy and pytest."""
    prepare(dev=True)
    provide_programs()
    return _run_tools(*_static_tools(fix=False), ["pytest", "-n", "2", *arguments])


def accept(arguments: list[str]) -> int:
    """Let the golden tests write what they expect; the difference is then for a person to review."""
    prepare(dev=True)
    return _run_tools(["pytest", "--accept", *(arguments or ["tests/golden"])])


def clean(_: list[str]) -> int:
    """Remove what make.py and its tools made; a built deck may have been edited since, so output/ stays."""
    for path in [*(ROOT / name for name in CACHES), VENV]:
        if path.exists() or path.is_symlink():
            say(f"removing {path.relative_to(ROOT)}")
            _remove(path)
    return 0


def _static_tools(*, fix: bool) -> list[list[str]]:
    lint, form = (["--fix"], []) if fix else ([], ["--check", "--output-format", "concise"])
    return [["ruff", "check", "-q", *lint], ["ruff", "format", "-q", *form], ["mypy", "--no-error-summary"]]


def _run_tools(*tools: list[str]) -> int:
    """Run every tool, whatever the others said, and return the first exit code that is not 0."""
    codes = {}
    for tool in tools:
        name = " ".join(word for word in tool[:2] if not word.startswith("-"))
        say(name)
        codes[name] = run(VENV_PYTHON, "-m", *tool)
    failed = [name for name, code in codes.items() if code]
    if failed and len(tools) > 1:
        say(f"failed: {', '.join(failed)}")
    return next((code for code in codes.values() if code), 0)


COMMANDS = {"build": build, "test": test, "check": check, "accept": accept, "clean": clean}


def main(arguments: list[str]) -> int:
    """Run the command that `arguments` name and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python is told so here
        stop(f"deckbuild needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable})")
    if arguments[:1] not in [[name] for name in COMMANDS]:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    set_environment()
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        stop("interrupted", 130)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
