"""The system refuses, fills up, or interrupts: a clear message, its exit code, and nothing lost."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.cli import SOURCE, deckbuild, environment
from tests.support.small import write_project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are provoked with means of Linux")

DECK = "output/small/school/small-school.pptx"


def run(
    *arguments: str | Path,
    folder: Path,
    before: Callable[[], object] | None = None,
    out: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the command, after *before* has changed its process, with standard output into a file."""
    with (out or Path(os.devnull)).open("w") as stdout:
        return subprocess.run(
            [sys.executable, "-m", "deckbuild", *map(str, arguments)],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            preexec_fn=before,
        )


def without_privileges() -> None:
    """Give up the right of an administrator to read and write everything; what is started has it no more."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def closed(path: Path, mode: int) -> None:
    """Take rights from a file or folder, and skip the test where that hinders nobody."""
    path.chmod(mode)
    test = "import os, sys; sys.exit(os.access(sys.argv[1], os.R_OK | os.W_OK))"
    done = subprocess.run([sys.executable, "-c", test, path], preexec_fn=without_privileges)
    if done.returncode:
        path.chmod(0o755)
        pytest.skip("this user may read and write everything")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project whose outputs stand, as of another day."""
    project = write_project(tmp_path / "project")
    for profile in ("school", "club"):
        for ending in (".pptx", "-handout-3up.pdf"):
            place = project / f"output/small/{profile}/small-{profile}{ending}"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"before {profile}", encoding="utf-8")
    return project


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def test_a_read_only_output_folder_is_told_for_each_deck_and_keeps_what_it_has(built: Path):
    before = outputs(built / "output")
    for folder in (built / "output/small/school", built / "output/small/club"):
        closed(folder, 0o555)

    done = run("build", folder=built, before=without_privileges)

    assert (done.returncode, done.stderr.count("error[DB501]")) == (1, 2)
    assert "Permission denied" in done.stderr
    assert "--output" in done.stderr
    assert outputs(built / "output") == before


def test_an_output_that_may_not_be_overwritten_is_replaced_where_its_folder_may(built: Path):
    (built / DECK).chmod(0o444)

    done = run("build", folder=built, before=without_privileges)

    assert done.returncode == 0
    assert (built / DECK).read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("decks/modules/words.yaml", "DB502"),
        ("decks/deckbuild.yaml", "DB502"),
        ("assets/images/hands-paper-family.png", "DB502"),
        ("assets/images", "DB108"),
        ("assets/fonts/arimo", "DB108"),
    ],
)
def test_what_may_not_be_read_is_a_finding(built: Path, path: str, code: str):
    closed(built / path, 0o000)

    done = run("build", folder=built, before=without_privileges)

    (built / path).chmod(0o755)
    assert (done.returncode, f"error[{code}]" in done.stderr) == (1, True)
    assert "Permission denied" in done.stderr


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if (
        not mount
        or subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True
        ).returncode
    ):
        pytest.skip("this user may not mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told_and_keeps_what_it_has(built: Path, full_disk: Path):
    (full_disk / "small/school").mkdir(parents=True)
    (full_disk / "small/school/small-school.pptx").write_text("before", encoding="utf-8")

    done = run("build", "--output", full_disk, folder=built)

    assert (done.returncode, done.stderr.count("error[DB501]")) == (1, 2)
    assert "No space left on device" in done.stderr
    assert "Free some space" in done.stderr
    assert outputs(full_disk) == {"small/school/small-school.pptx": b"before"}


def test_a_full_standard_output_ends_with_2(built: Path):
    done = run("build", "--json", folder=built, out=Path("/dev/full"))

    assert (done.returncode, done.stderr) == (
        2,
        "deckbuild: standard output cannot be written to: No space left on device\n",
    )


def test_a_closed_standard_output_ends_with_2(built: Path):
    done = run("build", "--json", folder=built, before=lambda: os.close(1))

    assert (done.returncode, done.stderr) == (2, "deckbuild: standard output is closed\n")


def test_a_name_of_bytes_that_are_no_letters_can_be_told(built: Path, tmp_path: Path):
    name = os.fsdecode(b"\xff\xfe")

    done = run("build", name, "--json", folder=built, out=tmp_path / "out.json")

    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (done.returncode, told["files"]) == (2, [])


@pytest.mark.parametrize("output", ["/dev/full", "/proc/nowhere", "decks/deckbuild.yaml"])
def test_an_output_folder_that_cannot_be_made_is_told(built: Path, output: str):
    done = deckbuild("build", "--output", output, folder=built)

    assert (done.returncode, done.stderr.count("error[DB501]")) == (1, 2)


def test_a_folder_that_is_gone_ends_with_2(built: Path, tmp_path: Path):
    gone = tmp_path / "gone"
    gone.mkdir()

    def leave() -> None:
        os.chdir(gone)
        gone.rmdir()

    done = run("build", folder=built, before=leave)

    assert (done.returncode, done.stderr.startswith("deckbuild: ")) == (2, True)


@pytest.mark.parametrize("name", ["circle", "a" * 5_000, "no such folder", "file"])
def test_a_project_that_cannot_be_reached_ends_with_2(tmp_path: Path, name: str):
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "file").write_text("", encoding="utf-8")

    done = deckbuild("build", "--project", tmp_path / name, folder=tmp_path)

    assert (done.returncode, done.stderr.startswith("deckbuild: ")) == (2, True)
    assert len(done.stderr) < 400


@pytest.mark.parametrize(
    ("place", "target", "code"),
    [
        ("decks/modules/words.yaml", "/dev/zero", "DB109"),
        ("decks/modules/words.yaml", "words.yaml", "DB502"),
        ("decks/sessions/small.yaml", "/etc/passwd", "DB109"),
        ("decks/profiles/school.yaml", "/etc/passwd", "DB109"),
        ("assets/images/hands-paper-family.png", "/etc/passwd", "DB109"),
        ("assets/images/hands-paper-family.png", "hands-paper-family.png", "DB108"),
        ("assets/brands/worcestershire/brand.yaml", "/etc/passwd", "DB109"),
        ("assets/brands/worcestershire/mark.svg", "/etc/passwd", "DB109"),
    ],
)
def test_a_link_out_of_the_project_or_in_a_circle_is_not_followed(
    built: Path, place: str, target: str, code: str
):
    (built / place).unlink()
    (built / place).symlink_to(target)

    done = deckbuild("build", folder=built)

    assert done.returncode == 1
    assert f"error[{code}]" in done.stderr
    assert "root:" not in done.stderr


@pytest.mark.parametrize("folder", ["decks/modules", "decks/sessions", "decks/profiles", "assets"])
def test_a_folder_that_is_linked_from_elsewhere_is_not_followed(built: Path, tmp_path: Path, folder: str):
    shutil.move(built / folder, tmp_path / "elsewhere")
    (built / folder).symlink_to(tmp_path / "elsewhere")

    done = deckbuild("build", folder=built)

    assert done.returncode == 1
    assert "error[DB109]" in done.stderr


@pytest.mark.parametrize(
    "place", ["decks/modules/words.yaml", "decks/sessions/small.yaml", "assets/icons/flag.svg"]
)
def test_a_pipe_in_a_files_place_is_not_waited_for(built: Path, place: str):
    facts = built / "decks/modules/facts.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("{heading: Water,", "{heading: Water, icon: flag,"), encoding="utf-8")
    (built / place).unlink()
    os.mkfifo(built / place)

    done = deckbuild("build", folder=built)

    assert done.returncode == 1
    assert "no ordinary file" in done.stderr


LOCAL = "extends: small\nprofile: school\n"


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("extends: own\nprofile: school\n", 1, "there is no session “own”"),
        ("extends: ../../secret\nprofile: school\n", 1, "`extends` wants an id"),
        (f"{LOCAL}project: circle\n", 2, "cannot be reached"),
        (f"{LOCAL}project: {'a' * 5_000}\n", 2, "cannot be reached"),
        (f'{LOCAL}project: "a\\0b"\n', 2, "cannot be reached"),
        (f"{LOCAL}project: ../../..\n", 2, "there is no decks/deckbuild.yaml"),
        (
            (
                f"{LOCAL}changes: [{{replace: words/aims, with: facts/hub, why: A}}, "
                "{replace: facts/hub, with: words/aims, why: B}]\n"
            ),
            1,
            "twice",
        ),
    ],
)
def test_a_local_session_that_leads_in_a_circle_or_nowhere_is_told(
    built: Path, written: str, code: int, message: str
):
    (built / "circle").symlink_to("circle")
    (built / "own.yaml").write_text(written, encoding="utf-8")

    done = deckbuild("build", "own.yaml", folder=built)

    assert (done.returncode, message in done.stderr, "internal fault" in done.stderr) == (code, True, False)


@pytest.mark.parametrize("kind", ["pipe", "device", "circle", "long", "folder"])
def test_a_local_session_that_is_no_file_ends_with_2(built: Path, kind: str):
    name = "a" * 5_000 + ".yaml" if kind == "long" else "own.yaml"
    match kind:
        case "pipe":
            os.mkfifo(built / name)
        case "device":
            (built / name).symlink_to("/dev/zero")
        case "circle":
            (built / name).symlink_to(name)
        case "folder":
            (built / name).mkdir()

    done = deckbuild("build", name, folder=built)

    assert (done.returncode, "error[DB108]" in done.stderr) == (2, True)


@pytest.mark.parametrize("picture", ["../secret.png", "linked.png"])
def test_a_local_session_elsewhere_reads_nothing_beside_its_own_folder(
    built: Path, tmp_path: Path, picture: str
):
    folder = tmp_path / "trainer"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes((built / "assets/images/hands-paper-family.png").read_bytes())
    (folder / "linked.png").symlink_to(tmp_path / "secret.png")
    fields = f"title: A, picture: {{file: {picture}, alt: A}}, notes: {{purpose: A, ask: B}}"
    slide = f"{{layout: picture-full, {fields}}}"
    (folder / "own.yaml").write_text(
        f"{LOCAL}slides:\n  x: {slide}\nchanges: [{{add: x, why: A}}]\n", encoding="utf-8"
    )

    done = deckbuild("build", folder / "own.yaml", folder=built)

    assert (done.returncode, "error[DB109]" in done.stderr) == (1, True)


def is_writing(process: subprocess.Popen[str], folder: Path) -> bool:
    return any((folder / "output").rglob("*.part"))


def has_loaded(library: str) -> Callable[[subprocess.Popen[str], Path], bool]:
    return lambda process, _: library in Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "reached",
    [has_loaded("/msgspec/"), has_loaded("/uharfbuzz/"), is_writing],
    ids=["reading", "laying out", "writing"],
)
def test_ctrl_c_ends_with_130_and_every_output_is_whole(
    built: Path, reached: Callable[[subprocess.Popen[str], Path], bool]
):
    # The pack, so that the build does not end before the signal comes.
    command = [sys.executable, "-m", "deckbuild", "build", "--pack"]
    process = subprocess.Popen(command, cwd=built, env=environment(), stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not reached(process, built):
        time.sleep(0.0005)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)

    assert (process.returncode, "Traceback" in told) == (130, False)
    found = outputs(built / "output")
    assert [name for name in found if name.endswith(".part")] == []
    assert [
        name for name, data in found.items() if not data.startswith((b"before", b"PK", b"%PDF", b"<!"))
    ] == []


def test_a_damaged_installation_is_a_fault_of_the_program_and_says_how_to_report_it(
    built: Path, tmp_path: Path
):
    shutil.copytree(SOURCE, tmp_path / "installed", ignore=shutil.ignore_patterns("__pycache__"))
    damaged = tmp_path / "installed" / "deckbuild" / "read" / "markup.py"
    damaged.write_bytes(damaged.read_bytes()[:2_000])
    before = outputs(built / "output")

    done = deckbuild("build", folder=built, env={"PYTHONPATH": str(tmp_path / "installed")})

    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    assert "deckbuild: internal fault: " in done.stderr
    assert "Please report it" in done.stderr
    assert outputs(built / "output") == before
