"""The objects of one PDF file: their bodies in, the file out, written by reportlab (ISO 32000-1, 7.5).

Bodies are bytes that were made where they are understood, since a document has thousands of objects and each
detour costs. An object may be given its number first and its body later.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject

from deckbuild.render.pdf.syntax import reference

# reportlab takes these from the environment and from a file in the user's home, and the bytes follow them.
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

BLANK_ID = b"00000000000000000000000000000000"


class _Body(PDFObject):
    """An object that is bytes already."""

    def __init__(self) -> None:
        self.bytes = b""

    def format(self, document: PDFDocument) -> bytes:
        return self.bytes


class _Catalogue(PDFCatalog):
    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - reportlab reads it so


class _Document(PDFDocument):
    Catalog: _Catalogue
    _ID: bytes


class File:
    """A file that is being written."""

    def __init__(self) -> None:
        self._document = _Document(pdfVersion=(1, 7), invariant=1, dummyoutline=1)
        self._document.Catalog = _Catalogue()
        self._bodies: dict[int, _Body] = {}

    def reserve(self) -> int:
        """Return the number of an object whose body comes later, by `put`."""
        body = _Body()
        self._document.Reference(body)  # type: ignore[no-untyped-call]
        number: int = self._document.objectcounter
        self._bodies[number] = body
        return number

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved object its body."""
        self._bodies[number].bytes = body

    def add(self, body: bytes) -> int:
        """Return the number of a new object."""
        number = self.reserve()
        self._bodies[number].bytes = body
        return number

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """Return the number of a new stream, compressed."""
        return self.add(compressed(data, entries))

    def finish(self, catalogue: Mapping[str, bytes], info: bytes) -> bytes:
        """Return the file. Its identifier is a digest of the rest of it (14.4).

        *catalogue* are the entries of the document's catalogue (7.7.2), *info* is the body of the information
        dictionary. An object without a body is a fault of the program.
        """
        document = self._document
        for key, value in catalogue.items():
            setattr(document.Catalog, key, value)
        document.info = self._bodies[self.add(info)]  # type: ignore[assignment]
        blank = b"<" + BLANK_ID + b">"
        document._ID = b"[" + blank + blank + b"]"
        data: bytes = document.format()
        return data.replace(BLANK_ID, hashlib.md5(data, usedforsecurity=False).hexdigest().encode())


def compressed(data: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a stream, its data compressed."""
    return stream(zlib.compress(data), entries + b"/Filter/FlateDecode")


def stream(data: bytes, entries: bytes) -> bytes:
    """Return the body of a stream (7.3.8), its data as they are.

    They end with a carriage return and a line feed: after a line feed alone, data that themselves end with a
    carriage return would seem to be one byte shorter.
    """
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


def references(numbers: Sequence[int]) -> bytes:
    """Return an array of references."""
    return b"[" + b" ".join(map(reference, numbers)) + b"]"
