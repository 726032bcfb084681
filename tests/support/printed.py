"""What stands on the pages of a PDF, as poppler reads it: words and boxes, in points from the top left."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckbuild.model.scene import GroupNode, Line, Node, Scene, TableNode, TextNode
from deckbuild.model.units import Box, to_pt

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word of a page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages(pdf: Path) -> list[list[Word]]:
    """Return the words of each page."""
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
    clean = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", out)
    return [
        [word(each) for each in page.iter(f"{XHTML}word")]
        for page in ET.fromstring(clean).iter(f"{XHTML}page")
    ]


def word(element: ET.Element) -> Word:
    """Return a word as the XHTML of `pdftotext -bbox` gives it."""
    sides = (float(element.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(element.text or "", *sides)


def text_of(pdf: Path, *, in_order: bool = False) -> str:
    """Return the whole text of a PDF, as it stands on the pages, or in the order in which it is drawn."""
    how = "-raw" if in_order else "-layout"
    done = subprocess.run(["pdftotext", how, str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def letters(text: str) -> str:
    """Return the letters of a text without spaces, as poppler may set spaces otherwise."""
    return re.sub(r"\s", "", text)


def text_nodes(nodes: Sequence[Node]) -> Iterator[TextNode]:
    """Yield the text nodes of a scene, those of groups and tables too."""
    for node in nodes:
        if isinstance(node, TextNode):
            yield node
        elif isinstance(node, GroupNode):
            yield from text_nodes(node.children)
        elif isinstance(node, TableNode):
            for row in node.cells:
                yield from row


def line_at(words: Sequence[Word], box: Box, line: Line, pitch: float) -> str:
    """Return the letters that a page has in a node's box at a line's height, its marker left out."""
    baseline = to_pt(line.baseline)
    edge = 6.0  # a renderer may set a letter a little beyond the box
    found = [
        each
        for each in words
        if to_pt(box.x) - edge <= (each.left + each.right) / 2 <= to_pt(box.right) + edge
        and abs((each.top + each.bottom) / 2 - (baseline - 0.3 * pitch)) < 0.5 * pitch
    ]
    marker = line.marker.text if line.marker else ""
    joined = letters("".join(each.text for each in sorted(found, key=lambda one: one.left)))
    return joined.removeprefix(marker)


def compare(scene: Scene, words: Sequence[Word]) -> Iterator[tuple[TextNode, Line, str]]:
    """Yield each line of a scene with what the page has in its place."""
    for node in text_nodes(scene.nodes):
        for line in node.lines:
            pitch = node.styles[min(node.paragraphs[line.paragraph].level, len(node.styles) - 1)].pitch
            yield node, line, line_at(words, node.box, line, pitch)
