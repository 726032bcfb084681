"""What a slide shows, in values that compare: made once from its scene and once from the written file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

Rows = tuple[tuple[str, ...], ...]

Cells = tuple[tuple[tuple[int, int], str | float], ...]
"""Row and column, both from 0, and what stands there, row by row."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text of one shape."""

    text: str
    """Paragraphs one a line; a line broken by hand counts as a space."""
    outline: bool
    """True in a placeholder, whose text the outline view shows."""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """Words that lead somewhere."""

    words: str
    target: str
    """An address, or `slide:` and the slide's id."""


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A chart's numbers."""

    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    """Name and values; None for a gap."""
    cells: Cells
    """The filled cells of its workbook, which "Edit data" shows."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One slide."""

    title: str
    texts: tuple[ShownText, ...]
    """In reading order, the title among them; without footer, date and number."""
    charts: tuple[ShownChart, ...]
    tables: tuple[Rows, ...]
    """Rows of cells, header first."""
    links: tuple[ShownLink, ...]
    alternatives: tuple[str, ...]
    """What is said of charts, tables, pictures and groups, in reading order; nothing for the decorative."""
    notes: str

    @property
    def words(self) -> str:
        """All text of the slide, one paragraph or cell a line."""
        cells = (cell for table in self.tables for row in table for cell in row)
        return "\n".join([*(each.text for each in self.texts), *cells])


def one_line(text: str) -> str:
    """Return a paragraph's text with its line breaks as spaces, as both sides of a comparison write them."""
    return text.replace("\v", " ").replace("\n", " ")


def joined_links(links: Iterable[ShownLink]) -> Iterator[ShownLink]:
    """Yield the links with neighbouring runs of one target made one."""
    for target, group in groupby(links, key=lambda link: link.target):
        yield ShownLink("".join(link.words for link in group), target)
