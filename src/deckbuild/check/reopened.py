"""What a written deck shows, as a reader finds it: python-pptx opens it, and nothing of ours helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.parts.chart import ChartPart
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

from deckbuild.check.names import DECORATIVE, P14, RELATIONSHIP_ID, A, P
from deckbuild.check.shown import Shown, ShownChart, ShownLink, ShownText, joined_links, one_line
from deckbuild.check.workbook import cells

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.table import Table
    from pptx.text.text import TextFrame

FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


def shown(slide: Slide, ids: Mapping[str, str]) -> Shown:
    """Return what a slide shows. *ids* gives the id of the slide in each slide part, by the part's name."""
    shapes = [each for each in _flat(slide.shapes) if not _is_furniture(each)]
    title = slide.shapes.title
    return Shown(
        title=_text(title.text_frame) if title is not None else "",
        texts=tuple(_texts(shapes)),
        charts=tuple(
            _chart(each.chart) for each in shapes if isinstance(each, GraphicFrame) and each.has_chart
        ),
        tables=tuple(
            _table(each.table) for each in shapes if isinstance(each, GraphicFrame) and each.has_table
        ),
        links=tuple(_links(slide, ids)),
        alternatives=tuple(alt for each in shapes if (alt := _alternative(each))),
        notes=_notes(slide),
    )


def sections(presentation: Presentation) -> list[tuple[str, tuple[int, ...]]]:
    """Return the name of each section and the ids of its slides."""
    return [
        (section.get("name", ""), tuple(int(each.get("id", "0")) for each in section.iter(f"{P14}sldId")))
        for section in presentation.element.iter(f"{P14}section")
    ]


def _flat(shapes: Iterable[BaseShape]) -> Iterator[BaseShape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from _flat(shape.shapes)


def _is_furniture(shape: BaseShape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type in FURNITURE


def _texts(shapes: list[BaseShape]) -> Iterator[ShownText]:
    for shape in shapes:
        frame = getattr(shape, "text_frame", None) if shape.has_text_frame else None
        if frame is not None and (text := _text(frame)):
            yield ShownText(text, shape.is_placeholder)


def _text(frame: TextFrame) -> str:
    return "\n".join(one_line(paragraph.text) for paragraph in frame.paragraphs)


def _chart(chart: Chart) -> ShownChart:
    plot, part = chart.plots[0], chart.part
    workbook = part.chart_workbook.xlsx_part if isinstance(part, ChartPart) else None
    return ShownChart(
        tuple(str(label) for label in plot.categories),
        tuple((series.name, tuple(series.values)) for series in plot.series),
        cells(workbook.blob) if workbook is not None else (),
    )


def _table(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_text(cell.text_frame) for cell in row.cells) for row in table.rows)


def _links(slide: Slide, ids: Mapping[str, str]) -> Iterator[ShownLink]:
    """Yield the links of the slide's text. python-pptx knows no jumps of runs, so the XML is read."""
    for paragraph in slide.element.iter(f"{A}p"):
        found = []
        for run in paragraph.iterfind(f"{A}r"):
            click = run.find(f"{A}rPr/{A}hlinkClick")
            if click is not None:
                words = run.findtext(f"{A}t") or ""
                found.append(ShownLink(words, _target(slide, click.get(RELATIONSHIP_ID, ""), ids)))
        yield from joined_links(found)


def _target(slide: Slide, relationship: str, ids: Mapping[str, str]) -> str:
    found = slide.part.rels[relationship]
    if found.is_external:
        return found.target_ref
    name = str(found.target_part.partname)
    return f"slide:{ids.get(name, name)}"


def _alternative(shape: BaseShape) -> str:
    own = shape.element.find(f"*/{P}cNvPr")
    if own is None or any(each.get("val") == "1" for each in own.iter(DECORATIVE)):
        return ""
    return str(own.get("descr", ""))


def _notes(slide: Slide) -> str:
    if not slide.has_notes_slide:
        return ""
    frame = slide.notes_slide.notes_text_frame
    return _text(frame) if frame is not None else ""
