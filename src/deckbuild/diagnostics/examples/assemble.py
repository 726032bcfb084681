"""Examples of names that lead nowhere, of faults of whole decks, and of text that does not fit (2xx, 3xx)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples.base import Example

_SESSION = "decks/sessions/year.yaml"
_WORDS = "decks/modules/words.yaml"
_FIGURES = "decks/modules/figures.yaml"
_CLUB = "decks/modules/club.yaml"

EXAMPLES: Mapping[str, Example] = {
    "DB201": Example("- use: figure", "- use: figures", _SESSION),
    "DB202": Example("- use: words/aim", "- use: words/aims", _SESSION),
    "DB203": Example("only: [beginer]", "only: [beginners]", _SESSION),
    "DB204": Example("{{ agency.nam }}", "{{ agency.name }}", _WORDS),
    "DB205": Example(
        "close: See [the numbers](slide:figures/rains).",
        "close: See [the numbers](slide:figures/rain).",
        _WORDS,
    ),
    "DB206": Example("- use: words/agenda\n- use: words/cover", "- use: words/agenda", _SESSION),
    "DB207": Example(
        'source: {ref: garden-2002, page: "12"}', 'source: {ref: garden-2020, page: "12"}', _FIGURES
    ),
    "DB210": Example("minutes: 60", "minutes: 4", ""),
    "DB212": Example("- use: figures\n  title: Numbers", "- use: figures", _SESSION),
    "DB301": Example(
        "text: The club meets on Tuesdays, " + "and on Wednesdays, " * 40 + "and on Thursdays.",
        "text: The club meets on Tuesdays.",
        _CLUB,
    ),
    "DB302": Example("text: The club meets on Tuesdays 🐸.", "text: The club meets on Tuesdays.", _CLUB),
    "DB303": Example(
        f"text: https://example.org/{'the-club-meets-on-tuesdays' * 3}",
        "text: The club meets on Tuesdays.",
        _CLUB,
    ),
}
"""Code → example."""
