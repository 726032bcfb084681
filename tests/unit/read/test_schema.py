"""The JSON Schemas accept what is valid, refuse what is not, and have words for every field."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import make
from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.layouts import LAYOUTS
from deckbuild.model.origin import Origin
from deckbuild.read.documents import LocalDoc, ModuleDoc, ProfileDoc, ReferencesDoc, SessionDoc, WorkspaceDoc
from deckbuild.read.faults import decode
from deckbuild.read.nodes import parse
from deckbuild.read.schema import KINDS, schema
from deckbuild.read.slides import slide_declaration
from tests.support.core_yaml import load, load_file
from tests.support.files import ROOT, example_files, kind_of

NOTES = "notes: {purpose: p, ask: q}"


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


def faults(kind: str, text: str) -> list[str]:
    """Return what a schema finds in a document: path and message of each."""
    found = validator(kind).iter_errors(load(text))
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_the_dialect_that_it_names(kind: str):
    made = schema(kind)

    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made)


@pytest.mark.parametrize(("path", "kind"), list(example_files()))
def test_every_valid_file_is_accepted(path: str, kind: str):
    assert list(validator(kind).iter_errors(load_file(ROOT / path))) == []


def test_the_package_has_the_schemas_of_the_declarations():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/make_schemas.py", "--check"], env={"PYTHONPATH": str(ROOT / "src")}
    )

    assert done.returncode == 0, "run scripts/make_schemas.py"


def properties(node: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every property that a schema declares, with its path."""
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "properties" and "additionalProperties" in node:
            yield from ((f"{path}/{name}", each) for name, each in value.items())
        yield from properties(value, f"{path}/{key}")


@pytest.mark.parametrize("kind", KINDS)
def test_editors_find_words_for_every_field(kind: str):
    silent = [
        path
        for path, each in properties(schema(kind))
        if "description" not in each and "const" not in each and "every-slide" not in str(each.get("$ref"))
    ]

    assert silent == []


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_the_layout_says_which_fields_a_slide_has(layout: str):
    text = f"layout: {layout}\ntitle: T\n{NOTES}\nnonsense: x\n"
    found = faults("slide", text)

    assert [each for each in found if "nonsense" in each] != []
    required = {field.name for field in LAYOUTS[layout].fields if field.required}
    assert {each.split("'")[1] for each in found if "required" in each} == required


def test_an_unknown_layout_is_the_only_fault_of_its_slide():
    assert [
        each.partition(":")[0] for each in faults("slide", f"layout: bulets\ntitle: T\n{NOTES}\nitems: x\n")
    ] == ["layout"]


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ("layout: picture-full\npicture: {file: a.png, alt: A}", True),
        ("layout: picture-full\npicture: {file: a.png, decorative: true}", True),
        ("layout: picture-full\npicture: {file: a.png, decorative: true, alt: A}", False),
        ("layout: picture-full\npicture: {file: a.png}", False),
        ("layout: two-columns\nleft: {text: a}\nright: {items: [b]}", True),
        ("layout: two-columns\nleft: {text: a, items: [b]}\nright: {items: [b]}", False),
        ("layout: two-columns\nleft: {heading: a}\nright: {items: [b]}", False),
        ("layout: comparison\nleft: {heading: a, text: b}\nright: {heading: c, text: d}", True),
        ("layout: comparison\nleft: {heading: a, text: b}\nright: {text: d}", False),
        ("layout: chart\nchart: {kind: bar, alt: A, rows: [[a, 1], [b, null]]}", True),
        ("layout: chart\nchart: {kind: bar, alt: A, data: a.csv}", True),
        ("layout: chart\nchart: {kind: bar, alt: A, data: a.csv, rows: [[a, 1]]}", False),
        ("layout: chart\nchart: {kind: bar, alt: A}", False),
        ("layout: chart\nchart: {not-available: F, in: s, shows: x, reason: y}", True),
        ("layout: chart\nchart: {not-available: F, in: s, shows: x}", False),
        ("layout: chart\nchart: {not-available: F, in: s, shows: x, reason: y, kind: bar}", False),
        ("layout: links\nlinks: [{text: a, url: b, not-available: c}]", False),
        ("layout: discussion\nonly: [a]\nexcept: [b]", False),
        ("layout: statement\ntext: 1984", True),
        ("layout: hub\ncentre: a\naround: [a]", False),
    ],
)
def test_a_schema_knows_which_fields_need_and_exclude_one_another(fields: str, accepted: bool):
    assert (faults("slide", f"title: T\n{NOTES}\n{fields}\n") == []) is accepted


@pytest.mark.parametrize(
    ("change", "accepted"),
    [
        ("{omit: a/b, why: w}", True),
        ("{replace: a/b, with: c, why: w}", True),
        ("{insert: a, before: c/d, why: w}", True),
        ("{insert: a, after: c/d, why: w}", True),
        ("{add: a, to: A part, why: w}", True),
        ("{add: a, why: w}", True),
        ("{omit: a/b}", False),
        ("{why: w}", False),
        ("{omit: a/b, add: c, why: w}", False),
        ("{replace: a/b, why: w}", False),
        ("{insert: a, why: w}", False),
        ("{insert: a, before: c/d, after: e/f, why: w}", False),
        ("{omit: a, before: c/d, why: w}", False),
    ],
)
def test_a_change_is_of_one_kind_with_the_fields_of_that_kind(change: str, accepted: bool):
    assert (faults("profile", f"agency: A\nchanges: {{year: [{change}]}}\n") == []) is accepted


def refused(kind: str, text: str) -> bool:
    """Return whether the declarations refuse a document."""
    found: list[Diagnostic] = []
    tree = parse("f.yaml", text.encode(), SourceMap(), found)
    if tree is None:
        return True
    declared = {
        "session": SessionDoc,
        "module": ModuleDoc,
        "profile": ProfileDoc,
        "sources": ReferencesDoc,
        "workspace": WorkspaceDoc,
        "local": LocalDoc,
    }
    decode(tree, declared[kind], Origin("f.yaml"), "the file", found)
    slides = tree.get("slides") if kind in ("module", "local") else None
    for slide in slides.values() if isinstance(slides, dict) else ():
        layout = slide.get("layout") if isinstance(slide, dict) else None
        if str(layout) not in LAYOUTS:
            return True
        decode(slide, slide_declaration(str(layout)), Origin("f.yaml"), "the slide", found)
    return found != []


class Plain(yaml.CSafeDumper):
    """Writes a value that occurs twice twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Say that nothing is an alias."""
        return True


def variants(tree: object, root: object) -> Iterator[object]:
    """Yield the whole tree with each key renamed or left out, and with each value of two other kinds."""
    places: list[str | int] = []
    if isinstance(tree, dict):
        places = list(tree)
    elif isinstance(tree, list):
        places = list(range(len(tree)))
    for number, place in enumerate(places):
        before = tree[place]
        for other in (("x", {"x": "x"}), (["x"], ""))[number % 2]:
            tree[place] = other
            yield root
        tree[place] = before
        if isinstance(tree, dict):
            kept = dict(tree)
            tree[f"{place}x"] = tree.pop(place)
            yield root
            del tree[f"{place}x"]
            yield root
            tree.clear()
            tree.update(kept)
        yield from variants(before, root)


SYSTEMATIC = [
    f"tests/projects/garden/decks/{path}.yaml"
    for path in (
        "deckbuild",
        "sources",
        "sessions/year",
        "modules/words",
        "modules/figures",
        "profiles/club",
        "local/tuesday",
    )
]


@pytest.mark.parametrize("path", SYSTEMATIC)
def test_a_schema_refuses_every_fault_of_form_that_the_declarations_refuse(path: str):
    tree = load_file(ROOT / path)
    missed, count = [], 0
    for each in variants(tree, tree):
        text = yaml.dump(each, Dumper=Plain, allow_unicode=True)
        count += 1
        if refused(kind_of(path), text) and validator(kind_of(path)).is_valid(load(text)):
            missed.append(text)

    assert count > 20
    assert missed == []


def test_every_example_names_its_schema():
    lines = {
        path: (ROOT / path).read_text(encoding="utf-8").partition("\n")[0] for path, _ in example_files()
    }
    named = {path: line.removeprefix("# yaml-language-server: $schema=") for path, line in lines.items()}
    wrong = [
        path
        for path, kind in example_files()
        if not path.startswith(("tests/", "src/"))
        and (ROOT / path).parent.joinpath(named[path]).resolve()
        != Path(make.__file__).parent / f"src/deckbuild/schemas/{kind}.json"
    ]

    assert wrong == []


def test_the_published_schemas_are_json_in_the_package():
    for kind in KINDS:
        assert json.loads(
            (ROOT / f"src/deckbuild/schemas/{kind}.json").read_text(encoding="utf-8")
        ) == schema(kind)
