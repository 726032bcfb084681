"""What goes wrong, what the command says of it, and what it leaves: the outputs as they were."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.cli import deckbuild, environment
from tests.support.small import FACTS, SESSION, SMALL, WORDS, write_project

BROKEN: dict[str, tuple[Mapping[str, str], str, str, str]] = {
    "bad YAML": (
        {"decks/modules/words.yaml": WORDS.replace("title: Aims", 'title: "Aims', 1)},
        "decks/modules/words.yaml:",
        "DB101",
        "",
    ),
    "a missing picture": (
        {"decks/modules/words.yaml": WORDS.replace("hands-paper-family.png", "hands-paper-famly.png")},
        "decks/modules/words.yaml:10:13",
        "DB108",
        "`hands-paper-family.png`",
    ),
    "an unknown slide layout": (
        {"decks/modules/facts.yaml": FACTS.replace("layout: hub", "layout: hob")},
        "decks/modules/facts.yaml:",
        "DB117",
        "`hub`",
    ),
    "an unknown module": (
        {"decks/sessions/small.yaml": SESSION.replace("use: facts", "use: fact")},
        "decks/sessions/small.yaml:",
        "DB201",
        "`facts`",
    ),
    "an unknown profile": (
        {"decks/sessions/small.yaml": SESSION.replace("[school, club]", "[school, clubb]")},
        "decks/sessions/small.yaml:",
        "DB203",
        "`club`",
    ),
    "an unknown key": (
        {"decks/modules/words.yaml": WORDS.replace("agency.name", "agency.nam")},
        "decks/modules/words.yaml:",
        "DB204",
        "`agency.name`",
    ),
    "a text that does not fit": (
        {"decks/modules/words.yaml": WORDS.replace("name **three** plants", "name three plants " * 60)},
        "decks/modules/words.yaml:",
        "DB301",
        "Shorten",
    ),
}
"""What is wrong → the changed files, the place, the code, and a part of the hint."""


def previous_outputs(folder: Path) -> dict[str, bytes]:
    """Put something where the outputs go, and return it."""
    files = {
        f"output/small/{profile}/small-{profile}{ending}": f"before {profile}".encode()
        for profile in ("school", "club")
        for ending in (".pptx", "-handout-3up.pdf")
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return files


def outputs(folder: Path) -> dict[str, bytes]:
    found = {}
    for each in sorted((folder / "output").rglob("*")):
        with suppress(FileNotFoundError):  # a file that is being written may be gone before it is read
            if each.is_file():
                found[each.relative_to(folder).as_posix()] = each.read_bytes()
    return found


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_one_message_with_place_and_hint_and_leaves_the_outputs_as_they_were(
    tmp_path: Path, fault: str
):
    files, place, code, hint = BROKEN[fault]
    write_project(tmp_path, {**SMALL, **files})
    before = previous_outputs(tmp_path)

    done = deckbuild("build", folder=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count(": error[") == 1
    assert done.stderr.startswith(place)
    assert f": error[{code}]: " in done.stderr.splitlines()[0]
    assert hint in "".join(line for line in done.stderr.splitlines() if line.startswith("  hint: "))
    assert "nothing written" in done.stderr
    assert outputs(tmp_path) == before


def test_a_fault_of_one_variant_leaves_that_one_and_builds_the_other(tmp_path: Path):
    long = WORDS.replace("A garden is a classroom.", "A garden is a classroom. " * 60)
    write_project(tmp_path, {**SMALL, "decks/modules/words.yaml": long})
    before = previous_outputs(tmp_path)

    done = deckbuild("build", folder=tmp_path)

    after = outputs(tmp_path)
    assert done.returncode == 1
    assert "found in small/school" in done.stderr
    assert {name for name in before if after[name] != before[name]} == {
        "output/small/club/small-club.pptx",
        "output/small/club/small-club-handout-3up.pdf",
    }
    assert after.keys() == before.keys()


def test_all_faults_of_a_stage_are_told_at_once(tmp_path: Path):
    facts = FACTS.replace("layout: hub", "layout: hob").replace("layout: table", "layout: tabel")
    write_project(tmp_path, {**SMALL, "decks/modules/facts.yaml": facts})

    assert deckbuild("build", folder=tmp_path).stderr.count("error[DB117]") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("smal",), "DB160", "`small`"),
        (("--profile", "clubb"), "DB203", "`club`"),
        (("--brand", "severn-wale"), "DB161", "`severn-vale`"),
        (("--format", "handout-3-up"), "DB504", "`handout-3up`"),
    ],
)
def test_a_name_that_the_project_does_not_have_ends_with_2_and_the_nearest_name(
    tmp_path: Path, arguments: tuple[str, ...], code: str, hint: str
):
    done = deckbuild("build", *arguments, folder=write_project(tmp_path))

    assert (done.returncode, outputs(tmp_path)) == (2, {})
    assert f"error[{code}]" in done.stderr
    assert hint in done.stderr


def test_a_folder_without_project_ends_with_2(tmp_path: Path):
    done = deckbuild("build", folder=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("deckbuild: ")
    assert "deckbuild.yaml" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("bild",), ("build", "--formt", "pptx"), ("build", "--fail-on", "never")]
)
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]):
    done = deckbuild(*arguments, folder=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")


def test_findings_stand_in_json_with_their_places(tmp_path: Path):
    files, _, code, _ = BROKEN["a missing picture"]
    write_project(tmp_path, {**SMALL, **files})

    done = deckbuild("build", "--json", folder=tmp_path)

    result = json.loads(done.stdout)
    assert (done.returncode, done.stderr, result["files"]) == (1, "", [])
    assert [(each["code"], each["file"], each["line"]) for each in result["diagnostics"]] == [
        (code, "decks/modules/words.yaml", 10)
    ]


def test_quiet_prints_the_findings(tmp_path: Path):
    files, _, code, _ = BROKEN["a missing picture"]
    write_project(tmp_path, {**SMALL, **files})

    assert f"error[{code}]" in deckbuild("build", "--quiet", folder=tmp_path).stderr


def test_an_output_that_cannot_be_written_is_told_and_the_others_are_written(tmp_path: Path):
    write_project(tmp_path)
    blocked = tmp_path / "output" / "small" / "school"
    blocked.parent.mkdir(parents=True)
    blocked.write_text("a file where a folder should be", encoding="utf-8")

    done = deckbuild("build", folder=tmp_path)

    assert done.returncode == 1
    assert done.stderr.count("error[DB501]") == 1
    assert "--output" in done.stderr
    assert sorted(outputs(tmp_path)) == [
        "output/small/club/small-club-handout-3up.pdf",
        "output/small/club/small-club.pptx",
        "output/small/school",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_is_full_leaves_the_outputs_as_they_were(tmp_path: Path):
    import resource

    write_project(tmp_path)
    before = previous_outputs(tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "deckbuild", "build"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )

    assert done.returncode == 1
    assert "error[DB501]" in done.stderr
    assert outputs(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_with_130_and_leaves_nothing_half_written(tmp_path: Path):
    write_project(tmp_path)
    command = [sys.executable, "-m", "deckbuild", "build", "--format", "pptx", "--format", "slides"]

    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not outputs(tmp_path):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)

    assert (process.returncode, "Traceback" in stderr) == (130, False)
    assert [name for name in outputs(tmp_path) if name.endswith(".part")] == []


def test_a_fault_of_the_program_ends_with_3_and_says_what_to_report(tmp_path: Path):
    write_project(tmp_path)
    broken = tmp_path / "broken" / "uharfbuzz"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('out of order')", encoding="utf-8")
    env = {"PYTHONPATH": str(broken.parent)}

    short = deckbuild("build", folder=tmp_path, env=env)
    long = deckbuild("build", folder=tmp_path, env={**env, "DECKBUILD_TRACEBACK": "1"})

    assert (short.returncode, "Traceback" in short.stderr) == (3, False)
    assert "RuntimeError: out of order" in short.stderr
    assert "DECKBUILD_TRACEBACK=1" in short.stderr
    assert (long.returncode, "Traceback" in long.stderr) == (3, True)
