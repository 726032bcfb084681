"""One PDF file: pages, forms, links and bookmarks in; the same bytes for the same calls out (ISO 32000-1).

The catalogue says title, language and who wrote it. The document is not tagged and does not say that it is.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from deckbuild.render.pdf.pictures import image_object

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

    from deckbuild.model.deck import Deck
    from deckbuild.model.source import Picture
    from deckbuild.model.text import Link

# reportlab takes these from the environment and from a file in the user's home, and the bytes follow them.
rl_config.useA85 = 0  # streams as they are: a fifth smaller, and no time goes into the encoding
rl_config.canvas_baseColor = None  # black, without an operator on each page
rl_config.pdfMultiLine = 0
rl_config.pdfComments = 0

BLANK_ID = b"00000000000000000000000000000000"
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left corner."""


class Document:
    """A PDF that is being written, one page or form at a time."""

    def __init__(self, deck: Deck, title: str) -> None:
        self._canvas = _Canvas(
            BytesIO(), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=deck.language or None
        )
        canvas = self._canvas
        canvas.setTitle(title)
        canvas.setAuthor(deck.owner)
        canvas.setSubject(deck.subject)
        canvas.setCreator("deckbuild")
        canvas.setProducer("deckbuild")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        canvas.addPageLabel(0, "ARABIC", 1)
        stamp = f"D:{deck.date.replace('-', '')}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)

    @property
    def file(self) -> PDFDocument:
        """The objects of the file, for fonts that keep their subsets by it."""
        return self._canvas.objects

    def write(self, operators: str) -> None:
        """Append content operators to the open page or form."""
        self._canvas.addLiteral(operators)

    def begin_page(self, width: float, height: float) -> None:
        """Open a page of a size in points."""
        self._canvas.setPageSize((width, height))

    def end_page(self) -> None:
        """Close the page."""
        self._canvas.showPage()

    def begin_form(self, name: str, width: float, height: float) -> None:
        """Open a drawing that pages can show as often as they like; *name* is letters, digits and hyphens."""
        self._canvas.beginForm(name, 0, 0, width, height)

    def end_form(self) -> None:
        """Close the drawing."""
        self._canvas.endForm()

    def show_form(self, name: str) -> None:
        """Show a drawing in its own coordinates, scaled as the operators before say."""
        self._canvas.doForm(name)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture on the unit square; its bytes are in the file once, however often it is shown."""
        name = f"picture-{picture.digest or hashlib.sha256(picture.data).hexdigest()}"
        if not self._canvas.hasForm(name):
            self._canvas.add_image(name, picture)
        self._canvas.doForm(name)

    def mark(self, key: str, top: float, left: float = 0.0) -> None:
        """Make a place on the open page the target of links and bookmarks, in points from its lower left."""
        self._canvas.bookmarkPage(key, fit="XYZ", left=round(left, 2), top=round(top, 2), zoom=0)

    def bookmark(self, title: str, key: str, level: int) -> None:
        """Add an entry to the outline; *key* is a marked place, each used once."""
        self._canvas.addOutlineEntry(title, key, level)

    def link(self, link: Link, words: str, area: Rectangle) -> None:
        """Make an area of the open page a link; *words* are what a screen reader says."""
        rounded = tuple(round(edge, 2) for edge in area)
        if link.slide is not None:
            self._canvas.linkAbsolute(words, link.slide, rounded, Border="[ 0 0 0 ]", F=4)
        else:
            self._canvas.linkURL(link.target, rounded, Border="[ 0 0 0 ]", Contents=PDFString(words), F=4)

    def finish(self) -> bytes:
        """Return the file. Its identifier is a digest of the rest of it (ISO 32000-1, 14.4)."""
        blank = b"<" + BLANK_ID + b">"
        self._canvas.objects._ID = b"[" + blank + blank + b"]"  # type: ignore[attr-defined]
        data: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call]
        return data.replace(BLANK_ID, hashlib.md5(data, usedforsecurity=False).hexdigest().encode())


class _Canvas(Canvas):
    """A canvas whose pages begin without a font: reportlab names Helvetica there, which is not embedded."""

    _doc: PDFDocument
    _preamble: str

    @property
    def objects(self) -> PDFDocument:
        return self._doc

    def _make_preamble(self) -> None:
        self._preamble = ""

    def add_image(self, name: str, picture: Picture) -> None:
        self._doc.addForm(name, image_object(picture, self._doc))
