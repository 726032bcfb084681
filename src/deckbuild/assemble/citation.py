"""Where a slide's words are printed, spelt out: a citation and the sources become a line of text.

On the slide, in short: "Source: Sidebotham et al. 2016, p. 12, as quoted by Warrington SCB". In the notes,
with the work's title, so that a trainer can find it. A name leads to its page on the web, where one is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.keys import joined
from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.source import Citation, FigureNotAvailable
from deckbuild.model.text import Link, Paragraph, Run

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import Reference, Slide

_ONE_PAGE = re.compile(r"\d+[a-z]?|[ivxlc]+")
_PAGES = re.compile(r"\d+\s*[-–,]\s*\d+.*")


def source_line(slide: Slide, references: Mapping[str, Reference]) -> Paragraph | None:
    """Return the line that a slide shows; None where it cites nothing.

    "Source: …" is where its words or numbers come from. A figure that is not available has no such source:
    it is "Printed in: …" the report that it is missing from, named in full for whoever goes to look.
    """
    if slide.source:
        return _line("Source: ", slide.source, references, titled=False)
    figure = _missing_figure(slide)
    return (
        _line("Printed in: ", Citation(figure.ref, origin=figure.origin), references, titled=True)
        if figure
        else None
    )


def full_citation(citation: Citation, references: Mapping[str, Reference]) -> Paragraph:
    """Return the citation with the work's title, without the word "Source"."""
    return _line("", citation, references, titled=True)


def unknown_sources(slide: Slide, references: Mapping[str, Reference]) -> list[Diagnostic]:
    """Return a finding for each source that a slide names and `sources.yaml` does not have."""
    return [
        error("DB207", f"there is no source “{ref}” in `sources.yaml`", origin, did_you_mean(ref, references))
        for origin, ref in _named(slide)
        if ref not in references
    ]


def cited(slide: Slide) -> tuple[str, ...]:
    """Return the ids of the sources that a slide names, each once."""
    return tuple(dict.fromkeys(ref for _, ref in _named(slide)))


def _named(slide: Slide) -> Iterator[tuple[Origin, str]]:
    """Yield the places and ids of the sources that a slide names."""
    if slide.source:
        yield slide.source.origin.at("ref"), slide.source.ref
        if slide.source.as_quoted_by:
            yield slide.source.origin.at("as-quoted-by"), slide.source.as_quoted_by
    figure = _missing_figure(slide)
    if figure:
        yield figure.origin.at("in"), figure.ref


def _missing_figure(slide: Slide) -> FigureNotAvailable | None:
    return next((value for value in slide.fields.values() if isinstance(value, FigureNotAvailable)), None)


def _line(lead: str, citation: Citation, references: Mapping[str, Reference], *, titled: bool) -> Paragraph:
    return Paragraph(joined((Run(lead), *_body(citation, references, titled=titled))), origin=citation.origin)


def _body(citation: Citation, references: Mapping[str, Reference], *, titled: bool) -> Iterator[Run]:
    """Yield the runs of a citation. A source that is not known is named by its id; it has its own finding."""
    yield from _work(citation.ref, references, titled=titled)
    if citation.page:
        yield Run(f", {pages(citation.page)}")
    if citation.as_quoted_by:
        yield Run(", as quoted by ")
        yield from _work(citation.as_quoted_by, references, titled=titled)
    if citation.note:
        yield Run(". ")
        yield from citation.note.runs


def _work(ref: str, references: Mapping[str, Reference], *, titled: bool) -> Iterator[Run]:
    work = references.get(ref)
    if work is None:
        yield Run(ref)
        return
    yield Run(work.short, link=Link(work.url) if work.url else None)
    if titled:
        yield Run(", ")
        yield Run(work.title, italic=True)


def pages(page: str) -> str:
    """Return a page or pages as a citation writes them: "p. 12", "pp. 12–14"; other words as they are."""
    if _ONE_PAGE.fullmatch(page):
        return f"p. {page}"
    return f"pp. {page}" if _PAGES.fullmatch(page) else page
