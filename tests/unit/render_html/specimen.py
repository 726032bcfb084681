"""A document with every kind of block, chart and field, and what a page says to whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from deckbuild.model.document import (
    Block,
    ChartBlock,
    Document,
    Field,
    FieldBlock,
    Grid,
    Heading,
    Margin,
    NotAvailableBlock,
    PageBreak,
    Panel,
    PictureBlock,
    Row,
    RuledLines,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.source import Chart, ChartKind, FigureNotAvailable, Picture, Series
from deckbuild.model.text import Link, Marker, Paragraph, Run, plain
from deckbuild.render.html import render
from deckbuild.render.html.markup import VOID
from tests.support.brands import template

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A PNG of one transparent pixel."""


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    kids: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its letters, white space folded."""
        return " ".join("".join(self._letters()).split())

    def _letters(self) -> Iterator[str]:
        for kid in self.kids:
            yield kid if isinstance(kid, str) else "".join(kid._letters())

    def all(self, *tags: str) -> list[Element]:
        """Return the elements in it with one of some names, in order."""
        return [each for each in self._inside() if not tags or each.tag in tags]

    def _inside(self) -> Iterator[Element]:
        for kid in self.kids:
            if isinstance(kid, Element):
                yield kid
                yield from kid._inside()

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the one element of a name with attributes (`class_` and the like as in `markup.tag`)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        (found,) = [each for each in self.all(tag) if wanted.items() <= each.attributes.items()]
        return found


class _Reader(HTMLParser):
    """Builds the tree; every element must be closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root], [each.tag for each in self._open]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Open an element; no attribute may be there twice."""
        assert len({name for name, _ in attrs}) == len(attrs)
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].kids.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Take text."""
        self._open[-1].kids.append(data)


def tree(html: bytes | str) -> Element:
    """Return the elements of a page or of a piece of one."""
    return _Reader(html if isinstance(html, str) else html.decode("utf-8")).root


def page(*blocks: Block, language: str = "en-GB", marking: str = "", title: str = "Gardens") -> Element:
    """Return the page about some blocks."""
    return tree(render(document(*blocks, language=language, marking=marking, title=title), template(), {}))


def main(*blocks: Block, language: str = "en-GB") -> Element:
    """Return the `main` of the page about some blocks."""
    return page(*blocks, language=language).one("main")


def document(*blocks: Block, language: str = "en-GB", marking: str = "", title: str = "Gardens") -> Document:
    """Return a document of some blocks."""
    return Document(
        kind="html",
        name="Reading handout",
        audience="participants",
        title=title,
        subtitle="What grows where",
        agency="Allotment society",
        owner="Grey Board",
        subject="Gardening",
        language=language,
        version="1.2.0",
        date="2026-11-23",
        blocks=blocks,
        marking=marking,
    )


def words(
    text: str, *, link: str = "", level: int = 0, marker: Marker = "style", lang: str | None = None
) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text, link=Link(link) if link else None, lang=lang),), level, marker)


def chart(
    kind: ChartKind, *, names: Sequence[str] = ("Sown", "Grown"), highlight: str | None = None
) -> Chart:
    """Return a chart of three crops; April of the second series has no figure."""
    numbers = ((1200.0, 2400.0, 1900.0), (1100.0, None, 1850.0), (300.0, 200.0, 100.0))
    series = tuple(Series(name, numbers[n % 3]) for n, name in enumerate(names))
    return Chart(kind, ("March", "April", "May"), series, f"A chart of the kind {kind}.", highlight=highlight)


def pie() -> Chart:
    """Return a pie of three slices."""
    parts = Series("Time", (50.0, 30.0, 20.0))
    return Chart("pie", ("Weeds", "Water", "Sitting in the sun"), (parts,), "A pie.", "%", "Weeds")


def picture(alt: str | None = "A bed of beans") -> Picture:
    """Return a picture of one pixel."""
    return Picture("assets/images/beans.png", alt, "image/png", (600, 400), PIXEL)


FIELDS = (
    Field("name", "text", "Name", required=True),
    Field("plan", "multiline", "What you will do", value="Dig\nSow", lines=4, help="One line for each step."),
    Field("when", "date", "When", value="2026-12-01"),
    Field("agreed", "checkbox", "Agreed with my manager", value="yes"),
    Field("bed", "radio", "Which bed", options=("North", "South"), value="South"),
    Field("tool", "choice", "Which tool", options=("Spade", "Fork")),
)


def everything() -> Document:
    """Return a document with every block that a page for browsers has."""
    mixed = (
        words("First"),
        words("Second", level=1, marker="bullet"),
        words("Third", level=2, marker="number"),
    )
    table = TableBlock(
        (plain("Crop"), plain("Who"), plain("Kilos")),
        (
            (words_of("Beans"), Field("who.1", "text", "Who grows beans"), words_of("12")),
            (words_of("Peas"), mixed, words_of("7")),
        ),
        plain("What we grew"),
        "Crops, who grew them, and how much",
        (2, 2, 1),
        row_headers=True,
        numbers=(2,),
    )
    missing = FigureNotAvailable(
        "Figure 5: Rain", "report", plain("How much it rained."), plain("It is lost.")
    )
    return document(
        Section(
            (Heading(2, plain("Words"), "garden/words", "Part 1"), TextBlock((words("A lead."),), "lead"))
        ),
        Heading(3, plain("Lists"), "garden/lists"),
        TextBlock(mixed),
        TextBlock((words("Why?", lang="cy"), words("Où ?", lang="fr")), listed=True, label="Ask"),
        TextBlock((words("Nothing grows without water."),), "quotation"),
        TextBlock((words("A gardener", link="https://example.org/a?b=c&d=e"),), "source"),
        TextBlock((words("53%"),), "display", align="ctr"),
        Panel((TextBlock((words("Water the beans.", link="slide:garden/lists"),)),), "key"),
        Panel((RuledLines(3),), "outline"),
        Row(((TextBlock((words("Left"),)),), (TextBlock((words("Right"),)),)), (1, 2)),
        Margin((TextBlock((words("10:15"),), "time"),), (TextBlock((words("Begin."),)),)),
        Grid(((TextBlock((words("One"),)),), (TextBlock((words("Two"),)),)), 1, 2),
        PageBreak(),
        Heading(2, plain("Figures"), "garden/figures"),
        table,
        ChartBlock(chart("bar"), plain("Bars"), plain("Source: us")),
        ChartBlock(chart("bar", names=("Sown",), highlight="April"), plain("One bar")),
        ChartBlock(chart("column"), plain("Columns")),
        ChartBlock(chart("stacked", names=("Roots", "Leaves", "Fruit")), plain("Stacks")),
        ChartBlock(chart("line"), plain("Lines")),
        ChartBlock(pie(), plain("A pie")),
        NotAvailableBlock(missing, "Rain, the report of 2020", plain("Source: them")),
        PictureBlock(picture(), plain("Beans"), 0.5),
        Heading(2, plain("A form"), "garden/form"),
        FieldBlock(FIELDS[:2], (1, 2)),
        FieldBlock(FIELDS[2:]),
        marking="OFFICIAL",
    )


def words_of(text: str) -> tuple[Paragraph, ...]:
    """Return a text of one paragraph."""
    return (words(text),)
