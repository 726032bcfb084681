"""The tree of tags of a written PDF: structure elements in, tags with their words out (ISO 32000-1, 14.7).

Nothing of ours helps: marked content is found by page and identifier, annotations by their references, and
whatever cannot be found is a fault in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf

from deckbuild.check.pdf.fields import read_field
from deckbuild.check.pdf.tags import Content, Tag, Words, settled, words_in

if TYPE_CHECKING:
    from deckbuild.check.pdf.file import File, Id
    from deckbuild.check.pdf.places import Places

DEEPEST = 100
"""Elements within elements; a tree that holds itself would never end."""


class TreeReader:
    """Reads the tree once, and keeps which element owns which content and annotation."""

    def __init__(self, file: File, places: Places) -> None:
        self._file = file
        self._places = places
        self._roles = file.structure.get("/RoleMap", pikepdf.Dictionary())
        self.owners: dict[tuple[int, int], pikepdf.Object] = {}
        """Page from 0 and identifier → the element that holds the content."""
        self.holders: dict[Id, pikepdf.Object] = {}
        """Annotation → the element that holds it."""
        self.annotations: list[Id] = []
        """In the order of the tree."""
        self.links: dict[Id, str] = {}
        """Annotation of a link → the words that it stands under."""
        self.faults: list[str] = []
        """What stands in the tree and not where it says, or twice."""

    def read(self) -> tuple[Tag, ...]:
        """Return the tags under the root of the tree."""
        content = self._kids(self._file.structure, None, self._file.language, "", 0)
        return tuple(each for each in content if isinstance(each, Tag))

    def _tag(self, element: pikepdf.Object, page: int | None, language: str, depth: int) -> Iterator[Content]:
        """Yield an element; what a Link or Span holds stands in its parent's words."""
        role = self._role(element)
        language = str(element.get("/Lang", language))
        page = self._file.page_of(element.get("/Pg"), page)
        target = self._target(element) if role == "Link" else ""
        kids = tuple(self._kids(element, page, language, target, depth))
        begins = next((each.page for each in kids if each.page), 0)
        if "/ActualText" in element:
            kids = (Words(str(element.ActualText), language, target, begins),)
        if role == "Link":
            self._keep_words(element, words_in(kids))
        if role == "Span" or (role == "Link" and target):
            yield from kids
            return
        if role == "Note" and "/ID" not in element:
            self.faults.append("a Note has no identifier (ID)")
        alt = str(element.get("/Alt", ""))
        yield Tag(
            role,
            settled(_unspaced(kids) if role == "Figure" else kids),
            alt=alt,
            language=language if alt else "",
            scope=str(_attribute(element, "/Scope")).lstrip("/"),
            summary=str(_attribute(element, "/Summary")),
            page=begins or (0 if page is None else page + 1),
        )

    def _role(self, element: pikepdf.Object) -> str:
        role = str(element.get("/S", "/None"))
        for _ in range(DEEPEST):
            if role not in self._roles:
                break
            role = str(self._roles[role])
        return role.lstrip("/")

    def _kids(
        self, element: pikepdf.Object, page: int | None, language: str, target: str, depth: int
    ) -> Iterator[Content]:
        if depth == DEEPEST:
            self.faults.append("elements stand in one another without end")
            return
        for kid in _listed(element.get("/K")):
            if isinstance(kid, int):
                yield from self._marked(element, page, kid, language, target)
            elif kid.get("/Type") == "/MCR":
                at = self._file.page_of(kid.get("/Pg"), page)
                yield from self._marked(element, at, int(kid.MCID), language, target)
            elif kid.get("/Type") == "/OBJR":
                yield from self._annotation(element, kid)
            else:
                if "/P" in kid and kid.P.objgen != element.objgen:
                    self.faults.append(f"an element {self._role(kid)} stands under another than it says")
                for each in self._tag(kid, page, language, depth + 1):
                    aimed = target and isinstance(each, Words) and not each.target
                    yield replace(each, target=target) if aimed and isinstance(each, Words) else each

    def _marked(
        self, element: pikepdf.Object, page: int | None, identifier: int, language: str, target: str
    ) -> Iterator[Words]:
        shown = self._file.shown(page, identifier)
        where = f"content {identifier} of page {'?' if page is None else page + 1}"
        if shown is None or page is None:
            self.faults.append(f"an element {self._role(element)} holds {where}, which is not there")
            return
        if (page, identifier) in self.owners:
            self.faults.append(f"{where} stands in the tree twice")
        self.owners[page, identifier] = element
        if not shown.painted:
            self.faults.append(f"an element {self._role(element)} holds {where}, which shows nothing")
        # A picture is content without words, and says which page its Figure stands on.
        yield Words("", language, target, page + 1)
        for piece in shown.pieces:
            yield Words(piece.text, piece.language or language, target, page + 1)

    def _annotation(self, element: pikepdf.Object, reference: pikepdf.Object) -> Iterator[Content]:
        annotation = reference.get("/Obj", pikepdf.Dictionary())
        place = annotation.objgen
        if place not in self._file.annotations:
            self.faults.append(f"an element {self._role(element)} holds an annotation that stands on no page")
            return
        if place in self.holders:
            self.faults.append(
                f"page {self._file.annotations[place] + 1}: an annotation is in the tree twice"
            )
        self.holders[place] = element
        self.annotations.append(place)
        if annotation.get("/Subtype") == "/Widget":
            yield read_field(annotation, self._file.annotations[place] + 1)

    def _target(self, element: pikepdf.Object) -> str:
        """Return where a Link leads: by its annotations, which must agree."""
        return " and ".join(sorted({self._places.target(each) for each in _annotations(element)}))

    def _keep_words(self, link: pikepdf.Object, words: str) -> None:
        for each in _annotations(link):
            self.links[each.objgen] = words


def _unspaced(kids: tuple[Content, ...]) -> Iterator[Content]:
    """Yield the letters of a figure in one piece: where its words stand is what they mean."""
    for each in kids:
        yield replace(each, text="".join(each.text.split())) if isinstance(each, Words) else each


def _annotations(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the annotations that an element holds itself."""
    kids = _listed(element.get("/K"))
    return [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]


def _listed(kids: pikepdf.Object | None) -> list[pikepdf.Object | int]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _attribute(element: pikepdf.Object, name: str) -> object:
    """Return an attribute of whichever owner; empty where it has none (ISO 32000-1, 14.7.5)."""
    for each in _listed(element.get("/A")):
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return each[name]
    return ""
