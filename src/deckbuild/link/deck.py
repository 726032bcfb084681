"""Deck + compiled template + compiled slides → the bytes of a .pptx (ECMA-376 part 1, 13.3).

How the rooms fit: `render.pptx.compile_template` makes the parts of a template once, and
`render.pptx.compile_slide` the parts of each slide, which know nothing of their place. What depends on the
place is written here: the presentation part, the names of parts (`slideN.xml`, in the order of the deck),
every relationship part, the document's properties, and the words in the holes of slides and layouts.

A `Linker` keeps what decks have in common, as blocks that are copied: a slide in the same place with the same
neighbours is named once, and linking a further deck deflates little more than its presentation part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckbuild.link.archive import Block, Frame, archive, block, zip_archive
from deckbuild.link.ids import slide_ids
from deckbuild.link.opc import (
    Part,
    Relationship,
    content_types,
    deflated,
    members,
    relationships_member,
    relationships_part,
)
from deckbuild.link.presentation import presentation, presentation_properties, view_properties
from deckbuild.link.properties import app_properties, core_properties
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.dates import long_date
from deckbuild.model.deck import Deck, deck_footer
from deckbuild.model.parts import (
    ChartParts,
    Filling,
    Media,
    Member,
    Relation,
    SlideParts,
    Spliced,
    TemplatePart,
    TemplateParts,
    stored,
)
from deckbuild.model.recent import Recent
from deckbuild.model.xmltext import escape

OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDE = f"{OFFICE}.presentationml.slide+xml"
NOTES = f"{OFFICE}.presentationml.notesSlide+xml"
CHART = f"{OFFICE}.drawingml.chart+xml"
PRESENTATION_TYPE = f"{OFFICE}.presentationml.presentation.main+xml"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

PRESENTATION = "ppt/presentation.xml"
PRESENTATION_ARROWS = "ppt/_rels/presentation.xml.rels"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
COMPANIONS: Mapping[str, tuple[str, str]] = {
    "ppt/presProps.xml": (f"{OFFICE}.presentationml.presProps+xml", presentation_properties()),
    "ppt/viewProps.xml": (f"{OFFICE}.presentationml.viewProps+xml", view_properties()),
}
"""Parts beside the presentation part that are the same in every deck: name → content type, XML."""
PROPERTIES: Mapping[str, str] = {
    APP: f"{OFFICE}.extended-properties+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
}
PACKAGE_RELATIONSHIPS = (
    Relationship("rId1", f"{TYPE}officeDocument", PRESENTATION),
    Relationship("rId2", CORE_TYPE, CORE),
    Relationship("rId3", f"{TYPE}extended-properties", APP),
)


@dataclass(frozen=True, slots=True)
class Names:
    """Where a relation of a part leads in this deck."""

    layouts: Mapping[str, str]
    """Layout id → part name."""
    slides: Mapping[str, str]
    """Slide id → part name."""
    media: Mapping[str, str]
    """Digest → part name."""
    notes_master: str


def package(deck: Deck, template: TemplateParts, slides: Sequence[SlideParts]) -> bytes:
    """Return the .pptx of one deck, as `Linker.package` does."""
    return Linker(template).package(deck, slides)


class Linker:
    """Links decks of one template."""

    def __init__(self, template: TemplateParts) -> None:
        self._template = template
        self._slides: Recent[tuple[object, ...], tuple[SlideParts, Frame]] = Recent()
        self._holes = sorted({hole for part in template.parts for hole in part.member.holes})
        self._frames: tuple[Frame, ...] = ()
        """Of the template's parts; none before the first deck."""
        self._boards: Recent[tuple[Filling, ...], tuple[Block, ...]] = Recent()
        self._arrows: Recent[int, Member] = Recent()
        self._types: Recent[tuple[int, ...], Block] = Recent()
        self._media: Recent[tuple[str, ...], Block] = Recent()
        self._same = block((name, deflated(xml)) for name, (_, xml) in COMPANIONS.items())

    def package(self, deck: Deck, slides: Sequence[SlideParts]) -> bytes:
        """Return the .pptx of a deck; *slides* are those of the deck's parts, in order.

        Raises:
            KeyError: a slide jumps to one that is not in the deck, or uses a layout that the template lacks.
            ValueError: *slides* are not the deck's.
        """
        if [each.id for each in slides] != [each.id for each in deck.slides]:
            raise ValueError("the compiled slides are not those of the deck, or stand in another order")
        template = self._template
        media = _distinct([*template.media, *(each for slide in slides for each in slide.media)])
        names = Names(
            layouts=template.layouts,
            slides={slide.id: _slide_name(number) for number, slide in enumerate(slides, 1)},
            media={
                each.digest: f"ppt/media/image{number}.{each.extension}"
                for number, each in enumerate(media, 1)
            },
            notes_master=template.notes_master,
        )
        board = deck.board or template.board
        words = {
            "board": _filling(board),
            "date": _filling(long_date(deck.date)),
            "footer": _filling(deck_footer(deck.marking, board, deck.title)),
        }
        return archive(
            [
                self._content_types(slides),
                self._presentation(deck, slides, names, board),
                self._same,
                *self._template_blocks(words, names),
                *self._slide_blocks(slides, names, words),
                self._media_block(media, names),
            ]
        )

    def _content_types(self, slides: Sequence[SlideParts]) -> Block:
        """Return content types and the package's relationships; they depend on the numbers of parts alone."""
        charts = tuple(len(slide.charts) for slide in slides)
        return self._types.get(charts, lambda: self._new_content_types(charts))

    def _new_content_types(self, charts: Sequence[int]) -> Block:
        typed = [(PRESENTATION, PRESENTATION_TYPE), *((name, kind) for name, (kind, _) in COMPANIONS.items())]
        typed += PROPERTIES.items()
        typed += [(part.name, part.content_type) for part in self._template.parts]
        index = 0
        for number, count in enumerate(charts, 1):
            typed += [(_slide_name(number), SLIDE), (_notes_name(number), NOTES)]
            typed += [(_chart_name(index + each), CHART) for each in range(1, count + 1)]
            index += count
        relationships = deflated(relationships_part("", PACKAGE_RELATIONSHIPS))
        return block(
            [("[Content_Types].xml", deflated(content_types(typed))), ("_rels/.rels", relationships)]
        )

    def _presentation(self, deck: Deck, slides: Sequence[SlideParts], names: Names, board: str) -> Block:
        """Return the parts that speak of the whole deck."""
        template = self._template
        # The first six lead to what is the template's, see `_new_arrows`.
        numbers = range(7, 7 + len(slides))
        ids = slide_ids(names.slides)
        xml = presentation(
            deck,
            template,
            {name: ids[name] for name in names.slides},
            [f"rId{number}" for number in numbers],
            master="rId1",
            notes="rId2",
        )
        led = self._arrows.get(len(slides), lambda: self._new_arrows(names))
        app = app_properties([slide.title for slide in slides], board, template.name)
        core = core_properties(deck, board)
        return block(
            [
                (PRESENTATION, deflated(xml)),
                (PRESENTATION_ARROWS, led),
                (APP, deflated(app)),
                (CORE, deflated(core)),
            ]
        )

    def _new_arrows(self, names: Names) -> Member:
        """Return the relationships of the presentation part; they depend on the number of slides alone."""
        template = self._template
        arrows = [
            Relationship("rId1", f"{TYPE}slideMaster", template.master),
            Relationship("rId2", f"{TYPE}notesMaster", template.notes_master),
            Relationship("rId3", f"{TYPE}presProps", "ppt/presProps.xml"),
            Relationship("rId4", f"{TYPE}viewProps", "ppt/viewProps.xml"),
            Relationship("rId5", f"{TYPE}theme", template.theme),
            Relationship("rId6", f"{TYPE}tableStyles", template.table_styles),
        ]
        arrows += [
            Relationship(f"rId{number}", f"{TYPE}slide", name)
            for number, name in enumerate(names.slides.values(), len(arrows) + 1)
        ]
        return deflated(relationships_part("ppt", arrows))

    def _template_blocks(self, words: Mapping[str, Filling], names: Names) -> tuple[Block, ...]:
        """Return master, layouts, themes. A template's pictures come first, so their names never change."""
        self._frames = self._frames or tuple(_frames(self._template.parts, names))
        return self._boards.get(
            tuple(words[each] for each in self._holes),
            lambda: tuple(frame.fill(words) for frame in self._frames),
        )

    def _slide_blocks(
        self, slides: Sequence[SlideParts], names: Names, words: Mapping[str, Filling]
    ) -> Iterator[Block]:
        """Yield each slide with its relationships, its notes and its charts."""
        self._slides.room = 2 * len(slides) + 32
        charts = 0
        for number, slide in enumerate(slides, 1):
            key = (id(slide), number, charts, *_led_to(slide, names))
            _, frame = self._slides.get(key, lambda: _framed(slide, number, charts, names))  # noqa: B023
            yield frame.fill(words)
            charts += len(slide.charts)

    def _media_block(self, media: Sequence[Media], names: Names) -> Block:
        digests = tuple(each.digest for each in media)
        return self._media.get(
            digests, lambda: block((names.media[each.digest], each.member) for each in media)
        )


def _distinct(media: Iterable[Media]) -> Sequence[Media]:
    """Return each picture once, in the order of first use."""
    return list({each.digest: each for each in media}.values())


def _filling(text: str) -> Filling:
    word = escape(text).encode()
    return word, stored(word)


def _slide_name(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _notes_name(number: int) -> str:
    return f"ppt/notesSlides/notesSlide{number}.xml"


def _chart_name(number: int) -> str:
    return f"ppt/charts/chart{number}.xml"


def _led_to(slide: SlideParts, names: Names) -> tuple[str, ...]:
    """Return the names of the slides and pictures that a slide leads to, which differ from deck to deck."""
    return tuple(
        names.slides[each.target] if each.kind == "slide" else names.media[each.target]
        for each in slide.relations
        if each.kind in ("slide", "image")
    )


def _framed(slide: SlideParts, number: int, charts: int, names: Names) -> tuple[SlideParts, Frame]:
    """Return a slide and its frame with all that hangs on it; *charts* stand before it in the deck.

    The slide itself keeps the key under which it is remembered from meaning another.
    """
    name, notes = _slide_name(number), _notes_name(number)
    arrows = tuple(_relationship(each, names, notes, charts) for each in slide.relations)
    folder, base = name.rsplit("/", 1)
    back = (
        Relationship("rId1", f"{TYPE}slide", name),
        Relationship("rId2", f"{TYPE}notesMaster", names.notes_master),
    )
    links = tuple(_relationship(each, names) for each in slide.note_relations)
    rest = [(f"{folder}/_rels/{base}.rels", relationships_member(folder, arrows))]
    rest += members(Part(notes, NOTES, slide.notes, (*back, *links)))
    for index, chart in enumerate(slide.charts, charts + 1):
        rest += _chart(chart, index)
    return slide, Frame(name, slide.slide, block(rest))


def _frames(parts: Iterable[TemplatePart], names: Names) -> Iterator[Frame]:
    """Yield the frame of each part of a template that has holes, before those that have none."""
    frame: tuple[str, Spliced] | None = None
    behind: list[tuple[str, Member]] = []
    # Of a part with holes alone something differs from deck to deck: the order of members means nothing.
    for part in sorted(parts, key=lambda each: not each.member.holes):
        if part.member.holes or frame is None:
            if frame is not None:
                yield Frame(*frame, block(behind))
            frame, behind = (part.name, part.member), []
        else:
            behind.append((part.name, part.member.member({})))
        behind += _arrows(part, names)
    if frame is not None:
        yield Frame(*frame, block(behind))


def _arrows(part: TemplatePart, names: Names) -> Iterator[tuple[str, Member]]:
    """Yield the relationships of a part of the template, where it has any."""
    if part.relations:
        folder, base = part.name.rsplit("/", 1)
        arrows = [_relationship(each, names) for each in part.relations]
        yield f"{folder}/_rels/{base}.rels", relationships_member(folder, arrows)


def _chart(chart: ChartParts, number: int) -> Iterator[tuple[str, Member]]:
    book = f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    arrow = Relationship("rId1", f"{TYPE}package", book)
    yield from members(Part(_chart_name(number), CHART, chart.chart, (arrow,)))
    yield book, Member.store(zip_archive(chart.workbook))


def _relationship(relation: Relation, names: Names, notes: str = "", charts: int = 0) -> Relationship:
    """Return a relation with the part at its end named.

    Of a slide, *notes* is the name of its notes and *charts* how many charts stand before it in the deck.
    """
    match relation.kind:
        case "slideLayout":
            target = names.layouts[relation.target]
        case "image":
            target = names.media[relation.target]
        case "slide":
            target = names.slides[relation.target]
        case "chart":
            target = _chart_name(charts + int(relation.target) + 1)
        case "notesSlide":
            target = notes
        case _:
            target = relation.target
    return Relationship(relation.id, f"{TYPE}{relation.kind}", target, external=relation.kind == "hyperlink")
