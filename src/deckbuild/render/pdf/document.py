"""A document in a file: pages drawn, then tied together by structure, fonts, links and form fields.

Claims PDF/UA-1 and PDF/A-2a and keeps their rules (ISO 14289-1, ISO 19005-2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from deckbuild.render.pdf.bookmarks import page_labels, places, write_outline
from deckbuild.render.pdf.colours import inks
from deckbuild.render.pdf.embedding import embed, embed_for_typing
from deckbuild.render.pdf.fields import Form
from deckbuild.render.pdf.file import File, references, stream
from deckbuild.render.pdf.icc import srgb
from deckbuild.render.pdf.pages import DrawnPage, PageDrawing
from deckbuild.render.pdf.pen import Used
from deckbuild.render.pdf.pictures import packed, write_picture
from deckbuild.render.pdf.structure import Structure
from deckbuild.render.pdf.syntax import name, rectangle, reference, text
from deckbuild.render.pdf.syntax import number as number_of
from deckbuild.render.pdf.tags import LinkArea
from deckbuild.render.pdf.xmp import information, packet

if TYPE_CHECKING:
    from deckbuild.model.paged import Paged
    from deckbuild.model.scene import Scene
    from deckbuild.model.source import Picture
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.bookmarks import Places
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.pictures import Packed
    from deckbuild.render.pdf.tags import Widget


def render(paged: Paged, scenes: Mapping[str, Scene], template: Template, fonts: Fonts) -> bytes:
    """Return the file; *scenes* are slides by their id, typeset in *template* with *fonts*.

    Raises:
        KeyError: a mark's owner is not in the tree, a slide has no scene, or a bookmark leads nowhere.
        ValueError: what a page holds belongs to no element, or names of fields clash.
    """
    shades = inks(template.palette, grey=paged.greyscale)
    fonts.room_for(len(paged.pages), len(scenes))
    drawing = PageDrawing(paged, scenes, template, fonts, shades)
    return _Assembly(paged, [drawing.draw(page) for page in paged.pages], fonts, shades).file()


class _Assembly:
    """Drawn pages on their way into a file."""

    def __init__(self, paged: Paged, pages: Sequence[DrawnPage], fonts: Fonts, shades: Inks) -> None:
        self._paged = paged
        self._pages = pages
        self._fonts = fonts
        self._file = File()
        self._tree = self._file.reserve()
        self._resources = self._file.reserve()
        self._streams = [(self._file.reserve(), self._file.reserve()) for _ in pages]
        self._numbers = [self._file.reserve() for _ in pages]
        self._places = places(paged.anchors, paged.pages, self._numbers)
        self._form = Form(self._file, shades, self._resources)

    def file(self) -> bytes:
        structure = Structure(self._file, self._pages, self._numbers, self._annotate, self._fonts.groves)
        root = structure.write(self._paged.structure)
        for index, page in enumerate(self._pages):
            self._put_page(index, page, structure.annotations[index])
        self._file.put(
            self._tree, b"<</Type/Pages/Count %d/Kids%s>>" % (len(self._pages), references(self._numbers))
        )
        self._put_resources()
        return self._file.finish(self._catalogue(root), information(self._paged))

    def _annotate(self, kid: LinkArea | Widget, page: int, key: int) -> int:
        if isinstance(kid, LinkArea):
            return self._file.add(_link(kid, self._numbers[page], key, self._places))
        return self._form.add(kid, self._numbers[page], key)

    def _put_page(self, index: int, page: DrawnPage, annotations: Sequence[int]) -> None:
        """Write a page (7.7.3.3): its body first, so that a later header and footer leave it as it is."""
        both = zip(self._streams[index], (page.body.stream, page.edges.stream), strict=True)
        contents = [(number, body) for number, body in both if body]
        for number, body in contents:
            self._file.put(number, body)
        entries = b"/Type/Page/Parent %b/MediaBox[0 0 %b %b]/Resources %b/Contents%b/Tabs/S" % (
            reference(self._tree),
            *(number_of(edge).encode("ascii") for edge in page.size),
            reference(self._resources),
            references([number for number, _ in contents]),
        )
        if page.body.marks:
            entries += b"/StructParents %d" % index
        if annotations:
            entries += b"/Annots%b" % references(annotations)
        self._file.put(self._numbers[index], b"<<%b>>" % entries)

    def _put_resources(self) -> None:
        """Write what all pages draw with (7.8.3): one dictionary, where each thing has a name of its own."""
        used = Used()
        for page in self._pages:
            used.add(page.body.used)
            used.add(page.edges.used)
        fonts = {}
        for (bold, italic), letters in sorted(used.letters.items()):
            face = self._fonts.face(bold=bold, italic=italic)
            fonts[face.resource] = embed(self._file, face, letters, self._fonts.subsets)
        images = {
            resource: write_picture(self._file, self._packed(resource, picture))
            for resource, picture in sorted(used.pictures.items())
        }
        body = b"<</Font<<%s>>/XObject<<%s>>>>" % (_named(fonts), _named(images))
        self._file.put(self._resources, body)

    def _packed(self, resource: str, picture: Picture) -> Packed:
        grey = self._paged.greyscale
        return self._fonts.pictures.take((), (resource, grey), lambda: packed(picture, grey=grey))

    def _catalogue(self, structure: int) -> dict[str, bytes]:
        profile = reference(self._file.stream(srgb(), b"/N 3"))
        intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile %s>>"
        metadata = self._file.add(stream(packet(self._paged), b"/Type/Metadata/Subtype/XML"))
        entries = {
            "Pages": reference(self._tree),
            "Lang": text(self._paged.language),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": reference(structure),
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": reference(metadata),
            "OutputIntents": b"[%s]" % (intent % profile),
            "PageLabels": page_labels(self._paged.pages),
        }
        if self._paged.bookmarks:
            entries["PageMode"] = b"/UseOutlines"
            entries["Outlines"] = reference(write_outline(self._file, self._paged.bookmarks, self._places))
        if not self._form.empty:
            typing = embed_for_typing(self._file, self._fonts.face(), self._fonts.subsets)
            entries["AcroForm"] = self._form.finish(typing)
        return entries


def _link(link: LinkArea, page: int, key: int, where: Places) -> bytes:
    """Return a link's annotation (12.5.6.5); its words are what a screen reader says of it."""
    slide = link.link.slide
    target = b"/Dest%s" % where[slide] if slide else b"/A<</S/URI/URI%s>>" % text(_address(link.link.target))
    return b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect%s/P %s/StructParent %d/Contents%s%s>>" % (
        rectangle(link.area),
        reference(page),
        key,
        text(link.words),
        target,
    )


def _address(target: str) -> str:
    """Return an address in ASCII (12.6.4.7): what is not is written as browsers send it."""
    if target.isascii() and target.isprintable() and " " not in target:
        return target
    from string import punctuation
    from urllib.parse import quote

    return quote(target, safe=punctuation)


def _named(numbers: Mapping[str, int]) -> bytes:
    return b"".join(b"%s %s" % (name(key), reference(each)) for key, each in numbers.items())
