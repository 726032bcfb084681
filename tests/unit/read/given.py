"""Small projects on disk, and what reading them finds, as short lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.model.origin import Origin
from deckbuild.read.files import Files
from deckbuild.read.project import Project, Wanted, open_project
from deckbuild.read.reading import Reading

ROOT = Path(__file__).parents[3]

SESSION = """\
title: A year in the garden
subtitle: In twelve months
brand: plain
language: en-GB
version: 1.0.0
date: 2026-11-23
review: 2027-03-31
owner: Garden Society
minutes: 60
profiles: [everyone]
parts:
  - title: Words
    slides:
      - use: words
"""
MODULE = """\
title: Words
owner: Garden Society
review: 2027-03-31
slides:
  first:
    layout: statement
    title: A statement
    text: Water early.
    notes:
      purpose: To begin.
      ask: When do you water?
"""
SLIDE = """\
    layout: {layout}
    title: A slide
    notes: {{purpose: To show it., ask: What is it?}}
"""
BRAND = """\
name: Garden Society
footer: Garden Society
colours:
  ink: "1B2A33"
  ground: "FFFFFF"
  deep: "0B3A47"
  tint: "EAF1F2"
  brand: "0F5565"
  accent: "B3431E"
  muted: "4D5D66"
  rule: "B9C8CC"
  series-3: "6F9CA6"
  series-4: "A68A5B"
  link: "0B5A8A"
  visited: "5B3E86"
fonts:
  deck: Arial
  regular: face.ttf
  bold: face.ttf
  italic: face.ttf
  bold-italic: face.ttf
wordmark:
  symbol: mark.svg
  lines: [Garden, Society]
cover-ground: ground
section-ground: tint
motif: bar
"""
MARK = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<path fill="brand" d="M 0 0 L 100 0 L 100 100 Z"/>
</svg>
"""
WORKSPACE = """\
name: Sessions
organisation: Garden Society
keys:
  agency.place: {explain: Where they garden}
"""

FILES: Mapping[str, str] = {
    "decks/deckbuild.yaml": WORKSPACE,
    "decks/sessions/year.yaml": SESSION,
    "decks/modules/words.yaml": MODULE,
    "decks/profiles/everyone.yaml": "agency: Everyone\nkeys:\n  agency.place: your garden\n",
    "decks/sources.yaml": "",
    "assets/brands/plain/brand.yaml": BRAND,
    "assets/brands/plain/mark.svg": MARK,
    "assets/brands/plain/face.ttf": "a face",
}
"""A project without faults, of one slide."""


EVERYTHING = Wanted()


def project(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the project without faults, with other files in place of some or beside them; None is no file."""
    for path, content in {**FILES, "decks/sources.yaml": None, **(files or {})}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def of_slide(layout: str, fields: str, name: str = "first") -> str:
    """Return a module of one slide: its layout and its own fields, indented by four spaces."""
    head, _, _ = MODULE.partition("  first:")
    return f"{head}  {name}:\n{SLIDE.format(layout=layout)}{fields}"


def read(
    folder: Path, files: Mapping[str, str | bytes | None] | None = None
) -> tuple[Project, list[Diagnostic]]:
    """Return the project of `project`, read, with every slide of the modules that it uses."""
    return load(project(folder, files))


def load(root: Path, wanted: Wanted = EVERYTHING) -> tuple[Project, list[Diagnostic]]:
    """Return what is wanted of a project, with every slide of the modules that are used."""
    opened = open_project(root, wanted)
    heads = (head for module in opened.project.modules.values() for head in module.heads.values())
    loaded = opened.with_slides({head.id: [*opened.project.profiles.values()] for head in heads})
    return loaded, opened.reading.found


def faults(folder: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    """Return what is wrong with the project of `project`, a line each: `file:line:column code`."""
    loaded, found = read(folder, files)
    return places(found, loaded.places)


def places(found: Iterable[Diagnostic], source_map: SourceMap) -> list[str]:
    """Return the findings as `file:line:column code`; files without their folders."""
    return [f"{at(each.origin, source_map)} {each.code}" for each in found]


def at(origin: Origin, source_map: SourceMap) -> str:
    place = source_map.place(origin)
    name = origin.document.rpartition("/")[2]
    return f"{name}:{place.line}:{place.column}" if place else name


def reading(folder: Path) -> Reading:
    """Return a reading of the files of a folder."""
    return Reading(Files(folder.resolve()))
