"""Examples of faults of outputs and of the system (4xx, 5xx)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples.base import Example

_BUILD = "Build the deck again. If it happens again, report it as CONTRIBUTING.md says."
_TITLE = "Give each slide a title of its own."


def _output(found: str, remedy: str = _BUILD) -> Example:
    return Example(found, remedy)


EXAMPLES: Mapping[str, Example] = {
    "DB401": _output("A deck that was sent by mail and lost its end."),
    "DB402": _output("A deck from which somebody has deleted a slide."),
    "DB403": _output("“Aims” in the session, “Aims of the day” in the deck."),
    "DB404": _output("The second bullet of the session stands third in the deck."),
    "DB405": _output("A slide whose notes are empty in the deck."),
    "DB406": _output("54 in the session, 45 in the workbook of the chart."),
    "DB407": _output("A link to slide 9 that leads to slide 8."),
    "DB408": _output("A handout of 11 pages for 36 slides, three on a page."),
    "DB410": _output("A deck for a session in `en-GB` that says `en-US`."),
    "DB411": _output("A picture that the deck calls “Picture 3”."),
    "DB412": _output("A heading of the handout that is tagged as a paragraph."),
    "DB413": _output("A field “Agency” without a label, or whose value is lost."),
    "DB420": _output("A .pptx whose `ppt/slides/slide3.xml` breaks off."),
    "DB421": _output("`ppt/slides/slide3.xml` stands in the package twice."),
    "DB422": _output("A chart without an entry in `[Content_Types].xml`."),
    "DB423": _output("`rId7` leads to `../media/image2.png`, which is not in the package."),
    "DB424": _output("`ppt/media/image9.png`, which no slide shows."),
    "DB425": _output("A slide without a relationship to a layout."),
    "DB426": _output("Two slides with the id 256."),
    "DB427": _output("A section list that names 35 of 36 slides."),
    "DB428": _output("Two shapes of a slide with the id 4."),
    "DB429": _output("Two placeholders of a slide with the index 1."),
    "DB430": _output("A table of three columns with a row of two cells."),
    "DB431": _output("A run without `lang`."),
    "DB432": _output(
        "A picture without `descr` that is not marked decorative.", "Write its `alt` in the module."
    ),
    "DB433": _output("Two slides named “Aims”.", _TITLE),
    "DB434": _output("`23.11.2026` in `docProps/core.xml`."),
    "DB435": _output("`/home/ann/slides` in `docProps/app.xml`."),
    "DB436": _output("A chart whose workbook is cut short."),
    "DB440": _output("A line of text between two sequences of marked content."),
    "DB441": _output("Two paragraphs whose entries of the parent tree are exchanged."),
    "DB442": _output("A font without a ToUnicode map."),
    "DB443": _output("A PDF whose metadata do not name `pdfuaid:part`."),
    "DB444": _output("A form whose date comes before the name it stands under."),
    "DB501": _output(
        "The deck is open in PowerPoint while it is built.",
        "Close it, free some space, or choose another folder with `--output`.",
    ),
    "DB502": _output("A module that only another user may read.", "Give yourself the right to read it."),
    "DB504": _output("`deckbuild build --format handout`", "`deckbuild build --format handout-3up`"),
    "DB505": _output(
        "The disk is full while the cache is written.",
        "Free some space, or set `DECKBUILD_CACHE_DIR` to another folder.",
    ),
    "DB506": _output(
        "A file of the cache that was cut short.", "Do nothing; if it happens again, have the disk checked."
    ),
}
"""Code → example."""
