"""The catalogue of findings: what each code means. A code is named for the fault, and keeps its meaning.

1xx reading the files of a project · 2xx names that lead nowhere, and what a deck is assembled of ·
3xx setting text and pictures on slides · 4xx outputs, against their sources and their formats ·
5xx files, fonts and the system.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the catalogue."""

    code: str
    title: str
    """The fault, in a few words."""
    explanation: str
    """One paragraph: what is found, why it matters, what to do instead."""


_READ = (
    Code(
        "DB101",
        "file is not YAML",
        "The file breaks a rule of YAML, so nothing in it can be read. The usual causes are a line that "
        "is not indented like its neighbours, a quotation mark that is not closed, and a text with a "
        "colon and a space in it that is not in quotation marks. The place is where reading stopped; the "
        "mistake may stand a little above it.",
    ),
    Code(
        "DB102",
        "characters that cannot be read",
        "Files are UTF-8 text. This one is in another encoding, or holds characters that no text holds "
        "(control characters, line separators of a word processor). Save it as UTF-8, or type the line "
        "again.",
    ),
    Code(
        "DB103",
        "tab in the indentation",
        "YAML is indented with spaces; a tab looks like spaces and is not. Replace it, and set your "
        "editor to insert spaces.",
    ),
    Code(
        "DB104",
        "key written twice",
        "A key may stand once in a mapping. Of two equal keys one would be lost without a word, so the "
        "file is refused.",
    ),
    Code(
        "DB105",
        "several documents in one file",
        "A line of three hyphens begins another YAML document. Each module, session and profile is a file"
        " of its own.",
    ),
    Code(
        "DB106",
        "part of YAML that is not used here",
        "The session language uses mappings, lists, texts and aliases of YAML, and nothing else: no tags "
        "(`!!str`), no merge keys (`<<`), no keys that are lists, no alias of itself. Write the value "
        "out.",
    ),
    Code(
        "DB107",
        "document too large",
        "A file is over 4 MB, nested deeper than 100 levels, or grows beyond 10,000 values by its aliases. "
        "Such a file is a mistake or an attack.",
    ),
    Code(
        "DB108",
        "file not found",
        "A file that is named does not exist. Paths are relative to the file that they stand in.",
    ),
    Code(
        "DB109",
        "path that cannot be used",
        "Paths are relative, have forward slashes, and stay inside the project, so that the project "
        "builds the same on any machine.",
    ),
    Code(
        "DB110",
        "unknown field",
        "The field does not belong here. A misspelt field would be ignored without a word, so it is refused.",
    ),
    Code("DB111", "field missing", "A field that must be written is not there."),
    Code(
        "DB112",
        "value of the wrong kind",
        "A text, a number, a list or a mapping is wanted, and something else is found.",
    ),
    Code("DB113", "value not in the list", "Only certain words are allowed here."),
    Code("DB114", "wrong number of entries", "The list has more or fewer entries than its place can hold."),
    Code(
        "DB115",
        "value out of form",
        "The text or number does not have the form that is wanted: a date such as 2027-03-31, an id such as "
        "`types-of-abuse`, a web address, a colour of six hexadecimal digits.",
    ),
    Code(
        "DB116",
        "fields that exclude each other",
        "Of some fields exactly one is written: `alt` or `decorative`, `text` or `items`, `rows` or "
        "`data`, `url` or `not-available`, `only` or `except`.",
    ),
    Code("DB117", "unknown slide layout", "`layout` names none of the slide layouts."),
    Code(
        "DB120",
        "markup that slides do not have",
        "Text is Markdown with paragraphs, lists, bold, italic, links, `<sup>` and `<sub>`. Headings, "
        "pictures, tables, code, quotation blocks and other HTML have fields or slide layouts of their "
        "own, or no place on a slide.",
    ),
    Code(
        "DB121",
        "link that leads nowhere",
        "A link begins with `https:`, `http:`, `mailto:` or `tel:`, or with `slide:` and the id of a slide, "
        "such as `slide:closing/our-agency`.",
    ),
    Code("DB122", "more than one line", "The field holds one paragraph: no blank line, no list, no heading."),
    Code(
        "DB123",
        "key out of form",
        "A key is written `{{ agency.name }}`: a name of small letters, digits, dots, hyphens and "
        "underscores in two pairs of braces. Keys stand in Markdown text only, not in addresses and not "
        "in fields without markup.",
    ),
    Code("DB124", "empty text", "A text that must say something is empty."),
    Code(
        "DB130",
        "picture of another format",
        "Pictures are PNG or JPEG, and the file's name says which. A drawing belongs into `assets/icons` "
        "or into the brand's mark; any other format is converted first.",
    ),
    Code("DB131", "picture damaged", "The picture file is cut short or damaged. Copy or export it again."),
    Code(
        "DB132",
        "picture too large",
        "A picture may have 20 MB and 50 million pixels. A slide of full-screen size needs about 2.",
    ),
    Code(
        "DB140",
        "cell is not a number",
        "A chart is drawn from plain numbers: digits, a decimal point, a minus sign. The unit stands in "
        "`unit`; an empty cell is a gap.",
    ),
    Code(
        "DB141",
        "rows of different lengths",
        "All rows of a chart or table have as many cells as its header.",
    ),
    Code(
        "DB142",
        "numbers that do not fit the chart",
        "A pie has one series, of numbers that are parts of a whole; stacked bars are not negative; every"
        " chart has at least one number.",
    ),
    Code(
        "DB143", "highlight that is not there", "`highlight` names a category that the chart does not have."
    ),
    Code(
        "DB144", "file is not CSV", "The data file is not comma-separated text in UTF-8 with a header line."
    ),
    Code(
        "DB145",
        "name used twice",
        "Two categories or two series of a chart, or two entries of a list, have one name.",
    ),
    Code(
        "DB150",
        "too little contrast",
        "Text stands out from its ground by 4.5 to 1 at least (WCAG 2.2, 1.4.3), so that it can be read "
        "with low vision and from the back row. Make one of the two colours darker or lighter.",
    ),
    Code(
        "DB151",
        "drawing that cannot be used",
        "Icons and marks are SVG files of filled paths: no strokes, no text, no transforms, no styles, no"
        " scripts. Drawing programs make such files with “object to path”, “stroke to path” and “flatten "
        "transforms”.",
    ),
    Code("DB152", "unknown icon", "A card's `icon` names no file of the icons folder."),
    Code(
        "DB153",
        "colour that is not the brand's",
        "A path of a brand's mark is filled with a colour that its `colours` do not name.",
    ),
    Code("DB160", "unknown session", "The project has no session of this name."),
    Code("DB161", "unknown brand", "The project has no brand of this name."),
)

_ASSEMBLE = (
    Code("DB201", "unknown module", "A session uses a module that the project does not have."),
    Code("DB202", "unknown slide", "A session uses a slide that its module does not have."),
    Code(
        "DB203",
        "unknown profile",
        "A session names a profile that the project, or the session, does not have.",
    ),
    Code(
        "DB204",
        "unknown key",
        "A text holds `{{ … }}` with a name that is neither built in (`agency.name`, `session.title`) nor"
        " a key of the profile.",
    ),
    Code(
        "DB205",
        "jump to a slide that is not in this deck",
        "A `slide:` link leads to a slide that the session does not use, or that the profile leaves out.",
    ),
    Code(
        "DB206",
        "slide used twice",
        "A deck holds a slide once: its id must stay unique so that an edited deck can be matched with "
        "its source.",
    ),
    Code("DB207", "unknown source", "A citation names a source that `sources.yaml` does not have."),
    Code("DB209", "deck without slides", "The profile leaves out every slide of the session."),
    Code(
        "DB210",
        "slides take longer than the session",
        "The minutes of the slides add up to more than the session's `minutes`.",
    ),
    Code(
        "DB211", "built-in key written again", "A profile gives a value to a key that deckbuild fills itself."
    ),
    Code(
        "DB212",
        "override of a whole module",
        "`title` and `minutes` beside `use` change one slide. Beside a module of several slides nobody "
        "could say which.",
    ),
    Code(
        "DB213",
        "agenda with nothing to list",
        "An agenda without `entries` lists the parts that follow it, and no slide follows this one.",
    ),
)

_TYPESET = (
    Code(
        "DB301",
        "text does not fit",
        "The text needs more lines than its box has, in the smallest size that slides allow. Nothing is "
        "cut off: shorten it, or divide it between two slides.",
    ),
    Code("DB302", "character missing in the font", "The brand's font has no drawing for a character."),
    Code("DB303", "word wider than its box", "A word without a place to break is wider than its box."),
    Code("DB304", "chart too full", "Labels of a chart do not fit beside each other."),
    Code("DB305", "table does not fit", "The table needs more height than the slide has."),
    Code(
        "DB306",
        "picture too coarse",
        "The picture has fewer pixels than its box needs to look sharp on a screen.",
    ),
)

_CHECK = (
    Code("DB401", "output cannot be opened", "A written file cannot be opened as a reader would."),
    Code("DB402", "slides differ", "A written deck has other slides, or other sections, than its session."),
    Code("DB403", "title differs", "A slide's title in the output is not the session's."),
    Code("DB404", "text differs", "Text in the output is not the session's, or not in its order."),
    Code("DB405", "notes differ", "Speaker notes in the output are not the session's."),
    Code(
        "DB406",
        "numbers differ",
        "A chart, its workbook or a table of the output has not the session's cells.",
    ),
    Code("DB407", "link differs", "A link of the output is missing, or leads elsewhere than the session's."),
    Code("DB408", "pages differ", "A PDF has not the pages or bookmarks that its deck asks for."),
    Code("DB410", "properties differ", "Title, language or author of the output are not the session's."),
    Code(
        "DB411",
        "alternative text differs",
        "What a screen reader says of an object is not what the session says.",
    ),
    Code(
        "DB420",
        "package cannot be read",
        "A .pptx is a ZIP file of XML parts. This one, or a part of it, is damaged.",
    ),
    Code(
        "DB421",
        "member twice in the package",
        "Two members have one name, and programs differ in which they read.",
    ),
    Code(
        "DB422",
        "content type missing or wrong",
        "Each part has a content type, and it is that of the relationships that lead to the part. "
        "PowerPoint repairs or refuses the file otherwise.",
    ),
    Code(
        "DB423",
        "relationship that leads nowhere",
        "A relationship leads to a part that is not there, its id is given twice, or the XML uses an id "
        "that is not.",
    ),
    Code(
        "DB424",
        "part that nothing leads to",
        "A part without a relationship to it is lost when PowerPoint saves.",
    ),
    Code(
        "DB425",
        "relationship missing",
        "A slide has one layout, a layout one master, a master one theme, and notes and their slide lead "
        "to each other.",
    ),
    Code(
        "DB426",
        "id of a slide or layout out of form",
        "Ids are unique and in the range that the standard gives.",
    ),
    Code(
        "DB427",
        "sections do not hold the slides",
        "Every slide stands in one section, in the order of the deck.",
    ),
    Code("DB428", "shapes not told apart", "Ids of shapes are unique in their part, names on their slide."),
    Code(
        "DB429",
        "placeholders not told apart",
        "Two placeholders of a part have one index, or it has two titles.",
    ),
    Code("DB430", "ragged table", "Every row of a table has a cell for each column."),
    Code(
        "DB431",
        "text in no language",
        "Every run says its language, by a tag such as `en-GB`: spelling checkers and screen readers go "
        "by it.",
    ),
    Code(
        "DB432",
        "object without alternative text",
        "Whatever is not text says what it shows, or is marked decorative, and never both (WCAG 2.2, 1.1.1).",
    ),
    Code(
        "DB433",
        "slide without a title of its own",
        "Readers move through a deck by titles (WCAG 2.2, 2.4.2).",
    ),
    Code("DB434", "date out of form", "Dates of the document are W3CDTF, such as 2026-11-23T00:00:00Z."),
    Code(
        "DB435",
        "trace of a machine or tool",
        "The package names a path of a computer, a tool or a tool's author.",
    ),
    Code(
        "DB436",
        "workbook cannot be opened",
        "The workbook behind a chart is damaged, so its data cannot be edited.",
    ),
)

_SYSTEM = (
    Code(
        "DB501",
        "output cannot be written",
        "The system refuses to write a file; the previous output is untouched.",
    ),
    Code("DB502", "file cannot be read", "The system refuses to read a file that exists."),
    Code(
        "DB503",
        "font cannot be used",
        "A font file is damaged, or of a kind that cannot be measured and embedded.",
    ),
    Code("DB504", "unknown format", "The command asks for a format that deckbuild does not write."),
)

CODES: Mapping[str, Code] = {each.code: each for each in (*_READ, *_ASSEMBLE, *_TYPESET, *_CHECK, *_SYSTEM)}
"""Code → entry, in the order of the codes."""
