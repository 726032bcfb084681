"""The frame of a page: head, skip link, header with the board's mark and the title, contents, footer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from deckbuild.model.dates import long_date
from deckbuild.model.document import Document, Heading
from deckbuild.model.drawing import Command
from deckbuild.model.template import Template
from deckbuild.render.html.context import Context, direction, headings
from deckbuild.render.html.markup import NOTHING, Markup, block, lines, run_in, tag, words
from deckbuild.render.html.stylesheet import paint_of, stylesheet, textures
from deckbuild.render.html.text import inline

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser is told to refuse: any script, and anything from elsewhere (Content Security Policy 3)."""
CONTENT, CONTENTS = "page.content", "page.contents"
"""Ids of the frame; slides' ids have no dot."""


def page(document: Document, template: Template, body: Markup, context: Context) -> Markup:
    """Return the whole page about a document's blocks."""
    parts = (
        textures(),
        tag("a", words("Skip to the content"), href=f"#{CONTENT}", class_="skip"),
        _header(document, template),
        block("div", _contents(document, context), _main(body), class_="wide parts"),
        _footer(document, template),
    )
    html = block(
        "html",
        _head(document, template),
        block("body", *parts),
        lang=document.language,
        dir=direction(document.language),
    )
    return Markup(f"<!DOCTYPE html>\n{html}\n")


def board_of(document: Document, template: Template) -> str:
    """Return the name of the board that a document is of."""
    return document.board or template.footer


def _head(document: Document, template: Template) -> Markup:
    board = board_of(document, template)
    title = " – ".join(each for each in (document.title, document.name, board) if each)
    agency = f", for {document.agency}" if document.agency else ""
    about = f"{document.name}: {document.title}{agency}. {document.subtitle}".strip()
    paint = paint_of(template)
    return block(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("title", words(title)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="description", content=about),
        tag("meta", name="author", content=document.owner),
        tag("meta", name="generator", content="deckbuild"),
        tag("meta", name="color-scheme", content="light dark"),
        tag(
            "meta",
            name="theme-color",
            content=f"#{paint.day['brand']}",
            media="(prefers-color-scheme: light)",
        ),
        tag(
            "meta",
            name="theme-color",
            content=f"#{paint.night['tint']}",
            media="(prefers-color-scheme: dark)",
        ),
        _icon(template, paint.day),
        # The text of a style element is raw: nothing of an author gets into it but through `quoted`.
        tag("style", Markup(f"\n{stylesheet(template, paint, document.options, board)}\n")),
    )


def _icon(template: Template, colours: Mapping[str, str]) -> Markup:
    """Return the board's symbol for the browser's tab; nothing where there is no mark."""
    if template.wordmark is None:
        return NOTHING
    paths = (
        tag("path", fill=f"#{colours.get(each.colour, colours['ink'])}", d=_path(each.commands))
        for each in template.wordmark.paths
    )
    drawn = tag("svg", *paths, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 100 100")
    return tag("link", rel="icon", href=f"data:image/svg+xml,{quote(drawn)}")


def _header(document: Document, template: Template) -> Markup:
    marking = tag("p", words(document.marking), class_="marking") if document.marking else NOTHING
    board = block("div", block("div", _mark(document, template), marking, class_="wide"), class_="board")
    return block("header", board, _title(document))


def _mark(document: Document, template: Template) -> Markup:
    """Return the board's mark: the symbol as it is drawn, its name in words."""
    if template.wordmark is None:
        return tag("p", tag("strong", words(board_of(document, template))), class_="mark")
    paths = (
        tag("path", d=_path(each.commands), style=f"fill:var(--{each.colour})")
        for each in template.wordmark.paths
    )
    symbol = tag("svg", *paths, viewBox="0 0 100 100", aria_hidden="true", focusable="false")
    name = run_in(Markup(f"{tag('span', words(line))} ") for line in template.wordmark.lines)
    return tag("p", symbol, tag("span", name), class_="mark")


def _path(commands: tuple[Command, ...]) -> str:
    return " ".join(f"{letter} {' '.join(f'{n:g}' for n in numbers)}".strip() for letter, numbers in commands)


def _title(document: Document) -> Markup:
    """Return the title with what it is and for whom; without a heading where the blocks have the title."""
    has_title = any(heading.level == 1 for heading in headings(document.blocks))
    title = (
        tag("p", words(document.name), class_="kind"),
        NOTHING if has_title else tag("h1", words(document.title)),
        tag("p", words(document.subtitle), class_="subtitle") if document.subtitle else NOTHING,
    )
    said = " · ".join(each for each in (document.agency, *_version(document)) if each)
    head = lines(title) if has_title else block("hgroup", *title)
    facts = tag("p", words(said), class_="facts")
    return block("div", block("div", head, facts, class_="wide"), class_="title")


def _version(document: Document) -> tuple[str, ...]:
    version = f"Version {document.version}" if document.version else ""
    return version, long_date(document.date) if document.date else ""


def _contents(document: Document, context: Context) -> Markup:
    """Return links to the parts; nothing where there are fewer than two."""
    entries = [each for each in headings(document.blocks) if each.level == 2 and each.anchor]
    if len(entries) < 2:
        return NOTHING
    links = [tag("li", tag("a", _words_of(each, context), href=f"#{each.anchor}")) for each in entries]
    head = tag("h2", words("Contents"), id=CONTENTS)
    return block("nav", head, block("ol", *links), aria_labelledby=CONTENTS)


def _words_of(heading: Heading, context: Context) -> Markup:
    """Return a heading's words without its links, which cannot stand in a link."""
    runs = tuple(replace(run, link=None) for run in heading.text.runs)
    return inline(replace(heading.text, runs=runs), context)


def _main(body: Markup) -> Markup:
    return block("main", body, id=CONTENT, tabindex="-1")


def _footer(document: Document, template: Template) -> Markup:
    facts = " · ".join(each for each in (document.marking, *_version(document)) if each)
    return block(
        "footer",
        block(
            "div",
            tag("p", tag("strong", words(board_of(document, template)))),
            tag("p", words(f"{document.title} · {document.agency}")),
            tag("p", words(facts)) if facts else NOTHING,
            class_="wide",
        ),
    )
