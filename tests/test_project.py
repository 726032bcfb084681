"""The files of the project itself agree with one another."""

import ast
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import make

ROOT = Path(make.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = [
    Requirement(text) for text in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"])
]


def pins() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            pin = Requirement(line)
            found.setdefault(canonicalize_name(pin.name), []).append(next(iter(pin.specifier)).version)
    return found


def test_every_dependency_is_pinned_within_its_bounds():
    versions = pins()
    wrong = [
        str(dependency)
        for dependency in DEPENDENCIES
        if not all(map(dependency.specifier.contains, versions.get(canonicalize_name(dependency.name), [""])))
    ]

    assert wrong == []


def test_the_constraints_name_no_place_to_download_from():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")

    assert re.findall(r"://|^-", text, re.MULTILINE) == []


def test_every_dependency_has_its_reason_in_the_docs():
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()

    assert [d.name for d in DEPENDENCIES if f"| {d.name.lower()} |" not in page] == []


def test_the_readme_gives_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^python3 make\.py (\w+)", readme, re.MULTILINE)[:2] == ["build", "test"]


def test_no_code_calls_what_differs_between_runs_and_ruff_cannot_ban():
    banned = {
        "hash": "text hashes differ between runs: use hashlib",
        "writestr": "it stamps the current time",
    }
    found = [
        f"{file.relative_to(ROOT).as_posix()}:{node.lineno}: {banned[name]}"
        for file in sorted((ROOT / "src").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Call)
        and (name := getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in banned
    ]

    assert found == []
