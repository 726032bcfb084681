"""A document's bytes in, what it says line by line out, without what stands at the edges of pages."""

from __future__ import annotations

import io

import pikepdf

from deckbuild.check.html.found import Page
from deckbuild.check.pdf.file import read_file
from deckbuild.check.verify_pdf import MALFORMED


def document_lines(name: str, data: bytes) -> tuple[str, ...] | None:
    """Return the lines of a tagged PDF, or a page for browsers as one line; None for what cannot be read.

    *name* is that of the file, whose ending tells what it is.
    """
    if name.endswith(".html"):
        return (" ".join(each.text for each in Page(data.decode("utf-8", "replace")).said),)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            shown = [mark for page in read_file(pdf).pages for mark in page.marked.values()]
    except (pikepdf.PdfError, *MALFORMED):
        return None
    lines = (" ".join("".join(piece.text for piece in mark.pieces).split()) for mark in shown)
    return tuple(each for each in lines if each)
