"""How the tests look into parts and packages: as XML, as python-pptx opens them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree
from pptx import Presentation

from deckbuild.model.parts import Spliced
from deckbuild.render.pptx import compile_slide
from tests.unit.render_pptx import samples

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from deckbuild.model.parts import Member, SlideParts
    from deckbuild.model.scene import Node

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def find(root: etree._Element, path: str) -> list:
    """Return what an XPath finds; elements as they are, attributes and texts as str."""
    found = root.xpath(path, namespaces=NAMES)
    return [each if isinstance(each, etree._Element) else str(each) for each in found]


WORDS = {
    "board": b"The Board",
    "date": b"23 November 2026",
    "footer": "The Board · Pathways &amp; harm".encode(),
}


def root(part: Member | Spliced) -> etree._Element:
    """Return the XML of a compiled part, its holes filled."""
    member = part.member(WORDS) if isinstance(part, Spliced) else part
    return etree.fromstring(member.content)


def parts(package: bytes) -> dict[str, bytes]:
    """Return the members of a package by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(package: bytes) -> Deck:
    """Return a package as python-pptx opens it."""
    return Presentation(io.BytesIO(package))


def compiled(layout: str, *nodes: Node) -> SlideParts:
    """Return a slide of the sample template with these nodes under its title."""
    made = samples.scene("test/slide", layout, "A title", *nodes)
    every = samples.deck(*samples.scenes(), made)
    return compile_slide(made, samples.TEMPLATE, samples.deck_text(every))


def slide(layout: str, *nodes: Node) -> etree._Element:
    """Return the XML of such a slide."""
    return root(compiled(layout, *nodes).slide)


def shape(of: etree._Element, name: str) -> etree._Element:
    """Return the shape of a name."""
    (found,) = find(of, f"//*[*/p:cNvPr/@name='{name}']")
    return found
