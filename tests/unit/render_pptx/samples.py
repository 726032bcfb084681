"""A template and a deck made by hand, with every kind of node, for the tests of `render.pptx` and `link`."""

from __future__ import annotations

import io
from dataclasses import replace
from hashlib import sha256

from PIL import Image

from deckbuild.link import package
from deckbuild.model.brand import PALETTE, FontFamily, Wordmark
from deckbuild.model.deck import Deck, DeckPart, DeckSlide
from deckbuild.model.scene import (
    ChartNode,
    ConnectorNode,
    GroupNode,
    Insets,
    LevelStyle,
    Node,
    PictureNode,
    Placeholder,
    Scene,
    ShapeNode,
    Stroke,
    Styles,
    TableNode,
    TextNode,
)
from deckbuild.model.source import Chart, Picture, Series
from deckbuild.model.template import Furniture, Template, TemplateLayout, TemplatePlaceholder
from deckbuild.model.text import Link, Paragraph, Run, Text, plain
from deckbuild.model.units import SLIDE, Box, pt
from deckbuild.render.pptx import DeckText, compile_slide, compile_template

COLOURS = (
    *("1B2A33", "FFFFFF", "0B3A47", "EAF1F2"),
    *("0F5565", "B3431E", "4D5D66", "B9C8CC", "6F9CA6", "A68A5B"),
    *("0B5A8A", "5B3E86"),
)

LEFT, TOP, WIDTH = pt(54), pt(140), SLIDE.w - 2 * pt(54)
BODY_BOX = Box(LEFT, TOP, WIDTH, pt(330))
TITLE_BOX = Box(LEFT, pt(43), WIDTH, pt(82))

TITLE: Styles = (LevelStyle(34, 41, "deep", bold=True),)
BODY: Styles = (
    LevelStyle(24, 29, "ink", bullet="•", margin=pt(20), indent=-pt(20), before=12),
    LevelStyle(20, 24, "ink", bullet="–", margin=pt(42), indent=-pt(18), before=6),
)
SMALL: Styles = (LevelStyle(14, 17, "muted"),)
LABEL = LevelStyle(16, 19, "ink")
PLAIN: Styles = (LevelStyle(20, 24, "ink"),)
LIGHT: Styles = (LevelStyle(20, 24, "ground", bold=True, align="ctr"),)


def placeholder(
    slot: str, type_: str, idx: int | None, box: Box, styles: Styles, **more: object
) -> TemplatePlaceholder:
    """Return a placeholder of a layout."""
    mark = Placeholder(type_, idx)  # type: ignore[arg-type]
    name = slot.replace("-", " ").capitalize()
    return TemplatePlaceholder(slot, mark, name, f"Write the {slot}", box, styles, **more)  # type: ignore[arg-type]


def layout(id_: str, *places: TemplatePlaceholder, band: Furniture | None, **more: object) -> TemplateLayout:
    """Return a layout with a title and *places*."""
    title = placeholder("title", "title", None, TITLE_BOX, TITLE)
    every = places if any(each.slot == "title" for each in places) else (title, *places)
    options = {"type": "cust", "decor": (), "ground": "ground", "master_decor": True, **more}
    return TemplateLayout(
        id=id_,
        name=id_.capitalize(),
        placeholders={each.slot: each for each in every},
        furniture=band,
        **options,  # type: ignore[arg-type]
    )


def template() -> Template:
    """Return a template with a layout for each kind of placeholder, a dark one among them."""
    band = Furniture(
        Box(pt(730), pt(505), pt(130), pt(20)),
        Box(pt(82), pt(505), pt(600), pt(20)),
        Box(pt(866), pt(505), pt(40), pt(20)),
        (LevelStyle(11, 13, "muted"),),
    )
    light = replace(band, style=(LevelStyle(11, 13, "ground"),))
    low = Box(LEFT, pt(440), WIDTH, pt(36))
    mark = ShapeNode("Symbol", Box(pt(54), pt(505), pt(20), pt(20)), "path", "brand", path=TRIANGLE)
    wordmark = TextNode("Wordmark", Box(pt(54), pt(30), pt(300), pt(30)), (plain("The Board"),), PLAIN)
    layouts = (
        layout(
            "cover",
            placeholder("title", "ctrTitle", None, Box(LEFT, pt(142), pt(400), pt(150)), TITLE, anchor="b"),
            placeholder("subtitle", "subTitle", 1, Box(LEFT, pt(308), pt(400), pt(108)), PLAIN),
            placeholder("picture", "pic", 3, Box(pt(480), 0, SLIDE.w - pt(480), SLIDE.h), SMALL),
            band=None,
            type="title",
            decor=(wordmark,),
            master_decor=False,
        ),
        layout(
            "section",
            placeholder("title", "title", None, Box(LEFT, pt(188), pt(640), pt(110)), LIGHT),
            placeholder("text", "body", 1, Box(LEFT, pt(310), pt(600), pt(150)), LIGHT, fill="brand"),
            band=light,
            type="secHead",
            ground="deep",
            master_decor=False,
        ),
        layout("bullets", placeholder("body", "body", 1, BODY_BOX, BODY), band=band, type="obj"),
        layout(
            "chart",
            placeholder("chart", "chart", 1, Box(LEFT, TOP, WIDTH, pt(286)), (LABEL,)),
            placeholder("source", "body", 9, low, SMALL, anchor="b"),
            band=band,
        ),
        layout("table", placeholder("table", "tbl", 1, BODY_BOX, PLAIN), band=band, type="tbl"),
        layout(
            "free",
            placeholder(
                "panel",
                "body",
                13,
                Box(LEFT, TOP, pt(200), pt(150)),
                PLAIN,
                anchor="ctr",
                insets=Insets(pt(12), pt(10), pt(12), pt(10)),
                fill="tint",
                stroke=Stroke("rule", pt(1)),
            ),
            band=band,
        ),
    )
    return Template(
        id="sample",
        name="Sample & Sons",
        size=SLIDE,
        palette=dict(zip(PALETTE, COLOURS, strict=True)),
        fonts=FontFamily("Arial", "", "", "", ""),
        title_styles=TITLE,
        body_styles=BODY,
        title_box=TITLE_BOX,
        body_box=BODY_BOX,
        decor=(ShapeNode("Brand bar", Box(LEFT, pt(28), pt(48), pt(5)), fill="brand"), mark),
        furniture=band,
        layouts={each.id: each for each in layouts},
        footer="The Board",
        language="en-GB",
        wordmark=Wordmark((), ("The Board",)),
    )


TRIANGLE = (("M", (0.0, 100.0)), ("L", (100.0, 100.0)), ("C", (100.0, 50.0, 75.0, 0.0, 50.0, 0.0)), ("Z", ()))

TEMPLATE = template()


def fill(layout_id: str, slot: str, paragraphs: Text, **more: object) -> TextNode:
    """Return the node that fills a slot."""
    place = TEMPLATE.layouts[layout_id].placeholders[slot]
    node = TextNode(
        place.name,
        place.box,
        paragraphs,
        place.styles,
        place.placeholder,
        inherited=True,
        insets=place.insets,
        anchor=place.anchor,
        fill=place.fill,
        stroke=place.stroke,
    )
    return replace(node, **more)  # type: ignore[arg-type]


def picture(
    colour: str = "#28A197", *, alt: str | None = "Hands that hold a family cut from paper"
) -> Picture:
    """Return a plain picture."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "PNG")
    data = file.getvalue()
    return Picture("assets/images/plain.png", alt, "image/png", (64, 48), data, sha256(data).hexdigest())


def chart_node(
    kind: str, series: tuple[Series, ...], categories: tuple[str, ...], **more: object
) -> ChartNode:
    """Return a chart that fills its placeholder."""
    place = TEMPLATE.layouts["chart"].placeholders["chart"]
    box = place.box
    chart = Chart(kind, categories, series, f"A {kind} chart.", unit="%")  # type: ignore[arg-type]
    node = ChartNode(
        "Chart",
        box,
        chart,
        plot=box.inset(pt(220), pt(40), pt(80), pt(40)),
        axis_max=60,
        axis_step=10,
        gap_width=60,
        label=LABEL,
        colours=("brand", "series-3", "accent", "muted")[: len(categories) if kind == "pie" else len(series)],
        highlight=None,
        placeholder=place.placeholder,
        inherited=True,
    )
    return replace(node, **more)  # type: ignore[arg-type]


PROBLEMS = ("Domestic violence & abuse", "Mental ill-health", "Substance misuse")
ONE_SERIES = (Series("Reviews", (54.0, 53.0, None)),)
TWO_SERIES = (Series("2011", (20.0, 25.5, 3.0)), Series("2014", (30.0, 22.0, 35.0)))


def table_node() -> TableNode:
    """Return a table of a header and two rows, one cell of which stands out."""
    place = TEMPLATE.layouts["table"].placeholders["table"]
    widths, heights = (pt(300), pt(200)), (pt(40), pt(34), pt(34))
    rows = (("Kind", "Children"), ("Neglect", "22,010"), ("Other", "1"))
    cells = tuple(
        tuple(
            TextNode(
                f"Cell {r}.{c}",
                Box(0, 0, 0, 0),
                (plain(words),),
                LIGHT if r == 0 else PLAIN,
                insets=Insets(pt(10), pt(6), pt(10), pt(6)),
                anchor="ctr",
                fill="brand" if r == 0 else "accent" if (r, c) == (2, 1) else "tint" if r == 2 else "ground",
            )
            for c, words in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    box = Box(place.box.x, place.box.y, sum(widths), sum(heights))
    rule = Stroke("rule", pt(1))
    return TableNode("Table", box, widths, heights, cells, rule, "Children by kind.", place.placeholder)


def hub() -> tuple[Node, ...]:
    """Return boxes of their own, joined by connectors, some in groups."""
    centre = TextNode(
        "Centre", Box(pt(400), pt(250), pt(160), pt(80)), (plain("Child"),), LIGHT, anchor="ctr", fill="brand"
    )
    disc = TextNode(
        "Disc",
        Box(pt(700), pt(200), pt(60), pt(60)),
        (plain("1"),),
        LIGHT,
        anchor="ctr",
        fill="accent",
        geometry="ellipse",
    )
    line = Stroke("brand", pt(2))
    lines = (
        ConnectorNode("To the disc", (pt(560), pt(290)), (pt(700), pt(230)), line, "Centre", 3, "Disc", 1),
        ConnectorNode("Loose", (pt(400), pt(290)), (pt(300), pt(400)), line),
    )
    soft = ShapeNode("Soft", Box(pt(640), pt(350), pt(150), pt(60)), "roundRect", "tint", radius=pt(12))
    icon = ShapeNode("Icon", Box(pt(820), pt(200), pt(50), pt(50)), "path", "brand", path=TRIANGLE)
    return (
        GroupNode("Lines", lines),
        centre,
        GroupNode("Number", (disc, GroupNode("Inner", (soft,)))),
        replace(icon, name="Warning sign", alt="A warning triangle"),
        PictureNode("Photo", Box(pt(60), pt(330), pt(120), pt(90)), picture("#801650", alt=None)),
    )


RICH: Text = (
    Paragraph((Run("Read "), Run("this", bold=True), Run(" & "), Run("that", italic=True), Run(" <first>"))),
    Paragraph(
        (Run("A footnote"), Run("2", baseline="super"), Run(" and H"), Run("2", baseline="sub")), level=1
    ),
    Paragraph(
        (Run("Canllaw", lang="cy"), Run(" on the web", link=Link("https://example.org/a?b=1&c=2"))),
    ),
    Paragraph((Run("Back to the numbers", link=Link("slide:numbers/bars")),), marker="none"),
    Paragraph((Run("First step"),), marker="number"),
    Paragraph((Run("In the accent", colour="accent", link=Link("mailto:a@example.org")),), marker="number"),
    Paragraph((Run("One line"), Run("\nand the next")), level=1, marker="none"),
    Paragraph(()),
)

NOTES: Text = (
    Paragraph((Run("Purpose:", bold=True), Run(" To begin well."))),
    Paragraph((Run("Ask who has read it"),), level=1),
    Paragraph((Run("See the guide", link=Link("https://example.org/guide")),), level=1),
    Paragraph((Run("Go back", link=Link("slide:start/cover")),)),
)


def scene(id_: str, layout_id: str, title: str, *nodes: Node) -> Scene:
    """Return a scene whose first node is its title."""
    return Scene(id_, layout_id, title, (fill(layout_id, "title", (plain(title),)), *nodes), NOTES, "en-GB")


def scenes() -> tuple[Scene, ...]:
    """Return a slide for each kind of node."""
    cover = TEMPLATE.layouts["cover"].placeholders["picture"]
    front = PictureNode(
        cover.name, cover.box, picture(), (0.25, 0.0, 0.25, 0.0), cover.placeholder, inherited=True
    )
    moved = fill("bullets", "body", RICH, box=Box(LEFT, pt(160), WIDTH, pt(300)), inherited=False)
    smaller = tuple(replace(each, size=18, pitch=21.5) for each in BODY)
    source = fill("chart", "source", (plain("Source: invented for a test"),))
    return (
        scene(
            "start/cover",
            "cover",
            "Pathways to harm",
            fill("cover", "subtitle", (plain("A session"),)),
            front,
        ),
        scene("start/part", "section", "What we know", fill("section", "text", (plain("Words"),))),
        scene("text/rich", "bullets", "Rich text", fill("bullets", "body", RICH)),
        scene("text/moved", "bullets", "Moved", replace(moved, styles=smaller, restyled=True)),
        scene("numbers/bars", "chart", "Bars", chart_node("bar", ONE_SERIES, PROBLEMS, highlight=1), source),
        scene(
            "numbers/columns",
            "chart",
            "Columns",
            chart_node("column", TWO_SERIES, PROBLEMS, legend=Box(LEFT, TOP, pt(300), pt(34))),
        ),
        scene("numbers/stacked", "chart", "Stacked", chart_node("stacked", TWO_SERIES, PROBLEMS)),
        scene("numbers/lines", "chart", "Lines", chart_node("line", TWO_SERIES, ("2012", "2013", "2014"))),
        scene(
            "numbers/pie",
            "chart",
            "Pie",
            chart_node("pie", ONE_SERIES, PROBLEMS, axis_max=0, plot=Box(pt(400), pt(170), pt(240), pt(240))),
        ),
        scene("numbers/table", "table", "A table", table_node()),
        scene("shapes/hub", "free", "Shapes", *hub(), fill("free", "panel", (plain("In a panel"),))),
        scene("shapes/again", "cover", "The same picture again", front),
    )


def deck(*all_: Scene) -> Deck:
    """Return a deck of the scenes in two parts."""
    slides = tuple(
        DeckSlide(each.id, each.layout, plain(each.title), {}, None, each.notes, None) for each in all_
    )
    return Deck(
        session="sample-session",
        profile="education",
        agency="Education",
        title="Pathways & harm",
        subtitle="A session for trainers",
        subject="Safeguarding",
        owner="The Board",
        language="en-GB",
        version="2.1",
        date="2026-11-23",
        review="2027-11-23",
        parts=(DeckPart("Beginning", slides[:2]), DeckPart("Content", slides[2:])),
        references={},
    )


def deck_text(of: Deck) -> DeckText:
    """Return what the deck says on each slide."""
    titles = {slide.id: slide.title.text for slide in of.slides}
    return DeckText(of.date, titles)


def build(*all_: Scene) -> bytes:
    """Return the package of the scenes."""
    whole = deck(*all_)
    text = deck_text(whole)
    return package(whole, compile_template(TEMPLATE), [compile_slide(each, TEMPLATE, text) for each in all_])
