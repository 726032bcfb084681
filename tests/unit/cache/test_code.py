"""The state of the compiler."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

import make
from deckbuild.cache import code, states
from deckbuild.cache.code import PACKAGES, code_state
from deckbuild.cache.trouble import Troubles

ROOT = Path(make.__file__).parent
NO_PART_IN_WHAT_IS_MADE = {"click", "rich", "typer", "watchfiles"}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    for name, text in {
        "__init__.py": "",
        "read/nodes.py": "x = 1\n",
        "read/deep/a.py": "",
        "LICENSE": "",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def state(package: Path) -> bytes:
    return code_state(package.parent / "cache", Troubles(), package)


@pytest.mark.parametrize("aged", [False, True])
def test_code_that_did_not_change_has_one_state(package: Path, monkeypatch: pytest.MonkeyPatch, aged: bool):
    monkeypatch.setattr(states, "YOUNG", -(10**12) if aged else states.YOUNG)
    assert state(package) == state(package)
    assert (package.parent / "cache" / "code.table").exists() == aged


@pytest.mark.parametrize(
    ("file", "text"),
    [("read/nodes.py", "x = 2\n"), ("read/deep/a.py", "#"), ("new.py", ""), ("read/deeper/new.py", "")],
)
@pytest.mark.parametrize("aged", [False, True])
def test_any_edit_gives_another_state(
    package: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, aged: bool
):
    monkeypatch.setattr(states, "YOUNG", -(10**12) if aged else states.YOUNG)
    before = state(package)
    (package / file).parent.mkdir(exist_ok=True)
    (package / file).write_text(text, encoding="utf-8")
    assert state(package) != before


@pytest.mark.parametrize("file", ["read/nodes.py", "__init__.py"])
def test_a_file_less_or_under_another_name_gives_another_state(package: Path, file: str):
    before = state(package)
    (package / file).rename(package / "other.py")
    renamed = state(package)
    (package / "other.py").unlink()
    assert len({before, renamed, state(package)}) == 3


def test_code_that_is_as_it_was_has_the_state_that_it_had(package: Path):
    before = state(package)
    (package / "read/nodes.py").write_text("x = 2\n", encoding="utf-8")
    state(package)
    (package / "read/nodes.py").write_text("x = 1\n", encoding="utf-8")
    assert state(package) == before


def test_the_same_code_has_the_same_state_elsewhere_and_at_another_time(package: Path, tmp_path: Path):
    copy = tmp_path / "machine" / "package"
    shutil.copytree(package, copy)
    os.utime(copy / "read/nodes.py", ns=(0, 0))
    assert state(copy) == state(package)


def test_what_is_no_source_changes_nothing(package: Path):
    before = state(package)
    (package / "py.typed").write_text("", encoding="utf-8")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.py").write_text("", encoding="utf-8")
    assert state(package) == before


def test_another_release_of_a_package_gives_another_state(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site = tmp_path / "site"
    (site / "uharfbuzz-5.0.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(site)])
    before = state(package)
    (site / "black-1.0.dist-info").mkdir()
    unrelated = state(package)
    (site / "uharfbuzz-5.0.0.dist-info").rename(site / "uharfbuzz-5.0.1.dist-info")
    assert before == unrelated != state(package)


def test_sources_that_vanish_while_they_are_read_are_like_nothing_before(
    package: Path, monkeypatch: pytest.MonkeyPatch
):
    def vanish(*_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(code, "_digest", vanish)
    assert state(package) != state(package)


def test_every_package_that_has_a_part_in_what_is_made_is_in_the_state():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=]", each)[0].replace("-", "_").lower() for each in project["dependencies"]}
    assert names - NO_PART_IN_WHAT_IS_MADE <= set(PACKAGES)
    found = {each.partition("-")[0].replace(".", "_").lower() for each in code._packages(sys.path)}
    assert found == set(PACKAGES)
