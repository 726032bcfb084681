"""Template → themes, master, layouts, notes master, table styles, by their final names (ECMA-376 1, 13.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import Relation, Spliced, TemplatePart, TemplateParts
from deckbuild.render.pptx.layout import layout
from deckbuild.render.pptx.master import master, text_style
from deckbuild.render.pptx.notes_master import PAGE, notes_master
from deckbuild.render.pptx.relations import Relations
from deckbuild.render.pptx.table import table_styles
from deckbuild.render.pptx.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuild.model.parts import Media
    from deckbuild.model.template import Template

OFFICE = "application/vnd.openxmlformats-officedocument"
THEME = "ppt/theme/theme1.xml"
NOTES_THEME = "ppt/theme/theme2.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
TABLE_STYLES = "ppt/tableStyles.xml"


def compile_template(template: Template) -> TemplateParts:
    """Return the parts that every deck of the template holds.

    Raises:
        ValueError: two shapes of a layout or of the master have one name.
    """
    to_notes_theme = Relation("rId1", "theme", NOTES_THEME)
    gathered = [_master(template), *_layouts(template)]
    parts = (
        _part(THEME, "theme", theme(template, template.name)),
        *(part for part, _ in gathered),
        _part(NOTES_MASTER, "presentationml.notesMaster", notes_master(template), to_notes_theme),
        _part(NOTES_THEME, "theme", theme(template, f"{template.name} notes")),
        _part(TABLE_STYLES, "presentationml.tableStyles", table_styles(template.name)),
    )
    return TemplateParts(
        name=template.name,
        board=template.footer,
        size=template.size,
        notes_size=PAGE,
        parts=parts,
        layouts={name: _layout_name(number) for number, name in enumerate(template.layouts, 1)},
        theme=THEME,
        master=MASTER,
        notes_master=NOTES_MASTER,
        table_styles=TABLE_STYLES,
        media=tuple({each.digest: each for _, media in gathered for each in media}.values()),
        text_style=text_style(template.language),
    )


def _layout_name(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def _part(name: str, kind: str, xml: str, *relations: Relation) -> TemplatePart:
    return TemplatePart(name, f"{OFFICE}.{kind}+xml", Spliced.deflate(xml), relations)


def _master(template: Template) -> tuple[TemplatePart, tuple[Media, ...]]:
    relations = Relations()
    layouts = [relations.to("slideLayout", name) for name in template.layouts]
    relations.to("theme", THEME)
    xml = master(template, layouts, relations)
    return _part(MASTER, "presentationml.slideMaster", xml, *relations.relations), relations.media


def _layouts(template: Template) -> Iterator[tuple[TemplatePart, tuple[Media, ...]]]:
    for number, each in enumerate(template.layouts.values(), 1):
        relations = Relations()
        relations.to("slideMaster", MASTER)
        xml = layout(template, each, relations)
        part = _part(_layout_name(number), "presentationml.slideLayout", xml, *relations.relations)
        yield part, relations.media
