"""Drawings of filled paths become outlines; anything that would be lost or run is refused."""

from pathlib import Path

import pytest

from deckbuild.model.brand import MarkPath
from deckbuild.model.origin import Origin
from deckbuild.read.svg import MOST_FAULTS, icon, mark
from tests.unit.read.given import ROOT, places, reading

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n'
TRIANGLE = (("M", (0, 0)), ("L", (100, 0)), ("L", (100, 100)), ("Z", ()))
PATH = '<path d="M 0 0 L 10 0 L 10 10 Z"/>'
HERE = Origin("m.yaml", ("icon",))
PALETTE = {"ink": "1B2A33", "brand": "0F5565", "deep": "0F5565"}


def read(tmp_path: Path, drawing: str | bytes) -> tuple[tuple[object, ...], list[str]]:
    data = drawing if isinstance(drawing, bytes) else drawing.encode()
    (tmp_path / "i.svg").write_bytes(data)
    it = reading(tmp_path)
    made = icon("i.svg", HERE, it)
    return made, places(it.found, it.places)


def read_mark(tmp_path: Path, drawing: str) -> tuple[tuple[MarkPath, ...], list[str]]:
    (tmp_path / "i.svg").write_text(drawing, encoding="utf-8")
    it = reading(tmp_path)
    return mark("i.svg", HERE, PALETTE, it), places(it.found, it.places)


def test_the_paths_of_an_icon_are_one_outline(tmp_path: Path):
    assert read(tmp_path, f"{HEAD}<title>Flag</title><g>{PATH}</g>{PATH}</svg>") == (
        (*TRIANGLE, *TRIANGLE),
        [],
    )


def test_a_path_that_is_not_filled_draws_nothing(tmp_path: Path):
    assert read(tmp_path, f'{HEAD}<path fill="none" d="M0 0H10V10Z"/>{PATH}</svg>') == (TRIANGLE, [])


def test_a_fill_holds_for_the_paths_in_a_group(tmp_path: Path):
    made, found = read_mark(
        tmp_path, f'{HEAD}<g fill="brand">{PATH}<path fill="ink" d="M0 0H10V10Z"/></g></svg>'
    )
    assert ([each.colour for each in made], found) == (["brand", "ink"], [])


def test_a_colours_value_stands_for_its_first_name(tmp_path: Path):
    made, found = read_mark(tmp_path, f'{HEAD}<g fill="#0f5565">{PATH}</g></svg>')
    assert (made, found) == ((MarkPath(TRIANGLE, "brand"),), [])


@pytest.mark.parametrize("fill", ['fill="#123456"', 'fill="red"', ""])
def test_a_mark_has_the_colours_of_its_brand(tmp_path: Path, fill: str):
    assert read_mark(tmp_path, f"{HEAD}<g {fill}>{PATH}</g></svg>") == (
        (),
        ["i.svg:2:" + f"{5 + len(fill)} DB153"],
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<circle cx="5" cy="5" r="5"/>', "i.svg:2:1 DB151"),
        ("<text>words</text>", "i.svg:2:1 DB151"),
        ('<image href="https://example.org/a.png"/>', "i.svg:2:1 DB151"),
        ("<script>alert(1)</script>", "i.svg:2:1 DB151"),
        ("<style>path {fill: red}</style>", "i.svg:2:1 DB151"),
        ("<foreignObject/>", "i.svg:2:1 DB151"),
        ('<g\n transform="scale(2)"/>', "i.svg:2:1 DB151"),
        ('<path stroke="#000" d="M0 0H1"/>', "i.svg:2:1 DB151"),
        ('<path opacity=".5" d="M0 0H1"/>', "i.svg:2:1 DB151"),
        ('<path onclick="x" d="M0 0H1"/>', "i.svg:2:1 DB151"),
        ('<path d="M 0 0 L"/>', "i.svg:2:1 DB151"),
        ("<?php x ?>", "i.svg:2:1 DB151"),
        ("<g>", "i.svg:2:40 DB151"),
    ],
)
def test_what_a_slide_would_lose_is_found(tmp_path: Path, body: str, expected: str):
    assert read(tmp_path, f"{HEAD}{body}{PATH}</svg>") == ((), [expected])


def test_attributes_that_draw_nothing_are_read_over(tmp_path: Path):
    path = '<path id="a" class="b" data-x="y" aria-hidden="true" stroke="none" d="M0 0H10V10Z"/>'
    made, found = read(tmp_path, f"{HEAD}{path}</svg>")
    assert (len(made), found) == (4, [])


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "words",
        "<html/>",
        '<svg viewBox="0 0 1 1"/>',
        f"{HEAD}</svg>",
        HEAD.replace("0 0 10 10", "0 0 10 0") + f"{PATH}</svg>",
        HEAD.replace("0 0 10 10", "0 0 1.2.3 1") + f"{PATH}</svg>",
        HEAD.replace(' viewBox="0 0 10 10"', "") + f"{PATH}</svg>",
        "<!DOCTYPE svg [<!ENTITY a 'x'>]>" + HEAD + f"{PATH}&a;</svg>",
        f"{HEAD}{PATH}</svg>".encode("utf-16"),
        HEAD + " " * 256 * 1024 + f"{PATH}</svg>",
        HEAD.replace("0 0 10 10", "0 0 1e9 1") + f"{PATH}</svg>",
        HEAD.replace("0 0 10 10", f"0 0 {'9' * 400} 1") + f"{PATH}</svg>",
        HEAD.replace("0 0 10 10", "0 0 .0000001 1") + f"{PATH}</svg>",
        HEAD.replace("0 0 10 10", f"0{' ' * 100_000}") + f"{PATH}</svg>",
        HEAD + f'<path d="M0 0{"l1 1 -1 -1" * 20_000}"/></svg>',
    ],
)
def test_a_file_that_is_no_plain_drawing_is_refused(tmp_path: Path, drawing: str | bytes):
    made, found = read(tmp_path, drawing)
    assert made == ()
    assert found
    assert {each.rpartition(" ")[2] for each in found} <= {"DB151", "DB102"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assets" / "icons").glob("*.svg")), ids=lambda path: path.stem
)
def test_the_projects_icons_are_read(path: Path):
    it = reading(ROOT)
    assert icon(f"assets/icons/{path.name}", HERE, it)
    assert it.found == []


@pytest.mark.parametrize("end", ["</svg>", ""])
def test_after_some_faults_a_drawing_is_not_read_on(tmp_path: Path, end: str):
    for count in (MOST_FAULTS - 1, MOST_FAULTS, 10_000):
        _, found = read(tmp_path, f"{HEAD}{'<a/>' * count}{end}")
        assert len(found) == min(count + (end == ""), MOST_FAULTS)
