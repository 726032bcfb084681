"""A comparison in, one self-contained page out (HTML, WCAG 2.2 AA): `del` for removed, `ins` for added.

Few screen readers say where a `del` or `ins` begins, so each begins with a word that only they read. Colour
is never alone: what is removed is struck through, what is added underlined.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from deckbuild.bundle.diff.values import Comparison, DeckChange, Line, Piece, SlideChange, grouped
from deckbuild.bundle.diff.wording import (
    NAMES,
    Group,
    counts,
    decks_of,
    deed,
    is_opaque,
    numbers,
    summary,
)

MOST_IN_TABLE = 200
"""Decks that the overview lists."""

STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; color: #1b2326; background: #fff;
  font: 1.0625rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.0625rem; line-height: 1.35; margin: 0; }
h1, td:first-child, .facts { overflow-wrap: anywhere; }
.arrow { color: #52616b; }
.summary { font-size: 1.125rem; margin: 0 0 1.5rem; }
.facts { color: #46545c; font-size: .9375rem; margin: .125rem 0 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .375rem; }
th, td { text-align: right; padding: .25rem 0 .25rem 1rem; border-bottom: 1px solid #c8d0d4; }
th { font-weight: 400; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 600; }
article { border-top: 1px solid #c8d0d4; padding: 1rem 0 1.25rem; }
.deed { display: inline-block; min-width: 5.5rem; font-weight: 400; color: #46545c; }
dl { margin: .75rem 0 0; }
dt { font-weight: 600; font-size: .9375rem; margin-top: .625rem; }
dd { margin: .125rem 0 0; padding-left: .875rem; border-left: 3px solid #c8d0d4; }
dd p { margin: 0 0 .375rem; }
del { background: #fbe3e1; color: #7c1d14; text-decoration: line-through; }
ins { background: #ddf1e1; color: #0f4a20; text-decoration: underline; text-underline-offset: .15em; }
del, ins { padding: 0 .125em; border-radius: .125em; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: pre; }
@media print { body { max-width: none; padding: 0; } article { break-inside: avoid-page; } }
"""


def html(compared: Comparison) -> str:
    """Return the page."""
    return "\n".join(_lines(compared)) + "\n"


def _lines(compared: Comparison) -> Iterator[str]:
    old, new = escape(compared.old), escape(compared.new)
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # Nothing is fetched and nothing runs, whatever stands in the decks.
    yield (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
    )
    yield f"<title>Changes from {old} to {new}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    arrow = '<span class="arrow" aria-hidden="true">→</span><span class="said"> to </span>'
    yield f"<h1>{old} {arrow} {new}</h1>"
    yield f'<p class="summary">{escape(summary(compared))}</p>'
    yield from _decks(compared)
    groups = grouped(compared.decks)
    if groups:
        yield "<h2>Slides</h2>"
    for change, group in groups:
        yield from _change(change, group, compared)
    yield "</main>\n</body>\n</html>"


def _decks(compared: Comparison) -> Iterator[str]:
    """Yield the overview; none for a single deck, of which the summary has said it."""
    for word, names in (("added", compared.added), ("removed", compared.removed)):
        if names:
            yield f"<h2>Decks {word}</h2>\n<ul>"
            yield from (f"<li>{escape(name)}</li>" for name in names)
            yield "</ul>"
    differing = [each for each in compared.decks if each.slides]
    if len(compared.decks) < 2 or not differing:
        return
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Decks"><table>'
    yield "<caption>Slides that differ, by deck</caption>"
    heads = "".join(
        f'<th scope="col">{word}</th>' for word in ("Deck", "Added", "Removed", "Moved", "Changed")
    )
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    yield from (_row(each) for each in differing[:MOST_IN_TABLE])
    yield "</tbody></table></div>"


def _row(deck: DeckChange) -> str:
    found = counts((deck,))
    cells = "".join(f"<td>{found[word] or '–'}</td>" for word in ("added", "removed", "moved", "changed"))
    return f'<tr><th scope="row">{escape(deck.name)}</th>{cells}</tr>'


def _change(change: SlideChange, group: Group, compared: Comparison) -> Iterator[str]:
    word = deed(change)
    yield f'<article>\n<h3><span class="deed">{word[0].upper()}{word[1:]}</span> {escape(change.title)}</h3>'
    facts = (escape(change.id), escape(numbers(group)), escape(decks_of(group, compared)))
    yield f'<p class="facts">{" · ".join(each for each in facts if each)}</p>'
    if change.fields:
        yield "<dl>"
    for field in change.fields:
        yield f"<dt>{NAMES[field.field]}</dt>"
        lines = (
            "<p>another</p>" if is_opaque(field.field) else "".join(f"<p>{_line(x)}</p>" for x in field.lines)
        )
        yield f"<dd>{lines}</dd>"
    if change.fields:
        yield "</dl>"
    yield "</article>"


def _line(line: Line) -> str:
    return "".join(_piece(each) for each in line)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "removed":
            return f'<del><span class="said"> removed: </span>{escape(piece.text)}</del>'
        case "added":
            return f'<ins><span class="said"> added: </span>{escape(piece.text)}</ins>'
        case "same":
            return escape(piece.text)
