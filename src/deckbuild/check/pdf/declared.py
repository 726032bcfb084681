"""What a PDF says of itself: title, author and language; that it is tagged, PDF/UA-1 and PDF/A-2a.

ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.2.3, 6.6.4 and 6.7.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from deckbuild.model.paged import Paged

PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"


def property_faults(pdf: pikepdf.Pdf, paged: Paged) -> Iterator[str]:
    """Yield what the file says of the document that the document does not, in words."""
    language = str(pdf.Root.get("/Lang", ""))
    if language != paged.language:
        yield f"the PDF is in the language “{language}”, not “{paged.language}”"
    for name, wanted in (("Title", paged.title), ("Author", paged.author), ("Subject", paged.subject)):
        found = str(pdf.docinfo.get(f"/{name}", ""))
        if found != wanted:
            yield f"the PDF has the {name.lower()} “{found}”, not “{wanted}”"
    title = _metadata(pdf).get(f"{DC}title", "")
    if title != paged.title:
        yield f"the PDF's metadata have the title “{title}”, not “{paged.title}”"


def declaration_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what a PDF/UA-1 and PDF/A-2a file must say of itself and this one does not, in words."""
    root = pdf.Root
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "the PDF does not say that it is tagged (MarkInfo)"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "the PDF does not have its title shown in the window (DisplayDocTitle)"
    metadata = _metadata(pdf)
    if metadata.get(f"{PDFUA}part") != "1":
        yield "the metadata do not say PDF/UA-1 (pdfuaid:part)"
    if (metadata.get(f"{PDFA}part"), metadata.get(f"{PDFA}conformance")) != ("2", "A"):
        yield "the metadata do not say PDF/A-2a (pdfaid:part and conformance)"
    intents = list(root.get("/OutputIntents", []))
    if not any(each.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in each for each in intents):
        yield "the PDF has no output intent with a colour profile"


def _metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the names and texts of the metadata; none where they cannot be read."""
    if "/Metadata" not in pdf.Root:
        return {}
    found = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    return {name: str(value) for name, value in found.items()}
