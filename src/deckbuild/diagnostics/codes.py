"""The catalogue of findings: what each code means. A code is named for the fault, and keeps its meaning.

1xx reading the files of a project · 2xx names that lead nowhere, and what a deck is assembled of ·
3xx setting text and pictures on slides · 4xx outputs, against their sources and their formats ·
5xx files, fonts and the system. What each looks like, and what to write instead: `examples`.
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
    what: str
    """What is found, and what is wanted."""
    why: str
    """Why it matters, or how it comes about."""

    @property
    def explanation(self) -> str:
        """What and why, as one paragraph."""
        return f"{self.what} {self.why}"


_READ = (
    Code(
        "DB101",
        "file is not YAML",
        "The file breaks a rule of YAML, so nothing in it can be read. The place is where reading stopped; "
        "the mistake may stand a little above it.",
        "The usual causes are a line that is not indented like its neighbours, a quotation mark that is not "
        "closed, and a text with a colon and a space in it that is not in quotation marks.",
    ),
    Code(
        "DB102",
        "characters that cannot be read",
        "Files are UTF-8 text. This one is in another encoding, or holds characters that no text holds "
        "(control characters, line separators of a word processor).",
        "PowerPoint and PDF cannot hold such characters, and a wrong encoding changes letters without a "
        "word: it turns “café” into “cafÃ©”.",
    ),
    Code(
        "DB103",
        "tab in the indentation",
        "YAML is indented with spaces, and this line begins with a tab.",
        "A tab looks like spaces, but how many depends on the editor. Set your editor to insert spaces.",
    ),
    Code(
        "DB104",
        "key written twice",
        "A key may stand once in a mapping, and this one stands there twice.",
        "Of two equal keys one would be lost without a word: two slides of one name would become one.",
    ),
    Code(
        "DB105",
        "several documents in one file",
        "A line of three hyphens begins another YAML document, and a file holds one.",
        "Each module, session and profile is a file of its own, named by its id.",
    ),
    Code(
        "DB106",
        "part of YAML that is not used here",
        "The session language uses mappings, lists, texts and aliases of YAML, and nothing else: no tags "
        "(`!!str`), no merge keys (`<<`), no keys that are lists, no alias of itself.",
        "These make files hard to read, and some of them can run programs in other tools.",
    ),
    Code(
        "DB107",
        "document too large",
        "A file is over 4 MB, nested deeper than 100 levels, or grows beyond 10,000 values by its aliases.",
        "Such a file is a mistake or an attack; reading it could fill the memory of the computer.",
    ),
    Code(
        "DB108",
        "file not found",
        "A file that is named does not exist. Paths are relative to the file that they stand in.",
        "A slide would have a hole where its picture or its chart should be.",
    ),
    Code(
        "DB109",
        "path that cannot be used",
        "Paths are relative, have forward slashes, and stay inside the project.",
        "A path to a folder of your computer leads nowhere on another.",
    ),
    Code(
        "DB110",
        "unknown field",
        "The field does not belong here.",
        "A misspelt field would be ignored without a word, and what it says would be missing from the deck.",
    ),
    Code(
        "DB111",
        "field missing",
        "A field that must be written is not there.",
        "Some fields cannot be guessed: what a picture shows, who owns a module, what a slide is for.",
    ),
    Code(
        "DB112",
        "value of the wrong kind",
        "A text, a number, a list or a mapping is wanted, and something else is found.",
        "Often the indentation is off, or the hyphen before an entry of a list is missing.",
    ),
    Code(
        "DB113",
        "value not in the list",
        "Only certain words are allowed here.",
        "Each of the words means something to the program, and no other does.",
    ),
    Code(
        "DB114",
        "wrong number of entries",
        "The list has more or fewer entries than its place can hold.",
        "A slide layout is drawn for so many: five cards beside one another cannot be read.",
    ),
    Code(
        "DB115",
        "value out of form",
        "The text or number does not have the form that is wanted: a date such as 2027-03-31, an id such as "
        "`types-of-abuse`, a web address, a colour of six hexadecimal digits.",
        "A date such as 03/04/2027 is April to some and March to others; ids become names of files.",
    ),
    Code(
        "DB116",
        "fields that exclude each other",
        "Of some fields exactly one is written: `alt` or `decorative`, `text` or `items`, `rows` or "
        "`data`, `url` or `not-available`, `only` or `except`.",
        "With both, one would have to be ignored, and nobody could say which.",
    ),
    Code(
        "DB117",
        "unknown slide layout",
        "`layout` names none of the slide layouts.",
        "The layout says which fields the slide has, so the other fields of the slide are not looked at.",
    ),
    Code(
        "DB120",
        "markup that slides do not have",
        "Text is Markdown with paragraphs, lists, bold, italic, links, `<sup>` and `<sub>`. Headings, "
        "pictures, tables, code, quotation blocks and other HTML have no place in a text.",
        "They have fields or slide layouts of their own, which place them and make them accessible.",
    ),
    Code(
        "DB121",
        "link that leads nowhere",
        "A link begins with `https:`, `http:`, `mailto:` or `tel:`, or with `slide:` and the id of a slide, "
        "such as `slide:closing/our-agency`.",
        "A link without these opens nothing, or a file of somebody else's computer.",
    ),
    Code(
        "DB122",
        "more than one line",
        "The field holds one paragraph: no blank line, no list, no heading.",
        "It becomes a title or a line of a slide, whose place is for one paragraph.",
    ),
    Code(
        "DB123",
        "key out of form",
        "A key is written `{{ agency.name }}`: a name of small letters, digits, dots, hyphens and "
        "underscores in two pairs of braces. Keys stand in Markdown text only, not in addresses and not "
        "in fields without markup.",
        "Otherwise the braces themselves would stand on the slide.",
    ),
    Code(
        "DB124",
        "empty text",
        "A text that must say something is empty.",
        "An empty title or an empty entry is a hole in the outline that screen readers read.",
    ),
    Code(
        "DB130",
        "picture of another format",
        "Pictures are PNG or JPEG, and the file's name says which.",
        "Other formats do not open in every PowerPoint. A drawing belongs into the icons' folder or into the "
        "brand's mark.",
    ),
    Code(
        "DB131",
        "picture damaged",
        "The picture file is cut short or damaged.",
        "PowerPoint would show a red cross in its place, or refuse the deck.",
    ),
    Code(
        "DB132",
        "picture too large",
        "A picture may have 20 MB and 50 million pixels.",
        "A slide of full-screen size needs about 2 million pixels; more only makes the deck slow to mail.",
    ),
    Code(
        "DB140",
        "cell is not a number",
        "A chart is drawn from plain numbers: digits, a decimal point, a minus sign. An empty cell is a gap.",
        "A sign such as % stands in `unit`; what 1.234 means differs between countries.",
    ),
    Code(
        "DB141",
        "rows of different lengths",
        "All rows of a chart or table have as many cells as its header.",
        "With a cell too few, nobody could say which column lacks it.",
    ),
    Code(
        "DB142",
        "numbers that do not fit the chart",
        "A pie has one series, of numbers that are parts of a whole; stacked bars are not negative; every "
        "chart has at least one number.",
        "The chart would show something that the numbers do not say.",
    ),
    Code(
        "DB143",
        "highlight that is not there",
        "`highlight` names a category that the chart does not have.",
        "The chart would be drawn without the one thing that the audience should notice.",
    ),
    Code(
        "DB144",
        "file is not CSV",
        "The data file is not comma-separated text in UTF-8 with a header line.",
        "Spreadsheets save with semicolons or tabs in some countries; choose “CSV (comma separated)”.",
    ),
    Code(
        "DB145",
        "name used twice",
        "Two categories or two series of a chart, or two entries of a list, have one name.",
        "They could not be told apart, by a reader or by a legend.",
    ),
    Code(
        "DB150",
        "too little contrast",
        "Text stands out from its ground by 4.5 to 1 at least (WCAG 2.2, 1.4.3), large text by 3 to 1.",
        "With less, people with low vision, and those in the back row, cannot read it.",
    ),
    Code(
        "DB151",
        "drawing that cannot be used",
        "Icons and marks are SVG files of filled paths: no strokes, no text, no transforms, no styles, no "
        "scripts. Drawing programs make such files with “object to path”, “stroke to path” and “flatten "
        "transforms”.",
        "They become shapes of PowerPoint, which take the colours of the brand.",
    ),
    Code(
        "DB152",
        "unknown icon",
        "A card's `icon` names no file of the icons' folder.",
        "The card would have an empty place where its drawing should be.",
    ),
    Code(
        "DB153",
        "colour that is not the brand's",
        "A path of a brand's mark is filled with a colour that its `colours` do not name.",
        "A mark in colours of its own does not follow when the brand's colours change.",
    ),
    Code(
        "DB160",
        "unknown session",
        "The project has no session of this name.",
        "A session is a file of the sessions' folder, and its name is the file's name without `.yaml`.",
    ),
    Code(
        "DB161",
        "unknown brand",
        "The project has no brand of this name.",
        "A brand is a folder of the brands' folder with a file `brand.yaml`.",
    ),
)

_ASSEMBLE = (
    Code(
        "DB201",
        "unknown module",
        "A session uses a module that the project does not have.",
        "A module is a file of the modules' folder, and its name is the file's name without `.yaml`.",
    ),
    Code(
        "DB202",
        "unknown slide",
        "A slide is named that its module does not have.",
        "The deck would lack a slide that somebody counts on.",
    ),
    Code(
        "DB203",
        "unknown profile",
        "A profile is named that the project, or the session, does not have.",
        "A slip in `only` or `except` would hide a slide from everyone, or show it to all, without a word.",
    ),
    Code(
        "DB204",
        "unknown key",
        "A text holds `{{ … }}` with a name that is neither built in (`agency.name`, `session.title`) nor "
        "a key of the profile.",
        "The braces would stand on the slide.",
    ),
    Code(
        "DB205",
        "jump to a slide that is not in this deck",
        "A `slide:` link leads to a slide that the session does not use, or that the profile leaves out.",
        "In the deck the link would do nothing.",
    ),
    Code(
        "DB206",
        "slide used twice",
        "A deck holds a slide once.",
        "A slide's id must stay unique, so that links find it and an edited deck can be compared.",
    ),
    Code(
        "DB207",
        "unknown source",
        "A citation names a source that the sources' file does not have.",
        "The slide would name its source by an id that no reader knows.",
    ),
    Code(
        "DB209",
        "deck without slides",
        "The profile leaves out every slide of the session.",
        "PowerPoint opens a deck without slides, but nobody wants one: a condition is wrong.",
    ),
    Code(
        "DB210",
        "slides take longer than the session",
        "The minutes of the slides add up to more than the session's `minutes`.",
        "A trainer who keeps to the notes would run over time.",
    ),
    Code(
        "DB212",
        "override of a whole module",
        "`title` and `minutes` beside `use` change one slide, and the module has several.",
        "Nobody could say which slide is meant.",
    ),
    Code(
        "DB213",
        "agenda with nothing to list",
        "An agenda without `entries` lists the parts that follow it, and no slide follows this one.",
        "The slide would be empty but for its title.",
    ),
)

_TYPESET = (
    Code(
        "DB301",
        "text does not fit",
        "The text needs more lines than its box has, in the smallest size that slides allow.",
        "Nothing is cut off, and nothing is set smaller than people can read: shorten it, or divide it "
        "between two slides.",
    ),
    Code(
        "DB302",
        "character missing in the font",
        "The brand's font has no drawing for a character.",
        "Programs would show a box in its place, or take another font for it.",
    ),
    Code(
        "DB303",
        "word wider than its box",
        "A word without a place to break is wider than its box.",
        "It would run out of the box, or break anywhere; often it is an address that should be a link's.",
    ),
)

_AGAIN = "Something changed the file after it was built, or deckbuild has a fault: build again."
"""Why an output differs."""
_REPAIR = "PowerPoint offers to repair such a file, or refuses it."

_CHECK = (
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
    Code("DB408", "pages differ", "A PDF has not the pages or bookmarks that its deck asks for.", _AGAIN),
    Code("DB410", "properties differ", "Title, language or author are not the session's.", _AGAIN),
    Code(
        "DB411",
        "alternative text differs",
        "What a screen reader says of an object is not what the session says.",
        _AGAIN,
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
)

_SYSTEM = (
    Code(
        "DB501",
        "output cannot be written",
        "The system refuses to write a file; the previous output is untouched.",
        "The file is open in another program, the disk is full, or the folder may not be written to.",
    ),
    Code(
        "DB502",
        "file cannot be read",
        "The system refuses to read a file that exists.",
        "Its permissions keep you out, or another program holds it.",
    ),
    Code(
        "DB504",
        "unknown format",
        "The command asks for a format that deckbuild does not write.",
        "`deckbuild build --help` lists the formats.",
    ),
)

CODES: Mapping[str, Code] = {each.code: each for each in (*_READ, *_ASSEMBLE, *_TYPESET, *_CHECK, *_SYSTEM)}
"""Code → entry, in the order of the codes."""
