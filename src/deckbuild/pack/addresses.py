"""Links on paper: their addresses printed, beside the link in lists of links, else at the document's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.text import Link, Paragraph, Run, Text

if TYPE_CHECKING:
    from deckbuild.model.source import LinkItem


_DOT = "\u00a0· "
"""Between the parts of an entry; it never begins a line."""


def entry(item: LinkItem, *, printed: bool) -> Paragraph:
    """Return a link as an entry of a list: its words, who it is for, and its address or why it has none.

    The address is left out where it is not *printed*.

    Entries that jump to slides, as those of an agenda, are numbered.
    """
    runs = [*item.text.runs]
    if item.audience:
        runs += [Run(_DOT), *item.audience.runs]
    if item.not_available:
        runs.append(Run(f"{_DOT}{item.not_available}"))
    for _, address in _links(item.text):
        if printed and shown(address) not in item.text.text:
            runs += [Run(_DOT), _printed(address)]
    jumps = any(run.link and run.link.slide for run in item.text.runs)
    return Paragraph(tuple(runs), 0, "number" if jumps else "style", item.text.origin)


def shown(address: str) -> str:
    """Return an address as one types or dials it."""
    return address.removeprefix("mailto:").removeprefix("tel:")


def not_printed(paragraphs: Iterable[Paragraph]) -> Text:
    """Return a line for each address that is linked to and not printed: the link's words, and the address.

    *paragraphs* are all of a document's, in reading order.
    """
    links = [each for paragraph in paragraphs for each in _links(paragraph)]
    known = {address for words, address in links if shown(address) in "".join(run.text for run in words)}
    lines: dict[str, Paragraph] = {}
    for words, address in links:
        if address not in known:
            lines.setdefault(address, Paragraph((*words, Run(": "), _printed(address))))
    return tuple(lines.values())


def _links(paragraph: Paragraph) -> Iterator[tuple[tuple[Run, ...], str]]:
    """Yield the words of each link out of the deck, and its address."""
    for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
        if link and link.slide is None:
            yield tuple(runs), link.target


def _printed(address: str) -> Run:
    return Run(shown(address), link=Link(address))
