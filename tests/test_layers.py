"""Who may import whom: the table of `docs/architecture.md`, held against every file of the package."""

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import make

PACKAGE = Path(make.__file__).parent / "src" / "deckbuild"


@dataclass(frozen=True)
class Room:
    """What a room may import: other rooms, and packages of other makers."""

    rooms: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    lazy: bool = False
    """True where rooms may be imported inside functions only."""


def room(rooms: str = "", packages: str = "", *, lazy: bool = False) -> Room:
    return Room(frozenset(rooms.split()), frozenset(packages.split()), lazy)


VALUES = "diagnostics model"
TABLE = {
    "model": room(),
    "diagnostics": room("model"),
    "layouts": room(VALUES),
    "read": room(f"{VALUES} layouts", "yaml msgspec markdown_it PIL"),
    "template": room(f"{VALUES} layouts"),
    "fonts": room(f"{VALUES} layouts", "uharfbuzz fontTools"),
    "cache": room(VALUES),
    "assemble": room(VALUES),
    "pack": room(f"{VALUES} layouts"),
    "typeset": room(f"{VALUES} layouts fonts"),
    "check": room(VALUES, "pptx pikepdf lxml"),
    "bundle": room(VALUES, "msgspec lxml"),
    "render": room(),
    "render.pptx": room(VALUES),
    "render.pdf": room(VALUES, "PIL uharfbuzz"),
    "render.html": room(VALUES),
    "link": room(VALUES),
    "pipeline": room(
        f"{VALUES} layouts read template fonts cache assemble pack typeset check bundle render.pptx"
        " render.pdf render.html link",
        "distributed watchfiles",
        lazy=True,
    ),
    "cli": room("pipeline diagnostics", "typer rich"),
    "__main__": room("cli"),
    "": room(),
}
"""Room → what it may import besides itself and the standard library; "" is the package's own `__init__`."""


@dataclass(frozen=True)
class Import:
    """One imported module."""

    module: str
    line: int
    inside: bool = field(compare=False)
    """True inside a function, or where only a type checker sees it."""


def imports(tree: ast.Module, package: str) -> Iterator[Import]:
    """Yield what a module of *package* imports, by full name."""

    def visit(node: ast.AST, inside: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from (Import(alias.name, child.lineno, inside) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                base = package.split(".")[: len(package.split(".")) - child.level + 1] if child.level else []
                prefix = ".".join([*base, *([child.module] if child.module else [])])
                yield from (Import(f"{prefix}.{alias.name}", child.lineno, inside) for alias in child.names)
            else:
                within = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
                yield from visit(child, inside or within or is_for_types(child))

    return visit(tree, inside=False)


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def room_of(module: str) -> str | None:
    """Return the room of a module of ours; None for any other module."""
    names = module.split(".")
    if names[0] != "deckbuild":
        return None
    # `from deckbuild import __version__` names no room.
    return folder_of(names) if len(names) > 2 or names[-1] in TABLE else ""


def folder_of(names: Sequence[str]) -> str:
    """Return the room that a module lies in, from the parts of its name."""
    return ".".join(names[1:3] if names[1:2] == ["render"] else names[1:2])


def violations(root: Path) -> list[str]:
    """Return every import under *root*, the folder of the package, that the table does not allow."""
    found = []
    for path in sorted(root.rglob("*.py")):
        *names, last = ("deckbuild", *path.relative_to(root).with_suffix("").parts)
        package = ".".join(names)
        own = folder_of(names if last == "__init__" else [*names, last])
        where = path.relative_to(root.parent).as_posix()
        if own not in TABLE:
            found.append(f"{where}: the room {own} is not in the table")
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found.extend(
            f"{where}:{each.line}: {own or 'deckbuild'} must not import {each.module}"
            for each in imports(tree, package)
            if not is_allowed(each, own)
        )
    return found


def is_allowed(each: Import, own: str) -> bool:
    target, package = room_of(each.module), each.module.split(".")[0]
    rule = TABLE[own]
    if target is None:
        return package in sys.stdlib_module_names or package in rule.packages
    if target in (own, ""):
        return True
    return target in rule.rooms and (each.inside or not rule.lazy or target in VALUES.split())


def test_every_import_stands_in_the_table():
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("model/origin.py", "from deckbuild.diagnostics import Diagnostic"),
        ("layouts/chart.py", "import deckbuild.fonts.metrics"),
        ("read/project.py", "from deckbuild.fonts import library"),
        ("read/project.py", "import pydantic"),
        ("assemble/deck.py", "def late():\n    from deckbuild.read import project"),
        ("assemble/deck.py", "from ..read import project"),
        ("pack/narrative.py", "from deckbuild.typeset.engine import typeset"),
        ("typeset/pages/flow.py", "from deckbuild.pack import KINDS"),
        ("render/pdf/page.py", "from deckbuild.pack.documents import placed"),
        ("render/pdf/page.py", "from deckbuild.render.pptx.ids import slide_id"),
        ("render/pptx/slide.py", "import pptx"),
        ("pipeline.py", "from deckbuild.read.project import load"),
        ("pipeline.py", "import rich"),
        ("cli/build.py", "if TYPE_CHECKING:\n    from deckbuild.model.deck import Deck"),
        ("assemble/deck.py", "import deckbuild.server.app"),
        ("server/app.py", "import json"),
    ],
)
def test_an_import_outside_the_table_is_found(tmp_path: Path, file: str, line: str):
    path = tmp_path / "deckbuild" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"import json\n{line}\n", encoding="utf-8")

    assert len(violations(tmp_path / "deckbuild")) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("diagnostics/emit.py", "from deckbuild.model.origin import Origin"),
        ("typeset/engine.py", "from deckbuild.layouts.base import Placement"),
        ("pipeline.py", "def build():\n    from deckbuild.read.project import load"),
        ("pipeline.py", "if TYPE_CHECKING:\n    from deckbuild.read.project import Project"),
        ("pipeline.py", "from deckbuild.diagnostics import Diagnostic"),
        ("cli/build.py", "from deckbuild import __version__"),
        ("cli/build.py", "from . import output"),
    ],
)
def test_an_import_of_the_table_is_none_of_the_findings(tmp_path: Path, file: str, line: str):
    path = tmp_path / "deckbuild" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"{line}\n", encoding="utf-8")

    assert violations(tmp_path / "deckbuild") == []
