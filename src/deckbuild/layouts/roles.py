"""The type scale: what each role of text looks like, from the size tokens of a brand.

No body text goes under 18 points; captions, sources and labels are 14, the footer 11 (`docs/looks.md`).
Line pitch is exact, 1.2 of the size, so that it does not depend on the font that a machine has.
The smaller steps are multiples of 3 points where they can be: those are whole pixels at 600 dots an inch, at
which LibreOffice sets text, so that it breaks lines where we do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckbuild.model.brand import DARK, Brand
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.scene import Align, LevelStyle, Styles
from deckbuild.model.units import pt

SIZES: Mapping[str, float] = {
    "cover": 40,
    "subtitle": 22,
    "section": 44,
    "title": 34,
    "statement": 36,
    "quotation": 30,
    "body": 24,
    "second": 20,
    "heading": 24,
    "card": 20,
    "figure": 138,
    "label": 16,
    "small": 14,
    "footer": 11,
}
"""Size tokens in points. A brand may set its own."""

LEAST_BODY = 18.0
"""Points under which no body text goes."""


@dataclass(frozen=True, slots=True)
class Role:
    """Styles of a role, and the smaller ones to try where a text does not fit."""

    styles: Styles
    smaller: tuple[Styles, ...] = ()


def style(
    size: float,
    colour: str = "ink",
    *,
    bold: bool = False,
    bullet: str = "",
    margin: int = 0,
    indent: int = 0,
    before: float = 0.0,
    align: Align = "l",
) -> LevelStyle:
    """Return a level style with exact pitch of 1.2 of its size, rounded to half a point."""
    pitch = round(size * 2.4) / 2
    return LevelStyle(
        size,
        pitch,
        colour,
        bold=bold,
        bullet=bullet,
        margin=margin,
        indent=indent,
        before=before,
        align=align,
    )


def listing(body: float, second: float) -> Styles:
    """Return the levels of a bulleted text: a disc, a dash, a smaller dash."""
    third = max(LEAST_BODY, second - 2)
    return (
        style(body, bullet="•", margin=pt(20), indent=-pt(20), before=body * 0.5),
        style(second, bullet="–", margin=pt(42), indent=-pt(18), before=second * 0.3),
        style(third, bullet="–", margin=pt(62), indent=-pt(18), before=third * 0.3),
    )


def flowing(size: float, colour: str = "ink") -> Styles:
    """Return levels of unmarked paragraphs; the second and third are bulleted lists within them."""
    second = max(LEAST_BODY, size - 2)
    return (
        style(size, colour, before=size * 0.5),
        style(second, colour, bullet="•", margin=pt(18), indent=-pt(18), before=second * 0.3),
        style(second, colour, bullet="–", margin=pt(36), indent=-pt(18), before=second * 0.3),
    )


def panel(heading: float, text: float) -> Styles:
    """Return the levels of a card: its heading, its text, a list in the text."""
    return (
        style(heading, "brand", bold=True),
        style(text, before=text * 0.4),
        style(text, bullet="•", margin=pt(16), indent=-pt(16), before=text * 0.3),
    )


def steps(*styles: Styles) -> Role:
    """Return a role that begins with the first styles and may go down to the last."""
    first, *rest = styles
    return Role(first, tuple(rest))


def sized(make: Callable[[float], Styles], *sizes: float, least: float = LEAST_BODY) -> Role:
    """Return a role in the distinct sizes, none under *least*."""
    return steps(*(make(size) for size in dict.fromkeys(max(least, size) for size in sizes)))


def spaced(colour: str, *, bold: bool = False) -> Callable[[float], Styles]:
    """Return a maker of paragraphs half a line apart."""
    return lambda size: (style(size, colour, bold=bold, before=size * 0.5),)


def ink_on(ground: str) -> str:
    """Return the colour name of large text on a ground: light on a dark one, deep on a light one."""
    return "ground" if ground in DARK else "deep"


def roles(brand: Brand) -> Mapping[str, Role]:
    """Return every role in a brand's sizes."""
    scale = {**SIZES, **brand.sizes}
    return {**title_roles(scale, brand), **text_roles(scale), **panel_roles(scale), **small_roles(scale)}


def title_roles(scale: Mapping[str, float], brand: Brand) -> Mapping[str, Role]:
    """Return the roles of titles, and of the covers and sections that stand on a ground of their own."""
    cover, section = ink_on(brand.cover_ground), ink_on(brand.section_ground)
    return {
        "cover": sized(spaced(cover, bold=True), scale["cover"], scale["cover"] - 4),
        "subtitle": Role((style(scale["subtitle"], cover),)),
        "details": Role((style(LEAST_BODY, cover),)),
        "section": sized(spaced(section, bold=True), scale["section"], scale["section"] - 6),
        "section-text": Role(flowing(scale["body"], section)),
        "title": Role((style(scale["title"], "deep", bold=True),)),
        "title-light": Role((style(scale["title"], "ground", bold=True),)),
        "question": sized(spaced("deep", bold=True), 48, 44, 40, 36, 30),
    }


def text_roles(scale: Mapping[str, float]) -> Mapping[str, Role]:
    """Return the roles of what a slide says."""
    body, second, least = scale["body"], scale["second"], LEAST_BODY
    statement, quotation = scale["statement"], scale["quotation"]
    return {
        "list": steps(
            listing(body, second), listing(21, least), listing(second, least), listing(least, least)
        ),
        "prompts": steps(listing(body, second), listing(second, least), listing(least, least)),
        "prose": sized(flowing, body, 21, second, least),
        "statement": sized(spaced("deep"), statement, 33, 30, 27, 24, least=24),
        "half-statement": sized(spaced("deep"), quotation, 27, 24, 21, least=21),
        "quotation": sized(spaced("ink"), quotation, 27, 24, 21, 20),
        "figure": sized(spaced("brand", bold=True), scale["figure"], 110, 88, 72, least=72),
        "figure-text": sized(spaced("ink"), 27, 24, 21, 20),
        "lead": sized(flowing, 21, least),
        "close": sized(flowing, second, least),
        "links": sized(
            lambda size: (style(size, bullet="›", margin=pt(20), indent=-pt(20), before=size * 0.6),),
            21,
            second,
            least,
        ),
        "agenda": sized(
            lambda size: (style(size, margin=pt(36), indent=-pt(36), before=size * 0.55),), body, 21, 18
        ),
    }


def panel_roles(scale: Mapping[str, float]) -> Mapping[str, Role]:
    """Return the roles of text in panels and tables."""
    card, least = scale["card"], LEAST_BODY
    return {
        "heading": Role((style(scale["heading"], "brand", bold=True),)),
        "card": steps(panel(scale["heading"], card), panel(21, least), panel(least, least)),
        "hub": steps((style(card, "ink", align="ctr"),), (style(least, "ink", align="ctr"),)),
        "hub-centre": sized(
            lambda size: (style(size, "ground", bold=True, before=size * 0.4, align="ctr"),), 21, 20, 18
        ),
        "table": Role((style(least), style(least, bullet="•", margin=pt(14), indent=-pt(14)))),
    }


def small_roles(scale: Mapping[str, float]) -> Mapping[str, Role]:
    """Return the roles of what stands under or beside the text."""
    return {
        "attribution": Role((style(LEAST_BODY, "muted"),)),
        "label": Role((style(scale["label"]),)),
        "small": Role((style(scale["small"], "muted"),)),
        "small-light": Role((style(scale["small"], "ground"),)),
        "footer": Role((style(scale["footer"], "muted"),)),
    }
