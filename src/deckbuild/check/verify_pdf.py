"""Re-opens a tagged PDF as a reader would and compares it with its pages; a difference is an error.

The text is read by walking the tree of tags, as a screen reader does, and held against the marks of the pages
and the slides drawn on them: words, order, roles, alternative texts, languages, links, fields. Then pages and
tree must agree, and the file must say what it is. Each rule is a file of `check.pdf`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pikepdf

from deckbuild.check.pdf.anchors import Anchors
from deckbuild.check.pdf.annotations import annotation_faults
from deckbuild.check.pdf.compare import tree_faults
from deckbuild.check.pdf.declared import declaration_faults, property_faults
from deckbuild.check.pdf.expected import expected_tags
from deckbuild.check.pdf.file import read_file
from deckbuild.check.pdf.order import order_faults
from deckbuild.check.pdf.outline import bookmark_faults, page_faults
from deckbuild.check.pdf.outside import content_faults
from deckbuild.check.pdf.parents import parent_faults
from deckbuild.check.pdf.places import Places
from deckbuild.check.pdf.tree import TreeReader
from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.check.pdf.compare import Fault
    from deckbuild.check.pdf.tags import Tag
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.paged import Paged
    from deckbuild.model.scene import Scene

MALFORMED = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What pikepdf raises where an object is of another type than the standard says, or lacks an entry."""


def verify_pdf(path: Path, paged: Paged, scenes: Mapping[str, Scene], *, name: str) -> list[Diagnostic]:
    """Return every difference between a written PDF and the pages that it was drawn from.

    *scenes* holds the slides drawn on the pages, by id; *name* is what messages call the file.
    """
    anchors = Anchors(paged)
    wanted = expected_tags(paged, scenes, anchors)
    try:
        with pikepdf.open(path) as pdf:
            faults = list(_faults(pdf, paged, anchors, wanted))
    except (OSError, pikepdf.PdfError, *MALFORMED) as fault:
        faults = [("DB401", f"the PDF cannot be opened again: {fault}")]
    return [error(code, message, Origin(name)) for code, message in faults]


def _faults(pdf: pikepdf.Pdf, paged: Paged, anchors: Anchors, wanted: Sequence[Tag]) -> Iterator[Fault]:
    file = read_file(pdf)
    places = Places(anchors, pdf)
    tree = TreeReader(file, places)
    found = tree.read()
    yield from (("DB408", each) for each in page_faults(pdf, paged))
    yield from (("DB408", each) for each in bookmark_faults(pdf, paged, anchors, places))
    yield from (("DB410", each) for each in property_faults(pdf, paged))
    yield from tree_faults(wanted, found)
    yield from (("DB440", each) for each in content_faults(file))
    yield from (("DB441", each) for each in (*tree.faults, *parent_faults(file, tree)))
    yield from (("DB443", each) for each in declaration_faults(pdf))
    yield from (("DB444", each) for each in order_faults(file, tree))
    yield from (("DB444", each) for each in annotation_faults(file, tree))
    yield from (("DB442", each) for each in file.fonts.faults())
