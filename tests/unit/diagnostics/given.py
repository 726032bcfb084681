"""Findings for tests of their forms: a document, and faults at places of it."""

from __future__ import annotations

from deckbuild.diagnostics import Diagnostic, SourceMap, error, warning
from deckbuild.model.origin import Origin
from deckbuild.read.nodes import parse

DOCUMENT = "decks/sessions/year, 1%.yaml"
TEXT = """\
title: A year
brand: plane
parts:
  - title: Words
    slides: [words, words]
  - text: |
      One line.
      Another line.
"""

BRAND = error("DB161", "there is no brand “plane”", Origin(DOCUMENT, ("brand",)), ["Write `plain`."])
TWICE = error(
    "DB206",
    "the slide “words” stands in the session twice",
    Origin(DOCUMENT, ("parts", 0, "slides", 1)),
    ["Take one of the two calls out."],
    [(Origin(DOCUMENT, ("parts", 0, "slides", 0)), "the first call")],
)
FIELD = error(
    "DB110",
    "the part has no field `text`",
    Origin(DOCUMENT, ("parts", 1, "text"), key=True),
    ["Write `title`."],
)
LINE = warning(
    "DB301", "the text needs 50% more room:\nit is long", Origin(DOCUMENT, ("parts", 1, "text", 1))
)
OUTPUT = error("DB402", "slide 3 is missing", Origin("output/year.pptx", ("slide 3",)))
COMMAND = error("DB504", "there is no format “ppt”", Origin(""), ["Write `pptx`."])


def places() -> SourceMap:
    """Return where everything of the document stands."""
    made, faults = SourceMap(), list[Diagnostic]()
    parse(DOCUMENT, TEXT.encode(), made, faults)
    assert faults == []
    return made
