"""The built-in template: the layouts of this package in a brand's colours, sizes and motif."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.layouts import LAYOUTS, grid
from deckbuild.layouts.base import Slot, Variant
from deckbuild.layouts.decor import master_decor
from deckbuild.layouts.roles import Role, roles
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import replace
from deckbuild.model.scene import Placeholder, Styles
from deckbuild.model.template import Furniture, Template, TemplateLayout, TemplatePlaceholder
from deckbuild.model.units import SLIDE, Box, pt

NUMBER = pt(40)
DATE = pt(150)


def builtin(brand: Brand, language: str) -> Template:
    """Return the template of a brand; *language* is the BCP 47 tag of prompts and footers."""
    known = roles(brand)
    furniture = furniture_of(known["footer"].styles)
    layouts = {
        variant.id: layout_of(variant, known, furniture)
        for layout in LAYOUTS.values()
        for variant in layout.variants(brand)
    }
    return Template(
        id=brand.id,
        name=brand.name,
        size=SLIDE,
        palette=brand.palette,
        fonts=brand.fonts,
        title_styles=known["title"].styles,
        body_styles=known["list"].styles,
        title_box=grid.TITLE,
        body_box=grid.BODY,
        decor=master_decor(brand),
        furniture=furniture,
        layouts=layouts,
        footer=brand.footer,
        language=language,
        wordmark=brand.wordmark,
    )


def furniture_of(styles: Styles) -> Furniture:
    """Return the footer band: footer after the brand's symbol, date and number at the right."""
    top, height = grid.FOOTER_TOP, grid.FOOTER_HEIGHT
    number = Box(grid.RIGHT - NUMBER, top, NUMBER, height)
    date = Box(number.x - DATE, top, DATE, height)
    left = grid.LEFT + height + pt(8)
    return Furniture(date, Box(left, top, date.x - left, height), number, styles)


def layout_of(variant: Variant, known: Mapping[str, Role], furniture: Furniture) -> TemplateLayout:
    """Return a layout with its slots as placeholders in resolved styles."""
    return TemplateLayout(
        id=variant.id,
        name=variant.name,
        type=variant.type,
        placeholders={slot.name: placeholder_of(slot, known[slot.role]) for slot in variant.slots},
        decor=variant.decor,
        ground=variant.ground,
        master_decor=variant.master_decor,
        furniture=footer_on(variant, furniture),
    )


def footer_on(variant: Variant, furniture: Furniture) -> Furniture | None:
    """Return the footer band in a colour that reads on the variant's ground; None where it has none."""
    if variant.footer == "none":
        return None
    colour = "ground" if variant.footer == "light" else furniture.style[0].colour
    return replace(furniture, style=tuple(replace(each, colour=colour) for each in furniture.style))


def placeholder_of(slot: Slot, role: Role) -> TemplatePlaceholder:
    """Return a slot as a placeholder."""
    return TemplatePlaceholder(
        slot=slot.name,
        placeholder=Placeholder(slot.type, slot.idx),
        name=slot.name.replace("-", " ").capitalize(),
        prompt=slot.prompt,
        box=slot.box,
        styles=role.styles,
        smaller=role.smaller,
        anchor=slot.anchor,
        insets=slot.insets,
        fill=slot.fill,
        stroke=slot.stroke,
    )
