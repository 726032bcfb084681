"""A deck with every slide layout and every kind of node, typeset in one of the project's own brands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import yaml
from PIL import Image, ImageDraw

from deckbuild.fonts.library import Fonts as Metrics
from deckbuild.model.brand import Brand, FontFamily, MarkPath, Wordmark
from deckbuild.model.deck import Deck, DeckPart, DeckSlide
from deckbuild.model.scene import Scene
from deckbuild.model.source import (
    Card,
    Chart,
    Column,
    FigureNotAvailable,
    LinkItem,
    Picture,
    Series,
    Table,
    Value,
)
from deckbuild.model.template import Template
from deckbuild.model.text import Link, Paragraph, Run, Text, plain
from deckbuild.render.pdf.fonts import Fonts
from deckbuild.template.builtin import builtin
from deckbuild.typeset.engine import set_template, typeset

ROOT = Path(__file__).resolve().parents[3]
ADDRESS = "https://example.org/keeping-children-safe"
LETTERS = (
    "A sentence that is long enough to be broken into several lines, with a semi-detached word or two in it."
)


@dataclass(frozen=True)
class Sample:
    """What `render` takes."""

    deck: Deck
    scenes: tuple[Scene, ...]
    template: Template
    fonts: Fonts


@cache
def sample(brand: str = "worcestershire") -> Sample:
    """Return the sample deck in a brand of the project."""
    tokens = brand_of(brand)
    metrics = Metrics(tokens.fonts, read)
    template, found = set_template(builtin(tokens, "en-GB"), metrics)
    assert not found
    deck = Deck(
        session="sample",
        profile="multi-agency",
        agency="Multi-agency",
        title="Pathways to harm, pathways to protection",
        subtitle="A triennial analysis of serious case reviews (2011 – 2014)",
        subject="Learning from serious case reviews",
        owner="Worcestershire Safeguarding Children Board",
        language="en-GB",
        version="1.0.0",
        date="2026-11-23",
        review="2027-03-31",
        parts=parts(),
        references={},
    )
    scenes = []
    for slide in deck.slides:
        scene, problems = typeset(slide, template, metrics)
        assert not problems, problems
        scenes.append(scene)
    return Sample(deck, tuple(scenes), template, Fonts(tokens.fonts, read))


def read(file: str) -> bytes:
    """Return a file of the project."""
    return (ROOT / file).read_bytes()


def brand_of(name: str) -> Brand:
    """Return a brand as its file says it, with a plain mark."""
    written = yaml.safe_load((ROOT / "assets/brands" / name / "brand.yaml").read_text("utf-8"))
    fonts = {key.replace("-", "_"): file.replace("../..", "assets") for key, file in written["fonts"].items()}
    circle = (
        ("M", (50.0, 5.0)),
        ("C", (75.0, 5.0, 95.0, 25.0, 95.0, 50.0)),
        ("C", (95.0, 75.0, 75.0, 95.0, 50.0, 95.0)),
        ("C", (25.0, 95.0, 5.0, 75.0, 5.0, 50.0)),
        ("C", (5.0, 25.0, 25.0, 5.0, 50.0, 5.0)),
        ("Z", ()),
    )
    return Brand(
        id=name,
        name=written["name"],
        palette=written["colours"],
        fonts=FontFamily(**fonts),
        sizes={},
        wordmark=Wordmark((MarkPath(circle, "brand"),), tuple(written["wordmark"]["lines"])),
        footer=written["footer"],
        section_ground=written["section-ground"],
        cover_ground=written["cover-ground"],
        motif=written["motif"],
    )


def parts() -> tuple[DeckPart, ...]:
    """Return the slides: a part of words, one of drawings, one of links."""
    return (
        DeckPart("Welcome", (cover(), *words())),
        DeckPart("Drawings, charts and tables", (slide("part", "section", "Drawings"), *drawings())),
        DeckPart("Where to go from here", tuple(pointers())),
    )


def slide(name: str, layout: str, title: str, **fields: Value) -> DeckSlide:
    """Return a slide of the sample."""
    source = (
        plain("Source: Sidebotham et al. 2016, p. 56") if layout in ("chart", "table", "key-figure") else None
    )
    named = {key.rstrip("_"): value for key, value in fields.items()}
    return DeckSlide(f"sample/{name}", layout, plain(title), named, source, (plain("A note."),), 3.0)


def cover() -> DeckSlide:
    """Return the cover, with a picture that has transparency."""
    return slide(
        "cover",
        "cover",
        "Pathways to harm, pathways to protection",
        subtitle=plain("A triennial analysis of serious case reviews (2011 – 2014)"),
        details=plain("Training session · Multi-agency edition"),
        picture=picture("RGBA", "PNG", (900, 1000)),
    )


def words() -> list[DeckSlide]:
    """Return the slides of text."""
    linked = Run("keeping children safe", link=Link(ADDRESS))
    marked = Paragraph(
        (
            Run("With "),
            Run("bold", bold=True),
            Run(", "),
            Run("italic", italic=True),
            Run(" and 3"),
            Run("rd", baseline="super"),
            Run(" letters, and a page on "),
            linked,
            Run("."),
        )
    )
    nested = (
        plain("First of all, AVATAR and Tyne To Type"),
        marked,
        plain(LETTERS, level=1),
        plain("Last", level=2),
    )
    return [
        slide(
            "bullets", "bullets", "Bullets with nested lists", lead=(plain("They say this:"),), items=nested
        ),
        slide("statement", "statement", "A statement", text=(plain(LETTERS),)),
        slide("two", "two-statements", "Two statements", statements=((plain(LETTERS),), (plain(LETTERS),))),
        slide(
            "quotation",
            "quotation",
            "Remember …",
            quotation=(plain(LETTERS),),
            attribution=plain("Somebody 2016"),
        ),
        slide("prose", "prose", "Reading matter", text=(marked, plain(LETTERS), plain(LETTERS))),
        slide("columns", "two-columns", "Two columns", left=Column(nested), right=Column(nested[2:])),
        slide(
            "comparison",
            "comparison",
            "Comparison",
            left=Column(nested[:1], plain("Then")),
            right=Column(nested[:1], plain("Now")),
        ),
    ]


def drawings() -> list[DeckSlide]:
    """Return the slides with shapes, charts, tables and pictures."""
    cards = tuple(Card(plain(f"Card {n}"), (plain("What it says"),)) for n in range(1, 5))
    around = tuple((plain(f"Factor {n} of the hub"),) for n in range(1, 6))
    table = Table(
        tuple(plain(each) for each in ("Factor", "Share", "Remark")),
        tuple(tuple(plain(each) for each in (f"Row {n}", f"{n * 11} %", LETTERS[:40])) for n in range(1, 5)),
        "A table",
    )
    absent = FigureNotAvailable(
        "Figure 9: Ages", "a", plain("How old they were."), plain("No numbers are printed.")
    )
    return [
        slide("cards", "cards", "Four cards", cards=cards),
        slide("hub", "hub", "Five factors", centre=(plain("The statement in the middle"),), around=around),
        slide("figure", "key-figure", "A number", figure="53%", text=(plain(LETTERS),)),
        *(
            slide(kind, "chart", f"A {kind} chart", lead=plain("What it says"), chart=chart(kind))
            for kind in CHARTS
        ),
        slide("absent", "chart", "A figure that is not available", chart=absent),
        slide("table", "table", "A table", table=table),
        slide(
            "picture-text",
            "picture-text",
            "A picture and text",
            picture=picture("RGB", "PNG", (640, 480)),
            text=(plain(LETTERS),),
        ),
        slide(
            "picture-full",
            "picture-full",
            "A picture",
            picture=picture("RGB", "JPEG", (960, 540)),
            caption=plain("What it shows"),
        ),
    ]


CHARTS: Mapping[str, int] = {"bar": 1, "column": 2, "line": 2, "pie": 1, "stacked": 3}
"""Kind → number of series."""


def chart(kind: str) -> Chart:
    """Return a chart of a kind."""
    series = tuple(Series(f"Series {n + 1}", (12.0 + n, 34.0, 21.0 - n)) for n in range(CHARTS[kind]))
    names = ("Alcohol misuse", "Drug misuse", "Mental health problems")
    return Chart(kind, names, series, "A chart", "%", "Drug misuse" if kind == "bar" else None)  # type: ignore[arg-type]


def pointers() -> list[DeckSlide]:
    """Return the slides that lead elsewhere."""
    links = (
        LinkItem(Paragraph((Run("Keeping children safe", link=Link(ADDRESS)),)), plain("for everyone")),
        LinkItem(Paragraph((Run("Back to the cards", link=Link("slide:sample/cards")),))),
        LinkItem(plain("A page that went"), None, "The site was closed."),
    )
    questions: Text = (plain("What would you change tomorrow?"), plain("Who would help?"))
    return [
        slide("links", "links", "Links", links=links),
        slide("discussion", "discussion", "What does this mean for our agency?", questions=questions),
    ]


@cache
def picture(mode: str, format_: str, size: tuple[int, int]) -> Picture:
    """Return a drawn picture."""
    width, height = size
    ground = (60, 90, 110, 90) if mode == "RGBA" else (215, 225, 230)
    image = Image.new(mode, size, ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((width * 0.2, height * 0.2, width * 0.8, height * 0.8), fill=(15, 85, 101))
    pen.rectangle((0, 0, width * 0.1, height * 0.1), fill=(179, 67, 30))
    file = BytesIO()
    image.save(file, format_)
    kind = "image/png" if format_ == "PNG" else "image/jpeg"
    return Picture(
        f"assets/images/{mode}.{format_.lower()}",
        "A disc",
        kind,
        size,
        file.getvalue(),
        sha256(file.getvalue()).hexdigest(),
    )  # type: ignore[arg-type]
