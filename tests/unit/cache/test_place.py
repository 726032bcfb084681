"""Where the cache lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckbuild.cache.place import default_folder

HOME = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"


def test_the_variable_names_the_folder(tmp_path: Path):
    assert default_folder(tmp_path, {"DECKBUILD_CACHE_DIR": str(tmp_path / "x")}) == tmp_path / "x"


def test_a_relative_folder_lies_in_the_project(tmp_path: Path):
    assert default_folder(tmp_path, {"DECKBUILD_CACHE_DIR": ".cache"}) == tmp_path / ".cache"


def test_a_home_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert default_folder(tmp_path, {"DECKBUILD_CACHE_DIR": "~/x"}) == tmp_path / "x"


@pytest.mark.parametrize("more", [{}, {"DECKBUILD_CACHE_DIR": ""}])
def test_otherwise_it_lies_among_the_users_caches_by_the_projects_name(tmp_path: Path, more: dict[str, str]):
    project = tmp_path / "Our training & more"
    folder = default_folder(project, {HOME: str(tmp_path / "caches"), **more})
    assert folder.parent == tmp_path / "caches" / "deckbuild"
    assert folder.name.startswith("Our-training-more-")


def test_projects_of_one_name_have_two_caches_and_one_project_one(tmp_path: Path):
    (tmp_path / "a" / "talks").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    caches = {HOME: str(tmp_path)}
    one, two = (default_folder(tmp_path / name / "talks", caches) for name in ("a", "b"))
    assert one != two
    assert default_folder(tmp_path / "link" / "talks", caches) == one


def test_a_relative_home_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert default_folder(tmp_path, {HOME: "caches"}).is_relative_to(tmp_path)


def test_asking_makes_no_folder(tmp_path: Path):
    default_folder(tmp_path / "p", {HOME: str(tmp_path / "caches")})
    assert list(tmp_path.iterdir()) == []
