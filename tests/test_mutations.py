"""Single faults of the example files: each is told at its place, in the right words, and who can see it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from deckbuild.read.schema import schema
from tests.check.mutations import LOCAL, MUTATIONS, Mutation
from tests.support.core_yaml import load
from tests.support.diagnosed import diagnose
from tests.support.files import ROOT, kind_of

NAMES = [each.name for each in MUTATIONS]
LEAST_HINTS = 0.9


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project's sessions."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("decks", "assets", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def project(copied: Path) -> Iterator[Path]:
    """The copy, which is as it was again after the test."""
    changed: list[Path] = []
    yield copied
    for mutation in MUTATIONS:
        source = ROOT / mutation.file
        if source.read_bytes() != (copied / mutation.file).read_bytes():
            changed.append(source)
            shutil.copy(source, copied / mutation.file)
    assert len(changed) <= 1


def faulty(mutation: Mutation, project: Path) -> tuple[str, str]:
    """Put the fault into the project; return its place as `file:line:column`, and the file's text."""
    text, line, column = mutation.applied((ROOT / mutation.file).read_text(encoding="utf-8"))
    (project / mutation.file).write_text(text, encoding="utf-8")
    return f"{mutation.file}:{line}:{column}", text


@pytest.mark.parametrize("mutation", MUTATIONS, ids=NAMES)
def test_a_fault_is_told_at_its_place_with_its_code_and_hint(mutation: Mutation, project: Path):
    expected, _ = faulty(mutation, project)

    found, places = diagnose(project, *([str(project / LOCAL)] if mutation.file == LOCAL else []))

    told = {}
    for each in found:
        place = places.place(each.origin, each.word)
        where = f"{each.origin.document}:{place.line}:{place.column}" if place else each.origin.document
        told[where, each.code] = " ".join([*each.hints, *(what for _, what in each.related)])
    assert (expected, mutation.code) in told
    if mutation.hint:
        assert mutation.hint in told[expected, mutation.code]


def test_nine_of_ten_hints_at_least_are_right():
    right = sum(bool(each.hint) for each in MUTATIONS)
    print(f"{len(MUTATIONS)} mutations: place and code right for all, hint right for {right}")

    assert len(MUTATIONS) >= 60
    assert right / len(MUTATIONS) >= LEAST_HINTS


def seen_by(mutation: Mutation) -> str:
    """Return who refuses the file: the parser, its schema, or neither."""
    text, _, _ = mutation.applied((ROOT / mutation.file).read_text(encoding="utf-8"))
    kind = kind_of(mutation.file)
    if not kind:
        return "compiler"
    try:
        tree = load(text)
    except yaml.YAMLError:
        return "parser"
    return "compiler" if Draft202012Validator(schema(kind)).is_valid(tree) else "schema"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=NAMES)
def test_the_schema_refuses_what_it_can_see(mutation: Mutation):
    assert seen_by(mutation) == mutation.seen_by
