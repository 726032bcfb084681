"""The presentation as a whole: slide ids, sections, titles (ECMA-376 part 1, 19.2; [MS-PPTX] 2.6.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.check.names import P14, A, P, text_of_element
from deckbuild.diagnostics import error

if TYPE_CHECKING:
    from lxml import etree

    from deckbuild.check.opc import Package, Part
    from deckbuild.diagnostics import Diagnostic

LEAST_SLIDE_ID, MOST_SLIDE_ID = 256, 2**31 - 1
"""ST_SlideId (19.7.13)."""


def check_presentation(package: Package) -> Iterator[Diagnostic]:
    """Yield what is wrong with the list of slides, its sections and titles."""
    presentations = package.of_type("presentation.main+xml")
    if not presentations:
        yield error("DB420", "the package holds no presentation", package.at())
    for part in presentations:
        if part.root is not None:
            ids = [each.get("id", "") for each in part.root.iterfind(f"{P}sldIdLst/{P}sldId")]
            yield from _slide_ids(package, part, ids)
            yield from _sections(package, part, part.root, ids)
    yield from _layout_ids(package)
    yield from _titles(package)


def _slide_ids(package: Package, part: Part, ids: list[str]) -> Iterator[Diagnostic]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield error("DB426", f"the slide id {name} is given {count} times", package.at(part.name))
        if not name.isdecimal() or not LEAST_SLIDE_ID <= int(name) <= MOST_SLIDE_ID:
            message = f"the slide id {name} is not between {LEAST_SLIDE_ID} and {MOST_SLIDE_ID}"
            yield error("DB426", message, package.at(part.name))


def _sections(package: Package, part: Part, root: etree._Element, ids: list[str]) -> Iterator[Diagnostic]:
    sections = list(root.iter(f"{P14}section"))
    if not sections:
        return
    listed = [each.get("id", "") for section in sections for each in section.iter(f"{P14}sldId")]
    if listed != ids:
        stray = sorted(set(listed) ^ set(ids))
        detail = f"slide ids {', '.join(stray)} stand in one of them only" if stray else "their order differs"
        yield error(
            "DB427", f"the sections and the list of slides do not agree: {detail}", package.at(part.name)
        )


def _layout_ids(package: Package) -> Iterator[Diagnostic]:
    """Yield the ids of masters and layouts that are given twice; they share one space (19.7.16)."""
    ids = Counter(
        each.get("id", "")
        for part in package.parts.values()
        if part.root is not None
        for tag in (f"{P}sldMasterId", f"{P}sldLayoutId")
        for each in part.root.iter(tag)
    )
    for name, count in ids.items():
        if count > 1:
            yield error("DB426", f"the id {name} of a master or layout is given {count} times", package.at())


def _titles(package: Package) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for part in package.of_type("slide+xml"):
        title = "" if part.root is None else slide_title(part.root)
        if not title:
            yield error("DB433", "the slide has no title", package.at(part.name))
        elif title in seen:
            yield error("DB433", f"the title “{title}” is that of {seen[title]} too", package.at(part.name))
        seen.setdefault(title, part.name)


def slide_title(slide: etree._Element) -> str:
    """Return the text of a slide's title placeholder; empty where there is none."""
    for shape in slide.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is not None and place.get("type") in ("title", "ctrTitle"):
            return " ".join(text_of_element(each) for each in shape.iter(f"{A}p")).strip()
    return ""
