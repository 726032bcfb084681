"""make.py, as far as it can be tried without making a virtual environment or installing anything."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import make

posix = pytest.mark.skipif(os.name == "nt", reason="apt-get runs on Debian and its kin")


def fake_apt_get(folder: Path, script: str) -> None:
    program = folder / "apt-get"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_an_unknown_command_prints_the_usage_and_exits_with_2():
    done = subprocess.run([sys.executable, make.__file__, "deploy"], capture_output=True, encoding="utf-8")

    assert done.returncode == 2
    assert "usage: python3 make.py build" in done.stdout


def test_help_names_every_command():
    assert make.__doc__ is not None
    assert [name for name in make.COMMANDS if f"make.py {name} " not in make.__doc__] == []


def test_a_tool_that_fails_stops_no_other_and_its_exit_code_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    (tmp_path / "seven.py").write_text("raise SystemExit(7)", encoding="utf-8")
    (tmp_path / "fine.py").write_text("print('ran')", encoding="utf-8")
    monkeypatch.setattr(make, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(make, "ROOT", tmp_path)

    assert make._run_tools(["seven"], ["fine"]) == 7

    out, err = capfd.readouterr()
    assert out.split() == ["ran"]
    assert err.splitlines() == ["make: seven", "make: fine", "make: failed: seven"]


@posix
def test_a_run_that_a_signal_ended_has_the_exit_code_that_shells_give():
    assert make.run(sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)") == 143


@pytest.mark.parametrize("text", ["", "half", "a\nb", "a\nb\nc\nd"])
def test_a_damaged_stamp_counts_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str):
    monkeypatch.setattr(make, "STAMP", tmp_path / "stamp")
    (tmp_path / "stamp").write_text(text, encoding="utf-8")

    assert make._read_stamp() == ["", "", ""]


def test_what_is_missing_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PATH", str(tmp_path))

    make.provide_programs()

    line = (
        "make: not installed: soffice, pdftotext, qpdf, chromium; the tests that need them will be skipped\n"
    )
    assert capsys.readouterr().err == line


@posix
def test_a_package_that_the_system_has_not_got_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    script = f'echo "$*" >> "{tmp_path}/log"; case "$*" in *chromium) echo "E: none" >&2; exit 100; esac'
    fake_apt_get(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.delenv("DECKBUILD_NO_APT", raising=False)
    monkeypatch.setattr(make, "_missing_packages", lambda: ["chromium", "qpdf"])
    monkeypatch.setattr(make, "_has_apt", lambda: True)
    monkeypatch.setattr(make, "_root_prefix", list)

    make.provide_programs()

    log = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert [line.rsplit(" ", 1)[-1] for line in log] == ["update", "chromium", "qpdf"]
    assert "make: apt-get install: E: none\n" in capsys.readouterr().err


@posix
def test_apt_get_asks_no_questions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    fake_apt_get(tmp_path, f'echo "$DEBIAN_FRONTEND $*" > "{tmp_path}/log"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    make._apt([], "install", "--no-install-recommends", "qpdf")

    log = (tmp_path / "log").read_text(encoding="utf-8").strip()
    assert log == "noninteractive -qy -o DPkg::Lock::Timeout=120 install --no-install-recommends qpdf"
    assert capsys.readouterr().err == ""


@posix
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo W: first >&2; echo 'E: Unable to fetch' >&2; exit 100", "E: Unable to fetch"),
        ("sleep 20", "out of time"),
        ("exit 1", "no reason given"),
    ],
)
def test_a_failing_apt_get_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    script: str,
    reason: str,
):
    if not make.shutil.which("timeout"):
        pytest.skip("not installed: timeout")
    fake_apt_get(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(make, "APT_SECONDS", {"update": "0.5"})

    make._apt([], "update")

    assert capsys.readouterr().err == f"make: apt-get update: {reason}\n"
