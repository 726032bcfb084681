"""A .pptx in, what its slides say out (ECMA-376 part 1, 19.3.1.38), whoever made it; read without trust.

python-pptx is not used: it opens hostile and half-broken files with exceptions of every kind, and takes ten
times as long. What is read here is little: titles, paragraphs, cells, the numbers of charts, the digests of
pictures, notes, sections.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from deckbuild.bundle.diff.values import DeckText, Field, SlideText
from deckbuild.bundle.inflate import BrokenPackageError, members

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

MOST_SLIDES = 5_000
_FURNITURE = ("dt", "ftr", "sldNum")
_TITLES = ("title", "ctrTitle")


class _Target(NamedTuple):
    kind: str
    """Last word of the relationship's type."""
    name: str
    """Of the part."""


def deck_text(data: bytes) -> DeckText:
    """Return what a deck says.

    Raises:
        BrokenPackageError: it is damaged, encrypted, too large, or no presentation.
    """
    return _Deck(members(data)).text()


class _Deck:
    """A package that is being read."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._layouts: dict[str, str] = {}

    def text(self) -> DeckText:
        name = next(
            (each.name for each in self._targets("").values() if each.kind == "officeDocument"),
            "ppt/presentation.xml",
        )
        root = self._xml(name)
        if root.tag != f"{P}presentation":
            raise BrokenPackageError("it holds no presentation")
        targets = self._targets(name)
        listed = list(root.iterfind(f"{P}sldIdLst/{P}sldId"))
        if len(listed) > MOST_SLIDES:
            raise BrokenPackageError(f"it has {len(listed):,} slides, of {MOST_SLIDES:,} at most")
        parts = _sections(root)
        slides: list[SlideText] = []
        for each in listed:
            target = targets.get(each.get(f"{R}id", ""))
            if target is None:
                raise BrokenPackageError(f"slide {len(slides) + 1} is missing")
            slides.append(self._slide(target.name, parts.get(each.get("id", ""), "")))
        core = self._core()
        return DeckText(
            _child(core, f"{DC}title"),
            _child(core, f"{CORE}category"),
            _child(core, f"{CORE}version"),
            tuple(slides),
        )

    def _slide(self, name: str, part: str) -> SlideText:
        root, targets = self._xml(name), self._targets(name)
        lines: defaultdict[Field, list[str]] = defaultdict(list)
        for shape in root.iter(f"{P}sp", f"{P}graphicFrame", f"{P}pic"):
            self._shape(shape, targets, lines)
        lines["layout"] += [
            self._layout(each.name) for each in targets.values() if each.kind == "slideLayout"
        ]
        for each in targets.values():
            if each.kind == "notesSlide":
                lines["notes"] += self._notes(each.name)
        lines["part"].append(part)
        content = root.find(f"{P}cSld")
        mark = next((each.get("val", "") for each in root.iter(f"{P14}creationId")), "")
        return SlideText(
            content.get("name", "") if content is not None else "",
            mark,
            {
                field: kept
                for field, found in lines.items()
                if (kept := tuple(each for each in found if each))
            },
        )

    def _shape(
        self, shape: etree._Element, targets: Mapping[str, _Target], lines: defaultdict[Field, list[str]]
    ) -> None:
        kind = _placeholder(shape)
        if kind in _FURNITURE:
            return
        lines["alternative text"] += _alternative(shape)
        if shape.tag == f"{P}sp":
            lines["title" if kind in _TITLES else "text"] += _paragraphs(shape)
        elif shape.tag == f"{P}pic":
            for blip in shape.iter(f"{A}blip"):
                target = targets.get(blip.get(f"{R}embed", ""))
                data = self._parts.get(target.name) if target else None
                lines["pictures"] += [] if data is None else [sha256(data).hexdigest()]
        for row in shape.iter(f"{A}tr"):
            lines["table"].append(" | ".join(" ".join(_paragraphs(cell)) for cell in row.iter(f"{A}tc")))
        for chart in shape.iter(f"{C}chart"):
            target = targets.get(chart.get(f"{R}id", ""))
            if target and target.name in self._parts:
                lines["figures"] += _figures(self._xml(target.name))

    def _notes(self, name: str) -> Iterator[str]:
        for shape in self._xml(name).iter(f"{P}sp"):
            if _placeholder(shape) not in (*_FURNITURE, "sldImg", "hdr"):
                yield from _paragraphs(shape)

    def _layout(self, name: str) -> str:
        if name not in self._layouts:
            content = self._xml(name).find(f"{P}cSld")
            self._layouts[name] = content.get("name", "") if content is not None else ""
        return self._layouts[name]

    def _core(self) -> etree._Element | None:
        name = next((each.name for each in self._targets("").values() if each.kind == "core-properties"), "")
        return self._xml(name) if name in self._parts else None

    def _targets(self, name: str) -> dict[str, _Target]:
        """Return the parts that a part's relationships lead to, by their ids; of the package for no name."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self._parts:
            return {}
        found = {}
        for each in self._xml(rels).iter(RELATIONSHIP):
            if each.get("TargetMode") != "External":
                place = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                found[each.get("Id", "")] = _Target(
                    each.get("Type", "").rpartition("/")[2], place.lstrip("/")
                )
        return found

    def _xml(self, name: str) -> etree._Element:
        if name not in self._parts:
            raise BrokenPackageError(f"{name} is missing")
        # A deck has no use for entities, and a hostile one could name files or grow without end.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self._parts[name], parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise BrokenPackageError(f"{name} is not well-formed XML: {fault}") from fault


def _sections(root: etree._Element) -> dict[str, str]:
    """Return the name of the section of each slide, by the slide's id."""
    return {
        each.get("id", ""): section.get("name", "")
        for section in root.iter(f"{P14}section")
        for each in section.iter(f"{P14}sldId")
    }


def _placeholder(shape: etree._Element) -> str:
    found = shape.find(f"*/{P}nvPr/{P}ph")
    return "" if found is None else found.get("type", "body")


def _alternative(shape: etree._Element) -> list[str]:
    own = shape.find(f"*/{P}cNvPr")
    if own is None or any(each.get("val") == "1" for each in own.iter(DECORATIVE)):
        return []
    return [" ".join(own.get("descr", "").split())]


def _paragraphs(shape: etree._Element) -> list[str]:
    """Return the text of each paragraph; a break counts as a space."""
    return [
        " ".join(
            "".join(
                " " if each.tag == f"{A}br" else each.text or "" for each in paragraph.iter(f"{A}t", f"{A}br")
            ).split()
        )
        for paragraph in shape.iter(f"{A}p")
    ]


def _figures(chart: etree._Element) -> Iterator[str]:
    """Yield each number of a chart with its series and category."""
    every = list(chart.iter(f"{C}ser"))
    for series in every:
        name = " ".join(each.text or "" for each in series.iterfind(f"{C}tx//{C}v"))
        if len(every) == 1 and name == "Series 1":  # whoever made the chart gave it no name
            name = ""
        labels = _points(series.find(f"{C}cat"))
        for index, value in _points(series.find(f"{C}val")).items():
            what = ", ".join(each for each in (name, labels.get(index, index)) if each)
            yield f"{what}: {value}"


def _points(node: etree._Element | None) -> dict[str, str]:
    """Return the points of an axis or series, by their index."""
    if node is None:
        return {}
    return {each.get("idx", ""): each.findtext(f"{C}v") or "" for each in node.iter(f"{C}pt")}


def _child(node: etree._Element | None, name: str) -> str:
    return "" if node is None else (node.findtext(name) or "").strip()
