"""Names of the XML that the rules look for, and the text in it (ECMA-376 part 1, 19 and 21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def text_of_element(element: etree._Element) -> str:
    """Return the letters of an `a:p`, or of anything that holds some; a line break counts as one space."""
    return "".join(
        " " if each.tag == f"{A}br" else each.text or "" for each in element.iter(f"{A}t", f"{A}br")
    )
