"""`init` and `new`: what they write is valid at once, names its schema, and never takes another's place."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml

import make
from deckbuild.pipeline.start import package_files
from tests.support.cli import deckbuild
from tests.support.small import write_project

ROOT = Path(make.__file__).parent
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
KINDS = ("session", "module", "profile", "brand", "local")


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def as_texts(value: object) -> object:
    """Return a document with its dates as the texts that they were."""
    return json.loads(json.dumps(value, default=str))


def check_against_its_schema(path: Path) -> None:
    """Fail where a file names no schema in its first line, or is not as the schema says."""
    text = path.read_text(encoding="utf-8")
    line = SCHEMA_LINE.match(text)
    assert (path.name, line is not None) == (path.name, True)
    schema = json.loads((path.parent / line[1]).resolve().read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(as_texts(yaml.safe_load(text)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert deckbuild("init", ".", folder=tmp_path).returncode == 0
    return tmp_path


# init


def test_what_init_writes_builds_at_once_without_findings(tmp_path: Path):
    done = deckbuild("init", "a/training", folder=tmp_path)
    built = deckbuild(
        "build", "--verify", "--fail-on", "warning", "--json", folder=tmp_path / "a" / "training"
    )

    result = json.loads(built.stdout)
    assert (done.returncode, built.returncode, result["diagnostics"]) == (0, 0, [])
    assert {each["profile"] for each in result["files"]} == {"schools", "health"}


def test_init_names_the_files_that_it_wrote(tmp_path: Path):
    done = deckbuild("init", "training", "--json", folder=tmp_path)

    assert json.loads(done.stdout)["files"] == [*files(tmp_path / "training")]


def test_init_writes_the_same_bytes_every_time(tmp_path: Path):
    for name in ("one", "two"):
        deckbuild("init", name, folder=tmp_path)

    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_every_file_of_init_names_its_schema_and_is_valid_by_it(project: Path):
    for path in sorted(project.rglob("*.yaml")):
        check_against_its_schema(path)


def test_nothing_that_init_writes_is_unused(project: Path):
    matrix = json.loads(deckbuild("matrix", "--json", folder=project).stdout)

    assert matrix["orphans"] == {"modules": [], "slides": []}


@pytest.mark.parametrize("name", ["full", "file"])
def test_init_leaves_what_is_there(tmp_path: Path, name: str):
    write_project(tmp_path, {"full/notes.txt": "mine", "file": "mine"}, assets=False)
    before = files(tmp_path)

    done = deckbuild("init", name, folder=tmp_path)

    assert (done.returncode, files(tmp_path)) == (2, before)
    assert "name a new folder, or an empty one" in done.stderr


def test_the_fonts_of_init_are_those_of_this_project():
    folder = ROOT / "assets" / "fonts" / "atkinson-hyperlegible"
    own = {f"assets/fonts/atkinson-hyperlegible/{each.name}": each.read_bytes() for each in folder.iterdir()}

    assert {path: data for path, data in package_files("project").items() if "/fonts/" in path} == own


# new


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_is_valid_by_its_schema_and_commented(project: Path, kind: str):
    before = files(project)

    done = deckbuild("new", kind, "of-mine", "--json", folder=project)

    written = json.loads(done.stdout)["files"]
    assert (done.returncode, sorted(files(project).keys() - before.keys())) == (0, written)
    paths = [project / name for name in written if name.endswith(".yaml")]
    assert len(paths) == 1
    check_against_its_schema(paths[0])
    assert paths[0].read_text(encoding="utf-8").count("#") > 5
    assert {name: data for name, data in files(project).items() if name in before} == before


def test_a_project_with_a_new_file_of_each_kind_builds_without_errors(project: Path):
    for kind in ("module", "profile", "brand", "session", "local"):
        deckbuild("new", kind, f"new-{kind}", folder=project)
    session = project / "decks/sessions/new-session.yaml"
    text = session.read_text(encoding="utf-8")
    assert "profiles: [health, new-profile, schools]" in text
    session.write_text(
        text.replace("      - use: welcome/cover\n", "      - use: welcome/cover\n      - use: new-module\n"),
        encoding="utf-8",
    )

    done = deckbuild(
        "build", "new-session", "local/new-local.yaml", "--brand", "new-brand", "--verify", folder=project
    )

    assert (done.returncode, "error[" in done.stderr) == (0, False), done.stderr
    decks = {each.name for each in (project / "output").rglob("*.pptx")}
    assert "new-session-new-profile.pptx" in decks
    assert "new-local-health.pptx" in decks


@pytest.mark.parametrize("kind", KINDS)
def test_new_never_takes_the_place_of_a_file(project: Path, kind: str):
    deckbuild("new", kind, "of-mine", folder=project)
    before = files(project)

    done = deckbuild("new", kind, "of-mine", folder=project)

    assert (done.returncode, files(project)) == (2, before)
    assert "exists already; nothing was written" in done.stderr


def test_a_new_profile_has_the_keys_that_the_workspace_wants(project: Path):
    deckbuild("new", "profile", "police", folder=project)

    profile = yaml.safe_load((project / "decks/profiles/police.yaml").read_text(encoding="utf-8"))
    assert profile == {"agency": "Police", "keys": {"agency.lead": "Whom people tell first"}}


def test_a_new_local_session_extends_what_is_asked_for(project: Path):
    arguments = ("--session", "noticing-neglect", "--profile", "health")

    deckbuild("new", "local", "evening", *arguments, folder=project / "decks")

    local = yaml.safe_load((project / "local/evening.yaml").read_text(encoding="utf-8"))
    assert (local["extends"], local["profile"]) == ("noticing-neglect", "health")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("module", "Types of abuse"), "such as types-of-abuse"),
        (("module", "../outside"), "such as outside"),
        (("module", "local"), "cannot be an id"),
        (("module", "x", "--profile", "health"), "for a local session"),
    ],
)
def test_new_refuses_what_cannot_be(project: Path, arguments: tuple[str, ...], hint: str):
    before = files(project)

    done = deckbuild("new", *arguments, folder=project)

    assert (done.returncode, files(project)) == (2, before)
    assert hint in " ".join(done.stderr.split())


EMPTY: Mapping[str, str] = {"decks/deckbuild.yaml": "name: Empty\norganisation: Nobody\n"}


def test_an_empty_project_can_be_filled_one_file_after_the_other(tmp_path: Path):
    write_project(tmp_path, EMPTY, assets=False)
    too_early = deckbuild("new", "session", "first", folder=tmp_path)
    for kind in ("module", "profile", "brand", "session"):
        assert deckbuild("new", kind, "first", folder=tmp_path).returncode == 0

    done = deckbuild("build", "--verify", folder=tmp_path)

    assert (too_early.returncode, "deckbuild new module ID" in too_early.stderr) == (2, True)
    assert done.returncode == 0, done.stderr


def test_a_new_file_of_this_project_refers_to_the_published_schemas(tmp_path: Path):
    names = (
        "decks/deckbuild.yaml",
        "src/deckbuild/schemas/workspace.json",
        "src/deckbuild/schemas/module.json",
    )
    write_project(tmp_path, {name: (ROOT / name).read_bytes() for name in names}, assets=False)

    deckbuild("new", "module", "more", folder=tmp_path)

    assert sorted(files(tmp_path)) == sorted([*names, "decks/modules/more.yaml"])
    first = (tmp_path / "decks/modules/more.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../src/deckbuild/schemas/module.json"
