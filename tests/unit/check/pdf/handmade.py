"""Small tagged PDFs, written object by object: content streams and elements in, an open file out.

They hold what our own writer never makes, and readers of files must understand all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

LETTERS = "".join(map(chr, range(0x20, 0x7F)))


def cmap(*blocks: str) -> bytes:
    """Return a ToUnicode map with these blocks."""
    inner = "\n".join(blocks)
    return f"/CIDInit /ProcSet findresource begin\nbegincmap\n{inner}\nendcmap\nend".encode()


ASCII = cmap("1 beginbfrange\n<20> <7E> <0020>\nendbfrange")
WIDE = cmap("1 beginbfrange\n<0020> <007E> <0020>\nendbfrange")


def simple_font(pdf: pikepdf.Pdf, to_unicode: bytes = ASCII) -> pikepdf.Object:
    """Return a font with codes of one byte; it is not embedded."""
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Plain, ToUnicode=pdf.make_stream(to_unicode)
    )
    return pdf.make_indirect(font)


def composite_font(
    pdf: pikepdf.Pdf, to_unicode: bytes = WIDE, program: bytes | None = None
) -> pikepdf.Object:
    """Return a font with codes of two bytes, embedded where it has a *program*."""
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Wide)
    if program is not None:
        descriptor.FontFile2 = pdf.make_stream(program)
    descendant = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=descriptor)
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Wide,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(to_unicode),
    )
    return pdf.make_indirect(font)


def pdf_of(*streams: bytes, resources: Mapping[str, pikepdf.Object] | None = None) -> pikepdf.Pdf:
    """Return a file with a page for each content stream; `/F` is a font with codes of one byte."""
    pdf = pikepdf.new()
    font = simple_font(pdf)
    for stream in streams:
        page = pdf.add_blank_page(page_size=(400, 300))
        page.obj.Contents = pdf.make_stream(stream)
        page.obj.Resources = Dictionary(Font=Dictionary(F=font), **(resources or {}))
    pdf.Root.Lang = String("en-GB")
    return pdf


def element(
    pdf: pikepdf.Pdf, role: str, kids: Sequence[pikepdf.Object | int] = (), **entries: pikepdf.Object
) -> pikepdf.Object:
    """Return an element, and make it the parent of the elements that it holds."""
    own = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), K=Array(kids), **entries)
    made = pdf.make_indirect(own)
    for kid in kids:
        if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem":
            kid.P = made
    return made


def mcr(pdf: pikepdf.Pdf, page: int, identifier: int) -> pikepdf.Object:
    """Return a reference to the content of a page, counted from 0."""
    return Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=identifier)


def objr(annotation: pikepdf.Object) -> pikepdf.Object:
    """Return a reference to an annotation."""
    return Dictionary(Type=Name.OBJR, Obj=annotation)


def tag(pdf: pikepdf.Pdf, *kids: pikepdf.Object, parents: Sequence[Sequence[pikepdf.Object]] = ()) -> None:
    """Give a file its tree; *parents* are the entries of each page in the parent tree."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(kids)))
    for kid in kids:
        kid.P = root
    numbers = [entry for key, each in enumerate(parents) for entry in (key, Array(each))]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    for key, _ in enumerate(parents):
        pdf.pages[key].obj.StructParents = key
    pdf.Root.StructTreeRoot = root


def annotate(pdf: pikepdf.Pdf, page: int, **entries: pikepdf.Object) -> pikepdf.Object:
    """Return a new annotation of a page."""
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries))
    there = pdf.pages[page].obj
    there.Annots = Array([*there.get("/Annots", []), made])
    return made
