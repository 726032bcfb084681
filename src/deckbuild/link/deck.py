"""Deck + compiled template + compiled slides → the bytes of a .pptx (ECMA-376 part 1, 13.3).

How the rooms fit: `render.pptx.compile_template` makes the parts of a template once, and
`render.pptx.compile_slide` the parts of each slide, which know nothing of its place. What depends on the
place is written here: the presentation part, the names of parts (`slideN.xml`, in the order of the deck),
every relationship part, the document's properties. The parts themselves are copied as they were deflated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckbuild.link.ids import slide_ids
from deckbuild.link.opc import DEFAULT_TYPES, Part, Relationship, pack, zip_archive
from deckbuild.link.presentation import presentation, presentation_properties, view_properties
from deckbuild.link.properties import app_properties, core_properties
from deckbuild.model.deck import Deck
from deckbuild.model.parts import ChartParts, Media, Member, Relation, SlideParts, TemplateParts

OFFICE = "application/vnd.openxmlformats-officedocument"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

PRESENTATION = "ppt/presentation.xml"
PRESENTATION_PROPERTIES = "ppt/presProps.xml"
VIEW_PROPERTIES = "ppt/viewProps.xml"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"


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
    """Return the .pptx of a deck; *slides* are those of the deck's parts, in order.

    Raises:
        KeyError: a slide jumps to one that is not in the deck, or uses a layout that the template lacks.
        ValueError: *slides* are not the deck's.
    """
    if [each.id for each in slides] != [each.id for each in deck.slides]:
        raise ValueError("the compiled slides are not those of the deck, or stand in another order")
    media = _distinct([*template.media, *(each for slide in slides for each in slide.media)])
    names = Names(
        layouts=template.layouts,
        slides={slide.id: f"ppt/slides/slide{number}.xml" for number, slide in enumerate(slides, 1)},
        media={
            each.digest: f"ppt/media/image{number}.{each.extension}" for number, each in enumerate(media, 1)
        },
        notes_master=template.notes_master,
    )
    parts = [
        *_document(deck, template, slides, names),
        *_template(template, names),
        *_slides(slides, names),
        *_media(media, names),
    ]
    return pack(parts, _package_relationships())


def _distinct(media: Iterable[Media]) -> Sequence[Media]:
    """Return each picture once, in the order of first use."""
    return list({each.digest: each for each in media}.values())


def _package_relationships() -> tuple[Relationship, ...]:
    return (
        Relationship("rId1", f"{TYPE}officeDocument", PRESENTATION),
        Relationship("rId2", CORE_TYPE, CORE),
        Relationship("rId3", f"{TYPE}extended-properties", APP),
    )


def _xml(name: str, kind: str, xml: str, *relationships: Relationship) -> Part:
    return Part(name, f"{kind}+xml", Member.deflate(xml.encode()), relationships)


def _document(
    deck: Deck, template: TemplateParts, slides: Sequence[SlideParts], names: Names
) -> Iterator[Part]:
    """Yield the parts that speak of the whole deck."""
    arrows = [
        Relationship("rId1", f"{TYPE}slideMaster", template.master),
        Relationship("rId2", f"{TYPE}notesMaster", template.notes_master),
        Relationship("rId3", f"{TYPE}presProps", PRESENTATION_PROPERTIES),
        Relationship("rId4", f"{TYPE}viewProps", VIEW_PROPERTIES),
        Relationship("rId5", f"{TYPE}theme", template.theme),
        Relationship("rId6", f"{TYPE}tableStyles", template.table_styles),
    ]
    to_slides = [
        Relationship(f"rId{number}", f"{TYPE}slide", name)
        for number, name in enumerate(names.slides.values(), len(arrows) + 1)
    ]
    ids = slide_ids(names.slides)
    xml = presentation(
        deck,
        template,
        {name: ids[name] for name in names.slides},
        [each.id for each in to_slides],
        master="rId1",
        notes="rId2",
    )
    yield _xml(PRESENTATION, f"{OFFICE}.presentationml.presentation.main", xml, *arrows, *to_slides)
    yield _xml(PRESENTATION_PROPERTIES, f"{OFFICE}.presentationml.presProps", presentation_properties())
    yield _xml(VIEW_PROPERTIES, f"{OFFICE}.presentationml.viewProps", view_properties())
    app = app_properties([slide.title for slide in slides], template.board, template.name)
    yield _xml(APP, f"{OFFICE}.extended-properties", app)
    core = core_properties(deck, template.board)
    yield _xml(CORE, "application/vnd.openxmlformats-package.core-properties", core)


def _template(template: TemplateParts, names: Names) -> Iterator[Part]:
    for part in template.parts:
        arrows = tuple(_relationship(each, names) for each in part.relations)
        yield Part(part.name, part.content_type, part.member, arrows)


def _slides(slides: Sequence[SlideParts], names: Names) -> Iterator[Part]:
    charts = 0
    for number, slide in enumerate(slides, 1):
        yield from _slide(slide, number, charts, names)
        charts += len(slide.charts)


def _slide(slide: SlideParts, number: int, charts: int, names: Names) -> Iterator[Part]:
    """Yield a slide, its notes, and its charts, of which *charts* stand before it in the deck."""
    name, notes = names.slides[slide.id], f"ppt/notesSlides/notesSlide{number}.xml"
    arrows = tuple(_relationship(each, names, notes, charts) for each in slide.relations)
    yield Part(name, f"{OFFICE}.presentationml.slide+xml", slide.slide, arrows)
    back = (
        Relationship("rId1", f"{TYPE}slide", name),
        Relationship("rId2", f"{TYPE}notesMaster", names.notes_master),
    )
    links = tuple(_relationship(each, names) for each in slide.note_relations)
    yield Part(notes, f"{OFFICE}.presentationml.notesSlide+xml", slide.notes, (*back, *links))
    for index, chart in enumerate(slide.charts, charts + 1):
        yield from _chart(chart, index)


def _chart(chart: ChartParts, number: int) -> Iterator[Part]:
    book = f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
    arrow = Relationship("rId1", f"{TYPE}package", book)
    yield Part(_chart_name(number), f"{OFFICE}.drawingml.chart+xml", chart.chart, (arrow,))
    yield Part(book, DEFAULT_TYPES["xlsx"], Member.store(zip_archive(chart.workbook)))


def _chart_name(number: int) -> str:
    return f"ppt/charts/chart{number}.xml"


def _media(media: Iterable[Media], names: Names) -> Iterator[Part]:
    for each in media:
        yield Part(names.media[each.digest], DEFAULT_TYPES[each.extension], each.member)


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
