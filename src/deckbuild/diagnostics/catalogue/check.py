"""Outputs that differ from their session, or from their format (4xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

_AGAIN = "Something changed the file after it was built, or deckbuild has a fault: build again."
"""Why an output differs."""
_ALOUD = "A screen reader says it so, and neither a look at the page nor a validator tells."
_REPAIR = "PowerPoint offers to repair such a file, or refuses it."

ENTRIES = (
    Code("DB401", "output cannot be opened", "A written file cannot be opened as a reader would.", _AGAIN),
    Code(
        "DB402",
        "slides differ",
        "A deck has other slides, or other sections, than its session.",
        _AGAIN,
    ),
    Code("DB403", "title differs", "A slide's title in the output is not the session's.", _AGAIN),
    Code("DB404", "text differs", "Text in the output is not the session's, or not in its order.", _AGAIN),
    Code("DB405", "notes differ", "Speaker notes in the output are not the session's.", _AGAIN),
    Code(
        "DB406",
        "numbers differ",
        "A chart, its workbook or a table of the output has not the session's cells.",
        _AGAIN,
    ),
    Code(
        "DB407",
        "link differs",
        "A link of the output is missing, or leads elsewhere.",
        _AGAIN,
    ),
    Code(
        "DB408",
        "pages differ",
        "A PDF has not the pages, page labels or bookmarks that its document asks for.",
        _AGAIN,
    ),
    Code("DB410", "properties differ", "Title, language or author are not the session's.", _AGAIN),
    Code(
        "DB411",
        "alternative text differs",
        "What a screen reader says of an object is not what the session says.",
        _AGAIN,
    ),
    Code(
        "DB412",
        "tags differ",
        "An element of a tagged PDF has another role, place, scope or language than its document asks for.",
        _ALOUD,
    ),
    Code(
        "DB413",
        "form field differs",
        "A field of a PDF is missing, or has another name, label, value or kind than its document asks for.",
        "People fill in what they hear and see, and whoever reads the answers goes by the names.",
    ),
    Code(
        "DB420",
        "package cannot be read",
        "A .pptx is a ZIP file of XML parts. This one, or a part of it, is damaged.",
        _REPAIR,
    ),
    Code(
        "DB421",
        "member twice in the package",
        "Two members of the package have one name.",
        "Programs differ in which of the two they read.",
    ),
    Code(
        "DB422",
        "content type missing or wrong",
        "Each part has a content type, and it is that of the relationships that lead to the part.",
        _REPAIR,
    ),
    Code(
        "DB423",
        "relationship that leads nowhere",
        "A relationship leads to a part that is not there, its id is given twice, or the XML uses an id "
        "that is not.",
        _REPAIR,
    ),
    Code(
        "DB424",
        "part that nothing leads to",
        "No relationship leads to a part.",
        "The part is lost when PowerPoint saves.",
    ),
    Code(
        "DB425",
        "relationship missing",
        "A slide has one layout, a layout one master, a master one theme, and notes and their slide lead "
        "to each other.",
        _REPAIR,
    ),
    Code(
        "DB426",
        "id of a slide or layout out of form",
        "Ids of slides, layouts and masters are unique and in the range that the standard gives.",
        _REPAIR,
    ),
    Code(
        "DB427",
        "sections do not hold the slides",
        "Every slide stands in one section, in the order of the deck.",
        "PowerPoint moves what stands in no section, or drops the sections.",
    ),
    Code(
        "DB428",
        "shapes not told apart",
        "Ids of shapes are unique in their part, names on their slide.",
        "Animations, links and the selection pane go by them.",
    ),
    Code(
        "DB429",
        "placeholders not told apart",
        "Two placeholders of a part have one index, or it has two titles.",
        "PowerPoint cannot tell which of the layout's boxes each one fills.",
    ),
    Code("DB430", "ragged table", "Every row of a table has a cell for each column.", _REPAIR),
    Code(
        "DB431",
        "text in no language",
        "Every run says its language, by a tag such as `en-GB`.",
        "Spelling checkers and screen readers go by it.",
    ),
    Code(
        "DB432",
        "object without alternative text",
        "Whatever is not text says what it shows, or is marked decorative, and never both (WCAG 2.2, 1.1.1).",
        "People who do not see it have nothing else.",
    ),
    Code(
        "DB433",
        "slide without a title of its own",
        "Every slide has a title, and no two have the same (WCAG 2.2, 2.4.2).",
        "Readers move through a deck by its titles.",
    ),
    Code(
        "DB434",
        "date out of form",
        "Dates of the document are W3CDTF, such as 2026-11-23T00:00:00Z.",
        "PowerPoint refuses a file with another form of date.",
    ),
    Code(
        "DB435",
        "trace of a machine or tool",
        "The package names a path of a computer, a tool or a tool's author.",
        "A deck that is published should tell nothing of the computer that it was made on.",
    ),
    Code(
        "DB436",
        "workbook cannot be opened",
        "The workbook behind a chart is damaged.",
        "The chart is drawn, but its data cannot be edited.",
    ),
    Code(
        "DB440",
        "content outside the tags",
        "Whatever a PDF page shows belongs to an element of the tags, or is marked as no content "
        "(ISO 14289-1, 7.1).",
        "A screen reader leaves out what stands outside, or reads it in any order.",
    ),
    Code(
        "DB441",
        "tags and pages disagree",
        "Every content, link and field of a page has its element, and the parent tree leads back to it "
        "(ISO 32000-1, 14.7.4.4).",
        "A reader that follows a click or a selection says other words than are shown there.",
    ),
    Code(
        "DB442",
        "font without letters",
        "A font of a PDF is embedded, draws every letter shown in it, and gives its code in Unicode "
        "(ISO 14289-1, 7.21).",
        "Text cannot be copied, searched or read aloud, or is drawn in another font.",
    ),
    Code(
        "DB443",
        "PDF does not say what it is",
        "A PDF says in its catalogue and metadata that it is tagged, PDF/UA-1 and PDF/A-2a, and that its "
        "title is shown.",
        "Readers and archives go by it.",
    ),
    Code(
        "DB444",
        "link or field out of order",
        "The tab key goes through links and fields in the order of the tags, and each says what it is.",
        "Whoever has no mouse gets lost between them.",
    ),
)
